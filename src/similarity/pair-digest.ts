import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Need } from './types.ts';

const UTF8 = new TextEncoder();
/** 48 bits: two states of one pair meet by chance once in 10^14, and the clerk can still copy it by hand. */
const LENGTH = 12;

/** A short mark of anything that can be written as JSON. */
export function shortHash(value: unknown): string {
  return bytesToHex(sha256(UTF8.encode(JSON.stringify(value)))).slice(0, LENGTH);
}

/** A mark of everything that is compared of a need; what is not compared (money, dates) may change without a trace. */
export function needHash({ name, description, functions, audience, data }: Need): string {
  const items = functions?.map(({ name: item, note = '' }) => [item, note]) ?? [];
  return shortHash([name, description ?? '', items, audience ?? [], data ?? []]);
}

/**
 * 比对摘要: what both sides said when an answer was given, and by which lexicon they were compared. The filing's own
 * side comes first, so the other's answer to the same pair has another mark.
 */
export function pairDigest(own: Need, other: Need, lexiconVersion: string): string {
  return shortHash([needHash(own), needHash(other), lexiconVersion]);
}
