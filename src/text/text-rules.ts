import { problem, type RuleId } from '../rules/catalogue.ts';
import type { Problem } from './finding.ts';
import { type Found, masked } from './look.ts';
import { findNames } from './names.ts';
import { positions } from './positions.ts';
import { findPersonalData } from './privacy.ts';
import { findSecrecy } from './secrecy.ts';
import { findSensitive } from './sensitive.ts';
import { readings, type Shown } from './shown.ts';
import { whereabouts } from './whereabouts.ts';

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
