import { createHash } from 'node:crypto';
import type { CheckResult } from '../../check.ts';
import { existsLexicon, loadSiteLexicon } from '../../io/lexicon-file.ts';
import { arrange } from '../../similarity/arrange.ts';
import { FeatureMaker } from '../../similarity/features.ts';
import { Finder } from '../../similarity/finder.ts';
import { FROZEN_COUNTS } from '../../similarity/frozen.ts';
import { indexLexicon } from '../../similarity/lexicon/index-lexicon.ts';
import type { Concept } from '../../similarity/lexicon/lexicon.ts';
import { type Pack, pack } from '../../similarity/pack.ts';
import { registryNeeds } from '../../similarity/registry-needs.ts';
import { type TextFile, textFiles } from '../../similarity/texts.ts';
import type { Need } from '../../similarity/types.ts';

/** What the site needs to look for similar projects. */
export interface SimilarModel {
  readonly stamp: string;
  readonly pack: Pack;
  readonly texts: readonly TextFile[];
  readonly finder: Finder;
  readonly needs: readonly Need[];
  /** The number of each need by its id. */
  readonly numbers: ReadonlyMap<string, number>;
}

/** Why there is no looking for similar projects: no lexicon, or one with faults. */
export type SimilarOff = 'no-lexicon' | 'faulty-lexicon';

/** The model of needs and a lexicon. Pure. */
export function buildSimilar(lexicon: readonly Concept[], unordered: readonly Need[]): SimilarModel {
  const maker = new FeatureMaker(indexLexicon(lexicon), FROZEN_COUNTS);
  const needs = arrange(maker, unordered);
  const digests = needs.map((need) => maker.digest(need));
  const content = JSON.stringify([lexicon, needs]);
  const stamp = createHash('sha256').update(content).digest('hex').slice(0, 16);
  return {
    stamp,
    pack: pack({ stamp, lexicon, digests }),
    texts: textFiles(needs, stamp),
    finder: new Finder(maker, digests, false),
    needs,
    numbers: new Map(needs.map(({ id }, number) => [id, number])),
  };
}

/** The model of a registry, or why there is none. A faulty lexicon does not stop the site. */
export function similarOf(registry: CheckResult, root: string): SimilarModel | SimilarOff {
  if (!existsLexicon(root)) return 'no-lexicon';
  const { concepts, problem } = loadSiteLexicon(root);
  return problem === undefined ? buildSimilar(concepts, registryNeeds(registry)) : 'faulty-lexicon';
}
