import { listedModules, type ModuleText, modulesOf } from './module-texts.ts';
import { needOfText } from './need-of-text.ts';
import type { Need } from './types.ts';

/** One module is the whole: it has been compared already. */
const LEAST_MODULES = 2;
/** A plan has no more modules than a person would list; hostile text could hold thousands. */
const MOST_MODULES = 24;

/** A module says less than a project: a little less is asked of it. */
export const OF_THRESHOLD = 0.9;

const STATEMENT_MOST = 60;
const MARKS = /^[：:，,。；;\s]+/;

/** The modules of a need that has several; none of one that is a module itself. */
export function severalModules(need: Need): readonly ModuleText[] {
  const modules = modulesOf(need).slice(0, MOST_MODULES);
  return modules.length < LEAST_MODULES ? [] : modules;
}

/** The modules that a project has of its own account: stated as functions, or listed in its text; several, or none. */
export function ownModules(need: Need): readonly ModuleText[] {
  if (need.functions && need.functions.length > 0) return severalModules(need);
  const listed = listedModules(need).slice(0, MOST_MODULES);
  return listed.length < LEAST_MODULES ? [] : listed;
}

/** A module as a need of its own: a short one is a statement, and all of it says what it is; a longer one has a name. */
export function needOfModule(module: ModuleText, { id, unit, unitCode }: Need): Need | undefined {
  const written = writtenOf(module);
  return written && { ...written, id, unit, unitCode };
}

function writtenOf({ name, text }: ModuleText): Need | undefined {
  const rest = text.startsWith(name) ? text.slice(name.length).replace(MARKS, '') : '';
  if (text.length <= STATEMENT_MOST) return { id: '-', name: text };
  return rest === '' ? needOfText(text) : { id: '-', name, description: rest };
}
