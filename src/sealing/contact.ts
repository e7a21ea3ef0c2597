import { type ContactValues, contactText, type ReadContact, readContactText } from './contact-text.ts';
import { sealToBlock, UNSEAL_FAULTS, unseal } from './seal.ts';

const UTF8 = new TextDecoder('utf-8', { fatal: true });

/** The contact block of an entry, sealed to these public keys. */
export function sealContact(
  id: string,
  values: ContactValues,
  recipients: readonly string[],
): Promise<string> {
  return sealToBlock(contactText(id, values), recipients);
}

/** What a contact block says, provided that it was sealed for this entry. */
export async function unsealContact(
  block: string,
  id: string,
  privateKeys: readonly string[],
): Promise<ReadContact> {
  const opened = await unseal(block, privateKeys);
  if (!opened.ok) return { ok: false, faults: [`联系方式：${UNSEAL_FAULTS[opened.why]}`] };
  return readContactText(readText(opened.bytes), id);
}

/** Undecodable bytes become a text that no contact block holds. */
function readText(bytes: Uint8Array): string {
  try {
    return UTF8.decode(bytes);
  } catch {
    return '';
  }
}
