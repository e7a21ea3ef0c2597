import type { ReadRegistry } from '../registry/facts.ts';
import { unitNames } from '../registry/unit-names.ts';
import type { Unit } from '../registry/units.ts';
import type { Candidate } from '../similarity/judge.ts';
import type { Library } from '../similarity/library.ts';
import type { Need } from '../similarity/types.ts';
import { compareText } from '../text/finding.ts';
import { foldPlain } from '../text/fold.ts';

/** A notice of a purchase (采购意向, 招标, 中标) as a ledger tells it. */
export interface Notice {
  readonly sheet: string;
  readonly row: number;
  readonly name: string;
  readonly unit?: string | undefined;
  /** 万元. */
  readonly amount?: number | undefined;
  readonly year?: number | undefined;
  readonly description?: string | undefined;
  /** False where its name tells nothing digital. */
  readonly digital: boolean;
}

/** A notice to which no filing of its unit was found; `near` is what of the registry is most like it. */
export interface Unfiled {
  readonly notice: Notice;
  readonly near: Candidate | undefined;
}

export interface UnfiledUnit {
  readonly unit: Unit;
  readonly notices: readonly Unfiled[];
}

/** Why a notice was not put on any unit's list. */
export const ASIDE = [
  '单位不在本区名录',
  '没有写单位',
  '单位名称不确定',
  '看名称不像数智化项目',
  '可能是已登记项目的另一期',
] as const;
export type Aside = (typeof ASIDE)[number];

/** Notices compared with the registry: each is in exactly one place. */
export interface Compared {
  /** By unit, the one with most first. To be asked about: never a statement that anything is wrong. */
  readonly units: readonly UnfiledUnit[];
  readonly filed: readonly { readonly notice: Notice; readonly id: string; readonly name: string }[];
  readonly aside: readonly { readonly notice: Notice; readonly why: Aside; readonly near?: string }[];
}

/** So many characters of one name inside the other are the same project: 「…平台」 and 「…平台建设项目」. */
const SAME_FROM = 6;
/** So many of the most alike are looked at. */
const LOOKED_AT = 10;

/** Which notices of units of this district have no filing of that unit, by the same engine as 查重. */
export function compareNotices(
  notices: readonly Notice[],
  { units }: Pick<ReadRegistry, 'units'>,
  { find }: Pick<Library, 'find'>,
): Compared {
  const unitNamed = unitNames(units);
  const unfiled = new Map<Unit, Unfiled[]>();
  const filed: Compared['filed'][number][] = [];
  const aside: Compared['aside'][number][] = [];
  for (const [at, notice] of notices.entries()) {
    const named = notice.unit === undefined ? undefined : unitNamed(notice.unit);
    const why = asideAtOnce(notice, named?.by);
    if (why !== undefined || !named) {
      aside.push({ notice, why: why ?? '单位不在本区名录' });
      continue;
    }
    const { unit } = named;
    const candidates = find(needOf(notice, unit, at), LOOKED_AT);
    const own = candidates.filter(({ id }) => id.startsWith(`${unit.code}/`));
    const same = own.find((one) => isSame(notice.name, one));
    const phase = own.find(({ relation }) => relation === '迭代');
    const near = candidates.find(({ mustAnswer }) => mustAnswer);
    if (same) filed.push({ notice, id: same.id, name: same.name });
    else if (phase) aside.push({ notice, why: '可能是已登记项目的另一期', near: phase.id });
    else unfiled.set(unit, [...(unfiled.get(unit) ?? []), { notice, near }]);
  }
  const lists = [...unfiled].map(([unit, some]) => ({ unit, notices: some }));
  lists.sort((a, b) => b.notices.length - a.notices.length || compareText(a.unit.code, b.unit.code));
  return { units: lists, filed, aside };
}

function needOf({ name, description }: Notice, unit: Unit, at: number): Need {
  const districtWide = unit.type === '区直单位';
  return { id: `notice/${at}`, name, unit: unit.name, description, unitCode: unit.code, districtWide };
}

function asideAtOnce({ unit, digital }: Notice, by: string | undefined): Aside | undefined {
  if (unit === undefined) return '没有写单位';
  if (by === undefined) return '单位不在本区名录';
  if (by === '近似') return '单位名称不确定';
  return digital ? undefined : '看名称不像数智化项目';
}

function isSame(name: string, candidate: Candidate): boolean {
  const [a, b] = [foldPlain(name), foldPlain(candidate.name)];
  const [short = '', long = ''] = a.length < b.length ? [a, b] : [b, a];
  if (short.length >= SAME_FROM && long.includes(short)) return candidate.relation !== '迭代';
  return candidate.relation === '疑似重复';
}
