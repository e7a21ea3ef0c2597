import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isGoneProcess } from './gone.ts';

/** Files are written whole or not at all: beside, to the end, down to the disk, and only then in their place. */

/** Writes a file so that readers see the old one or the new one, never half of it. Makes its folder. Throws on failure. */
export function replaceFile(path: string, content: Uint8Array | string): void {
  const draft = draftOf(path);
  try {
    writeDraft(draft, content);
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

/** The same for a file that must not be there yet: with EEXIST it throws and leaves the other as it is. */
export function createFile(path: string, content: Uint8Array | string): void {
  const draft = draftOf(path);
  try {
    writeDraft(draft, content);
    linkSync(draft, path);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Hidden, so that no reader of the registry takes it for a file; of the process, so that two never share one. */
function draftOf(path: string): string {
  mkdirSync(dirname(path), { recursive: true });
  sweep(dirname(path));
  return join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
}

const DRAFT = /^\..+\.(\d+)\.tmp$/;
/** Folders that this process has looked through. */
const swept = new Set<string>();

/** What a process that was killed left lying beside the files goes when the next one first writes there. */
function sweep(folder: string): void {
  if (swept.has(folder)) return;
  swept.add(folder);
  for (const name of readdirSync(folder)) {
    const [, owner] = DRAFT.exec(name) ?? [];
    if (owner !== undefined && isGoneProcess(Number(owner))) rmSync(join(folder, name), { force: true });
  }
}

function writeDraft(draft: string, content: Uint8Array | string): void {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const handle = openSync(draft, 'w');
  try {
    // A full disk may take a part and say so only by the number.
    for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at, bytes.length - at);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
