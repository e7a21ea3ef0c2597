import type { Unit } from '../../registry/units.ts';
import { personalKinds } from '../../text/privacy.ts';
import type { Raw } from '../../text/raw.ts';
import { findSensitive } from '../../text/sensitive.ts';
import { readAnswers } from '../given-answers.ts';
import type { Interviewed } from '../interview.ts';
import { readLines } from './line-notation.ts';
import { FIRST, PROMISES, QUESTIONS } from './questions.ts';

/** An issue as its author left it: all of it is foreign text. */
export interface IssueText {
  readonly title: string;
  readonly body: string;
}

/** What an issue comes to. Of what must not be public only the place and the kind are told, never the words. */
export type IssueRead =
  | { readonly kind: '不是申报单' }
  | {
      readonly kind: '有不能公开的内容';
      readonly found: readonly { readonly where: string; readonly kinds: readonly string[] }[];
    }
  | { readonly kind: '读不成'; readonly complaints: readonly string[] }
  | { readonly kind: '读成了'; readonly filing: Interviewed };

const LABELS: ReadonlySet<string> = new Set([...QUESTIONS.map(({ label }) => label), PROMISES]);
/** What GitHub writes where nothing was answered; what it writes of a list in which nothing was chosen. */
const NOTHING: readonly string[] = ['_No response_', 'None'];
const BEFORE = '最前面';

/** Whether a text is the form filled in, and not some other issue. */
export function isFilingIssue(body: string): boolean {
  const { answers } = sectionsOf(body);
  return [FIRST.leadType, FIRST.leadName, FIRST.stage].every((label) => answers.has(label));
}

/** A filing out of an issue: what GitHub made of the form, by the labels of its questions. Pure; never throws for text. */
export function readIssue({ title, body }: IssueText, units: ReadonlyMap<string, Unit>): IssueRead {
  if (!isFilingIssue(body)) return { kind: '不是申报单' };
  const { answers, twice, before } = sectionsOf(body);
  const texts: readonly (readonly [string, string])[] = [['标题', title], [BEFORE, before], ...answers];
  const found = texts.flatMap(([where, text]) => {
    const kinds = notPublic(where, text);
    return kinds.length === 0 ? [] : [{ where, kinds }];
  });
  if (found.length > 0) return { kind: '有不能公开的内容', found };
  const said = [
    ...twice.map((label) => `${label}：这一栏出现了两次，只留一次；正文里不用「### ${label}」作标题。`),
    ...(before === '' ? [] : [`${BEFORE}的文字不在哪一栏里，没有读：移到该写的那一栏，或者删去。`]),
    ...(promised(answers.get(PROMISES) ?? '') ? [] : [`${PROMISES}：两项都核实后打勾。涉密项目不在这里报。`]),
  ];
  const read = readAnswers(valuesOf(answers), units);
  const complaints = [...said, ...('complaints' in read ? read.complaints : [])];
  if (complaints.length > 0 || 'complaints' in read) return { kind: '读不成', complaints };
  return { kind: '读成了', filing: read };
}

function notPublic(where: string, text: string): readonly string[] {
  const said = `${where}: ${text}`;
  return [...new Set([...personalKinds(said), ...findSensitive(said).map(({ kind }) => kind)])];
}

interface Sections {
  readonly answers: ReadonlyMap<string, string>;
  readonly twice: readonly string[];
  readonly before: string;
}

/** The answers below their headings. Other headings belong to the answer in which they stand. */
function sectionsOf(body: string): Sections {
  const answers = new Map<string, string>();
  const twice = new Set<string>();
  let [label, lines]: [string | undefined, string[]] = [undefined, []];
  let before = '';
  const close = (): void => {
    const text = lines.join('\n').trim();
    if (label === undefined) before = text;
    else if (answers.has(label)) twice.add(label);
    else answers.set(label, NOTHING.includes(text) ? '' : text);
  };
  for (const line of body.replace(/\r\n?/g, '\n').split('\n')) {
    const heading = /^### (.+?)\s*$/.exec(line)?.[1];
    if (heading === undefined || !LABELS.has(heading)) {
      lines.push(line);
      continue;
    }
    close();
    [label, lines] = [heading, []];
  }
  close();
  return { answers, twice: [...twice], before };
}

/** Every promise of the list is ticked; one that was taken away is none. */
function promised(written: string): boolean {
  const ticks = written.split('\n').filter((line) => /^- \[[ xX]\] /.test(line));
  return ticks.length >= 2 && ticks.every((line) => /^- \[[xX]\]/.test(line));
}

function valuesOf(answers: Sections['answers']): Readonly<Record<string, Raw>> {
  const said = (label: string): string => answers.get(label) ?? '';
  const optional = (label: string): Readonly<Record<string, Raw>> =>
    said(label) === '' ? {} : { [label]: said(label) };
  const fields = QUESTIONS.flatMap(({ label, definition }): (readonly [string, Raw])[] => {
    const written = said(label);
    return definition === undefined || written === '' ? [] : [[label, readLines(definition, written)]];
  });
  return {
    牵头主体: { 类型: said(FIRST.leadType), 名称: said(FIRST.leadName) },
    [FIRST.stage]: said(FIRST.stage),
    [FIRST.fiscal]: said(FIRST.fiscal),
    ...optional(FIRST.coordinator),
    ...optional(FIRST.unit),
    ...Object.fromEntries(fields),
    不涉密承诺: 'true',
  };
}
