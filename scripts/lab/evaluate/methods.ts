import MiniSearch from 'minisearch';
import { countGrams } from '../../../src/similarity/grams.ts';
import type { Library } from '../../../src/similarity/library.ts';
import { fold } from '../../../src/similarity/normalise.ts';
import type { Need } from '../../../src/similarity/types.ts';

/** How alike each known project is to the query, by its number; any scale. */
export type Method = (query: Need) => Float64Array;

/** The same name, letter by letter once folded. */
export function exactName(needs: readonly Need[]): Method {
  const names = needs.map(({ name }) => fold(name));
  return (query) => {
    const asked = fold(query.name);
    return Float64Array.from(names, (name) => (name === asked ? 1 : 0));
  };
}

/** Cosine of character pairs weighted by how rare they are: what a plain search engine does. */
export function tfIdf(needs: readonly Need[]): Method {
  const counts = needs.map((need) => countGrams(textOf(need)));
  const holders = new Map<number, number>();
  for (const grams of counts)
    for (const gram of grams.keys()) holders.set(gram, (holders.get(gram) ?? 0) + 1);
  const weigh = (grams: ReadonlyMap<number, number>): Map<number, number> => {
    const weights = new Map<number, number>();
    for (const [gram, count] of grams)
      weights.set(gram, count * Math.log(1 + needs.length / (holders.get(gram) ?? 1)));
    const length = Math.hypot(...weights.values()) || 1;
    return new Map([...weights].map(([gram, weight]) => [gram, weight / length]));
  };
  const vectors = counts.map(weigh);
  return (query) => {
    const asked = weigh(countGrams(textOf(query)));
    return Float64Array.from(vectors, (vector) => {
      let dot = 0;
      for (const [gram, weight] of asked) dot += weight * (vector.get(gram) ?? 0);
      return dot;
    });
  };
}

/** BM25 of a public search library over the same character pairs and words, names counting twice. */
export function bm25(needs: readonly Need[]): Method {
  const search = miniSearchOf(needs);
  return (query) => {
    const scores = new Float64Array(needs.length);
    for (const { id, score } of search.search(textOf(query))) scores[Number(id)] = score;
    return scores;
  };
}

export function miniSearchOf(needs: readonly Need[]): MiniSearch<Need> {
  const search = new MiniSearch<Need>({
    fields: ['name', 'description'],
    tokenize: (text) =>
      [...countGrams(fold(text))].flatMap(([gram, count]) => Array(count).fill(String(gram))),
    processTerm: (term) => term,
    searchOptions: { boost: { name: 2 } },
  });
  search.addAll([...needs]);
  return search;
}

/** Only the engine's first step: the same order where nobody stated functions, and many times faster. */
export function shortlist({ finder }: Library, size: number, limit: number): Method {
  return (query) => {
    const scores = new Float64Array(size);
    for (const { number, base } of finder.shortlist(finder.ask(query), limit)) scores[number] = base;
    return scores;
  };
}

/** All that a search engine is given of a need. */
export function textOf({ name, description = '' }: Need): string {
  return fold(`${name} ${description}`);
}
