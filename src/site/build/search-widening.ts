import type { Widening } from '../../search/widening.ts';
import { findForms } from '../../similarity/lexicon/index-lexicon.ts';
import type { Concept } from '../../similarity/lexicon/lexicon.ts';
import { fold } from '../../similarity/normalise.ts';
import { foldPlain } from '../../text/fold.ts';
import type { SearchRecord } from './search-index.ts';
import { SHORT_NAMES } from './short-names.ts';

/**
 * The other names by which the catalogue's search looks: of each concept of the lexicon that stands in a record.
 * What every system has (统计分析, 权限管理) is left out: it would widen a question to everything. English words and
 * abbreviations lead to their Chinese words where these stand in a record.
 */
export function searchWidenings(
  records: readonly SearchRecord[],
  concepts: readonly Concept[],
): readonly Widening[] {
  const wordsOf = ({ title, summary, text }: SearchRecord): readonly string[] => [title, summary, text];
  const specific = concepts.filter(({ generic }) => !generic);
  return [
    ...standingIn(records, specific, wordsOf),
    ...standingIn(records, SHORT, (one) => [...wordsOf(one), one.facts ?? '']),
  ];
}

const SHORT = SHORT_NAMES.map((forms) => ({ forms }));

function standingIn(
  records: readonly SearchRecord[],
  things: readonly Pick<Concept, 'forms'>[],
  wordsOf: (record: SearchRecord) => readonly string[],
): readonly Widening[] {
  const find = findForms(things);
  const standing = things.map(() => new Map<string, number>());
  for (const record of records) {
    const folded = fold(wordsOf(record).join('\n'));
    const seen = new Set<string>();
    for (const { concept, start, end } of find(folded)) {
      const word = foldPlain(folded.slice(start, end));
      if (seen.has(word)) continue;
      seen.add(word);
      standing[concept]?.set(word, (standing[concept].get(word) ?? 0) + 1);
    }
  }
  return things.flatMap(({ forms }, number) => {
    const found = shortest(standing[number] ?? new Map());
    return found.length === 0 ? [] : [{ names: [...new Set(forms.map(foldPlain))], found }];
  });
}

/** Words of which none contains another, those of the most records first: with them every longer one is found too. */
function shortest(counts: ReadonlyMap<string, number>): readonly string[] {
  const words = [...counts.keys()].sort((a, b) => a.length - b.length);
  const kept = words.filter((word, at) => !words.slice(0, at).some((other) => word.includes(other)));
  const weight = (word: string): number =>
    words.reduce((sum, other) => sum + (other.includes(word) ? (counts.get(other) ?? 0) : 0), 0);
  return kept
    .map((word) => [word, weight(word)] as const)
    .sort(byWeight)
    .map(([word]) => word);
}

function byWeight(a: readonly [string, number], b: readonly [string, number]): number {
  return b[1] - a[1] || (a[0] < b[0] ? -1 : 1);
}
