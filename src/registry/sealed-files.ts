import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { isAgeFile } from '../form/age-file.ts';
import type { Entry } from '../form/entry.ts';
import { clauseTitle } from '../regulation/index.ts';
import type { Finding } from '../text/finding.ts';
import { sealedFile } from './paths.ts';
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
  files: ReadonlyMap<string, SourceFile>,
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

/** Files that are called sealed and are not, and that no entry names: named ones are reported at the entry's line. */
export function unsealedFiles(files: readonly SourceFile[], entries: readonly Entry[]): Finding[] {
  const suspects = files.filter(({ file, bytes }) => file.endsWith('.age') && !isAgeFile(bytes));
  if (suspects.length === 0) return [];
  const named = new Set(
    entries.flatMap(({ id, filing }) =>
      (filing.attachments ?? []).map(({ file }) => sealedFile(id, file ?? '')),
    ),
  );
  return suspects.filter(({ file }) => !named.has(file)).map(({ file }) => unsealed(file));
}

function unsealed(file: string): Finding {
  const article = [clauseTitle('annex1'), clauseTitle('annex2')].join('、');
  return {
    rule: 'annex-sealed-attachment-present',
    severity: 'error',
    file,
    line: 1,
    column: 1,
    field: '附件',
    message: `附件：「${file}」不是用办公室公钥封存的文件，没有封存的文件人人看得到。（${article}）`,
    article,
    fix: '不要提交它；用 seal --attachment 命令封存以后再交。',
  };
}
