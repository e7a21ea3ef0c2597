import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { MAX_SEALED_BYTES } from '../form/age-file.ts';
import { isSealedName } from '../form/entry-id.ts';
import { formerIdsOf } from '../registry/facts.ts';
import { recordsFile, sealedFile } from '../registry/paths.ts';
import { readRecords } from '../registry/read-records.ts';
import { lookAt } from '../registry/sealed-files.ts';
import { unsealAttachment } from '../sealing/attachment.ts';
import { unsealContact } from '../sealing/contact.ts';
import type { ContactValues } from '../sealing/contact-text.ts';
import { readPrivateKeys } from '../sealing/keys.ts';
import { type EntryFile, type Outcome, refuse } from './entry-file.ts';
import { readLimited } from './private-files.ts';

const MAX_KEY_FILE = 64 * 1024;
const MAX_RECORDS = 1024 * 1024;

/** The private keys in a file; the old ones of an office that has changed its key stand below the newest. */
export async function readKeyFile(path: string): Promise<Outcome<readonly string[]>> {
  let text: string;
  try {
    text = new TextDecoder().decode(readLimited(path, MAX_KEY_FILE));
  } catch {
    return refuse(`读不到私钥文件 ${path}。`);
  }
  const keys = await readPrivateKeys(text);
  if (keys) return { ok: true, value: keys };
  return refuse(
    `${path} 不是私钥文件，或有一行写坏了：每行一把，以 AGE-SECRET-KEY-1 开头，说明行以 # 开头。`,
  );
}

/** The sealed contact values of an entry. */
export async function unsealContactOf(
  { root, read }: EntryFile,
  privateKeys: readonly string[],
): Promise<Outcome<ContactValues>> {
  const { id } = read.entry;
  const written = read.parsed.head.raw.联系方式;
  const block = typeof written === 'string' ? written.trim() : '';
  if (block === '') return refuse(`${id}：没有写联系方式。`);
  if (block === '随纸质表报送') return refuse(`${id}：联系方式随纸质表报送，没有封存。`);
  const opened = await unsealContact(block, id, privateKeys);
  // A block that was sealed before a 移交 bears the id of that time.
  for (const former of opened.ok ? [] : formerIds(root, id)) {
    const earlier = await unsealContact(block, former, privateKeys);
    if (earlier.ok) return { ok: true, value: earlier.values };
  }
  return opened.ok ? { ok: true, value: opened.values } : refuse(`${id}：${opened.faults.join('\n')}`);
}

function formerIds(root: string, id: string): readonly string[] {
  const file = recordsFile(id);
  try {
    const log = readRecords(file, readLimited(join(root, file), MAX_RECORDS));
    return formerIdsOf(log).map(([former]) => former);
  } catch {
    return [];
  }
}

/** A sealed attachment of an entry, provided that it is the one that the entry names. */
export async function unsealAttachmentOf(
  { root, read }: EntryFile,
  name: string,
  privateKeys: readonly string[],
): Promise<Outcome<{ readonly bytes: Uint8Array; readonly unbound: boolean }>> {
  const { id, filing } = read.entry;
  const item = filing.attachments?.find(({ file }) => file === name);
  if (!item || !isSealedName(name)) return refuse(`${id}：附件栏没有登记「${name}」这个密封附件。`);
  let sealed: Uint8Array;
  try {
    const path = join(realpathSync(root), sealedFile(id, name));
    if (realpathSync(path) !== path) return refuse(`${id}：「${name}」是指向别处的链接，没有打开。`);
    sealed = readLimited(path, MAX_SEALED_BYTES);
  } catch {
    return refuse(`${id}：登记库里没有「${name}」，或文件太大。`);
  }
  if (lookAt(sealed).sha256 !== item.sha256) {
    return refuse(`${id}：「${name}」的内容和校验值不一致，不是申报的那一份，没有打开。`);
  }
  const opened = await unsealAttachment(sealed, [id, ...formerIds(root, id)], privateKeys);
  return opened.ok ? { ok: true, value: opened } : refuse(`${name}：${opened.why}`);
}
