import { accountsOn } from '../accounts/account.ts';
import { type StateTime, stateTimes } from '../accounts/state-times.ts';
import type { Day } from '../form/dates.ts';
import type { ReadRegistry } from '../registry/facts.ts';
import { limitOf, RECEIPT } from '../registry/late-step.ts';
import { NOTHING_SET } from '../registry/office.ts';
import { standings, type Waiting, waitingSteps } from '../registry/standing.ts';
import { workingDays } from '../registry/working-days.ts';
import { compareText, type Finding } from '../text/finding.ts';

/** One thing that waits, with whom to call. */
export interface Task extends Waiting {
  readonly demo: boolean;
  /** Code of the unit in whose folder the project lies. */
  readonly unit: string;
  readonly unitName: string;
  /** The unit's public office phone, where the 名录 has it. */
  readonly phone: string | undefined;
  /** 登记号. */
  readonly number: string | undefined;
  /** Working days since it waits; undefined when nobody knows since when. */
  readonly workingDays: number | undefined;
  /** The office's own limit for this step, in working days. */
  readonly limit: number | undefined;
}

/** What one unit owes. */
export interface UnitDesk {
  readonly code: string;
  readonly name: string;
  readonly phone: string | undefined;
  readonly tasks: readonly Task[];
}

/** The office's desk on a day. */
export interface Desk {
  readonly today: Day;
  /** Everything that waits for somebody, the oldest first. */
  readonly tasks: readonly Task[];
  /** What units owe, unit by unit; the unit that waits longest first. */
  readonly units: readonly UnitDesk[];
  /** How long each step has taken so far. */
  readonly times: readonly StateTime[];
  /** Years without a table of holidays: there Monday to Friday were counted. */
  readonly untabled: readonly number[];
}

type Read = ReadRegistry & { readonly findings: readonly Finding[] };

/** Parties whom the office reminds: the unit in whose folder the project lies sees to it. */
const REMINDED: readonly Waiting['who'][] = ['申报单位', '协调单位'];

/** The desk of a registry that was checked. */
export function deskOf(read: Read): Desk {
  const { today, office = NOTHING_SET, units, projects } = read;
  const all = standings(read);
  const byId = new Map(projects.map(({ entry }) => [entry.id, entry]));
  const numbers = new Map(all.map(({ id, number }) => [id, number]));
  const faults = openFaults(read.findings);
  const untabled = new Set<number>();
  const tasks = waitingSteps(all, today).map((step): Task => {
    const entry = byId.get(step.id);
    const code = entry?.unit ?? '';
    const unit = units.get(code);
    const waited = step.since === undefined ? undefined : workingDays(step.since, today, office.holidays);
    for (const year of waited?.untabled ?? []) untabled.add(year);
    const open = faults.get(entry?.file ?? '') ?? 0;
    const note = step.what === RECEIPT && open > 0 ? `还有 ${open} 处必改，宜先要求补正` : step.note;
    return {
      ...step,
      ...(note === undefined ? {} : { note }),
      demo: entry?.filing.demo === true,
      unit: code,
      unitName: unit?.name ?? code,
      phone: unit?.phone,
      number: numbers.get(step.id),
      workingDays: waited?.count,
      limit: limitOf(step.what, office),
    };
  });
  return {
    today,
    tasks,
    units: byUnit(tasks),
    times: stateTimes(accountsOn(read, today), office.holidays),
    untabled: [...untabled].sort(),
  };
}

function byUnit(tasks: readonly Task[]): readonly UnitDesk[] {
  const owed = tasks.filter(({ who }) => REMINDED.includes(who));
  const groups = [...Map.groupBy(owed, ({ unit }) => unit)];
  return groups
    .map(([code, mine]) => ({ code, name: mine[0]?.unitName ?? code, phone: mine[0]?.phone, tasks: mine }))
    .sort((a, b) => oldest(b) - oldest(a) || compareText(a.code, b.code));
}

const oldest = ({ tasks }: Pick<UnitDesk, 'tasks'>): number => tasks[0]?.workingDays ?? -1;

/** How many 必改 there are in a filing. */
function openFaults(findings: readonly Finding[]): ReadonlyMap<string, number> {
  const errors = findings.filter(({ severity }) => severity === 'error');
  return new Map([...Map.groupBy(errors, ({ file }) => file)].map(([file, all]) => [file, all.length]));
}
