import type { Position, Problem } from './finding.ts';
import { positions } from './positions.ts';
import { findPersonalData, masked } from './privacy.ts';
import { findSensitive } from './sensitive.ts';

/** Rules on the text of a whole file, wherever in it something stands. */
export const TEXT_RULES = {
  'no-personal-data': {
    severity: 'error',
    title: '文件里不写手机号、身份证号和邮箱',
    why: '提交的文件人人可看，而且改了以后旧内容仍查得到。姓名、电话、邮箱只写在纸质表上，或封存给办公室。',
    fix: '删去号码；联系方式写「随纸质表报送」。要公开的只有单位的办公座机，由办公室写进单位名录。',
    bad: `项目概况里写了联系电话：139${'0'.repeat(8)}`,
  },
  'no-sensitive-content': {
    severity: 'error',
    title: '文件里不写 IP 地址、账号口令和点位坐标',
    why: '这些内容公开以后，系统和设施会被人利用；属于工作秘密的也不得公开。',
    fix: '删去这一处，改写成概数，例如「部署在政务云」「安装终端 1200 套」；确需提供的，写在送达办公室的方案里。',
    bad: '建设内容里写了管理地址：10.20.30.40',
  },
} as const satisfies Record<
  string,
  { severity: 'error'; title: string; why: string; fix: string; bad: string }
>;

const ARTICLE = '附件1、附件2';

/** All personal data and all sensitive content of a text, with places. Numbers themselves are not repeated. */
export function textProblems(text: string): Problem[] {
  const at = positions(text);
  return [
    ...findPersonalData(text).map((found) =>
      problem(
        'no-personal-data',
        at(found.index),
        `联系方式：这里有${found.kind}（${masked(found)}），属于个人信息，不写进公开文件`,
      ),
    ),
    ...findSensitive(text).map(({ kind, index }) =>
      problem('no-sensitive-content', at(index), `不涉密承诺：这里有${kind}，不写进公开文件`),
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

function problem(rule: keyof typeof TEXT_RULES, at: Position, said: string): Problem {
  const { severity, fix } = TEXT_RULES[rule];
  return { rule, severity, path: [], at, message: `${said}（${ARTICLE}）`, fix, article: ARTICLE };
}
