import { armor, Decrypter, Encrypter } from 'age-encryption';
import { armoredBytes, isAgeFile } from '../form/age-file.ts';

/**
 * Seals bytes so that the holder of any one of the recipients' private keys can open them.
 * Throws for a recipient that is no age public key: office.yaml has been read by then.
 */
export async function seal(content: string | Uint8Array, recipients: readonly string[]): Promise<Uint8Array> {
  if (recipients.length === 0) throw new Error('No recipient to seal to');
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  return await encrypter.encrypt(content);
}

/** The same as text that can stand in the head of an entry, without a last line break. */
export async function sealToBlock(content: string, recipients: readonly string[]): Promise<string> {
  return armor.encode(await seal(content, recipients)).trimEnd();
}

/** Why something does not open. The sentences are for the office. */
export const UNSEAL_FAULTS = {
  notSealed: '这不是封存的密文，或者开头、结尾不完整。',
  wrongKey: '这把私钥打不开：封存时用的是另一把公钥，或密文开头已损坏。更换过密钥的，用当时的私钥再试。',
  damaged: '密文已经损坏或被改动，打不开，由申报单位重新封存。',
} as const;
export type UnsealFault = keyof typeof UNSEAL_FAULTS;

/** Opened bytes, or why not. */
export type Unsealed =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly why: UnsealFault };

/** Opens a sealed file or an armored block with whichever of the private keys fits. */
export async function unseal(sealed: Uint8Array | string, privateKeys: readonly string[]): Promise<Unsealed> {
  const bytes = typeof sealed === 'string' ? armoredBytes(sealed) : sealed;
  if (bytes === undefined || !isAgeFile(bytes)) return { ok: false, why: 'notSealed' };
  const decrypter = new Decrypter();
  for (const key of privateKeys) decrypter.addIdentity(key);
  try {
    return { ok: true, bytes: await decrypter.decrypt(bytes) };
  } catch (error) {
    const said = error instanceof Error ? error.message : '';
    return { ok: false, why: said.startsWith('no identity matched') ? 'wrongKey' : 'damaged' };
  }
}
