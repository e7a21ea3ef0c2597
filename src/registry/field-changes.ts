import { DICTIONARY, type FieldDef, type FieldKey, type Filing } from '../form/fields.ts';
import type { FieldType, PartInfo } from '../form/kinds.ts';
import { foldPlain } from '../text/fold.ts';
import { textProblems } from '../text/text-rules.ts';

/** What changed in one field between two versions of a filing: 「资金预算」, 「由 320.00 万元改为 380.00 万元」. */
export interface FieldChange {
  readonly label: string;
  readonly words: string;
}

/** Longer words of an earlier version are not repeated: they were taken out for a reason that nobody here knows. */
const LONGEST_QUOTED = 40;
/** So many new sentences of a text are quoted. */
const MOST_SENTENCES = 3;
/** Parts that only machines read. */
const FOR_MACHINES: ReadonlySet<string> = new Set(['digest', 'sha256']);
const SHOWN_FIELDS = DICTIONARY.filter(({ place, key }) => place !== '纸面' && key !== 'demo');

type Values = Readonly<Record<string, unknown>>;
/** The name of an entry by its id; the id where there is none. */
export type NameOf = (id: string) => string;

/**
 * The fields in which two versions of a filing differ, in the form's order. What was sealed is only said to have
 * changed. A value is quoted when it is short and passes the scan that keeps personal data out of the registry, so
 * that nothing returns by the history that was taken out of the file. `current` is the filing as it stands today: of a
 * long text only sentences are quoted that can be read there anyway.
 */
export function changesBetween(
  was: Filing,
  now: Filing,
  current: Filing,
  nameOf: NameOf = (id) => id,
): readonly FieldChange[] {
  const [earlier, later] = [withoutPerson(was), withoutPerson(now)];
  return SHOWN_FIELDS.flatMap((field) => {
    const key = field.key as FieldKey;
    const [before, after] = [earlier[key], later[key]];
    if (JSON.stringify(before) === JSON.stringify(after)) return [];
    return [{ label: field.label, words: fieldWords(field, before, after, current[key], nameOf) }];
  });
}

/** Whoever leads a project as a person is never named, also where an earlier version did. */
function withoutPerson(filing: Filing): Filing {
  const { lead } = filing;
  return lead?.type === '个人' ? { ...filing, lead: { ...lead, name: '个人' } } : filing;
}

function fieldWords(field: FieldDef, was: unknown, now: unknown, current: unknown, nameOf: NameOf): string {
  if (field.visibility === '封存') return '封存的内容改了，不公开';
  if (field.type.kind === 'text' && typeof was === 'string' && typeof now === 'string')
    if (Math.max(was.length, now.length) > LONGEST_QUOTED) return proseWords(was, now, String(current ?? ''));
  return valueWords(field.type, was, now, nameOf);
}

function valueWords(type: FieldType<unknown>, was: unknown, now: unknown, nameOf: NameOf): string {
  if (type.kind === 'list') return listWords(type.item?.parts ?? [], asList(was), asList(now), nameOf);
  if (type.kind === 'record') return recordWords(type.parts ?? [], was as Values, now as Values, nameOf);
  if (Array.isArray(was ?? now)) return wordListWords(asList(was).map(String), asList(now).map(String));
  return leafWords(type, was, now, nameOf);
}

const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function leafWords(type: FieldType<unknown>, was: unknown, now: unknown, nameOf: NameOf): string {
  const [before, after] = [quoted(type, was, nameOf), quoted(type, now, nameOf)];
  if (was === undefined) return after === undefined ? '填上' : `填上${after}`;
  if (now === undefined) return before === undefined ? '去掉' : `去掉，原来是${before}`;
  if (before === undefined && after === undefined) return '改写';
  return `${before === undefined ? '' : `由${before}`}改为${after ?? '另一段文字'}`;
}

/** A value as it may be said again; undefined when it is long or holds what must not be public. */
function quoted(type: FieldType<unknown>, value: unknown, nameOf: NameOf): string | undefined {
  if (value === undefined) return undefined;
  const text = shownAs(type, value, nameOf);
  if (!mayQuote(text)) return undefined;
  return /^\d/.test(text) && type.kind !== 'text' ? ` ${text}` : `「${text}」`;
}

