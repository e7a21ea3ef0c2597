import { generateX25519Identity, identityToRecipient } from 'age-encryption';

/** A key pair of the office. The private half is never stored by this program but where the office says. */
export interface KeyPair {
  /** `age1…`, for office.yaml. */
  readonly publicKey: string;
  /** `AGE-SECRET-KEY-1…`, one line. */
  readonly privateKey: string;
}

/** A fresh key pair from the system's random source. */
export async function generateKeys(): Promise<KeyPair> {
  const privateKey = await generateX25519Identity();
  return { publicKey: await identityToRecipient(privateKey), privateKey };
}

const PRIVATE_KEY = /^AGE-SECRET-KEY-1[0-9A-Z]{58}$/;

/**
 * The private keys in the text of a key file: one a line, `#` lines are remarks. Undefined when a line is
 * something else or no key is there: half a key file must not look like a wrong key.
 */
export async function readPrivateKeys(text: string): Promise<readonly string[] | undefined> {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  if (lines.length === 0) return undefined;
  for (const line of lines) {
    if (!PRIVATE_KEY.test(line) || (await publicKeyOf(line)) === undefined) return undefined;
  }
  return lines;
}

/** The public half of a private key; undefined when a character of it is wrong. */
export async function publicKeyOf(privateKey: string): Promise<string | undefined> {
  try {
    return await identityToRecipient(privateKey);
  } catch {
    return undefined;
  }
}
