import { createHash } from 'node:crypto';
import type { CheckResult } from '../../check.ts';
import { existsLexicon, loadSiteLexicon } from '../../io/lexicon-file.ts';
import { arrange } from '../../similarity/arrange.ts';
import { type Basis, type Library, libraryOfRegistry } from '../../similarity/library.ts';
import { type Pack, pack } from '../../similarity/pack.ts';
import { registryNeeds, termsOf } from '../../similarity/registry-needs.ts';
import { type TextFile, textFiles } from '../../similarity/texts.ts';
import type { Need } from '../../similarity/types.ts';

/** What the site needs to look for similar projects. */
export interface SimilarModel {
  readonly stamp: string;
  readonly pack: Pack;
  readonly texts: readonly TextFile[];
  readonly library: Library;
  /** The number of each need by its id. */
  readonly numbers: ReadonlyMap<string, number>;
}

/** Why there is no looking for similar projects: no lexicon, or one with faults. */
export type SimilarOff = 'no-lexicon' | 'faulty-lexicon';

/** The model of needs. Pure. */
export function buildSimilar(by: Basis, unordered: readonly Need[]): SimilarModel {
  const library = libraryOfRegistry(by, unordered, arrange);
  const { needs, digests, space } = library;
  const content = JSON.stringify(
    [by.concepts, needs, by.threshold, by.wanted].filter((part) => part !== undefined),
  );
  const stamp = createHash('sha256').update(content).digest('hex').slice(0, 16);
  return {
    stamp,
    pack: pack({ stamp, by, digests, space }),
    texts: textFiles(needs, stamp),
    library,
    numbers: new Map(needs.map(({ id }, number) => [id, number])),
  };
}

/** The model of a registry, or why there is none. A faulty lexicon does not stop the site. */
export function similarOf(registry: CheckResult, root: string): SimilarModel | SimilarOff {
  if (!existsLexicon(root)) return 'no-lexicon';
  const { concepts, problem } = loadSiteLexicon(root);
  if (problem !== undefined) return 'faulty-lexicon';
  return buildSimilar({ concepts, ...termsOf(registry.office) }, registryNeeds(registry));
}
