import type { Finder } from './finder.ts';
import { findPieces, findWhole, LEAST_FUNCTIONS, type Split } from './splitting.ts';
import type { Need } from './types.ts';

/** A filing with what its unit has filed lately, the latest first. */
export interface Together {
  readonly own: Need;
  readonly others: readonly Need[];
  /** Ids of projects that the filing names already: as its 前期项目 or in its 查重说明. */
  readonly excused: readonly (string | undefined)[];
}

/** The numbers of the projects that all of them together are like. */
export function likeTogether(finder: Finder, { own, others }: Together): readonly number[] {
  const functions = [own, ...others].flatMap((need) => need.functions ?? []);
  if (others.length === 0 || new Set(functions.map(({ name }) => name)).size < LEAST_FUNCTIONS) return [];
  const whole: Need = { id: own.id, name: own.name, functions };
  return finder.shortlist(finder.ask(whole)).map(({ number }) => number);
}

/** Whether they are one project in pieces; `alike`: the projects that they are like together. */
export function splitAmong(
  finder: Finder,
  { own, others, excused }: Together,
  alike: readonly Need[],
): Split | undefined {
  if (others.length === 0) return undefined;
  const passed = new Set([own.id, ...others.map(({ id }) => id), ...excused]);
  const wholes = alike.filter(({ id, retired, elsewhere }) => !passed.has(id) && !retired && !elsewhere);
  return findWhole((need) => finder.functions(need), own, others, wholes) ?? findPieces(own, others);
}
