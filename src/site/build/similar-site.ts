import type { Relation } from '../../similarity/relations.ts';
import { whyWords } from '../view/similar-words.ts';
import type { SimilarModel } from './similar-model.ts';
import { similarTo } from './similar-view.ts';

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

/** What the pages need of the search for similar projects, wherever it was worked out. */
export interface SimilarSite {
  readonly stamp: string;
  /** The index for the browser, as it is sent. */
  readonly index: () => string;
  /** How many files with whole texts there are, and one of them, as it is sent. */
  readonly files: number;
  readonly texts: (file: number) => string;
  /** A few that are like an entry, best first. */
  readonly alike: (id: string) => Promise<readonly Alike[]>;
}

/** The same from a model in memory, worked out when it is asked for. */
export function similarSite(model: SimilarModel): SimilarSite {
  return {
    stamp: model.stamp,
    index: () => JSON.stringify(model.pack),
    files: model.texts.length,
    texts: (file) => JSON.stringify(model.texts[file]),
    alike: async (id) => alikeOf(model, id),
  };
}

/** What is like an entry, in the words of its page. */
export function alikeOf(model: SimilarModel, id: string): readonly Alike[] {
  return similarTo(model, id).map((candidate) => {
    const { name, unit, relation, score, mustAnswer, evidence } = candidate;
    const why = whyWords(candidate);
    return {
      id: candidate.id,
      name,
      unit,
      relation,
      score,
      mustAnswer,
      why,
      suggestion: evidence.suggestion,
    };
  });
}
