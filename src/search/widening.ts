import { foldPlain } from '../text/fold.ts';

/** One thing under its names, as far as it occurs in the registry. All words are folded. */
export interface Widening {
  /** Every name that somebody may ask by. */
  readonly names: readonly string[];
  /** The shortest of its names that stand in the registry's texts; each stands in some text. */
  readonly found: readonly string[];
}

/** What a term is looked for by besides itself. */
export interface Widened {
  readonly words: readonly string[];
  /** False when only a part of the term is a name, as 网格 in 社区网格: then the words say less than the term. */
  readonly whole: boolean;
}

/** Words that one term is widened with: each costs a look into the index. */
const MOST = 6;

/**
 * Other names of what a term says: 停车、车位 for 泊车. Words that contain the term, or that it contains, add nothing
 * and are left out. Undefined when the term, or a part of it, is no name of anything in the registry.
 */
export function widen(widenings: readonly Widening[], term: string): Widened | undefined {
  const asked = foldPlain(term);
  if (asked === '') return undefined;
  const same = widenings.filter(({ names }) => names.includes(asked));
  if (same.length > 0) {
    const words = besides(asked, same).filter((word) => !asked.includes(word));
    return words.length === 0 ? undefined : { words, whole: true };
  }
  const parts = longestPart(widenings, asked);
  const words = besides(asked, parts);
  return words.length === 0 ? undefined : { words, whole: false };
}

function besides(asked: string, widenings: readonly Widening[]): readonly string[] {
  const words = new Set(widenings.flatMap(({ found }) => found).filter((word) => !word.includes(asked)));
  return [...words].slice(0, MOST);
}

function longestPart(widenings: readonly Widening[], asked: string): readonly Widening[] {
  let [longest, parts]: [number, Widening[]] = [1, []];
  for (const widening of widenings)
    for (const name of widening.names) {
      if (name.length < longest || name.length < 2 || !asked.includes(name)) continue;
      if (name.length > longest) [longest, parts] = [name.length, []];
      if (!parts.includes(widening)) parts.push(widening);
    }
  return parts;
}
