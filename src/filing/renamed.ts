import { foldPlain } from '../text/fold.ts';

/** A filing that is there, as far as a ledger can tell it again. */
export interface Standing {
  /** Code of its unit. */
  readonly unit: string;
  readonly name: string;
  /** 资金预算 as it is written; undefined where it has none. */
  readonly amount: string | undefined;
}

/** How alike two names are before anybody is asked whether one became the other, 0..1. */
const ALIKE = 0.6;

/**
 * The filing that a new line of a ledger may be under another name or another unit; `others` are those that the ledger
 * does not name itself. Phases and years of one name are projects of their own.
 */
export function mayBe<T extends Standing>(
  fresh: Standing,
  others: readonly T[],
): { readonly was: T; readonly how: '改名' | '换单位' } | undefined {
  const name = foldPlain(fresh.name);
  const moved = others.find(
    (one) => one.unit !== fresh.unit && foldPlain(one.name) === name && sameSum(one, fresh),
  );
  if (moved) return { was: moved, how: '换单位' };
  const renamed = others.find(
    (one) =>
      one.unit === fresh.unit &&
      one.amount !== undefined &&
      one.amount === fresh.amount &&
      !onlyCounted(one.name, fresh.name) &&
      likeness(foldPlain(one.name), name) >= ALIKE,
  );
  return renamed && { was: renamed, how: '改名' };
}

const sameSum = (a: Standing, b: Standing): boolean =>
  a.amount === undefined || b.amount === undefined || a.amount === b.amount;

/** 二期, 2024年 and 第三批 tell projects apart that are called alike. */
function onlyCounted(a: string, b: string): boolean {
  const bare = (name: string): string => foldPlain(name).replace(/[\d一二三四五六七八九十期年度批第]/g, '');
  return bare(a) === bare(b);
}

/** Pairs of neighbouring signs that two names share, 0..1. */
function likeness(a: string, b: string): number {
  const pairs = (name: string): readonly string[] =>
    Array.from({ length: Math.max(0, name.length - 1) }, (_, at) => name.slice(at, at + 2));
  const [first, second] = [pairs(a), pairs(b)];
  const open = [...second];
  const shared = first.filter((pair) => {
    const at = open.indexOf(pair);
    if (at >= 0) open.splice(at, 1);
    return at >= 0;
  });
  return first.length + second.length === 0 ? 0 : (2 * shared.length) / (first.length + second.length);
}
