import type { SourceFile } from '../../registry/source-file.ts';
import { MAX_READ } from '../../text/hostile/refuse.ts';

/** A file of a kept base branch, as the tree has it. */
export interface KeptFile {
  readonly path: string;
  readonly blob: string | null;
  readonly mode: string | null;
  readonly size: number | null;
}

/** The bytes of blobs by their ids. */
export type ReadBlobs = (ids: readonly string[]) => ReadonlyMap<string, Uint8Array>;

const SUBMODULE = '160000';

/** Files whose bytes are read from Git when they are asked for, many at once where that is said before. */
export function keptFiles(
  rowOf: (file: string) => KeptFile | undefined,
  readBlobs: ReadBlobs,
): {
  readonly source: (file: string) => SourceFile | undefined;
  readonly expect: (files: readonly string[]) => void;
} {
  const known = new Map<string, SourceFile | undefined>();
  const expect = (files: readonly string[]): void => {
    const fresh = [...new Set(files)].filter((file) => !known.has(file));
    const rows = fresh.flatMap((file) => rowOf(file) ?? []);
    const bytes = readBlobs(rows.filter(isRead).map(({ blob }) => blob ?? ''));
    for (const file of fresh) known.set(file, undefined);
    for (const row of rows) known.set(row.path, sourceOf(row, bytes.get(row.blob ?? '')));
  };
  const source = (file: string): SourceFile | undefined => {
    if (!known.has(file)) expect([file]);
    return known.get(file);
  };
  return { source, expect };
}

function isRead({ blob, mode, size }: KeptFile): boolean {
  return blob !== null && mode !== SUBMODULE && (size ?? 0) <= MAX_READ;
}

function sourceOf({ path, blob, mode, size }: KeptFile, bytes: Uint8Array = new Uint8Array()): SourceFile {
  return {
    file: path,
    bytes,
    ...(mode === null ? {} : { mode }),
    ...(blob === null ? {} : { blob }),
    ...(size === null ? {} : { size }),
  };
}
