import { unzipSync, type Zippable, zipSync } from 'fflate';

/** Bytes that all parts of an office file together may unpack to. */
const MAX_UNPACKED = 64 * 1024 * 1024;

/** A zip that holds only what was asked for, or the rest of a sentence that begins with the file's name. */
export type Repacked = { readonly bytes: Uint8Array; readonly parts: number } | { readonly fault: string };

/**
 * The wanted parts of an office file in a zip of our own. The libraries that read office files unpack each part
 * whole and believe nothing less than the bytes: here the sizes are added up first, a part that gives more than it
 * says is cut off at what it says, and pictures and macros are left behind.
 */
export function repack(bytes: Uint8Array, wanted: (name: string) => boolean): Repacked {
  let size = 0;
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!wanted(name)) return false;
        size += originalSize;
        return size <= MAX_UNPACKED;
      },
    });
    if (size > MAX_UNPACKED) return { fault: '解开以后太大（超过 64 MB），没有读' };
    return { bytes: zipSync(stored(parts)), parts: Object.keys(parts).length };
  } catch {
    return { fault: '已经损坏或没有下载完整，打不开' };
  }
}

function stored(parts: Record<string, Uint8Array>): Zippable {
  return Object.fromEntries(Object.entries(parts).map(([name, content]) => [name, [content, { level: 0 }]]));
}
