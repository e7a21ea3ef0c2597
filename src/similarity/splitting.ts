import { align, type ComparedFunction } from './align.ts';
import { slotName } from './slots.ts';
import type { Need } from './types.ts';

/** Several filings of one unit that together come to one project. */
export interface Split {
  readonly kind: '合起来与已有项目相同' | '同一个项目分开报';
  /** The filing itself first, then the others that belong to it. */
  readonly parts: readonly Need[];
  /** The existing project that the parts come to; only for 合起来与已有项目相同. */
  readonly whole?: Need;
  /** Functions of the whole that the parts have together, in its own words. */
  readonly functions: readonly string[];
}

/** So much of an existing project is the project; the same share that asks for an answer from one filing alone. */
const WHOLE = 0.7;
/** Two functions here and there are found in any two filings by chance. */
export const LEAST_FUNCTIONS = 3;

/** What one filing has of a whole: the numbers of the whole's functions. */
interface Share {
  readonly part: Need;
  readonly covers: ReadonlySet<number>;
}

/**
 * An existing project that the filing and others of its unit have together, though none of them has it alone. Greedy:
 * the part that adds most comes first, and one that adds nothing is no part. The first whole that fits is given.
 */
export function findWhole(
  functionsOf: (need: Need) => readonly ComparedFunction[],
  own: Need,
  others: readonly Need[],
  wholes: readonly Need[],
): Split | undefined {
  for (const whole of wholes) {
    const items = functionsOf(whole);
    if (items.length < LEAST_FUNCTIONS || items.some(({ drawn }) => drawn)) continue;
    const shareOf = (part: Need): Share => ({ part, covers: covered(functionsOf(part), items) });
    const parts = gather(items, shareOf(own), others.map(shareOf));
    if (!parts) continue;
    const had = new Set(parts.flatMap(({ covers }) => [...covers]));
    const names = items.filter((_, at) => had.has(at)).map(({ text }) => text);
    return { kind: '合起来与已有项目相同', parts: parts.map(({ part }) => part), whole, functions: names };
  }
  return undefined;
}

/**
 * Filings of the unit that are called the same as this one but for phase or lot, while none names the other as its
 * 前期项目: one project handed in by pieces.
 */
export function findPieces(own: Need, others: readonly Need[]): Split | undefined {
  const mine = slotName(own.name);
  const pieces = others.filter((other) => {
    const theirs = slotName(other.name);
    const linked = own.predecessor === other.id || other.predecessor === own.id;
    return !linked && mine.core !== '' && theirs.core === mine.core && theirs.phase !== mine.phase;
  });
  if (own.predecessor !== undefined || pieces.length === 0) return undefined;
  return { kind: '同一个项目分开报', parts: [own, ...pieces], functions: [] };
}

function covered(part: readonly ComparedFunction[], whole: readonly ComparedFunction[]): ReadonlySet<number> {
  return new Set(align(part, whole).matched.map(({ other }) => whole.indexOf(other)));
}

function gather(
  whole: readonly ComparedFunction[],
  own: Share,
  others: readonly Share[],
): readonly Share[] | undefined {
  const shareOf = (covers: Iterable<number>): number => weigh(whole, covers) / weigh(whole, whole.keys());
  if (own.covers.size === 0 || [own, ...others].some(({ covers }) => shareOf(covers) >= WHOLE))
    return undefined;
  const parts = [own];
  const had = new Set(own.covers);
  while (shareOf(had) < WHOLE) {
    const adds = ({ covers }: Share): number =>
      weigh(
        whole,
        [...covers].filter((at) => !had.has(at)),
      );
    const next = others.filter((one) => !parts.includes(one)).sort((a, b) => adds(b) - adds(a))[0];
    if (!next || adds(next) === 0) return undefined;
    parts.push(next);
    for (const at of next.covers) had.add(at);
  }
  return had.size >= LEAST_FUNCTIONS ? parts : undefined;
}

/** Functions count by what they say: what every system has counts little. */
function weigh(items: readonly ComparedFunction[], which: Iterable<number>): number {
  let sum = 0;
  for (const at of which) sum += items[at]?.weight ?? 0;
  return sum;
}
