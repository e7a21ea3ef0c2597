import type { Entry } from '../form/entry.ts';
import { isFinal } from '../records/lifecycle/states.ts';
import { isDecided } from '../registry/decided.ts';
import type { RegistryFacts } from '../registry/facts.ts';
import type { Office } from '../registry/office.ts';
import type { ReadReference } from '../registry/read-reference.ts';
import type { SourceFile } from '../registry/source-file.ts';
import { compareText, type Finding } from '../text/finding.ts';
import { Comparer, lexiconOf, type OpenFiling } from './compare.ts';
import type { Comparison } from './comparison.ts';

/**
 * 查重 costs more than all other rules together, so it is made only where somebody has to act on it:
 * - a change (`compare`: the files it touches): every filing that it touches, whatever its route;
 * - named files (`only`): those;
 * - a whole registry: the latest filings that need an approval and have none yet. What is decided is decided, and what was filed
 *   under 第六条第1、3项 was compared when it came in.
 */
export interface SimilarityOptions {
  /** The files to compare; '不查' for a reader who wants something else of the registry. */
  readonly compare?: ReadonlySet<string> | '不查';
  /** Filings that others have handed in and that are not merged yet. */
  readonly open?: readonly OpenFiling[];
  /** By whose lexicon and figures; without it by those among the files. A change must not bring its own. */
  readonly by?: { readonly files: readonly SourceFile[]; readonly office: Office | undefined };
}

/** A registry as far as it is compared. */
type Registry = Pick<RegistryFacts, 'entries' | 'units' | 'lifeOf' | 'settings'> & {
  readonly references: readonly ReadReference[];
};

/** Compares the entries that are to be compared, and no other; see `SimilarityOptions`. */
export function comparerFor(
  registry: Registry,
  files: readonly SourceFile[],
  { only, compare, open = [], by }: SimilarityOptions & { readonly only: ReadonlySet<string> | undefined },
): {
  readonly similarTo: (entry: Entry) => Comparison | undefined;
  readonly faults: () => readonly Finding[];
  readonly notes: () => readonly string[];
} {
  const { entries, units, lifeOf, references, settings } = registry;
  const chosen = compare ?? only;
  const comparer = new Comparer({
    entries: [...entries.values()],
    references,
    open,
    units,
    isEnded: (entry) => isFinal(lifeOf(entry).state),
    lexicon: lexiconOf(by?.files ?? files),
    threshold: (by?.office?.settings ?? settings).threshold,
    dated: chosen === undefined,
  });
  let waiting: Waiting | undefined;
  const isCompared = (entry: Entry): boolean => {
    if (chosen === '不查') return false;
    if (chosen) return chosen.has(entry.file);
    waiting ??= latestUndecided(registry);
    return waiting.compared.has(entry);
  };
  return {
    similarTo: (entry) => (isCompared(entry) ? comparer.compare(entry) : undefined),
    faults: () => comparer.lexiconFindings,
    notes: () => (waiting && waiting.left > 0 ? [leftNote(waiting)] : []),
  };
}

/** Filings of a whole registry that wait for an approval. */
interface Waiting {
  readonly compared: ReadonlySet<Entry>;
  /** How many more there are that were not compared. */
  readonly left: number;
}

/**
 * So many are compared when a whole registry is looked through: an office has not more before it at once. In a registry
 * larger than any district's none are: there the comparison would take longer than all else, and a change is compared
 * when it comes in.
 */
const MOST_WAITING = 100;
const LARGE = 3_000;

function latestUndecided(registry: Registry): Waiting {
  const undecided = [...registry.entries.values()]
    .filter((entry) => entry.route?.approval === true && !isDecided(entry, registry))
    .sort((a, b) => compareText(b.filing.filedOn ?? '', a.filing.filedOn ?? '') || compareText(a.id, b.id));
  const compared = undecided.slice(0, registry.entries.size > LARGE ? 0 : MOST_WAITING);
  return { compared: new Set(compared), left: undecided.length - compared.length };
}

function leftNote({ compared, left }: Waiting): string {
  const done = compared.size > 0 ? `查重只比较了最近填报的 ${compared.size} 份申请，另有` : '没有查重：';
  return `${done} ${left} 份还没有论证的申请没有比较；写上文件路径，或用 --base 只核对改动，就会比较。`;
}
