import * as z from 'zod/mini';
import { isEntryId } from '../form/entry-id.ts';
import { seal, UNSEAL_FAULTS, unseal } from './seal.ts';

/**
 * Sealed attachments. Before the file itself stands a line that says for which project it was sealed, under the same
 * seal: an attachment that is copied into another project's folder, with its checksum, is noticed when it is opened.
 */

const MARK = '登记库附件/1 ';
const UTF8 = new TextEncoder();
const TEXT = new TextDecoder('utf-8', { fatal: true });
/** Longest first line that is read, in bytes. */
const MAX_LINE = 2_048;
const label = z.object({ 项目: z.string().check(z.refine(isEntryId)) });

/** The content of an attachment sealed for this entry. */
export function sealAttachment(
  id: string,
  content: Uint8Array,
  recipients: readonly string[],
): Promise<Uint8Array> {
  const line = UTF8.encode(`${MARK}${JSON.stringify({ 项目: id })}\n`);
  const whole = new Uint8Array(line.length + content.length);
  whole.set(line);
  whole.set(content, line.length);
  return seal(whole, recipients);
}

/** An opened attachment, or why it was not opened; `unbound` for one that says of no project that it belongs to it. */
export type OpenedAttachment =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly unbound: boolean }
  | { readonly ok: false; readonly why: string };

/** Opens an attachment, provided that it was sealed for one of these ids: the entry's own, and those it had before. */
export async function unsealAttachment(
  sealed: Uint8Array,
  ids: readonly string[],
  privateKeys: readonly string[],
): Promise<OpenedAttachment> {
  const opened = await unseal(sealed, privateKeys);
  if (!opened.ok) return { ok: false, why: UNSEAL_FAULTS[opened.why] };
  const { bytes } = opened;
  const mark = UTF8.encode(MARK);
  if (!mark.every((byte, at) => bytes[at] === byte)) return { ok: true, bytes, unbound: true };
  const end = bytes.indexOf(0x0a);
  const sealedFor = end < 0 || end > MAX_LINE ? undefined : readId(bytes.subarray(mark.length, end));
  if (sealedFor === undefined) return { ok: false, why: UNSEAL_FAULTS.damaged };
  if (!ids.includes(sealedFor)) {
    return { ok: false, why: `它是为「${sealedFor}」封存的，不是这个项目的，没有打开。由申报单位重新封存。` };
  }
  return { ok: true, bytes: bytes.subarray(end + 1), unbound: false };
}

function readId(line: Uint8Array): string | undefined {
  try {
    return label.parse(JSON.parse(TEXT.decode(line))).项目;
  } catch {
    return undefined;
  }
}
