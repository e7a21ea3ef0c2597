import { readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** What is made of the sources is kept with the packages, below the root. */
export const CACHE = 'node_modules/.cache/registry';

/** A source as it was when it was taken in. */
export interface Source {
  /** From the root. */
  readonly path: string;
  readonly size: number;
  /** In nanoseconds since 1970. */
  readonly changed: string;
  readonly digest: string;
}

/** A program that was put together, and what of. */
export interface Manifest {
  /** The version of Node. */
  readonly node: string;
  readonly root: string;
  /** Its first file, in the folder of the manifest. */
  readonly entry: string;
  readonly sources: readonly Source[];
}

/** Where the program of a root is kept: another copy of the project that shares its packages has another place. */
export function preparedFolder(root: string): string {
  return join(root, CACHE, `program-${root.replace(/[^a-z0-9]+/gi, '-').slice(-60)}`);
}

/** The program of these very sources; undefined where none was put together, or a source is another by now. */
export function preparedEntry(root: string, folder = preparedFolder(root)): string | undefined {
  try {
    const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
    if (manifest.node !== process.version || manifest.root !== root) return undefined;
    return manifest.sources.every((source) => isSame(root, source))
      ? join(folder, manifest.entry)
      : undefined;
  } catch {
    return undefined;
  }
}

/** Contents decide; what was not written since need not be read for that. */
function isSame(root: string, { path, size, changed, digest }: Source): boolean {
  const file = resolve(root, path);
  const now = statSync(file, { bigint: true });
  if (Number(now.size) !== size) return false;
  return String(now.mtimeNs) === changed || digestOf(readFileSync(file)) === digest;
}

/** The digest of a text or of bytes. The library for it takes longer to load than all else here, and is seldom needed. */
export function digestOf(content: string | Uint8Array): string {
  const { hash } = process.getBuiltinModule('node:crypto');
  return hash('sha256', content, 'hex');
}
