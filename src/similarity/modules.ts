import { compareText } from '../text/finding.ts';
import { type Finder, isTelling } from './finder.ts';
import type { Asked, Candidate } from './judge.ts';
import { mayBeAsked } from './likeness.ts';
import { type ModuleText, modulesOf } from './module-texts.ts';
import { needOfText } from './need-of-text.ts';
import { asksAnswer } from './relation.ts';
import { worthOf } from './score.ts';
import type { Need } from './types.ts';

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

/** One module is the whole: it has been compared already. */
const LEAST_MODULES = 2;
/** A plan has no more modules than a person would list; hostile text could hold thousands. */
const MOST_MODULES = 24;
/** So many entries are scored for each module, and so many named. */
const SHORTLIST = 10;
const NAMED = 3;

/** A module says less than a project: a little less is asked of it. */
const OF_THRESHOLD = 0.9;

/** Gives whole needs by their numbers. */
export type TextOf = (number: number) => Need | undefined;

/** A module made ready, with the entries that could have it. */
export interface SoughtModule {
  readonly module: ModuleText;
  readonly asked: Asked;
  /** Numbers of entries, with what the search has worked out of each. */
  readonly hits: ReturnType<Finder['shortlist']>;
}

/** The modules of a need and what each could be like; whose texts are wanted is known then. */
export function seekModules(finder: Finder, need: Need): readonly SoughtModule[] {
  const modules = modulesOf(need).slice(0, MOST_MODULES);
  if (modules.length < LEAST_MODULES) return [];
  return modules.flatMap((module): SoughtModule[] => {
    const written = needOfText(module.text);
    if (!written) return [];
    const asked = finder.ask({ ...written, id: need.id, unit: need.unit, unitCode: need.unitCode });
    return [{ module, asked, hits: isTelling(asked) ? finder.shortlist(asked, SHORTLIST) : [] }];
  });
}

/** The table of what was sought. */
export function moduleTable(
  finder: Finder,
  need: Need,
  sought: readonly SoughtModule[],
  textOf: TextOf,
): ModuleTable {
  const rows = sought.map(({ module, asked, hits }): ModuleRow => {
    const matches = hits
      .flatMap(({ number, kernels }) => {
        const other = textOf(number);
        if (!other) throw new Error(`The text of entry ${number} is not there`);
        return isComparable(need, other) ? matchOf(finder, asked, number, other, kernels.concepts) : [];
      })
      .sort((a, b) => b.worth - a.worth || compareText(a.id, b.id));
    return { ...module, matches: matches.slice(0, NAMED) };
  });
  return { rows, existing: rows.filter(({ matches }) => matches.length > 0).length };
}

/** What is elsewhere or out of use, and one's own earlier phase, is nothing that a module could use instead. */
function isComparable(need: Need, other: Need): boolean {
  const ownPhase = need.predecessor === other.id || other.predecessor === need.id;
  return other.elsewhere !== true && other.retired !== true && !ownPhase;
}

function matchOf(
  finder: Finder,
  asked: Asked,
  number: number,
  other: Need,
  concepts: number,
): readonly ModuleMatch[] {
  const likeness = finder.likenessWithout(asked, finder.entry(number, other), concepts);
  const worth = mayBeAsked(likeness) ? worthOf(likeness) : 0;
  return worth < OF_THRESHOLD * finder.threshold
    ? []
    : [{ id: other.id, name: other.name, unit: other.unit ?? '', worth }];
}

/** 「8 个模块中 4 个已有」; undefined where no module exists, or there are no modules. */
export function moduleHeadline({ rows, existing }: ModuleTable): string | undefined {
  return existing === 0 ? undefined : `${rows.length} 个模块中 ${existing} 个已有`;
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
