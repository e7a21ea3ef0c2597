import type { Widening } from '../../search/widening.ts';
import { indexLexicon } from '../../similarity/lexicon/index-lexicon.ts';
import type { Concept } from '../../similarity/lexicon/lexicon.ts';
import { fold } from '../../similarity/normalise.ts';
import { foldPlain } from '../../text/fold.ts';
import type { SearchRecord } from './search-index.ts';

/**
 * The other names by which the catalogue's search looks: of each concept of the lexicon that stands in a record.
 * What every system has (统计分析, 权限管理) is left out: it would widen a question to everything.
 */
export function searchWidenings(
  records: readonly SearchRecord[],
  concepts: readonly Concept[],
): readonly Widening[] {
  const specific = concepts.filter(({ generic }) => !generic);
  const { find } = indexLexicon(specific);
  const standing = specific.map(() => new Map<string, number>());
  for (const { title, summary, text } of records) {
    const folded = fold([title, summary, text].join('\n'));
    const seen = new Set<string>();
    for (const { concept, start, end } of find(folded)) {
      const word = foldPlain(folded.slice(start, end));
      if (seen.has(word)) continue;
      seen.add(word);
      standing[concept]?.set(word, (standing[concept].get(word) ?? 0) + 1);
    }
  }
  return specific.flatMap(({ forms }, number) => {
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
