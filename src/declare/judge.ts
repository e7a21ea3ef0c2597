import { composeFiling } from '../filing/compose.ts';
import { FISCAL_FIELDS, isFiscal } from '../form/entry.ts';
import { readFiling } from '../form/entry-fields.ts';
import { DICTIONARY, type Filing, fieldOf, isWritten, type Need } from '../form/fields.ts';
import { type Fen, sameWan, sumFen } from '../form/money.ts';
import { projectFile, recordsFile } from '../registry/paths.ts';
import { type ReadEntry, readEntry } from '../registry/read-entry.ts';
import { readRecords } from '../registry/read-records.ts';
import { decideRoute, type Route } from '../regulation/routes.ts';
import { LEADS, type Lead, STAGES, type Stage, UNIT_TYPES } from '../regulation/vocabulary.ts';
import { annexSealedAttachmentPresent } from '../rules/annex-sealed-attachment-present.ts';
import { judgeFiling } from '../rules/judge-filing.ts';
import type { Comparison } from '../similarity/comparison.ts';
import { type Finding, findingOf, listFindings } from '../text/finding.ts';
import { refuseFiles } from '../text/hostile/refuse.ts';
import type { Raw } from '../text/raw.ts';
import { type Answers, ASKED_FIRST, asWritten, isShown, shownFields } from './answers.ts';
import { type Draft, draftId, type SealedFacts } from './draft.ts';
import { type Echoes, echoesOf } from './echo.ts';
import { editFiled } from './edit-filed.ts';
import { placeInForm } from './place-in-form.ts';
import { saysNothing } from './plain-typing.ts';
import { sealedParts } from './sealed-parts.ts';
import type { OpenWorld } from './world.ts';

/** What is found in a draft as it stands. */
export interface Judged {
  /** Undefined while the three questions are open. */
  readonly route: Route | undefined;
  /** The money that was entered speaks of another route than the answer to the third question. */
  readonly byMoney: boolean;
  /** The fields that the form shows, by label, and how much each is wanted. */
  readonly shown: readonly { readonly label: string; readonly need: Need }[];
  /** Path below the registry folder; a stand-in while unit and name are open. */
  readonly file: string;
  /** The file as it would be handed over. */
  readonly text: string;
  /** What the file says, as rules read it. */
  readonly filing: Filing;
  readonly findings: readonly Finding[];
  /** What this release asks newly and an older filing only owes. */
  readonly debt: readonly Finding[];
  readonly echoes: Echoes;
  /** Ids of what the unit has filed lately besides: looked at together with this. */
  readonly lately: readonly string[];
  readonly sum: Sum | undefined;
}

/** The sources of the money against the whole. */
export interface Sum {
  readonly sources: Fen;
  readonly budget: Fen | undefined;
  readonly agrees: boolean;
}

/** The values of the file by label, with the route that they meet. */
export interface DraftValues {
  readonly route: Route | undefined;
  readonly byMoney: boolean;
  readonly stage: Stage | undefined;
  readonly values: Readonly<Record<string, Raw>>;
}

/** Puts the answers of a draft into the values of a file: only what the form has, and what follows from the first questions. */
export function draftValues(
  { answers, sealed, filed }: Draft,
  { units }: Pick<OpenWorld, 'units'>,
): DraftValues {
  const lead = LEADS.find((one) => one === answers[ASKED_FIRST.leadType]);
  const stage = STAGES.find((one) => one === answers[ASKED_FIRST.stage]);
  const said = textOf(answers, ASKED_FIRST.fiscal);
  const written = allWritten(answers);
  const filing = readFiling(written);
  const open = FISCAL_FIELDS.filter((key) => key !== 'subsidy').some((key) => filing[key] === undefined);
  const fiscal = isFiscal(filing) || (open && said === '是');
  if (!lead || !stage || (said === '' && open && !isFiscal(filing)))
    return { route: undefined, byMoney: false, stage, values: written };
  const route = decideRoute({ lead, stage, fiscal });
  const shown = shownFields(route.form, stage, filed !== undefined).filter((one) => isShown(one, answers));
  const kept = new Set(shown.map(({ definition }) => definition.label));
  const optional = new Set(
    shown.filter(({ need }) => need === '选填').map(({ definition }) => definition.label),
  );
  const values: Record<string, Raw> = {};
  for (const [label, value] of Object.entries(written))
    if (kept.has(label) && !(isWords(value) && optional.has(label))) values[label] = value;
  Object.assign(values, leadValues(lead, route, answers, units), { [ASKED_FIRST.stage]: stage });
  if (answers[ASKED_FIRST.notSecret] === 'true') values[ASKED_FIRST.notSecret] = 'true';
  if (sealed !== undefined) values[fieldOf('contact').label] = sealed;
  return { route, byMoney: said !== '' && fiscal !== (said === '是'), stage, values };
}

/** A list that says only that there is none: 参与单位 「无」. */
function isWords(value: Raw): boolean {
  return Array.isArray(value) && value.every((one) => typeof one === 'string' && saysNothing(one));
}

function textOf(answers: Answers, label: string): string {
  const raw = answers[label];
  return typeof raw === 'string' ? raw.trim() : '';
}

function allWritten(answers: Answers): Record<string, Raw> {
  const values: Record<string, Raw> = {};
  for (const definition of DICTIONARY) {
    const raw = answers[definition.label];
    const value =
      raw === undefined || !isWritten(definition) || definition.key === 'notSecret'
        ? undefined
        : asWritten(definition.type, raw);
    if (value !== undefined) values[definition.label] = value;
  }
  return values;
}

