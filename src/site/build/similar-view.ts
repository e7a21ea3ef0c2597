import type { Candidate } from '../../similarity/judge.ts';
import type { SimilarModel, SimilarOff } from './similar-model.ts';

/** Listed on the page of a project. */
const MAX_LISTED = 5;
/** Below this the two share words that many share: on a page that nobody asked a question of, that is noise. */
const LEAST_SCORE_LISTED = 0.3;

/** What is like an entry, best first: a few. */
export function similarTo(similar: SimilarModel | SimilarOff, id: string): readonly Candidate[] {
  if (typeof similar === 'string') return [];
  const { finder, needs } = similar.library;
  const need = needs[similar.numbers.get(id) ?? -1];
  if (!need) return [];
  const asked = finder.ask(need);
  return finder.judgeFirst(asked, finder.shortlist(asked), (number) => needs[number], {
    isWanted: ({ score, mustAnswer }) => mustAnswer || score >= LEAST_SCORE_LISTED,
    most: MAX_LISTED,
  });
}
