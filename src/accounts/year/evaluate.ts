import type { Day } from '../../form/dates.ts';
import type { ReadRegistry } from '../../registry/facts.ts';
import type { Unit, UnitEvaluations } from '../../registry/units.ts';
import type { Finding } from '../../text/finding.ts';
import { type Account, accountsOn, scopeOf } from '../account.ts';
import { APPROVING } from './approving.ts';
import { BUILDING_FIGURES } from './building.ts';
import { REGISTERING } from './registering.ts';
import { REUSING } from './reusing.ts';
import { SPENDING } from './spending.ts';
import type { Declared, Figure, FigureDef, YearOf } from './types.ts';
import { USING } from './using.ts';

/** THE dictionary of the evaluation of a year (第十条): every figure with how it is counted. */
export const FIGURES: readonly FigureDef[] = [
  ...REGISTERING,
  ...APPROVING,
  ...BUILDING_FIGURES,
  ...SPENDING,
  ...REUSING,
  ...USING,
];

/** A year of one unit. */
export interface UnitYear {
  readonly code: string;
  readonly name: string;
  /** Of the projects that the unit leads. */
  readonly figures: readonly Figure[];
  /** Social projects that it coordinates, for which it answers to a lesser degree; their ids. */
  readonly coordinated: readonly string[];
  /** What the office and the finance department have concluded; undefined until they have. */
  readonly conclusion: UnitEvaluations[number] | undefined;
}

/** The evaluation of a year: the district, and every unit that had a project or ought to have had one. */
export interface Evaluation {
  readonly year: number;
  /** The last day that was looked at. */
  readonly asOf: Day;
  readonly isOver: boolean;
  /** True while there are only demonstration projects. */
  readonly demo: boolean;
  /** Of all registered projects, the coordinated ones too. */
  readonly district: readonly Figure[];
  readonly units: readonly UnitYear[];
  /** Names by id, for whoever shows what stands behind a figure. */
  readonly names: ReadonlyMap<string, string>;
}

type Read = Pick<ReadRegistry, 'today' | 'office' | 'units' | 'projects' | 'records' | 'lifeOf'> & {
  readonly findings: readonly Finding[];
};

const SUSPECT: readonly string[] = ['art6-begun-before-approval', 'art6-filed-without-approval'];

/** Evaluates a year as the records tell it. Pure; a year to come has nothing to evaluate and gives empty figures. */
export function evaluateYear(read: Read, year: number): Evaluation {
  const end = `${year}-12-31`;
  const to = end < read.today ? end : read.today;
  const { shown, demo } = scopeOf(accountsOn(read, to));
  const about = suspectFiles(read.findings);
  const suspects = new Set(shown.filter(({ entry }) => about.has(entry.file)).map(({ id }) => id));
  const base = {
    year,
    from: `${year}-01-01`,
    to,
    isOver: end < read.today,
    holidays: read.office?.holidays ?? [],
    decided: read.office?.settings ?? {},
    suspects,
  };
  const units = [...read.units.values()].filter((unit) => unit.demo === demo);
  const codes = new Set([...units.map(({ code }) => code), ...shown.map(({ unit }) => unit)]);
  const byUnit = Map.groupBy(shown, ({ unit }) => unit);
  const years = [...codes].flatMap((code) => {
    const accounts = byUnit.get(code) ?? [];
    const unit = read.units.get(code);
    const declared = unit && declaredOf(unit, year);
    const conclusion = unit?.evaluations?.findLast((one) => one.year === year);
    if (accounts.length === 0 && !declared && !conclusion) return [];
    return [unitYear({ ...base, accounts, declared }, code, unit?.name ?? code, conclusion)];
  });
  return {
    year,
    asOf: to,
    isOver: base.isOver,
    demo,
    district: figuresOf({ ...base, accounts: shown, declared: undefined }).map((one) =>
      one.key === 'coverage' ? coverageOfAll(one, years) : one,
    ),
    units: years,
    names: new Map(shown.map(({ id, name }) => [id, name])),
  };
}

function unitYear(year: YearOf, code: string, name: string, conclusion: UnitYear['conclusion']): UnitYear {
  const led = year.accounts.filter((account) => account.led);
  const coordinated = year.accounts.filter((account) => !account.led && account.counted).map(({ id }) => id);
  return { code, name, figures: figuresOf({ ...year, accounts: led }), coordinated, conclusion };
}

function figuresOf(year: YearOf): readonly Figure[] {
  return FIGURES.map(({ count, ...definition }) => ({ ...definition, ...count(year) }));
}

function suspectFiles(findings: readonly Finding[]): ReadonlySet<string> {
  const files = findings.filter(({ rule }) => SUSPECT.includes(rule)).map(({ file }) => file);
  // What is wrong with records stands in their own file; a project is meant all the same.
  return new Set(files.map((file) => file.replace(/^records\//, 'projects/').replace(/\.yaml$/, '.md')));
}

/** The last count of 应备项目 that was made by that year. */
function declaredOf({ declared = [] }: Unit, year: number): Declared | undefined {
  const last = declared
    .filter((one) => one.year <= year)
    .sort((a, b) => a.year - b.year)
    .at(-1);
  return last && { count: last.count, names: last.names ?? [], basis: last.basis };
}

/** The district's 备案率 is that of the units whose 应备项目 are known: the others have nothing to be compared with. */
function coverageOfAll(figure: Figure, units: readonly UnitYear[]): Figure {
  const known = units.flatMap(({ figures }) =>
    figures.filter(({ key, of }) => key === figure.key && of !== undefined),
  );
  if (known.length === 0) return figure;
  const sum = (of: (one: Figure) => number | undefined): number =>
    known.reduce((total, one) => total + (of(one) ?? 0), 0);
  return {
    ...figure,
    value: sum(({ value }) => value),
    of: sum(({ of }) => of),
    behind: known.flatMap(({ behind }) => behind),
    rest: known.flatMap(({ rest = [] }) => rest),
  };
}

/** The regulation has been in force since then. */
const FIRST_YEAR = 2021;

/** The years that can be evaluated: from the first filing to today, the latest first. */
export function yearsOf(accounts: readonly Account[], today: Day): readonly number[] {
  const years = accounts.flatMap(({ entry: { filing } }) =>
    filing.filedOn === undefined ? [] : [Number(filing.filedOn.slice(0, 4))],
  );
  const last = Number(today.slice(0, 4));
  const first = Math.max(Math.min(last, ...years), FIRST_YEAR);
  return Array.from({ length: last - first + 1 }, (_, index) => last - index);
}
