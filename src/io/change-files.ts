import { existsSync, readdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { replaceFile } from './replace-file.ts';

/** What becomes of one file of a registry: these bytes, or (without any) it goes. */
export interface FileChange {
  /** Below the registry folder, with `/` between folders. */
  readonly file: string;
  readonly bytes?: Uint8Array;
}

/** In the registry folder; hidden like the lock. */
export const JOURNAL = '.registry-journal';

const journal = z.array(
  z.object({
    file: z.string().refine((file) => !file.split('/').includes('..') && !file.startsWith('/')),
    base64: z.string().optional(),
  }),
);

/**
 * Changes files that belong together, all or none. What is to be done is written down first, whole; from then on it is
 * done even if the computer stops half-way: the next command that writes finishes it. Throws what the disk throws; then
 * either nothing has been changed, or `finishChanges` will do the rest. To be called inside `withLock`.
 */
export function changeFiles(root: string, changes: readonly FileChange[]): void {
  const written = changes.map(({ file, bytes }) => ({
    file,
    ...(bytes ? { base64: Buffer.from(bytes).toString('base64') } : {}),
  }));
  replaceFile(journalOf(root), new TextEncoder().encode(JSON.stringify(written)));
  carryOut(root, changes);
}

/** Finishes what a command that was broken off had written down. Doing it twice does no harm. True when there was any. */
export function finishChanges(root: string): boolean {
  const path = journalOf(root);
  if (!existsSync(path)) return false;
  const read = journal.parse(JSON.parse(readFileSync(path, 'utf8')));
  carryOut(
    root,
    read.map(({ file, base64 }) => ({
      file,
      ...(base64 === undefined ? {} : { bytes: Buffer.from(base64, 'base64') }),
    })),
  );
  return true;
}

function carryOut(root: string, changes: readonly FileChange[]): void {
  for (const { file, bytes } of changes) {
    const path = join(root, file);
    if (bytes) replaceFile(path, bytes);
    else rmSync(path, { force: true });
  }
  for (const { file, bytes } of changes) if (!bytes) removeEmpty(root, dirname(file));
  rmSync(journalOf(root), { force: true });
}

/** A unit's folder that is left without any file goes too, and what is above it; never the registry's own. */
function removeEmpty(root: string, folder: string): void {
  const path = join(root, folder);
  const isTop = !folder.includes('/');
  if (isTop || !existsSync(path) || readdirSync(path).length > 0) return;
  rmdirSync(path);
  removeEmpty(root, dirname(folder));
}

function journalOf(root: string): string {
  return join(resolve(root), JOURNAL);
}
