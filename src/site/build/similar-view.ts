import type { Finder } from '../../similarity/finder.ts';
import type { Asked, Candidate } from '../../similarity/judge.ts';
import type { Relation } from '../../similarity/relations.ts';
import type { Need } from '../../similarity/types.ts';
import { NO_NAME } from '../view/no-name.ts';
import { whyWords } from '../view/similar-words.ts';

/** What the page of an entry says of one that is like it. */
export interface Alike {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly relation: Relation;
  /** 0..1 */
  readonly score: number;
  readonly mustAnswer: boolean;
  /** Why in a line, and what to do. */
  readonly why: string;
  readonly suggestion: string;
}

/** Entries that can be searched, and their whole texts by number. */
export interface Searchable {
  readonly finder: Finder;
  readonly needOf: (number: number) => Need | undefined;
}

/** Listed on the page of a project. */
export const MAX_LISTED = 5;
/** Below this the two share words that many share: on a page that nobody asked a question of, that is noise. */
const LEAST_SCORE_LISTED = 0.3;

/** What is like an entry, best first: a few. */
export function similarTo({ finder, needOf }: Searchable, asked: Asked): readonly Candidate[] {
  return finder.judgeFirst(asked, finder.shortlist(asked), needOf, {
    isWanted: ({ score, mustAnswer }) => mustAnswer || score >= LEAST_SCORE_LISTED,
    most: MAX_LISTED,
  });
}

/** The same in the words of its page. */
export function alikeOf(among: Searchable, asked: Asked): readonly Alike[] {
  return similarTo(among, asked).map((candidate) => {
    const { id, name, unit, relation, score, mustAnswer, evidence } = candidate;
    const why = whyWords(candidate);
    return {
      id,
      name: name || NO_NAME,
      unit,
      relation,
      score,
      mustAnswer,
      why,
      suggestion: evidence.suggestion,
    };
  });
}
