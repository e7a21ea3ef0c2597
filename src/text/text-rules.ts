import { problemAt } from '../rules/catalogue.ts';
import type { Problem } from './finding.ts';
import { positions } from './positions.ts';
import { findPersonalData, masked } from './privacy.ts';
import { findSensitive } from './sensitive.ts';

/** All personal data and all sensitive content of a text, with places. Numbers themselves are not repeated. */
export function textProblems(text: string): Problem[] {
  const at = positions(text);
  return [
    ...findPersonalData(text).map((found) =>
      problemAt(
        'no-personal-data',
        at(found.index),
        `联系方式：这里有${found.kind}（${masked(found)}），属于个人信息，不写进公开文件`,
      ),
    ),
    ...findSensitive(text).map(({ kind, index }) =>
      problemAt('no-sensitive-content', at(index), `不涉密承诺：这里有${kind}，不写进公开文件`),
    ),
  ];
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
  return textProblems(without(text, ACCOUNTS));
}

/** Numbers of a known kind blanked, so that offsets stay true. */
function without(
  text: string,
  { within, number }: { readonly within: RegExp; readonly number: RegExp },
): string {
  const blank = (digits: string): string => ' '.repeat(digits.length);
  return text.replace(within, (part) => part.replace(number, blank));
}
