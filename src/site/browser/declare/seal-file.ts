/** Seals a file in the browser, as `seal` does on the command line. */

import { pinyinOf } from '../../../filing/slug.ts';
import { MAX_SEALED_BYTES } from '../../../form/age-file.ts';
import { MAX_PATH } from '../../../form/entry-id.ts';
import { sealedFile } from '../../../registry/paths.ts';
import { lookAt } from '../../../registry/sealed-files.ts';
import { seal } from '../../../sealing/seal.ts';

/** A file as it is to be sealed. */
interface Plain {
  readonly name: string;
  readonly source: string;
  readonly bytes: Uint8Array;
  readonly key: string;
}

/** The sealed bytes with the name and check value that the form says of them, or why there are none. */
type Sealed =
  | { readonly file: string; readonly bytes: Uint8Array; readonly sha256: string }
  | { readonly fault: string };

/** age adds a header and 16 bytes for every 64 KiB. */
const MAX_PLAIN = MAX_SEALED_BYTES - 16 * 1024;

export async function sealFile(id: string, { name, source, bytes, key }: Plain): Promise<Sealed> {
  if (bytes.length === 0) return { fault: '这个文件是空的，换一个。' };
  if (bytes.length > MAX_PLAIN)
    return { fault: `文件超过 ${MAX_SEALED_BYTES / 1024 / 1024} MB，改送纸质件。` };
  const ending = `${/\.[a-z0-9]{1,8}$/.exec(source.toLowerCase())?.[0] ?? ''}.age`;
  const file = pinyinOf(name, MAX_PATH - sealedFile(id, ending).length) + ending;
  const sealed = await seal(bytes, [key]);
  return { file, bytes: sealed, sha256: lookAt(sealed).sha256 };
}
