import type { Piece } from '../../../search/highlight.ts';

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Characters shown on either side of what matches. */
const AROUND = 18;
const GAP: Piece = { text: ' …… ', hit: false };

/** A text cut down to what matches and a little around it. Stretches may overlap and come in any order. */
export function excerpt(text: string, stretches: readonly Stretch[], around = AROUND): readonly Piece[] {
  const marks = union(stretches);
  const windows = union(
    marks.map(({ start, end }) => ({
      start: Math.max(0, start - around),
      end: Math.min(text.length, end + around),
    })),
  );
  const pieces: Piece[] = [];
  for (const window of windows) {
    if (window.start > 0) pieces.push(GAP);
    pieces.push(...piecesOf(text, window, marks));
  }
  if (windows.length > 0 && (windows.at(-1)?.end ?? 0) < text.length) pieces.push(GAP);
  return pieces.filter((piece) => piece.text !== '');
}

function piecesOf(text: string, window: Stretch, marks: readonly Stretch[]): Piece[] {
  const pieces: Piece[] = [];
  let at = window.start;
  for (const { start, end } of marks) {
    if (start < window.start || end > window.end) continue;
    pieces.push({ text: text.slice(at, start), hit: false }, { text: text.slice(start, end), hit: true });
    at = end;
  }
  pieces.push({ text: text.slice(at, window.end), hit: false });
  return pieces;
}

/** Ascending stretches that neither touch nor overlap. */
function union(stretches: readonly Stretch[]): Stretch[] {
  const joined: { start: number; end: number }[] = [];
  for (const { start, end } of [...stretches].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else if (end > start) joined.push({ start, end });
  }
  return joined;
}
