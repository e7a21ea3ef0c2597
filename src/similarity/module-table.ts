import type { Candidate } from './judge.ts';
import type { ModuleText } from './module-texts.ts';
import { asksAnswer } from './relations.ts';

/** A project that has a module of the plan already. */
export interface ModuleMatch {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  /** How likely a question about it is worth asking, 0..1. */
  readonly worth: number;
}

/** A row of the table module × project. */
export interface ModuleRow extends ModuleText {
  /** Who has it already, the likest first; empty where nobody has. What is elsewhere or out of use is not here. */
  readonly matches: readonly ModuleMatch[];
}

/**
 * A plan module by module: each is looked up as if it were filed alone, so that nothing hides in a large plan. Shared by the
 * check, the comment on a change, the form and the page 我想建.
 */
export interface ModuleTable {
  readonly rows: readonly ModuleRow[];
  /** How many modules somebody has already. */
  readonly existing: number;
}

export const NO_MODULES: ModuleTable = { rows: [], existing: 0 };

/**
 * 「8 个模块中 4 个已有，占写明金额的 61%」; undefined where no module exists, or there are no modules. Money is only spoken of
 * where most modules say what they cost.
 */
export function moduleHeadline({ rows, existing }: ModuleTable): string | undefined {
  if (existing === 0) return undefined;
  const share = moneyShare(rows);
  const money = share === undefined ? '' : `，占写明金额的 ${Math.round(share * 100)}%`;
  return `${rows.length} 个模块中 ${existing} 个已有${money}`;
}

const MOST_PRICED = 0.6;

/** Which share of the money goes to modules that exist, 0..1. */
function moneyShare(rows: readonly ModuleRow[]): number | undefined {
  const sum = (some: readonly ModuleRow[]): number =>
    some.reduce((total, { amount = 0 }) => total + amount, 0);
  const priced = rows.filter(({ amount }) => amount !== undefined);
  if (priced.length < MOST_PRICED * rows.length || sum(priced) === 0) return undefined;
  return sum(priced.filter(({ matches }) => matches.length > 0)) / sum(priced);
}

/** The projects that have a module, each with the modules that it has, in the order of the plan. */
export function projectsOf({ rows }: ModuleTable): ReadonlyMap<string, readonly string[]> {
  const projects = new Map<string, string[]>();
  for (const { name, matches } of rows)
    for (const { id } of matches) projects.set(id, [...(projects.get(id) ?? []), name]);
  return projects;
}

/** A candidate that has modules of the plan: it has to be answered whatever the rest of the plan says. */
export function withModules<C extends Candidate>(candidate: C, modules: readonly string[]): C & HasModules {
  if (modules.length === 0) return { ...candidate, modules };
  const relation = asksAnswer(candidate.relation) ? candidate.relation : '部分重叠';
  return { ...candidate, relation, mustAnswer: true, modules };
}

/** The modules of the plan that a project has. */
export interface HasModules {
  readonly modules: readonly string[];
}