const shownAs = (type: FieldType<unknown>, value: unknown, nameOf: NameOf): string =>
  type.kind === 'entryId' ? nameOf(String(value)) : type.format(value);

/** Whether words of an earlier version may be said again: short, and without what has no place in a public file. */
export function mayQuote(text: string): boolean {
  return text.length <= LONGEST_QUOTED && isPublic(text);
}

function isPublic(text: string): boolean {
  return textProblems(text).length === 0;
}

/** 「加上「异常预警」、「工单派发」；去掉「助餐预约」」. */
function wordListWords(was: readonly string[], now: readonly string[]): string {
  const added = now.filter((word) => !was.includes(word));
  const gone = was.filter((word) => !now.includes(word));
  if (added.length + gone.length === 0) return '换了次序';
  return said([named('加上', added), named('去掉', gone)]);
}

function named(verb: string, words: readonly string[]): string {
  if (words.length === 0) return '';
  const shown = words.filter(mayQuote);
  const rest = words.length - shown.length;
  if (shown.length === 0) return `${verb} ${rest} 项`;
  return `${verb}${shown.map((word) => `「${word}」`).join('、')}${rest > 0 ? `等 ${words.length} 项` : ''}`;
}

/** Items are told apart by their first part: a function by its name, a source of money by its kind. */
function listWords(
  parts: readonly PartInfo[],
  was: readonly unknown[],
  now: readonly unknown[],
  nameOf: NameOf,
): string {
  const [head] = parts;
  if (!head) return '改写';
  const [before, after] = [keyed(head, was), keyed(head, now)];
  const names = (items: ReadonlyMap<string, Values>, others: ReadonlyMap<string, Values>): string[] =>
    [...items].flatMap(([key, item]) =>
      others.has(key) ? [] : [shownAs(head.type, item[head.key], nameOf)],
    );
  const changed = [...after].flatMap(([key, item]) => {
    const earlier = before.get(key);
    const words = earlier === undefined ? '' : recordWords(parts, earlier, item, nameOf);
    const name = shownAs(head.type, item[head.key], nameOf);
    return words === '' ? [] : [mayQuote(name) ? `「${name}」${words}` : `其中一项${words}`];
  });
  return (
    said([named('加上', names(after, before)), named('去掉', names(before, after)), ...changed]) || '换了次序'
  );
}

/** Two items of the same name are told apart by their place among those of that name. */
function keyed(head: PartInfo, items: readonly unknown[]): ReadonlyMap<string, Values> {
  const seen = new Map<string, number>();
  return new Map(
    (items as readonly Values[]).map((item) => {
      const name = foldPlain(head.type.format(item[head.key]));
      const count = seen.get(name) ?? 0;
      seen.set(name, count + 1);
      return [`${name} ${count}`, item] as const;
    }),
  );
}

function recordWords(
  parts: readonly PartInfo[],
  was: Values | undefined,
  now: Values | undefined,
  nameOf: NameOf,
): string {
  const words = parts
    .filter(({ key }) => JSON.stringify(was?.[key]) !== JSON.stringify(now?.[key]))
    .map(({ key, label, type }) =>
      FOR_MACHINES.has(key) ? `${label}换了` : `${label}${valueWords(type, was?.[key], now?.[key], nameOf)}`,
    );
  return words.join('，');
}

/** How much of a text was taken out and put in, with the new sentences that still stand in the filing. */
function proseWords(was: string, now: string, current: string): string {
  const [before, after] = [sentences(was), sentences(now)];
  const added = after.filter((sentence) => !before.includes(sentence));
  const gone = before.filter((sentence) => !after.includes(sentence));
  if (added.length + gone.length === 0) return '只改了标点或分段';
  const quote = added.filter((one) => current.includes(one) && isPublic(one)).slice(0, MOST_SENTENCES);
  const shown = quote.map((one) => `「${one.length > 60 ? `${one.slice(0, 60)}…` : one}」`).join('');
  return said([
    gone.length === 0 ? '' : `删去 ${gone.length} 句`,
    added.length === 0 ? '' : `加上 ${added.length} 句${shown === '' ? '' : `：${shown}`}`,
  ]);
}

function sentences(text: string): readonly string[] {
  return text
    .split(/[。！？；\n]+/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

const said = (phrases: readonly string[]): string => phrases.filter((phrase) => phrase !== '').join('；');
