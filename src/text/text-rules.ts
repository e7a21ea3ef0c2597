import { problem, type RuleId } from '../rules/catalogue.ts';
import type { Path, Problem } from './finding.ts';
import { type Found, masked } from './look.ts';
import { findNames } from './names.ts';
import { positions } from './positions.ts';
import { findPersonalData } from './privacy.ts';
import { isRawMap, type Raw } from './raw.ts';
import { findSecrecy } from './secrecy.ts';
import { findSensitive } from './sensitive.ts';
import { readings, type Shown } from './shown.ts';
import { isKnownLabel, THIS_FILE, whereabouts } from './whereabouts.ts';

/** A rule, what it looks for, and what it says of it. */
type LookedFor = readonly [
  rule: RuleId,
  find: (text: string, views: readonly Shown[]) => readonly Found[],
  say: (found: Found) => string,
];

/** What has no place in any file. Numbers and names themselves are not repeated. */
const EVERYWHERE: readonly LookedFor[] = [
  [
    'no-personal-data',
    findPersonalData,
    (found) => `疑似${found.kind}（${masked(found)}），属于个人信息，不能公开`,
  ],
  ['no-sensitive-content', findSensitive, ({ kind }) => `疑似${kind}，公开以后会被人利用，不能公开`],
];
/** What has none in sentences; lists of words are full of both. */
const LOOKED_FOR: readonly LookedFor[] = [
  ...EVERYWHERE,
  ['no-names', findNames, (found) => `疑似人名（${masked(found, 1)}），公开文件写处室或岗位，不写姓名`],
  [
    'secret-marking',
    findSecrecy,
    ({ text }) => `写着「${text}」，像是说涉密；涉密的不在这里登记，不涉密的改写清楚`,
  ],
];

/** All of it in a text, with places; each begins with the label under which it stands. */
export function textProblems(text: string, lookedFor: readonly LookedFor[] = LOOKED_FOR): Problem[] {
  const [at, under, views] = [positions(text), whereabouts(text), readings(text)];
  return lookedFor.flatMap(([rule, find, say]) =>
    find(text, views).map((found) => {
      const { index, severity } = found;
      return problem(rule, [], `${under(index)}：${say(found)}`, { at: at(index), severity });
    }),
  );
}

/**
 * All of it in the values of a head as they are read, where they are not written the same: escapes undone and folded
 * lines joined, a number may come out that no look at the text finds. `known` is what was found there; it is not said
 * again. Labels are looked at too.
 */
export function valueProblems(
  raw: Raw,
  text: string,
  known: readonly Problem[],
  lookedFor: readonly LookedFor[] = EVERYWHERE,
): Problem[] {
  const said = new Set(known.map(({ rule, message }) => rule + behindLabel(message)));
  return differentTexts(raw, writtenIn(text)).flatMap(({ value, path }) =>
    textProblems(value, lookedFor).flatMap(({ at: _, ...one }) => {
      const key = one.rule + behindLabel(one.message);
      if (said.has(key)) return [];
      said.add(key);
      return [{ ...one, path, message: `${labelIn(path)}：${behindLabel(one.message)}` }];
    }),
  );
}

const behindLabel = (message: string): string => message.slice(message.indexOf('：') + 1);

/** The last name on the way, where the form knows it. */
function labelIn(path: Path): string {
  const names = path.filter((step) => typeof step === 'string');
  return names.findLast(isKnownLabel) ?? THIS_FILE;
}

/**
 * Whether something stands in a text letter by letter. Nearly everything in a head stands between two marks of it, and is
 * found there at once: a list of words is as long as the square of its length to search.
 */
function writtenIn(text: string): (part: string) => boolean {
  const between = new Set(text.split(/[\n,[\]{}:：'"]/).map((piece) => piece.trim()));
  return (part) => between.has(part) || text.includes(part);
}

/** The texts of a head, values and labels, that do not stand in it letter by letter. */
function differentTexts(
  raw: Raw,
  isWritten: (part: string) => boolean,
  path: Path = [],
): { value: string; path: Path }[] {
  if (typeof raw === 'string') return isWritten(raw) ? [] : [{ value: raw, path }];
  if (!isRawMap(raw)) return raw.flatMap((item, index) => differentTexts(item, isWritten, [...path, index]));
  return Object.keys(raw).flatMap((label) => {
    const below = [...path, label];
    const value = raw[label];
    const inside = value === undefined ? [] : differentTexts(value, isWritten, below);
    return isWritten(label) ? inside : [{ value: label, path: below }, ...inside];
  });
}

/** Web addresses in 来源 carry long numbers that are nobody's phone. */
const SOURCE = { within: /^来源[:：].*$/gm, number: /https?:\/\/[!-~]+/g } as const;
/** Accounts are numbers; what else stands among them is looked at. */
const ACCOUNTS = {
  within:
    /账号['"]?[ \t]*[:：][ \t]*(?:\[[^\][]*\]|(?:(?:[ \t]*(?:#.*)?\n){1,9}[ \t]*-[ \t]*['"]?\d+['"]?)+)/g,
  number: /(?<=[[,-][ \t\n]*['"]?)\d+(?=['"]?[ \t]*(?:[,\]\n#]|$))/g,
} as const;

/** The same of a reference. */
export function referenceTextProblems(text: string): Problem[] {
  return textProblems(without(text, SOURCE));
}

/** The same of the path of a file; it is named in the log, in addresses and in everybody's copy. */
export function pathTextProblems(file: string): Problem[] {
  // A hyphen parts words there, and makes no number a part of something longer; addresses are written with it.
  const found = [file.replace(/[-_./]/g, ' '), file].flatMap((text) => textProblems(text, EVERYWHERE));
  const said = new Set<string>();
  return found.flatMap(({ at: _, ...one }) => {
    if (said.has(one.message)) return [];
    said.add(one.message);
    return [
      {
        ...one,
        message: `文件名：${behindLabel(one.message)}`,
        fix: '换一个文件名，不用电话、证件号码；已经提交的，请办公室按「安全说明」处理。',
      },
    ];
  });
}

/** The same of the settings, the 单位名录 and the lexicon. */
export function settingsTextProblems(text: string): Problem[] {
  return textProblems(without(text, ACCOUNTS), EVERYWHERE);
}

/** Numbers of a known kind blanked, so that offsets stay true. */
function without(
  text: string,
  { within, number }: { readonly within: RegExp; readonly number: RegExp },
): string {
  const blank = (digits: string): string => ' '.repeat(digits.length);
  return text.replace(within, (part) => part.replace(number, blank));
}
