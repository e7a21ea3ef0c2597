import { closeSync, constants, fstatSync, lstatSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceFile } from '../registry/source-file.ts';
import { MAX_BYTES } from '../text/decode.ts';
import { MAX_READ } from '../text/hostile/refuse.ts';
import { UsageError } from './usage-error.ts';

/** A link that took a file's place meanwhile is not followed, and a pipe does not hold us up. */
const OPEN = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
const EXECUTABLE = 0o111;

/** What a registry may hold of files small enough to lie in memory all at once: files, and bytes. */
export interface Budget {
  readonly files: number;
  readonly bytes: number;
}
/** A hundred thousand filings with their records; the words of a filing are 4 KB. */
const BUDGET: Budget = { files: 400_000, bytes: 400 * 1024 * 1024 };

/**
 * All files of a registry folder, sorted by path, with `/` between folders. Hidden files are left out; links are
 * listed as such and not followed; what is larger than MAX_READ is listed with its size only, and what is larger than
 * any filing (sealed attachments) is read when it is looked at, one after the other. Throws when the folder cannot be
 * read, and a UsageError when it holds more than any registry. Synchronous on purpose: nothing else is to be done
 * meanwhile, and for many small files it takes a third of the time of asynchronous reading.
 */
export function readRegistryFiles(root: string, budget: Budget = BUDGET): SourceFile[] {
  const files: Own[] = [];
  collect(root, '', files, { ...budget });
  return withoutMeaninglessModes(files.sort((a, b) => (a.file < b.file ? -1 : 1)));
}

/** One of them; undefined where there is none. */
export function readRegistryFile(root: string, file: string): SourceFile | undefined {
  const found = lstatSync(join(root, file), { throwIfNoEntry: false });
  if (found?.isSymbolicLink()) return { file, bytes: new Uint8Array(), mode: '120000' };
  return found?.isFile() ? readOne(root, file, { ...BUDGET }) : undefined;
}

type Own = { -readonly [key in keyof SourceFile]: SourceFile[key] };
type Left = { -readonly [key in keyof Budget]: Budget[key] };

function collect(root: string, folder: string, files: Own[], left: Left): void {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    if (entry.name.startsWith('.')) continue;
    const file = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (--left.files < 0) throw new UsageError(TOO_MANY);
    if (entry.isDirectory() && !isMisread(file)) collect(root, file, files, left);
    else if (entry.isDirectory()) files.push({ file, bytes: new Uint8Array() });
    else if (entry.isSymbolicLink()) files.push({ file, bytes: new Uint8Array(), mode: '120000' });
    else if (entry.isFile())
      files.push(isMisread(file) ? { file, bytes: new Uint8Array() } : readOne(root, file, left));
  }
}

/** A name of another encoding (from an old archive): it cannot be opened by what was read of it, and is refused by it. */
function isMisread(file: string): boolean {
  return file.includes('\ufffd');
}

const TOO_MANY =
  '文件太多，超过 40 万个，没有核对。看看是不是写错了文件夹；登记库里只放申报、记录、参考和密封附件。';
const TOO_MUCH =
  '文字太多，合计超过 400 MB，没有核对。看看是不是写错了文件夹；登记库里只放申报、记录、参考和密封附件。';

function readOne(root: string, file: string, left: Left): SourceFile {
  const handle = openSync(join(root, file), OPEN);
  try {
    const { size, mode } = fstatSync(handle);
    const kept = (mode & EXECUTABLE) === 0 ? {} : { mode: '100755' };
    if (size > MAX_READ) return { file, bytes: new Uint8Array(), size, ...kept };
    if (size > MAX_BYTES) return laterFile(root, file, size, kept.mode);
    left.bytes -= size;
    if (left.bytes < 0) throw new UsageError(TOO_MUCH);
    return { file, bytes: readFileSync(handle), ...kept };
  } finally {
    closeSync(handle);
  }
}

/** What was read last of such files: they are looked at several times, one after the other. */
let lately: { readonly of: SourceFile; readonly bytes: Uint8Array } | undefined;

/** A file whose bytes are read when they are wanted, and not kept: thousands of them need not fit in memory. */
function laterFile(root: string, file: string, length: number, mode: string | undefined): SourceFile {
  const path = join(root, file);
  const later: SourceFile = {
    file,
    length,
    ...(mode === undefined ? {} : { mode }),
    get bytes(): Uint8Array {
      if (lately?.of !== later) lately = { of: later, bytes: readNow(path) };
      return lately.bytes;
    },
  };
  return later;
}

function readNow(path: string): Uint8Array {
  const handle = openSync(path, OPEN);
  try {
    return readFileSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Disks that keep no such right (network shares, Windows disks seen from Linux) show every file as executable. */
function withoutMeaninglessModes(files: Own[]): SourceFile[] {
  if (!files.every(({ mode }) => mode !== undefined)) return files;
  for (const file of files) if (file.mode === '100755') delete file.mode;
  return files;
}
