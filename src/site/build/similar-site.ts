import type { SimilarModel } from './similar-model.ts';
import { type Alike, alikeOf } from './similar-view.ts';

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
  const { finder, needs } = model.library;
  return {
    stamp: model.stamp,
    index: () => JSON.stringify(model.pack),
    files: model.texts.length,
    texts: (file) => JSON.stringify(model.texts[file]),
    alike: async (id) => {
      const need = needs[model.numbers.get(id) ?? -1];
      return need ? alikeOf({ finder, needOf: (number) => needs[number] }, finder.ask(need)) : [];
    },
  };
}
