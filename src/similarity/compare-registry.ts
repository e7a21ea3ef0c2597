import type { Entry } from '../form/entry.ts';
import { isFinal } from '../records/lifecycle/states.ts';
import { isDecided } from '../registry/decided.ts';
import type { WholeFacts } from '../registry/facts.ts';
import type { Office } from '../registry/office.ts';
import { LEXICON_FILE } from '../registry/paths.ts';
import type { ReadReference } from '../registry/read-reference.ts';
import type { SourceFile } from '../registry/source-file.ts';
import type { Finding } from '../text/finding.ts';
import { compareEntries, type OpenFiling } from './compare.ts';
import type { Comparison } from './comparison.ts';
import { latestFirst } from './filed-lately.ts';
import { type ReadLexicon, readLexiconSource } from './lexicon/source.ts';
import { termsOf } from './registry-needs.ts';

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
  readonly by?: { readonly lexicon: ReadLexicon; readonly office: Office | undefined };
  /** Filings as the base has them, by id, which the author of a change may not alter: others are compared with these. */
  /** True when the filing that came later answers, as in a whole registry; a change is later than all there is. */
  readonly dated?: boolean;
  readonly asRegistered?: ReadonlyMap<string, Entry>;
}

/** A registry as far as it is compared. */
type Registry = Pick<WholeFacts, 'entries' | 'units' | 'lifeOf' | 'settings'> & {
  readonly references: readonly ReadReference[];
};

/** What the comparison of a registry came to. */
export interface RegistryComparison {
  /** By the entries that were compared; the others have none. */
  readonly similar: ReadonlyMap<Entry, Comparison>;
  /** Why nothing could be compared: faults of the lexicon. */
  readonly faults: readonly Finding[];
  /** What was left out, in words. */
  readonly notes: readonly string[];
}

/** Compares the entries that are to be compared, and no other; see `SimilarityOptions`. */
export function compareRegistry(
  registry: Registry,
  files: readonly SourceFile[],
  { only, compare = only, open = [], by, asRegistered, dated }: SimilarityOptions & { readonly only?: Only },
): RegistryComparison {
  if (compare === '不查') return NOTHING;
  const waiting = compare ? undefined : latestUndecided(registry);
  const entries = [...registry.entries.values()];
  const chosen = waiting?.compared ?? entries.filter(({ file }) => compare?.has(file));
  const nothing = { ...NOTHING, notes: waiting && waiting.left > 0 ? [leftNote(waiting)] : [] };
  const all = entries.length + registry.references.length + open.length;
  if (chosen.length === 0 || all < 2) return nothing;
  const lexicon = by?.lexicon ?? readLexiconSource(files.find(({ file }) => file === LEXICON_FILE));
  if ('findings' in lexicon) return { ...nothing, faults: lexicon.findings };
  const similar = compareEntries(chosen, {
    entries: entries.map((entry) => asRegistered?.get(entry.id) ?? entry),
    references: registry.references,
    open,
    units: registry.units,
    isEnded: (entry) => isFinal(registry.lifeOf(entry).state),
    by: { concepts: lexicon.concepts, ...termsOf(by ? by.office : registry) },
    dated: dated ?? compare === undefined,
  });
  return { ...nothing, similar };
}

type Only = ReadonlySet<string> | undefined;
const NOTHING: RegistryComparison = { similar: new Map(), faults: [], notes: [] };

/** Filings of a whole registry that wait for an approval. */
interface Waiting {
  readonly compared: readonly Entry[];
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
    .sort(latestFirst);
  const compared = undecided.slice(0, registry.entries.size > LARGE ? 0 : MOST_WAITING);
  return { compared, left: undecided.length - compared.length };
}

function leftNote({ compared, left }: Waiting): string {
  const done = compared.length > 0 ? `查重只比较了最近填报的 ${compared.length} 份申请，另有` : '没有查重：';
  return `${done} ${left} 份还没有论证的申请没有比较；写上文件路径，或用 --base 只核对改动，就会比较。`;
}
