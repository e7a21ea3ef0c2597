import type { Position } from '../finding.ts';

/** Line and column of an offset in a text whose lines end in LF. */
export function placeOf(text: string, index: number): Position {
  let line = 1;
  let start = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < index; at = text.indexOf('\n', at + 1)) {
    line++;
    start = at + 1;
  }
  return { line, column: index - start + 1 };
}
