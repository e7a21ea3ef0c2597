import type { Entry } from '../form/entry.ts';
import type { ComparedEntry } from '../registry/read-entry.ts';
import type { ReadReference } from '../registry/read-reference.ts';
import type { Unit } from '../registry/units.ts';
import { compareText } from '../text/finding.ts';
import type { SimilarProject } from './comparison.ts';
import { type FiledBy, isFiledWithin, latestFirst } from './filed-lately.ts';
import type { Indexes } from './likely-texts.ts';
import { needOfFiling, needOfReference } from './needs.ts';
import type { Need } from './types.ts';

/** A project that is there, with where it comes from. */
export interface Existing {
  readonly need: Need;
  readonly standing: SimilarProject['standing'];
  /** Read when it is asked for. */
  readonly entry?: Entry | undefined;
}

/** What is registered on the base branch, as much of it read as a search asks for. */
export interface Stock {
  /** The ids of what is there, filings first, in the order of their files: its numbers. */
  readonly ids: readonly string[];
  readonly index: () => Indexes;
  /** What is there, by its number; undefined for a file that is refused. */
  readonly existing: (number: number) => Existing | undefined;
  /** Says which are going to be asked for, so that they can be read at once. */
  readonly expect: (numbers: readonly number[]) => void;
  readonly numberOf: (id: string) => number | undefined;
  /** What a unit has filed between two days and still holds, the latest first, at most so many. */
  readonly filedBy: FiledBy;
}

/** A registry as it is read for a stock. */
export interface Shelved {
  /** The ids of filings, then those of references, each in the order of its files. */
  readonly ids: readonly string[];
  readonly units: ReadonlyMap<string, Unit>;
  readonly entry: (id: string) => Entry | undefined;
  /** The same as far as it is compared; most are asked for nothing else. */
  readonly compared: (id: string) => ComparedEntry | undefined;
  readonly reference: (id: string) => ReadReference | undefined;
  readonly isEnded: (id: string) => boolean;
  /** Says which are going to be asked for. */
  readonly expect: (ids: readonly string[]) => void;
  /** The pairs of texts and names, in the order of the ids. */
  readonly index: () => Indexes;
  /** The filings of a unit with the day on which each seems to be filed; without one where only reading tells. */
  readonly filedIn: (unit: string) => readonly { readonly id: string; readonly day: string | undefined }[];
}

/** Makes a registry ready to be searched; a file is read when it is asked for. */
export function stockOf(shelved: Shelved): Stock {
  const { ids, units, isEnded } = shelved;
  const numbers = new Map(ids.map((id, number) => [id, number]));
  const known = new Map<number, Existing | undefined>();
  const make = (id: string): Existing | undefined => {
    const compared = shelved.compared(id);
    if (compared) {
      const need = needOfFiling(compared, units, isEnded(id));
      return {
        need,
        standing: '已登记',
        get entry() {
          return shelved.entry(id);
        },
      };
    }
    const other = shelved.reference(id);
    return other && { need: needOfReference(other.id, other.record), standing: '参考项目' };
  };
  const existing = (number: number): Existing | undefined => {
    if (!known.has(number)) known.set(number, make(ids[number] ?? ''));
    return known.get(number);
  };
  return {
    ids,
    index: shelved.index,
    existing,
    expect: (wanted) => shelved.expect(wanted.map((number) => ids[number] ?? '')),
    numberOf: (id) => numbers.get(id),
    filedBy: (unit, from, to, most) => filedIn(shelved, unit, from, to, most),
  };
}

/** Reads the latest first, and no more than are wanted; those of which only reading tells when they were filed, all. */
function filedIn(
  { filedIn: seemsFiled, entry, isEnded, expect }: Shelved,
  unit: string,
  from: string,
  to: string,
  most: number,
): readonly Entry[] {
  const seems = seemsFiled(unit);
  const unclear = seems.filter(({ day }) => day === undefined).map(({ id }) => id);
  const dated = seems
    .flatMap(({ id, day }) => (day !== undefined && day >= from && day <= to ? [{ id, day }] : []))
    .sort((a, b) => compareText(b.day, a.day) || compareText(a.id, b.id))
    .map(({ id }) => id);
  const held = (id: string): readonly Entry[] => {
    const one = entry(id);
    return one && !isEnded(id) && isFiledWithin(one, from, to) ? [one] : [];
  };
  expect([...unclear, ...dated.slice(0, most)]);
  const found = unclear.flatMap(held);
  let left = most;
  for (const id of dated) {
    if (left === 0) break;
    const [one] = held(id);
    if (!one) continue;
    found.push(one);
    left--;
  }
  return found.sort(latestFirst).slice(0, most);
}
