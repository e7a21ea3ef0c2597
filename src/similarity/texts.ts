import type { Need } from './types.ts';

/** Whole needs in one file. They are fetched for the likeliest entries only. */
const PER_FILE = 25;

/** What was read belongs to another state of the registry than what was read before. */
export class StaleError extends Error {}

/** One of the files with the whole texts. */
export interface TextFile {
  /** The same as in the index: texts of another state of the registry are not the ones that it found. */
  readonly stamp: string;
  readonly needs: readonly Need[];
}

/** Which file holds the entry of a number. */
export function fileOf(number: number): number {
  return Math.floor(number / PER_FILE);
}

/** The files with the needs of a registry, in the order of its digests. */
export function textFiles(needs: readonly Need[], stamp: string): readonly TextFile[] {
  const count = Math.ceil(needs.length / PER_FILE);
  return Array.from({ length: count }, (_, file) => ({
    stamp,
    needs: needs.slice(file * PER_FILE, (file + 1) * PER_FILE),
  }));
}

/** The needs of one file by their numbers. Throws for one of another state. */
export function readTexts(raw: unknown, file: number, stamp: string): ReadonlyMap<number, Need> {
  const { stamp: found, needs } = raw as Partial<TextFile>;
  if (!Array.isArray(needs)) throw new Error(`The texts ${file} cannot be read`);
  if (found !== stamp) throw new StaleError(`The texts ${file} are not of the state ${stamp}`);
  return new Map(needs.map((need: Need, at) => [file * PER_FILE + at, need]));
}
