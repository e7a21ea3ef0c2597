import { type Day, daysBetween } from '../form/dates.ts';
import type { Entry } from '../form/entry.ts';
import type { Lifecycle, Owed } from '../records/lifecycle/derive.ts';
import { compareText } from '../text/finding.ts';
import type { ReadRegistry } from './facts.ts';
import { type Late, lateStep } from './late-step.ts';
import { NOTHING_SET } from './office.ts';

/** Where a project stands on a day, with what a list or a page says beside it. */
export interface Standing extends Lifecycle {
  readonly id: string;
  readonly name: string;
  /** Whole days since `since`; undefined when nobody knows since when. */
  readonly days: number | undefined;
  /** The first step that is past the office's own limit. */
  readonly late: Late | undefined;
  /** Every step that is, as `owed` names it. */
  readonly lateBy?: ReadonlyMap<string, Late>;
  /** The name of the 协调单位, where the filing has one. */
  readonly coordinator: string | undefined;
}

/** One step that waits for somebody. */
export interface Waiting extends Owed {
  readonly id: string;
  readonly name: string;
  readonly days: number | undefined;
  readonly late: Late | undefined;
  /** Which 协调单位 it is, where it waits for one. */
  readonly by?: string;
}

type Read = Pick<ReadRegistry, 'lifeOf' | 'today' | 'office'>;

/** Where one entry stands. */
export function standingOf(entry: Entry, { lifeOf, today, office = NOTHING_SET }: Read): Standing {
  const life = lifeOf(entry);
  const { id, filing } = entry;
  const lateBy = new Map(
    life.owed.flatMap((one): [string, Late][] => {
      const late = lateStep(one, today, office);
      return late ? [[one.what, late]] : [];
    }),
  );
  const { name = id, coordinator } = filing;
  const [late] = lateBy.values();
  return { id, name, days: waited(life.since, today), late, lateBy, coordinator, ...life };
}

/** Where every project stands, in the order of the files. */
export function standings(read: Read & Pick<ReadRegistry, 'projects'>): readonly Standing[] {
  return read.projects.map(({ entry }) => standingOf(entry, read));
}

/**
 * Everything that waits for somebody, oldest first; what nobody knows the day of comes last. A unit's own plan for a
 * day to come waits for nobody yet. The regulation has no deadline; only the office's own are looked at.
 */
export function waitingSteps(all: readonly Standing[], today: Day): readonly Waiting[] {
  const steps = all.flatMap(({ id, name, owed, lateBy, coordinator }) =>
    owed
      .filter(({ planned }) => planned === undefined)
      .map((one) => {
        const days = waited(one.since, today);
        const by = one.who === '协调单位' && coordinator !== undefined ? { by: coordinator } : {};
        return { id, name, days, late: lateBy?.get(one.what), ...one, ...by };
      }),
  );
  return steps.sort((a, b) => (b.days ?? -1) - (a.days ?? -1) || compareText(a.id, b.id));
}

function waited(since: Day | undefined, today: Day): number | undefined {
  return since === undefined ? undefined : Math.max(daysBetween(since, today), 0);
}
