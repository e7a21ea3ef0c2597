import { foldWithOffsets } from './normalise.ts';
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
  const [a, b] = [foldWithOffsets(query), foldWithOffsets(other)];
  const seeds = new Map<string, number>();
  for (let at = b.text.length - SEED; at >= 0; at--) seeds.set(b.text.slice(at, at + SEED), at);
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

function spanOf(at: readonly number[], start: number, size: number): Span {
  return {
    field: '建设内容',
    start: at[start] ?? 0,
    // The end of the last character, not the beginning of the next: blanks and marks between are not shared.
    end: (at[start + size - 1] ?? 0) + 1,
  };
}
