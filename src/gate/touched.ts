import type { SourceFile } from '../registry/source-file.ts';

/** A file that the change adds, modifies or removes. */
export interface Touched {
  readonly file: string;
  readonly before?: SourceFile;
  readonly after?: SourceFile;
}

/** The files in which two states of a registry differ, sorted by path. A rename shows as removed and added. */
export function touchedFiles(base: readonly SourceFile[], head: readonly SourceFile[]): readonly Touched[] {
  const before = new Map(base.map((source) => [source.file, source]));
  const after = new Map(head.map((source) => [source.file, source]));
  const names = [...new Set([...before.keys(), ...after.keys()])].sort();
  return names.flatMap((file) => {
    const [old, now] = [before.get(file), after.get(file)];
    if (old && now && sameFile(old, now)) return [];
    return [{ file, ...(old ? { before: old } : {}), ...(now ? { after: now } : {}) }];
  });
}

function sameFile(a: SourceFile, b: SourceFile): boolean {
  if ((a.mode ?? '100644') !== (b.mode ?? '100644') || (a.size ?? -1) !== (b.size ?? -1)) return false;
  return (a.blob !== undefined && a.blob === b.blob) || sameBytes(a.bytes, b.bytes);
}

/** Byte by byte. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false;
  return true;
}
