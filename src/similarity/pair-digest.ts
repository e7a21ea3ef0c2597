import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { compareText } from '../text/finding.ts';
import type { Asked } from './judge.ts';
import type { LexiconIndex } from './lexicon/index-lexicon.ts';
import type { Need } from './types.ts';

const UTF8 = new TextEncoder();
/** 48 bits: two states of one pair meet by chance once in 10^14, and the clerk can still copy it by hand. */
const LENGTH = 12;

/** A side of a pair, as far as it is compared. */
type Side = Pick<Asked, 'need' | 'features'>;

/**
 * 比对摘要: what both sides said when an answer was given, and what the lexicon made of it. The filing's own side comes
 * first, so the other's answer to the same pair has another mark.
 */
export function pairDigest(lexicon: LexiconIndex, own: Side, other: Side): string {
  return shortHash([said(own.need), said(other.need), understood(lexicon, own, other)]);
}

/** Everything that is compared of a need; what is not compared (money, dates) may change without a trace. */
function said({ name, description, functions, audience, data }: Need): unknown {
  const items = functions?.map(({ name: item, note = '' }) => [item, note]) ?? [];
  return [name, description ?? '', items, audience ?? [], data ?? []];
}

/**
 * The concepts found on each side, by their ids, and how near they are to each other. The rest of the lexicon, its
 * comments and the order of the file have no part in it: what does not touch the pair reopens no answer.
 */
function understood({ concepts, near }: LexiconIndex, own: Side, other: Side): unknown {
  const idOf = (concept: number): string => concepts[concept]?.id ?? '';
  const [here, there] = [own.features.concepts.keys, other.features.concepts.keys];
  const touched = new Set([...here, ...there]);
  const links = [...touched].map((concept) => [
    idOf(concept),
    concepts[concept]?.generic,
    (near[concept] ?? [])
      .filter(([to]) => touched.has(to))
      .map(([to, weight]) => `${idOf(to)} ${weight}`)
      .sort(),
  ]);
  return [
    here.map(idOf).sort(),
    there.map(idOf).sort(),
    links.sort(([a], [b]) => compareText(String(a), String(b))),
  ];
}

function shortHash(value: unknown): string {
  return bytesToHex(sha256(UTF8.encode(JSON.stringify(value)))).slice(0, LENGTH);
}
