import type { Act } from './acts.ts';
import { checksum } from './checksum.ts';
import type { Digest } from './features.ts';
import type { LatentSpace } from './latent.ts';
import type { Basis } from './library.ts';
import { type PackedSpace, packSpace, unpackSpace } from './pack-space.ts';
import { type PackedTerms, packTerms, unpackTerms } from './pack-terms.ts';

/** What a registry is compared by, and its digests, as one small JSON file. */
export interface Pack {
  readonly format: typeof FORMAT;
  /** Names this state of the registry. The files with the whole texts bear the same. */
  readonly stamp: string;
  /** Over the contents: a file that came damaged must not pass for one in which there is nothing. */
  readonly sum: string;
  readonly contents: Contents;
}

interface Contents {
  readonly by: Basis;
  readonly ids: readonly string[];
  readonly names: readonly string[];
  readonly acts: readonly Act[];
  readonly concepts: PackedTerms;
  readonly grams: PackedTerms;
  readonly space: PackedSpace;
}

/** What a pack holds. */
export interface Unpacked {
  readonly stamp: string;
  readonly by: Basis;
  readonly digests: readonly Digest[];
  readonly space: LatentSpace;
}

const FORMAT = 'similar-4';

/**
 * Packs the digests column by column: equal things beside each other, and terms as lists of the entries that hold them, in
 * bits.
 * A unit's name is not here: it stands in the whole text, without which nothing is shown.
 */
export function pack({ stamp, by, digests, space }: Unpacked): Pack {
  const contents: Contents = {
    by,
    ids: digests.map(({ id }) => id),
    names: digests.map(({ name }) => name),
    acts: digests.map(({ act }) => act),
    concepts: packTerms(digests.map(({ concepts }) => concepts)),
    grams: packTerms(digests.map(({ grams }) => grams)),
    space: packSpace(space),
  };
  return { format: FORMAT, stamp, sum: sumOf(contents), contents };
}

/** Gives back exactly what was packed. Throws for anything that it cannot read in full. */
export function unpack(raw: unknown): Unpacked {
  const { format, stamp, sum, contents } = raw as Partial<Pack>;
  if (format !== FORMAT || typeof stamp !== 'string' || !contents)
    throw new Error(`The index is not of the format ${FORMAT}`);
  if (sum !== sumOf(contents)) throw new Error('The index is damaged');
  return { stamp, by: contents.by, digests: readDigests(contents), space: unpackSpace(contents.space) };
}

function readDigests({ by, ids, names, acts, concepts, grams }: Contents): Digest[] {
  const inText = unpackTerms(concepts, ids.length);
  const telling = unpackTerms(grams, ids.length);
  return ids.map((id, number): Digest => {
    const [name, act] = [names[number], acts[number]];
    const [concepts, grams] = [inText[number], telling[number]];
    if (name === undefined || act === undefined || !concepts || !grams)
      throw new Error(`The index lacks a part of entry ${number}`);
    for (const concept of concepts.keys())
      if (concept >= by.concepts.length) throw new Error(`The index has no concept number ${concept}`);
    return { id, name, act, concepts, grams };
  });
}

function sumOf(contents: Contents): string {
  return checksum(JSON.stringify(contents));
}
