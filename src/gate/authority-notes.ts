import { OFFICE_FILE } from '../registry/paths.ts';
import type { Unit } from '../registry/units.ts';
import type { Finding } from '../text/finding.ts';
import { changeFinding } from './change-finding.ts';
import type { Authority } from './ownership.ts';

/** Who gains or loses a right, in words: by numbers alone a reviewer does not see what a line of the settings does. */
export function authorityNotes(before: Authority, after: Authority): readonly string[] {
  const codes = [...new Set([...before.units.keys(), ...after.units.keys()])];
  return [
    ...accountWords('审核账号', before.office?.reviewers, after.office?.reviewers),
    ...codes.flatMap((code) => unitWords(before.units.get(code), after.units.get(code))),
    ...bothWords(before, after),
  ];
}

/** An office of nobody could not be given one again: from then on no change is the office's. */
export function judgeOfficeKept(before: Authority, after: Authority): Finding[] {
  const had = before.office?.reviewers.length ?? 0;
  if (had === 0 || after.office?.reviewers.length !== 0) return [];
  const said = '审核账号：改了以后一个账号也没有，以后没有人能受理，也没有人能再改回来';
  return [changeFinding('change-keeps-office', OFFICE_FILE, said)];
}

function unitWords(before: Unit | undefined, after: Unit | undefined): readonly string[] {
  if (!after) return before ? [`单位名录去掉了「${before.name}」：撤销的单位留在表里，旧项目还要用它。`] : [];
  const isRenamed = before && before.name !== after.name && !after.formerNames.includes(before.name);
  return [
    ...accountWords(`「${after.name}」的账号`, before?.accounts, after.accounts),
    ...(isRenamed
      ? [
          `「${before.name}」改名「${after.name}」，旧名没有写进「曾用名」：写进去，以前的申报就不用逐份改牵头主体。`,
        ]
      : []),
  ];
}

function accountWords(
  whose: string,
  before: readonly string[] = [],
  after: readonly string[] = [],
): readonly string[] {
  const [come, gone] = [
    after.filter((one) => !before.includes(one)),
    before.filter((one) => !after.includes(one)),
  ];
  const parts = [
    ...(come.length === 0 ? [] : [`加上 ${come.join('、')}`]),
    ...(gone.length === 0 ? [] : [`去掉 ${gone.join('、')}`]),
  ];
  if (parts.length === 0) return [];
  return [`${whose}：${parts.join('，')}。${come.length === 0 ? '' : '核对编号是不是本人的。'}`];
}

/** Whoever is of the office judges what he files himself. */
function bothWords(before: Authority, after: Authority): readonly string[] {
  const pairs = ({ office, units }: Authority): readonly string[] =>
    [...units.values()].flatMap(({ name, accounts }) =>
      accounts
        .filter((one) => office?.reviewers.includes(one))
        .map((one) => `${one} 既是审核账号，又代表「${name}」`),
    );
  const known = pairs(before);
  return pairs(after)
    .filter((one) => !known.includes(one))
    .map((one) => `账号 ${one}：自己送的，要由办公室另一个人看。`);
}
