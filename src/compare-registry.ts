import type { SourceFile } from './check.ts';
import { Comparer, lexiconOf, type OpenFiling } from './compare.ts';
import type { Entry } from './domain/entry.ts';
import { compareText, type Finding } from './domain/finding.ts';
import { isFinal } from './domain/lifecycle/states.ts';
import type { Office } from './domain/office.ts';
import type { ReadReference } from './read-reference.ts';
import { type AnswerStatus, answerStatus } from './rules/answer-status.ts';
import type { Comparison } from './rules/comparison.ts';
import { isDecided } from './rules/decided.ts';
import type { Facts } from './rules/define-rule.ts';
import { figure } from './rules/settings.ts';

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

/** What was found for one compared filing. */
export interface Judged {
  readonly file: string;
  readonly entry: Entry;
  /** Whose turn it is, in words. */
  readonly standing: string;
  readonly comparison: Comparison;
  /** How each similar project is dealt with, by its id. */
  readonly answers: ReadonlyMap<string, AnswerStatus>;
}

/** A registry as far as it is compared. */
type Registry = Pick<Facts, 'entries' | 'units' | 'lifeOf'> & {
  readonly office: Office | undefined;
  readonly references: readonly ReadReference[];
};

/** Compares the entries that are to be compared, and no other; see `SimilarityOptions`. */
export function comparerFor(
  registry: Registry,
  files: readonly SourceFile[],
  { only, compare, open = [], by }: SimilarityOptions & { readonly only: ReadonlySet<string> | undefined },
): {
  readonly similarTo: Facts['similarTo'];
  readonly faults: () => readonly Finding[];
  readonly notes: () => readonly string[];
} {
  const { entries, units, lifeOf, references } = registry;
  const settings = (by?.office ?? registry.office)?.settings ?? {};
  const chosen = compare ?? only;
  const comparer = new Comparer({
    entries: [...entries.values()],
    references,
    open,
    units,
    isEnded: (entry) => isFinal(lifeOf(entry).state),
    lexicon: lexiconOf(by?.files ?? files),
    threshold: figure({ settings }, '查重阈值'),
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

/** What there is to report on a filing; nothing when it was not compared. */
export function judgedSimilar(entry: Entry, facts: Facts): Judged[] {
  const comparison = facts.similarTo(entry);
  if (!comparison) return [];
  const answers = new Map(comparison.similar.map((other) => [other.id, answerStatus(entry, other, facts)]));
  return [{ file: entry.file, entry, standing: facts.lifeOf(entry).label, comparison, answers }];
}
