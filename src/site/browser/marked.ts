import type { Piece } from '../../search/highlight.ts';
import { make } from './elements.ts';

/** Pieces of a text for the page, the hits marked. */
export function marked(pieces: readonly Piece[]): (Node | string)[] {
  return pieces.map(({ text, hit }) => (hit ? make('mark', {}, [text]) : text));
}
