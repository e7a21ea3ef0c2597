import type { Entry } from '../form/entry.ts';
import type { ReadReference } from '../registry/read-reference.ts';
import type { Unit } from '../registry/units.ts';
import { type Columns, columnsOf } from './columns.ts';
import type { SimilarProject } from './comparison.ts';
import type { FeatureMaker } from './features.ts';
import { type FiledBy, latestFirst } from './filed-lately.ts';
import type { LatentSpace } from './latent.ts';
import { needOfFiling, needOfReference } from './needs.ts';
import type { Need } from './types.ts';
import { spaceOf } from './whole.ts';

/** A project that is there, with where it comes from. */
export interface Existing {
  readonly need: Need;
  readonly standing: SimilarProject['standing'];
  readonly entry?: Entry;
}

/** What is registered on the base branch, made ready once to be searched for one change after the other. */
export interface Stock {
  readonly columns: Columns;
  readonly space: LatentSpace;
  /** What is there, by its number in the columns. */
  readonly existing: (number: number) => Existing;
  /** Says which are going to be asked for, so that they can be read at once. */
  readonly expect: (numbers: readonly number[]) => void;
  readonly numberOf: (id: string) => number | undefined;
  /** What a unit has filed between two days and still holds, the latest first, at most so many. */
  readonly filedBy: FiledBy;
}

/**
 * From so many on the latent space is made of what is registered alone: what a change adds to so many tells nothing of how
 * words go together, and a space made anew for each change would take longer than all else. In a smaller registry every
 * text counts, and making it takes no time.
 */
export const STOCKED = 500;

/** What is registered. */
export interface Registered {
  readonly entries: readonly Entry[];
  readonly references: readonly ReadReference[];
  readonly units: ReadonlyMap<string, Unit>;
  readonly isEnded: (entry: Entry) => boolean;
}

/** Makes a registry ready, all of which is at hand. What is compared of each is made when it is asked for, and again. */
export function stockOf(maker: FeatureMaker, { entries, references, units, isEnded }: Registered): Stock {
  const all: readonly (Entry | ReadReference)[] = [...entries, ...references];
  const make = (number: number): Existing => {
    const one = all[number];
    if (!one) throw new Error(`The stock has no entry number ${number}`);
    return 'filing' in one
      ? { need: needOfFiling(one, units, isEnded(one)), standing: '已登记', entry: one }
      : { need: needOfReference(one.id, one.record), standing: '参考项目' };
  };
  // Needs hold copies of the texts: those of a hundred thousand are not kept.
  const digests = all.map((_, number) => maker.digest(make(number).need));
  const space = spaceOf(maker, digests, (number) => make(number).need);
  const numbers = new Map(all.map(({ id }, number) => [id, number]));
  const known = new Map<number, Existing>();
  const live = entries.filter((entry) => !isEnded(entry)).sort(latestFirst);
  const byUnit = Map.groupBy(live, ({ unit }) => unit);
  return {
    columns: columnsOf(maker, digests, space),
    space,
    existing: (number) => {
      const one = known.get(number) ?? make(number);
      known.set(number, one);
      return one;
    },
    expect: () => {},
    numberOf: (id) => numbers.get(id),
    filedBy: (unit, from, to, most) => {
      const filed = byUnit.get(unit) ?? [];
      return filed.filter(({ filing: { filedOn = '' } }) => filedOn >= from && filedOn <= to).slice(0, most);
    },
  };
}
