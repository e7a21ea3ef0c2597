import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isGoneProcess } from './gone.ts';

/** Files are written whole or not at all: beside, to the end, down to the disk, and only then in their place. */

/** Who may read a file that is written anew, as `chmod` has it; what the account's own mask forbids stays forbidden. */
const ANYBODY = 0o666;

/** Writes a file so that readers see the old one or the new one, never half of it. Makes its folder. Throws on failure. */
export function replaceFile(path: string, content: Uint8Array | string): void {
  if (isDevice(path)) {
    writeFileSync(path, content);
    return;
  }
  const draft = draftOf(path);
  try {
    writeDraft(draft, content, ANYBODY);
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

/** The same for a file that must not be there yet: with EEXIST it throws and leaves the other as it is. */
export function createFile(path: string, content: Uint8Array | string, mode = ANYBODY): void {
  const draft = draftOf(path);
  try {
    writeDraft(draft, content, mode);
    linkNew(draft, path);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** What disks say that know no links: FAT and exFAT, as on most USB sticks, and some network shares. */
const NO_LINKS = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EISDIR']);

/** Gives a whole file a name that is free. Throws EEXIST when it is taken. `from` may be gone afterwards. */
export function linkNew(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    if (!NO_LINKS.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
    // Two at the same instant could both find it free; such a disk knows no better.
    if (existsSync(to))
      throw Object.assign(new Error(`EEXIST: file already exists, ${to}`), { code: 'EEXIST' });
    renameSync(from, to);
  }
}

/** `/dev/stdout`, `/dev/null`, a named pipe: written to; renaming over it would take it away from everybody. */
function isDevice(path: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  return found !== undefined && !found.isFile() && !found.isDirectory();
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

function writeDraft(draft: string, content: Uint8Array | string, mode: number): void {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  // Made anew: in a folder that others write in too, a link may lie there under the same name.
  rmSync(draft, { force: true });
  const handle = openSync(draft, 'wx', mode);
  try {
    // A full disk may take a part and say so only by the number.
    for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at, bytes.length - at);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
