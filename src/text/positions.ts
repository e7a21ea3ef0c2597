import type { Position } from './finding.ts';

/**
 * Line and column of offsets in a text whose lines end in LF. Where the lines start is worked out once, at the first
 * question: a file from a stranger may give cause for tens of thousands of them.
 */
export function positions(text: string): (index: number) => Position {
  let starts: readonly number[] | undefined;
  return (index) => {
    starts ??= lineStarts(text);
    const line = countUpTo(starts, index);
    return { line, column: index - (starts[line - 1] ?? 0) + 1 };
  };
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** How many of the offsets, which rise, are at or before the index; by halving. */
export function countUpTo(starts: readonly number[], index: number): number {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= index) low = middle + 1;
    else high = middle;
  }
  return low;
}
