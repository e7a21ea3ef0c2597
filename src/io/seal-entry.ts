import { extname, join } from 'node:path';
import { MAX_SEALED_BYTES } from '../form/age-file.ts';
import { MAX_PATH } from '../form/entry-id.ts';
import { nameProblem, OFFICE_FILE, sealedFile } from '../registry/paths.ts';
import { readOffice } from '../registry/read-settings.ts';
import { lookAt } from '../registry/sealed-files.ts';
import { sealAttachment } from '../sealing/attachment.ts';
import { sealContact } from '../sealing/contact.ts';
import { type ContactValues, sealingRefusal } from '../sealing/contact-text.ts';
import { addHeadItem, setHeadField } from '../text/edit-head.ts';
import { personalKinds } from '../text/privacy.ts';
import type { RawMap } from '../text/raw.ts';
import { type EntryFile, judgeEdit, type Outcome, refuse, writeEntry } from './entry-file.ts';
import { readLimited } from './private-files.ts';
import { pinyinOf } from './slug.ts';

const MAX_SETTINGS = 1024 * 1024;
/** Largest file that still fits when sealed: age adds a header and 16 bytes for every 64 KiB. */
const MAX_PLAIN = MAX_SEALED_BYTES - 16 * 1024;

/** The public key that new things are sealed to: the newest of the office's. */
export function sealingKeyFor({ root, read }: EntryFile): Outcome<string> {
  const file = join(root, OFFICE_FILE);
  const source = readSettings(file);
  const { office } = readOffice(source && { file: OFFICE_FILE, bytes: source });
  if (!office) return refuse(`办公室设置 ${file} 读不出来，不知道用哪把公钥。先执行 check。`);
  const [newest] = office.sealingKeys;
  const demoEntry = read.entry.filing.demo === true;
  const why = sealingRefusal(office.sealingKeys, { demoRegistry: office.demo, demoEntry });
  if (why !== undefined || newest === undefined) return refuse(why ?? '没有公钥。');
  return { ok: true, value: newest };
}

function readSettings(file: string): Uint8Array | undefined {
  try {
    return readLimited(file, MAX_SETTINGS);
  } catch {
    return undefined;
  }
}

/** Seals contact values into the entry's file; nothing is written when anything is wrong. */
export async function sealContactInto(entry: EntryFile, values: ContactValues): Promise<Outcome<undefined>> {
  const key = sealingKeyFor(entry);
  if (!key.ok) return key;
  const block = await sealContact(entry.read.entry.id, values, [key.value]);
  const edited = judgeEdit(entry, '联系方式', setHeadField(entry.text, '联系方式', block));
  if (!edited.ok) return edited;
  return writeEntry(entry, edited.value);
}

/** An attachment as it is to be sealed. */
export interface PlainAttachment {
  /** The file to seal, outside the registry. */
  readonly source: string;
  /** 名称 on the form. */
  readonly name: string;
  /** 日期 on the form, YYYY-MM-DD. */
  readonly date: string;
}

/** A sealed attachment: where it lies and what the form now says of it. */
export interface SealedAttachment {
  readonly path: string;
  readonly item: RawMap;
}

/** Seals a file beside the entry and names it in 附件; an earlier one of the same name is replaced. */
export async function sealAttachmentInto(
  entry: EntryFile,
  { source, name, date }: PlainAttachment,
): Promise<Outcome<SealedAttachment>> {
  const key = sealingKeyFor(entry);
  if (!key.ok) return key;
  if (personalKinds(name).length > 0)
    return refuse('附件名称：里面像是有手机号码、证件号码或邮箱，换一个名称。');
  let plain: Uint8Array;
  try {
    plain = readLimited(source, MAX_PLAIN);
  } catch (error) {
    if (error instanceof RangeError)
      return refuse(`附件：文件超过 ${MAX_SEALED_BYTES / 1024 / 1024} MB，改送纸质件。`);
    return refuse(`附件：读不到 ${source}。`);
  }
  const { id } = entry.read.entry;
  const sealed = await sealAttachment(id, plain, [key.value]);
  const file = sealedName(name, source, id);
  if (file === undefined)
    return refuse(
      `附件：「${name}」排不出能用的文件名：项目编号太长，或是系统保留的名字。用 --name 换一个名称。`,
    );
  const taken = entry.read.entry.filing.attachments?.find((one) => one.file === file && one.name !== name);
  if (taken) return refuse(`附件：「${taken.name}」已经用了文件名 ${file}，用 --name 换一个名称。`);
  const item = { 名称: name, 日期: date, 送达: '密封附件', 文件: file, sha256: lookAt(sealed).sha256 };
  const edited = judgeEdit(entry, '附件', withItem(entry, item));
  if (!edited.ok) return edited;
  const beside = sealedFile(id, file);
  const written = writeEntry(entry, edited.value, [{ file: beside, bytes: sealed }]);
  return written.ok ? { ok: true, value: { path: join(entry.root, beside), item } } : written;
}

/**
 * 实施方案.PDF → shi-shi-fang-an.pdf.age: ASCII, so that the path is the same on every system, and so short that the
 * whole path fits. Undefined where nothing that `check` takes can be made of it.
 */
function sealedName(name: string, source: string, id: string): string | undefined {
  const ending = `${/^\.[a-z0-9]{1,8}$/.exec(extname(source).toLowerCase())?.[0] ?? ''}.age`;
  const file = pinyinOf(name, MAX_PATH - sealedFile(id, ending).length) + ending;
  return nameProblem(sealedFile(id, file)) ? undefined : file;
}

function withItem({ text, read }: EntryFile, item: RawMap): string | undefined {
  const raw = read.parsed.head.raw.附件;
  const items = Array.isArray(raw) ? (raw as readonly RawMap[]) : [];
  const isSame = (other: RawMap): boolean => typeof other === 'object' && other.文件 === item.文件;
  if (!items.some(isSame)) return addHeadItem(text, '附件', item);
  return setHeadField(
    text,
    '附件',
    items.map((other) => (isSame(other) ? item : other)),
  );
}
