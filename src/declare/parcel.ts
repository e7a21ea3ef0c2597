import { strToU8, unzipSync, zipSync } from 'fflate';
import { projectFile, sealedFile } from '../registry/paths.ts';

/**
 * What is handed to the office as one file, where more than the form goes with it: a .zip whose members bear their
 * paths below the registry folder, `projects/<unit>/<slug>.md` and `projects/<unit>/<slug>/<name>.age`. A form alone is
 * handed over as its .md, unless nothing in it says in which unit's folder it belongs.
 */
export interface ParcelFile {
  /** Path below the registry folder. */
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** The files of a filing: the form, then its sealed attachments by their names. */
export function parcelFiles(
  id: string,
  text: string,
  sealed: ReadonlyMap<string, Uint8Array>,
): readonly ParcelFile[] {
  return [
    { file: projectFile(id), bytes: strToU8(text) },
    ...[...sealed].map(([name, bytes]) => ({ file: sealedFile(id, name), bytes })),
  ];
}

/** The draft in a parcel that goes to another computer. */
export const DRAFT_MEMBER = 'draft.json';

/** A draft with its sealed attachments, each below the filing that it was sealed for. */
export function draftFiles(
  draft: string,
  sealed: readonly { readonly name: string; readonly bytes: Uint8Array; readonly sealedFor: string }[],
): readonly ParcelFile[] {
  return [
    { file: DRAFT_MEMBER, bytes: strToU8(draft) },
    ...sealed.map(({ name, bytes, sealedFor }) => ({ file: sealedFile(sealedFor, name), bytes })),
  ];
}

/** All members of one zip file; the same files give the same bytes. */
export function writeParcel(files: readonly ParcelFile[]): Uint8Array {
  const members = Object.fromEntries(files.map(({ file, bytes }) => [file, bytes]));
  return zipSync(members, { level: 6, mtime: '1980-01-01T00:00:00' });
}

/** More than a filing ever has. */
const MOST_FILES = 60;
const MOST_BYTES = 96 * 1024 * 1024;

/** The members of a zip file that somebody has handed in, or why it cannot be read. */
export function readParcel(zip: Uint8Array): readonly ParcelFile[] | { readonly fault: string } {
  let count = 0;
  let size = 0;
  let tooMuch = false;
  try {
    const members = unzipSync(zip, {
      filter: ({ name, originalSize }) => {
        if (name.endsWith('/')) return false;
        count++;
        size += originalSize;
        tooMuch ||= count > MOST_FILES || size > MOST_BYTES;
        return !tooMuch;
      },
    });
    if (tooMuch) return { fault: '压缩包里的文件太多或太大，不像是一份申报。' };
    return Object.entries(members).map(([file, bytes]) => ({ file, bytes }));
  } catch {
    return { fault: '这不是完整的压缩包，重新下载一次。' };
  }
}
