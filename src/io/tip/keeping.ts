import type { Shelf, WholeShelf } from '../../gate/shelf.ts';
import type { ReadBlobs } from './kept-files.ts';
import { forget, type Kept, lookAt, placeOf } from './place.ts';
import { programDigest } from './program.ts';
import { openShelf } from './stored-shelf.ts';
import { writeState } from './write-state.ts';

/** Where the state of a base branch is kept: a folder, and Git's id of the registry folder. */
export interface Keeping {
  readonly folder: string;
  readonly tree: string;
}

/** What is kept of a base branch; what does not bear this account's mark is taken away and said. */
export function lookFor(keeping: Keeping): {
  readonly state: Kept;
  readonly open: (readBlobs: ReadBlobs) => Shelf;
} {
  const place = placeIn(keeping);
  const state = lookAt(place);
  if (state === '对不上') forget(place);
  return { state, open: (readBlobs) => openShelf(place.path, readBlobs) };
}

/** Keeps a state. A disk that is full or may not be written to makes the next run no faster, and this one no worse. */
export function keep(keeping: Keeping, shelf: WholeShelf): void {
  const place = placeIn(keeping);
  try {
    writeState(place, shelf);
  } catch {
    forget(place);
  }
}

function placeIn({ folder, tree }: Keeping): ReturnType<typeof placeOf> {
  return placeOf(folder, { program: programDigest(), tree });
}
