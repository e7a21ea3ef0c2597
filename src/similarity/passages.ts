import { type Folded, foldWithOffsets } from './normalise.ts';
import type { Span } from './types.ts';

/** The same words in both texts. Offsets point into the texts as written. */
export interface SharedPassage {
  readonly query: Span;
  readonly other: Span;
  /** How many characters, folded. */
  readonly size: number;
}

/** So many characters in a row are not the same by chance. */
const SEED = 12;
/** Shorter runs are turns of phrase. */
const LEAST = 16;
/** What every plan says: policy, principles, protection, benefit. It is nobody's need. */
const BOILERPLATE =
  /贯彻落实|指导思想|重要讲话|工作部署|文件精神|总体要求|基本原则|按照.{0,12}(?:规定|要求|精神)|等级保护|网络安全法|统筹规划|集约建设|安全可控|合同|招标|投标|采购人|供应商|签订|有效期|服务期|质保|付款/;

/** The longest runs of characters that two descriptions share, longest first. */
export function sharedPassages(query: string, other: string): readonly SharedPassage[] {
  const { folded: a, marks } = sought(query);
  const b = foldWithOffsets(other);
  const seeds = new Map<string, number>();
  eachSeed(b.text, (mark, at) => {
    if (marks[mark] === 0) return;
    const seed = b.text.slice(at, at + SEED);
    if (!seeds.has(seed)) seeds.set(seed, at);
  });
  if (seeds.size === 0) return [];
  const found: SharedPassage[] = [];
  for (let at = 0; at + SEED <= a.text.length; ) {
    const start = seeds.get(a.text.slice(at, at + SEED));
    if (start === undefined) {
      at++;
      continue;
    }
    let size = SEED;
    while (at + size < a.text.length && a.text[at + size] === b.text[start + size]) size++;
    if (a.text[at + size - 1] === ' ') size--;
    if (size >= LEAST && !BOILERPLATE.test(a.text.slice(at, at + size))) {
      found.push({ query: spanOf(a.at, at, size), other: spanOf(b.at, start, size), size });
    }
    at += size;
  }
  return found.sort((one, two) => two.size - one.size || one.query.start - two.query.start);
}

/** A text whose runs are looked for in many others, with the marks of all its seeds. */
interface Sought {
  readonly written: string;
  readonly folded: Folded;
  readonly marks: Uint8Array;
}

/** So many marks there are: two seeds that share one by chance only cost the time to look. */
const MARKS = 1 << 18;

let last: Sought | undefined;

/** One text is compared with many, one after the other. */
function sought(written: string): Sought {
  if (last?.written === written) return last;
  const folded = foldWithOffsets(written);
  const marks = new Uint8Array(MARKS);
  eachSeed(folded.text, (mark) => {
    marks[mark] = 1;
  });
  last = { written, folded, marks };
  return last;
}

const TURN = 0x01000193;
/** By how much the first character of a seed counts in its hash. */
const TURNED = Array.from({ length: SEED - 1 }).reduce<number>((product) => Math.imul(product, TURN), 1);

/** The mark of every run of so many characters, from one to the next without reading it anew. */
function eachSeed(text: string, take: (mark: number, at: number) => void): void {
  let hash = 0;
  for (let at = 0; at < text.length; at++) {
    if (at >= SEED) hash = (hash - Math.imul(text.charCodeAt(at - SEED), TURNED)) | 0;
    hash = (Math.imul(hash, TURN) + text.charCodeAt(at)) | 0;
    if (at + 1 >= SEED) take((hash ^ (hash >>> 15)) & (MARKS - 1), at + 1 - SEED);
  }
}

function spanOf(at: readonly number[], start: number, size: number): Span {
  return {
    field: '建设内容',
    start: at[start] ?? 0,
    // The end of the last character, not the beginning of the next: blanks and marks between are not shared.
    end: (at[start + size - 1] ?? 0) + 1,
  };
}
