import { type Day, daysBetween } from '../form/dates.ts';
import type { Entry } from '../form/entry.ts';
import type { Lifecycle, Owed } from '../records/lifecycle/derive.ts';
import { compareText } from '../text/finding.ts';
import type { ReadRegistry } from './facts.ts';

/** Where a project stands on a day, with what a list or a page says beside it. */
export interface Standing extends Lifecycle {
  readonly id: string;
  readonly name: string;
  /** Whole days since `since`; undefined when nobody knows since when. */
  readonly days: number | undefined;
}

/** One step that waits for somebody. */
export interface Waiting extends Owed {
  readonly id: string;
  readonly name: string;
  readonly days: number | undefined;
}

/** Where one entry stands. */
export function standingOf(entry: Entry, read: Pick<ReadRegistry, 'lifeOf' | 'today'>): Standing {
  const life = read.lifeOf(entry);
  return { id: entry.id, name: entry.filing.name ?? entry.id, days: waited(life.since, read.today), ...life };
}

/** Where every project stands, in the order of the files. */
export function standings(read: Pick<ReadRegistry, 'projects' | 'lifeOf' | 'today'>): readonly Standing[] {
  return read.projects.map(({ entry }) => standingOf(entry, read));
}

/**
 * Everything that waits for somebody, oldest first; what nobody knows the day of comes last. A unit's own plan for a
 * day to come waits for nobody yet. No deadline is applied: the regulation has none.
 */
export function waitingSteps(all: readonly Standing[], today: Day): readonly Waiting[] {
  const steps = all.flatMap(({ id, name, owed }) =>
    owed
      .filter(({ planned }) => planned === undefined)
      .map((one) => ({ id, name, days: waited(one.since, today), ...one })),
  );
  return steps.sort((a, b) => (b.days ?? -1) - (a.days ?? -1) || compareText(a.id, b.id));
}

function waited(since: Day | undefined, today: Day): number | undefined {
  return since === undefined ? undefined : Math.max(daysBetween(since, today), 0);
}
