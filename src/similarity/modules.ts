import { compareText } from '../text/finding.ts';
import { type Finder, isTelling } from './finder.ts';
import type { Asked } from './judge.ts';
import { mayBeAsked } from './likeness.ts';
import type { ModuleMatch, ModuleRow, ModuleTable } from './module-table.ts';
import { type ModuleText, modulesOf } from './module-texts.ts';
import { needOfText } from './need-of-text.ts';
import { worthOf } from './score.ts';
import type { Need } from './types.ts';

/** One module is the whole: it has been compared already. */
const LEAST_MODULES = 2;
/** A plan has no more modules than a person would list; hostile text could hold thousands. */
const MOST_MODULES = 24;
/** So many entries are scored for each module, and so many named. */
const SHORTLIST = 10;
const NAMED = 3;

/** A module says less than a project: a little less is asked of it. */
const OF_THRESHOLD = 0.9;

const STATEMENT_MOST = 60;
const MARKS = /^[：:，,。；;\s]+/;

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
    const written = needOfModule(module);
    if (!written) return [];
    const asked = finder.ask({ ...written, id: need.id, unit: need.unit, unitCode: need.unitCode });
    return [{ module, asked, hits: says(finder, asked) ? finder.shortlist(asked, SHORTLIST) : [] }];
  });
}

/** An umbrella names no module. */
const NARROW = 0.6;

/** In a plan two words are enough, if they name one narrow thing: 「停车诱导」. */
function says({ maker: { lexicon } }: Finder, asked: Asked): boolean {
  const isNarrow = (concept: number): boolean =>
    lexicon.concepts[concept]?.generic === false && (lexicon.specific[concept] ?? 1) >= NARROW;
  return isTelling(asked) || asked.features.nameConcepts.keys.some(isNarrow);
}

/** A module as a need of its own: a short one is a statement, and all of it says what it is; a longer one has a name. */
function needOfModule({ name, text }: ModuleText): Need | undefined {
  const rest = text.startsWith(name) ? text.slice(name.length).replace(MARKS, '') : '';
  if (text.length <= STATEMENT_MOST) return { id: '-', name: text };
  return rest === '' ? needOfText(text) : { id: '-', name, description: rest };
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
