import { DICTIONARY, type FieldDef, isWritten, type Need } from '../form/fields.ts';
import { LEADS } from '../regulation/vocabulary.ts';
import type { Raw } from '../text/raw.ts';
import { ASKED_FIRST, isShown, shownAnswer, shownFields } from './answers.ts';
import type { Draft } from './draft.ts';
import type { DraftValues } from './judge.ts';
import { type ScreenName, screenOf, screensOf } from './screens.ts';
import type { OpenWorld } from './world.ts';

/** A box as it is listed before the end. */
export interface ReviewRow {
  readonly label: string;
  /** '' where nothing is written. */
  readonly shown: string;
  readonly need: Need;
}

/** The rows of one screen. */
export interface ReviewPart {
  readonly screen: string;
  readonly title: string;
  readonly rows: readonly ReviewRow[];
}

type Row = readonly [label: string, shown: string, need: Need];

/** All answers of a draft, screen by screen, as they will stand in the file. */
export function reviewOf(
  draft: Draft,
  { route, stage, values }: DraftValues,
  world: OpenWorld,
): readonly ReviewPart[] {
  if (!route || !stage) return [];
  const { answers, filed } = draft;
  const shown = shownFields(route.form, stage, filed !== undefined).filter((one) => isShown(one, answers));
  const byScreen = (name: string): readonly Row[] =>
    shown
      .filter(({ definition }) => isListed(definition) && screenOf(definition)?.name === name)
      .map(({ definition: { label, type }, need }) => {
        const value = values[label];
        const said = value === undefined ? '' : shownAnswer(type, value);
        return [label, said, need] as const;
      });
  const first: Readonly<Partial<Record<ScreenName, readonly Row[]>>> = {
    start: startRows(draft),
    project: projectRows(draft, world, values),
    contact: [['联系方式', draft.sealed === undefined ? '随纸质表报送' : '已加密，只有办公室打得开', '应填']],
  };
  return screensOf(filed !== undefined).flatMap(({ name, title }) => {
    const rows = [...(first[name as ScreenName] ?? []), ...byScreen(name)];
    return rows.length === 0
      ? []
      : [{ screen: name, title, rows: rows.map(([label, said, need]) => ({ label, shown: said, need })) }];
  });
}

/** 不涉密承诺 is asked first. */
function isListed(definition: FieldDef): boolean {
  return isWritten(definition) && definition.key !== 'notSecret';
}

function startRows({ answers }: Draft): readonly Row[] {
  const text = (raw: Raw | undefined): string => (typeof raw === 'string' ? raw : '');
  const lead = LEADS.find((one) => one === answers[ASKED_FIRST.leadType]) ?? '';
  return [
    [ASKED_FIRST.notSecret, answers[ASKED_FIRST.notSecret] === 'true' ? '不涉密，可以公开' : '', '必填'],
    ['谁主导或牵头实施', lead, '必填'],
    [ASKED_FIRST.stage, text(answers[ASKED_FIRST.stage]), '必填'],
    [ASKED_FIRST.fiscal, text(answers[ASKED_FIRST.fiscal]), '必填'],
  ];
}

function projectRows(
  { answers }: Draft,
  { units }: OpenWorld,
  values: DraftValues['values'],
): readonly Row[] {
  const lead = DICTIONARY.find(({ key }) => key === 'lead');
  const coordinator = DICTIONARY.find(({ key }) => key === 'coordinator');
  const unit = units.get(String(answers[ASKED_FIRST.unit] ?? ''));
  const said =
    lead && values[lead.label] !== undefined ? shownAnswer(lead.type, values[lead.label] ?? '') : '';
  const row: Row = [lead?.label ?? '', said, '必填'];
  const shared = coordinator && values[coordinator.label];
  return [
    [ASKED_FIRST.unit, unit?.name ?? '', '必填'],
    row,
    ...(typeof shared === 'string' ? [[coordinator?.label ?? '', shared, '必填'] as const] : []),
  ];
}