/** 牵头主体, and 协调单位 where the route wants one. */
function leadValues(
  lead: Lead,
  route: Route,
  answers: Answers,
  units: OpenWorld['units'],
): Readonly<Record<string, Raw>> {
  const unitName = units.get(textOf(answers, ASKED_FIRST.unit))?.name;
  const unitLed = UNIT_TYPES.some((type) => type === lead);
  const given = lead === '个人' ? '个人' : textOf(answers, ASKED_FIRST.leadName);
  const name = unitLed ? unitName : given;
  return {
    ...(name ? { [fieldOf('lead').label]: { 类型: lead, 名称: name } } : {}),
    ...(!unitLed && route.coordinator && unitName ? { [fieldOf('coordinator').label]: unitName } : {}),
  };
}

/** What a draft is judged beside. */
export interface Beside {
  readonly world: OpenWorld;
  /** YYYY-MM-DD */
  readonly today: string;
  /** What is like it; undefined while nothing has been compared. */
  readonly comparison?: Comparison | undefined;
  /** The sealed attachments that would go along. */
  readonly sealed?: readonly SealedFacts[] | undefined;
}

const UTF8 = new TextEncoder();

/** Writes the file of a draft and judges it by the same readers and rules as `check`. Pure. */
export function judgeDraft(draft: Draft, beside: Beside): Judged {
  const { world, today } = beside;
  const { route, byMoney, stage, values } = draftValues(draft, world);
  const id = draftId(draft);
  const file = projectFile(id);
  const stamp = { form: route?.form ?? '备案表', today, ruleVersion: world.office.ruleVersion } as const;
  const text = draft.filed ? editFiled(draft.filed.text, values, stamp.form) : composeFiling(values, stamp);
  const shown =
    route && stage
      ? shownFields(route.form, stage, draft.filed !== undefined).filter((one) => isShown(one, draft.answers))
      : [];
  const bytes = UTF8.encode(text);
  const read = readEntry(file, bytes);
  const { entry } = read;
  const { filing } = entry;
  const found = route ? findingsIn(read, bytes, draft, beside) : [];
  const said = [
    ...unitMissing(draft, file),
    ...sealedParts({ draft, file, filing, sealed: beside.sealed ?? [] }),
    ...found.filter(({ rule }) => !isTooEarly(rule, draft)).map((one) => placeInForm(one, text)),
  ];
  return {
    route,
    byMoney,
    shown: shown.map(({ definition, need }) => ({ label: definition.label, need })),
    file,
    text,
    filing,
    findings: listFindings(said.filter(({ since }) => since === undefined)),
    debt: listFindings(said.filter(({ since }) => since !== undefined)),
    echoes: allEchoes(draft.answers, values),
    lately: world.lately(entry).map(({ id: other }) => other),
    sum: sumOf(values),
  };
}

/** Until a unit is chosen nothing can be said of its folder. */
function isTooEarly(rule: string, { answers }: Draft): boolean {
  return rule === 'art6-folder-registered' && textOf(answers, ASKED_FIRST.unit) === '';
}

function unitMissing({ answers, filed }: Draft, file: string): Finding[] {
  if (filed || textOf(answers, ASKED_FIRST.unit) !== '') return [];
  return [
    {
      rule: 'field-missing',
      severity: 'error',
      file,
      line: 1,
      column: 1,
      field: ASKED_FIRST.unit,
      message: '单位：选择由哪个单位申报。',
      article: '第六条',
      fix: '打单位名称的一部分或拼音首字母来找，例如「经八路」或「jbl」。',
    },
  ];
}

function findingsIn(
  read: ReadEntry,
  bytes: Uint8Array,
  draft: Draft,
  { world, comparison }: Beside,
): Finding[] {
  const { file } = read.entry;
  const refused = refuseFiles([{ file, bytes }]).get(file);
  // What is refused is said first, and hides nothing else.
  const ofBytes = (refused ?? []).map((one) => findingOf(file, one));
  const records = draft.filed?.records;
  const log =
    records === undefined ? undefined : readRecords(recordsFile(draftId(draft)), UTF8.encode(records));
  const facts = world.around(read.entry, log);
  const judged = judgeFiling(read, log, {
    ...facts,
    sealedFile: () => undefined,
    similarTo: () => comparison,
  });
  return [...ofBytes, ...judged.filter((one) => one.file === file && !WITH_ATTACHMENTS.includes(one.rule))];
}

/** Looks for the sealed files in the registry; `sealedParts` looks where they are while somebody fills in. */
const WITH_ATTACHMENTS: readonly string[] = [annexSealedAttachmentPresent.id];

function allEchoes(answers: Answers, values: Readonly<Record<string, Raw>>): Echoes {
  const said = DICTIONARY.map(({ label, type }) => {
    const typed = answers[label];
    return typed === undefined ? {} : echoesOf(type, typed, values[label], [label]);
  });
  return Object.assign({}, ...said);
}

function sumOf(values: Readonly<Record<string, Raw>>): Sum | undefined {
  const { sources, budget } = readFiling(values);
  if (!sources || sources.length === 0) return undefined;
  const total = sumFen(sources.map(({ amount }) => amount));
  return { sources: total, budget, agrees: budget !== undefined && sameWan(total, budget) };
}
