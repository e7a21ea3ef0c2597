import { compareText } from '../text/finding.ts';
import type { Finder } from './finder.ts';
import type { Asked } from './judge.ts';
import { mayBeAsked } from './likeness.ts';
import { needOfModule, OF_THRESHOLD, severalModules } from './module-needs.ts';
import type { ModuleMatch, ModuleRow, ModuleTable } from './module-table.ts';
import type { ModuleText } from './module-texts.ts';
import { worthOf } from './score.ts';
import { namesModule } from './telling.ts';
import type { Need } from './types.ts';

/** So many entries are scored for each module, and so many named. */
const SHORTLIST = 10;
const NAMED = 3;

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
  return severalModules(need).flatMap((module): SoughtModule[] => {
    const written = needOfModule(module, need);
    if (!written) return [];
    const asked = finder.ask(written);
    return [
      {
        module,
        asked,
        hits: namesModule(finder.maker.lexicon, asked) ? finder.shortlist(asked, SHORTLIST) : [],
      },
    ];
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
