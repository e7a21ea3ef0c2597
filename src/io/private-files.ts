import { closeSync, existsSync, openSync, readSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { createFile } from './replace-file.ts';

/** Files that must never reach a repository: private keys, and what was unsealed with them. */

/** Owner may read and write, nobody else; Windows keeps to the folder's own rights. */
const OWNER_ONLY = 0o600;
const PIECE = 64 * 1024;

/** The Git work tree (or bare repository) that a path lies in, links followed; the file itself need not exist. */
export function repositoryAround(path: string): string | undefined {
  for (let at = realFolder(dirname(resolve(path))); ; at = dirname(at)) {
    const bare = existsSync(join(at, 'HEAD')) && existsSync(join(at, 'objects'));
    if (bare || existsSync(join(at, '.git'))) return at;
    if (at === dirname(at)) return undefined;
  }
}

/** The folder without links, or its nearest ancestor that is there. */
function realFolder(folder: string): string {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(at) || at === dirname(at)) return realpathSync(at);
  }
}

/** Writes a new file that only its owner can read, whole or not at all. Throws when it exists or the folder does not. */
export function writePrivate(path: string, content: string | Uint8Array): void {
  statSync(dirname(path));
  createFile(path, content, OWNER_ONLY);
}

/** A file's bytes, or standard input for `-`. Throws when it cannot be read or is larger than `max` bytes. */
export function readLimited(path: string, max: number): Uint8Array {
  if (path !== '-' && statSync(path).size > max) throw new RangeError(`larger than ${max} bytes`);
  const file = path === '-' ? 0 : openSync(path, 'r');
  try {
    return readUpTo(file, max);
  } finally {
    if (file !== 0) closeSync(file);
  }
}

/** What comes out of a pipe or a device has no size before it is read, and need not end. */
function readUpTo(file: number, max: number): Uint8Array {
  const pieces: Buffer[] = [];
  for (let total = 0; ; ) {
    const piece = Buffer.allocUnsafe(PIECE);
    const length = readSync(file, piece);
    if (length === 0) return Buffer.concat(pieces, total);
    pieces.push(piece.subarray(0, length));
    total += length;
    if (total > max) throw new RangeError(`larger than ${max} bytes`);
  }
}
