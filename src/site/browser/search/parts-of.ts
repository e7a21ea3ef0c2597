import { queryPhrases } from '../../../search/tokens.ts';
import { findRecords, type Matched } from './find-records.ts';

/** Terms longer than this are sentences: taking them apart would ask for everything. */
const LONGEST_JOINED = 16;
/** One character of a term says too little to stand alone. */
const LEAST_PART = 2;

/**
 * A term that stands nowhere as it is, taken apart into the longest pieces that do: 视频监控二期 is 视频监控 and 二期.
 * Nothing when it cannot be taken apart, or stands somewhere.
 */
export async function partsOf(index: Matched, term: string): Promise<readonly string[]> {
  const characters = [...term];
  if (characters.length < 2 * LEAST_PART || characters.length > LONGEST_JOINED) return [];
  if ((await matchedBy(index, term)) > 0) return [];
  const parts: string[] = [];
  for (let from = 0; from < characters.length; ) {
    const part = await longestFrom(index, characters.slice(from));
    if (part === undefined) return [];
    parts.push(part);
    from += [...part].length;
  }
  return parts;
}

async function longestFrom(index: Matched, characters: readonly string[]): Promise<string | undefined> {
  for (let to = characters.length; to >= LEAST_PART; to--) {
    // What would be left over must be able to stand too.
    if (characters.length - to === 1) continue;
    const part = characters.slice(0, to).join('');
    if ((await matchedBy(index, part)) > 0) return part;
  }
  return undefined;
}

async function matchedBy(index: Matched, term: string): Promise<number> {
  return (await findRecords(index, queryPhrases(term))).length;
}
