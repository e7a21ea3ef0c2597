import { BODY_FIELDS, fieldOf, HEAD_FIELDS } from '../form/fields.ts';
import type { Form } from '../regulation/vocabulary.ts';
import { removeHeadField, setHeadField } from '../text/edit-head.ts';
import { parseFile } from '../text/file.ts';
import { isRawMap, type Raw, withoutBlanks } from '../text/raw.ts';
import { unescapeText } from '../text/safe-text.ts';
import { splitFile } from '../text/split.ts';
import { writeBody } from '../text/write.ts';
import { type Answers, ASKED_FIRST } from './answers.ts';

const UTF8 = new TextEncoder();

/** The values of a filed text by label, as the form shows them. */
export function filedValues(text: string): Readonly<Record<string, Raw>> {
  const { head, sections } = parseFile(UTF8.encode(text));
  const values: Record<string, Raw> = {};
  for (const { label } of HEAD_FIELDS) {
    const value = head.raw[label];
    const kept = value === undefined ? undefined : withoutBlanks(value);
    if (kept !== undefined) values[label] = kept;
  }
  for (const { label } of BODY_FIELDS) {
    const section = sections.find(({ title }) => title === label);
    if (section && section.text !== '') values[label] = unescapeText(section.text);
  }
  return values;
}

/** The answers with which the form opens a filed text; the folder tells the unit. */
export function answersOfFiled(text: string, unit: string): Answers {
  const { 牵头主体: lead, 不涉密承诺: promise, ...values } = filedValues(text);
  const named = isRawMap(lead) ? lead : {};
  return {
    ...values,
    [ASKED_FIRST.unit]: unit,
    ...(named.类型 === undefined ? {} : { [ASKED_FIRST.leadType]: named.类型 }),
    ...(named.名称 === undefined ? {} : { [ASKED_FIRST.leadName]: named.名称 }),
    ...(promise === undefined ? {} : { [ASKED_FIRST.notSecret]: 'true' }),
  };
}

/**
 * What the form does not show of a filing, and therefore leaves as it is: also who leads it, while the unit of its folder is
 * not in the register.
 */
const LEFT_ALONE: ReadonlySet<string> = new Set(
  [...(['form', 'filedOn', 'ruleVersion', 'contact', 'demo', 'lead', 'coordinator'] as const)].map(
    (key) => fieldOf(key).label,
  ),
);

/**
 * A filed text with these values in place of its own: what did not change stays letter for letter as it was, comments
 * and order included; a field that was cleared goes away. The head of a file that cannot be read without repair is left
 * alone.
 */
export function editFiled(text: string, values: Readonly<Record<string, Raw>>, form: Form): string {
  const was = filedValues(text);
  const wanted: Readonly<Record<string, Raw>> = { ...values, [fieldOf('form').label]: form };
  let edited = text;
  for (const { label } of HEAD_FIELDS) {
    const value = wanted[label];
    if (value === undefined ? LEFT_ALONE.has(label) || was[label] === undefined : same(value, was[label]))
      continue;
    const done = value === undefined ? removeHeadField(edited, label) : setHeadField(edited, label, value);
    edited = done ?? edited;
  }
  const changed = BODY_FIELDS.some(({ label }) => (wanted[label] ?? '') !== (was[label] ?? ''));
  return changed ? withBody(edited, wanted) : edited;
}

function same(a: Raw, b: Raw | undefined): boolean {
  return b !== undefined && JSON.stringify(plain(a)) === JSON.stringify(plain(b));
}

/** A list of one line and the same list row by row say the same. */
function plain(raw: Raw): unknown {
  if (typeof raw === 'string') return raw.trim();
  if (isRawMap(raw)) return Object.entries(raw).map(([key, value]) => [key, plain(value)]);
  return raw.map(plain);
}

/** The sections of the form in its order, then those that the form does not have. */
function withBody(text: string, values: Readonly<Record<string, Raw>>): string {
  const { sections } = parseFile(UTF8.encode(text));
  const known = new Set(BODY_FIELDS.map(({ label }) => label));
  const own = BODY_FIELDS.flatMap(({ label }) => {
    const value = values[label];
    return typeof value === 'string' ? [{ title: label, text: value }] : [];
  });
  const extra = sections
    .filter(({ title }) => !known.has(title))
    .map(({ title, text: words }) => ({ title, text: unescapeText(words) }));
  const { body } = splitFile(text);
  const head = text.slice(0, text.length - body.length);
  return `${head}${writeBody([...own, ...extra])}`;
}
