import { closeSync, constants, fstatSync, lstatSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceFile } from '../registry/source-file.ts';
import { MAX_READ } from '../text/hostile/refuse.ts';

/** A link that took a file's place meanwhile is not followed, and a pipe does not hold us up. */
const OPEN = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
const EXECUTABLE = 0o111;

/**
 * All files of a registry folder, sorted by path, with `/` between folders. Hidden files are left out; links are
 * listed as such and not followed; what is larger than MAX_READ is listed with its size only. Throws when the
 * folder cannot be read. Synchronous on purpose: nothing else is to be done meanwhile, and for many small files it
 * takes a third of the time of asynchronous reading.
 */
export function readRegistryFiles(root: string): SourceFile[] {
  const files: SourceFile[] = [];
  collect(root, '', files);
  return withoutMeaninglessModes(files.sort((a, b) => (a.file < b.file ? -1 : 1)));
}

/** One of them; undefined where there is none. */
export function readRegistryFile(root: string, file: string): SourceFile | undefined {
  const found = lstatSync(join(root, file), { throwIfNoEntry: false });
  if (found?.isSymbolicLink()) return { file, bytes: new Uint8Array(), mode: '120000' };
  return found?.isFile() ? readOne(root, file) : undefined;
}

function collect(root: string, folder: string, files: SourceFile[]): void {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    if (entry.name.startsWith('.')) continue;
    const file = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory() && !isMisread(file)) collect(root, file, files);
    else if (entry.isDirectory()) files.push({ file, bytes: new Uint8Array() });
    else if (entry.isSymbolicLink()) files.push({ file, bytes: new Uint8Array(), mode: '120000' });
    else if (entry.isFile())
      files.push(isMisread(file) ? { file, bytes: new Uint8Array() } : readOne(root, file));
  }
}

/** A name of another encoding (from an old archive): it cannot be opened by what was read of it, and is refused by it. */
function isMisread(file: string): boolean {
  return file.includes('\ufffd');
}

function readOne(root: string, file: string): SourceFile {
  const handle = openSync(join(root, file), OPEN);
  try {
    const { size, mode } = fstatSync(handle);
    const kept = (mode & EXECUTABLE) === 0 ? {} : { mode: '100755' };
    if (size > MAX_READ) return { file, bytes: new Uint8Array(), size, ...kept };
    return { file, bytes: readFileSync(handle), ...kept };
  } finally {
    closeSync(handle);
  }
}

/** Disks that keep no such right (network shares, Windows disks seen from Linux) show every file as executable. */
function withoutMeaninglessModes(files: readonly SourceFile[]): SourceFile[] {
  if (!files.every(({ mode }) => mode !== undefined)) return [...files];
  return files.map(({ mode, ...file }) =>
    mode === '100755' ? file : { ...file, ...(mode ? { mode } : {}) },
  );
}
