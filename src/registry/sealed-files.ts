import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { isAgeFile } from '../form/age-file.ts';
import type { SourceFile } from './source-file.ts';

/** What can be said of a sealed attachment without opening it. */
export interface SealedFile {
  /** Sealed to public keys with age. */
  readonly isSealed: boolean;
  /** In bytes. */
  readonly size: number;
  /** SHA-256 of its bytes, 64 lower-case hexadecimal digits. */
  readonly sha256: string;
}

/**
 * Looks at sealed attachments on demand and once each: a registry may hold many, and a check names few.
 * The hash is worked out in plain JavaScript, so that a check stays synchronous and the same in the browser.
 */
export function sealedFiles(
  files: Pick<ReadonlyMap<string, SourceFile>, 'get'>,
): (path: string) => SealedFile | undefined {
  const seen = new Map<string, SealedFile>();
  return (path) => {
    const known = seen.get(path);
    if (known) return known;
    const source = files.get(path);
    if (!source) return undefined;
    const looked = lookAt(source.bytes);
    seen.set(path, looked);
    return looked;
  };
}

/** What a sealed file shows without a key. */
export function lookAt(bytes: Uint8Array): SealedFile {
  return { isSealed: isAgeFile(bytes), size: bytes.length, sha256: bytesToHex(sha256(bytes)) };
}
