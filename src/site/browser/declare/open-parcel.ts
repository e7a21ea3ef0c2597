/** A .zip that was made here: a draft, or a filing for the office, with its sealed attachments. */
import { DRAFT_MEMBER, readParcel } from '../../../declare/parcel.ts';
import { idOf } from '../../../registry/paths.ts';
import { lookAt } from '../../../registry/sealed-files.ts';
import type { SealedAttachment } from './sealed-store.ts';

/** The file to open, and what was sealed for it. */
export interface Unpacked {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** In whose folder it lies, where the parcel says so. */
  readonly unit?: string;
  readonly sealed: readonly SealedAttachment[];
}

/** The members of a .zip from anybody. */
export function unpack(zip: Uint8Array): Unpacked | { readonly fault: string } {
  const members = readParcel(zip);
  if ('fault' in members) return members;
  const main = members.find(({ file }) => file === DRAFT_MEMBER || idOf('project', file) !== undefined);
  if (!main) return { fault: '这个压缩包里没有草稿，也没有项目文件。选在这里导出或下载的 .zip。' };
  const sealed = members.flatMap(({ file, bytes }): readonly SealedAttachment[] => {
    const sealedFor = idOf('sealed', file);
    const { isSealed, sha256 } = lookAt(bytes);
    if (sealedFor === undefined || !isSealed) return [];
    return [{ name: file.slice(file.lastIndexOf('/') + 1), bytes, sha256, sealedFor }];
  });
  const unit = idOf('project', main.file)?.split('/')[0];
  const name = main.file.slice(main.file.lastIndexOf('/') + 1);
  return { name, bytes: main.bytes, sealed, ...(unit === undefined ? {} : { unit }) };
}
