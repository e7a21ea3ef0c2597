import type { Day } from '../form/dates.ts';
import { type Entry, publicPart } from '../form/entry.ts';
import type { Fen } from '../form/money.ts';
import type { Lifecycle, TimelineStep } from '../records/lifecycle/derive.ts';
import { isCounted, type Phase, phaseOf, type Uncounted } from '../records/lifecycle/phases.ts';
import { type ReadRegistry, rememberLives } from '../registry/facts.ts';
import type { Finding } from '../text/finding.ts';

/** A project as figures look at it: what was received and recorded of it up to a day. */
export interface Account {
  readonly id: string;
  readonly name: string;
  /** Code of the unit in whose folder it lies. */
  readonly unit: string;
  readonly unitName: string;
  /** True when the unit leads it; false for a social project that the unit only coordinates. */
  readonly led: boolean;
  readonly demo: boolean;
  readonly entry: Entry;
  /** Where it stood on the day. */
  readonly life: Lifecycle;
  /** Where it stands by all that is known today: a year is evaluated after it has ended. */
  readonly today: Lifecycle;
  readonly phase: Phase | Uncounted;
  /** Registered: only these count. */
  readonly counted: boolean;
  /** Public money is used, by what was received. */
  readonly fiscal: boolean;
  /** 总投资 as received, in 分. */
  readonly budget: Fen | undefined;
  /** How much of it is public money; undefined where the sources do not say. */
  readonly publicBudget: Fen | undefined;
  /** The check asks whether the amount is right: it stays out of totals until that is settled. */
  readonly doubtful: boolean;
}

type Read = Pick<ReadRegistry, 'today' | 'office' | 'units' | 'projects' | 'records' | 'lifeOf'> & {
  readonly findings: readonly Finding[];
};

/** Findings that make an amount too uncertain to be added up. */
const DOUBTS: readonly string[] = [
  'annex-amount-plausible',
  'annex-total-is-sum',
  'annex-text-amount-agrees',
];

/** Files whose 总投资 the check doubts. */
export function doubtfulFiles(findings: readonly Finding[]): ReadonlySet<string> {
  return new Set(findings.filter(({ rule }) => DOUBTS.includes(rule)).map(({ file }) => file));
}

/** Every project that was filed by this day, as it stood then. */
export function accountsOn(read: Read, day: Day): readonly Account[] {
  const { projects, records, office, units, findings, today } = read;
  const lifeThen = day >= today ? read.lifeOf : rememberLives(records, day, office?.settings);
  const doubtful = doubtfulFiles(findings);
  return projects
    .filter(({ entry }) => (entry.filing.filedOn ?? '') <= day)
    .map(({ entry }): Account => {
      const { id, unit, filing, file } = entry;
      const life = lifeThen(entry);
      const phase = phaseOf(life, filing);
      const budget = life.received?.budget ?? filing.budget;
      const lead = life.received?.leadType ?? filing.lead?.type;
      return {
        id,
        name: filing.name ?? id,
        unit,
        unitName: units.get(unit)?.name ?? unit,
        led: lead !== '社会组织' && lead !== '个人',
        demo: filing.demo === true,
        entry,
        life,
        today: read.lifeOf(entry),
        phase,
        counted: isCounted(phase),
        fiscal: life.received?.fiscal ?? entry.fiscal === true,
        budget,
        publicBudget: publicPart(entry.filing, budget),
        doubtful: doubtful.has(file),
      };
    });
}

/** Events that hold, in the order of days. */
export function stepsThatHold({ timeline }: Lifecycle): readonly TimelineStep[] {
  return timeline.filter(({ refusal, voided }) => refusal === undefined && !voided);
}

/** Which projects figures are about. Real and demonstration projects are never added up. */
export interface Scope<T> {
  readonly shown: readonly T[];
  /** While there is no real project the demonstration is shown, and has to be marked so. */
  readonly demo: boolean;
  /** How many demonstration projects were left out. */
  readonly left: number;
}

/** The real projects; while there are none, the demonstration. */
export function scopeOf<T extends { readonly demo: boolean }>(all: readonly T[]): Scope<T> {
  const real = all.filter(({ demo }) => !demo);
  const demos = all.filter(({ demo }) => demo);
  if (real.length === 0 && demos.length > 0) return { shown: demos, demo: true, left: 0 };
  return { shown: real, demo: false, left: demos.length };
}
