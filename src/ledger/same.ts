import { foldPlain } from '../text/fold.ts';
import type { LeftOut } from './grid.ts';
import type { Meaning } from './meanings.ts';
import { isNoticedAgain } from './notice.ts';
import type { LedgerProject } from './project.ts';
import { meaningsOf } from './title.ts';

/**
 * One of each project. The same project stands twice in a ledger when a sheet repeats another, when a row was pasted
 * beside its columns, or when a notice was issued again. Yearly work, phases and lots are alike and not the same:
 * whatever tells two rows apart (name, unit, year, amount, code) keeps them apart.
 */
export function mergeSame(projects: readonly LedgerProject[], left: LeftOut[]): readonly LedgerProject[] {
  const byKey = new Map<string, LedgerProject[]>();
  const kept: LedgerProject[] = [];
  for (const project of projects) {
    const key = keyOf(project);
    const others = byKey.get(key) ?? [];
    const same = others.find((other) => isSame(other, project));
    if (!same) {
      byKey.set(key, [...others, project]);
      kept.push(project);
      continue;
    }
    // A straight row is better than a shifted one, and a later notice than an earlier one.
    const later = isLater(project, same);
    const [stays, goes] = later ? [project, same] : [same, project];
    byKey.set(key, [...others.filter((other) => other !== same), stays]);
    if (later) kept[kept.indexOf(same)] = project;
    left.push({ sheet: goes.sheet, row: goes.row, why: whySame(goes, stays) });
  }
  return kept;
}

/** 「普查服务」 and 「普查服务采购」 are one project where both are names of notices. */
function keyOf(project: LedgerProject): string {
  const plain = foldPlain(project.name);
  return isNotice(project) ? plain.replace(/(.)采购$/, '$1') : plain;
}

function isSame(a: LedgerProject, b: LedgerProject): boolean {
  if (differ(a.unit && foldPlain(a.unit), b.unit && foldPlain(b.unit))) return false;
  if (isNotice(a) || isNotice(b)) return true;
  if (differ(codeOf(a), codeOf(b))) return false;
  const followed = isFollowed(a, b);
  if (differ(a.amount, b.amount) && !followed) return false;
  if (differ(a.year, b.year) && !isCarriedOver(a, b) && !followed) return false;
  // Another sheet repeats a project with fewer columns; on one sheet two rows are one only where they say the same.
  if (a.sheet !== b.sheet) return a.unit !== undefined && b.unit !== undefined;
  const moved = a.notes.length !== b.notes.length;
  const alike =
    (a.description ?? '') === (b.description ?? '') &&
    a.values.来源类别 === b.values.来源类别 &&
    a.values.备注 === b.values.备注;
  return a.amount === b.amount && (moved || alike);
}

/**
 * One sheet holds what was approved and another what was signed, or each sheet the state of one quarter: the same project
 * with another sum. Sheets of years are none: each may hold a contract of its own.
 */
function isFollowed(a: LedgerProject, b: LedgerProject): boolean {
  if (a.sheet === b.sheet || a.unit === undefined || b.unit === undefined) return false;
  if (PERIOD.test(a.sheet) && PERIOD.test(b.sheet)) return a.amountFrom === b.amountFrom;
  const [first, second] = [kindOf(a), kindOf(b)];
  if (first === undefined || second === undefined || first === second) return false;
  const [approved = 0, signed = 0] = first < second ? [a.amount, b.amount] : [b.amount, a.amount];
  return signed <= approved * 1.05 && signed >= approved * 0.3;
}

const PERIOD =
  /^(?:\d{4}年?)?第?(?:[一二三四1-4]季度|(?:1[0-2]|0?[1-9]|[一二三四五六七八九十]{1,2})月份?|[上下]半年)(?:末|底)?$/;

/** Where the kind of sum that the project was read by stands among the sums, as its column's title says. */
function kindOf({ amountFrom }: LedgerProject): number | undefined {
  const meaning = amountFrom === undefined ? undefined : meaningsOf(amountFrom)[0]?.meaning;
  const at = meaning === undefined ? -1 : KINDS.indexOf(meaning);
  return at < 0 ? undefined : at;
}

const KINDS: readonly Meaning[] = ['批复金额', '合同金额', '决算金额'];

/** A project of several years stands in the sheet of each: 新建 in the first, 续建 in the others. */
function isCarriedOver(a: LedgerProject, b: LedgerProject): boolean {
  const later = (b.year ?? 0) > (a.year ?? 0) ? b : a;
  return (
    a.sheet !== b.sheet &&
    a.amount !== undefined &&
    a.amount === b.amount &&
    CARRIED.test(later.values.建设性质 ?? '')
  );
}

const CARRIED = /续建|结转|跨年|延续/;
const differ = <T>(a: T | undefined, b: T | undefined): boolean =>
  a !== undefined && b !== undefined && a !== b;
const codeOf = ({ values }: LedgerProject): string | undefined => values.项目编号;

/** A row of a list of notices: its name was taken from the notice's title. */
function isNotice({ values }: LedgerProject): boolean {
  return values.公告标题 !== undefined;
}

function isLater(a: LedgerProject, b: LedgerProject): boolean {
  if (isNotice(a) || isNotice(b)) {
    const [dayA, dayB] = [a.values.采购日期 ?? '', b.values.采购日期 ?? ''];
    if (dayA !== dayB) return dayA > dayB;
    return isNoticedAgain(a.values.公告标题 ?? '') && !isNoticedAgain(b.values.公告标题 ?? '');
  }
  if (a.sheet !== b.sheet) {
    if (PERIOD.test(a.sheet) && PERIOD.test(b.sheet)) return true;
    const [kindA = 9, kindB = 9] = [kindOf(a), kindOf(b)];
    return kindA === kindB ? a.amount !== undefined && b.amount === undefined : kindA < kindB;
  }
  return a.notes.length < b.notes.length;
}

function whySame(goes: LedgerProject, stays: LedgerProject): string {
  const where = goes.sheet === stays.sheet ? '' : `工作表「${stays.sheet}」`;
  const kind = isNotice(goes) ? '是同一个项目的另一次公告，取了那一次' : '是同一个项目，只算一次';
  return `与${where}第 ${stays.row} 行${kind}。`;
}
