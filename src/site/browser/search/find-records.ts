import { BEHIND, isInTitle, tierAt } from '../../../search/sections.ts';
import { type Phrase, queryPhrases } from '../../../search/tokens.ts';
import type { LoadedIndex } from './index-loader.ts';

/** What finding asks of an index. */
export type Matched = Pick<LoadedIndex, 'records' | 'match'>;

/** The records that contain every phrase, those with the best places first. */
export async function findRecords(
  index: Matched,
  phrases: readonly Phrase[],
  also: readonly (readonly string[])[] = [],
): Promise<number[]> {
  if (phrases.length === 0) return Array.from({ length: index.records }, (_, record) => record);
  const matches = await Promise.all(phrases.map((phrase, at) => matchTerm(index, phrase, also[at] ?? [])));
  const [first = new Map<number, number>(), ...others] = matches;
  const found = [...first.keys()].filter((record) => others.every((other) => other.has(record)));
  const places = new Map(
    found.map((record) => [record, matches.reduce((sum, match) => sum + tierAt(match.get(record) ?? 0), 0)]),
  );
  return found.sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0) || a - b);
}

/** A record that answers by another word only stands behind every one that answers by the term itself. */
async function matchTerm(
  index: Matched,
  phrase: Phrase,
  words: readonly string[],
): Promise<Map<number, number>> {
  const others = await Promise.all(words.flatMap(queryPhrases).map((other) => matchPhrase(index, other)));
  const found = await matchPhrase(index, phrase);
  const behind = others.flatMap((other) => [...other.keys()].map((record) => [record, BEHIND] as const));
  return new Map([...behind, ...found]);
}

async function matchPhrase(index: Matched, phrase: Phrase): Promise<Map<number, number>> {
  const { exact, loose, sound, sum } = phrase;
  if (sum.length > 0) {
    const sums = await index.match(sum);
    if (sums.size > 0) return sums;
    // Of a name any part is found; elsewhere a part of another sum is no answer.
    return new Map([...(await index.match(exact))].filter(([, position]) => isInTitle(position)));
  }
  const found = await index.match(exact);
  if (found.size > 0) return found;
  const bare = exact.join() === loose.join() ? found : await index.match(loose);
  return bare.size > 0 || sound.length === 0 ? bare : index.match(sound);
}
