import { foldCharacter, foldCharacters, isWordCharacter } from '../text/fold.ts';

/** A stretch of text that does (`hit`) or does not answer the query. The pieces joined give the text. */
export type Piece = { readonly text: string; readonly hit: boolean };

type FoldedPoint = { readonly character: string; readonly source: number };

/** Cuts a text into pieces, so that the page can mark what the query found without building HTML from strings. */
export function highlight(text: string, query: string): Piece[] {
  const points = [...text];
  const folded = points.flatMap((point, source) =>
    foldCharacter(point).map((character) => ({ character, source })),
  );
  const bare = folded.filter(({ character }) => isWordCharacter(character));
  const hits = new Set<number>();
  for (const term of query.split(/\s+/).map(foldCharacters)) {
    if (mark(folded, term, hits) || mark(bare, term, hits)) continue;
    mark(bare, term.filter(isWordCharacter), hits);
  }
  return toPieces(points, hits);
}

/** Notes every place where the term stands, and tells whether there was one. */
function mark(folded: readonly FoldedPoint[], term: readonly string[], hits: Set<number>): boolean {
  let found = false;
  for (let start = 0; term.length > 0 && start + term.length <= folded.length; start++) {
    if (!term.every((character, i) => folded[start + i]?.character === character)) continue;
    found = true;
    const from = folded[start]?.source ?? 0;
    const to = folded[start + term.length - 1]?.source ?? from;
    for (let source = from; source <= to; source++) hits.add(source);
  }
  return found;
}

function toPieces(points: readonly string[], hits: ReadonlySet<number>): Piece[] {
  const pieces: { text: string; hit: boolean }[] = [];
  points.forEach((point, i) => {
    const last = pieces.at(-1);
    if (last && last.hit === hits.has(i)) last.text += point;
    else pieces.push({ text: point, hit: hits.has(i) });
  });
  return pieces;
}
