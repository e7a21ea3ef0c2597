import { unzipSync } from 'fflate';
import { isEntryId } from '../form/entry-id.ts';
import { idOf, isKind, projectFile } from '../registry/paths.ts';
import { type ReadEntry, readEntry } from '../registry/read-entry.ts';
import type { SourceFile } from '../registry/source-file.ts';
import { type Unit, unitByName } from '../registry/units.ts';
import { hostilePath } from '../text/hostile/path.ts';

/** A filing that came by mail or on a stick: one .md, or a .zip of it with its sealed attachments. */
export interface HandedOver {
  readonly id: string;
  readonly read: ReadEntry;
  /** With paths below the registry folder, the filing first. */
  readonly files: readonly SourceFile[];
}

export type HandedOverRead = HandedOver | { readonly why: string };

/** Looked at before anything is unpacked. */
export const MOST_BYTES = 64 * 1024 * 1024;
const MOST_ENTRIES = 60;
const MOST_UNPACKED = 96 * 1024 * 1024;

export interface ReceiveHelp {
  readonly units: ReadonlyMap<string, Unit>;
  /** The folder that the office chose; otherwise the unit that leads or coordinates. */
  readonly unit?: string | undefined;
  /** A new slug for a name of which no id can be made. */
  readonly slugFor: (name: string, unit: string) => string;
}

const DOCUMENT =
  '这是 Word、WPS、PDF 或表格，不是项目文件，没有收下：请申报单位在「我要申报」里填好，交来那里下载的文件；办公室代填的，执行 npm run registry -- new。';
/** What people hand over in good faith, and what is to be done with it instead. */
const OTHERS: readonly (readonly [name: RegExp, why: string])[] = [
  [/\.(?:docx?|wps|odt|rtf|pdf|xlsx?|xlsm|et|ods|csv|ofd)$/i, DOCUMENT],
  [/\.(?:eml|msg|mbox)$/i, '这是一封邮件，没有收下：先在邮箱里把附件另存出来，再收那份附件。'],
  [/\.(?:rar|7z|tar|t?gz|bz2|xz)$/i, '只认 .zip 的压缩包：先解开，收里面的 .md，或者重新压成 .zip。'],
];
/** What computers put into an archive by themselves. */
const BY_ITSELF = /^__MACOSX\/|(?:^|\/)(?:\.DS_Store|Thumbs\.db|desktop\.ini)$/;

/** Reads what was handed over. Pure but for the chance in `slugFor`; nothing of the archive is trusted. */
export function readHandedOver(name: string, bytes: Uint8Array, help: ReceiveHelp): HandedOverRead {
  if (bytes.length > MOST_BYTES)
    return { why: `文件超过 ${MOST_BYTES / 1024 / 1024} MB，收不下；附件另行送达。` };
  const [, other] = OTHERS.find(([named]) => named.test(name)) ?? [];
  if (other !== undefined) return { why: other };
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (isZip) return readZip(bytes);
  if (!/\.md$/i.test(name)) return { why: '只收 .md 的项目文件，或者填报页面给出的 .zip。' };
  return readFiling(name, bytes, help);
}

function readFiling(name: string, bytes: Uint8Array, { units, unit, slugFor }: ReceiveHelp): HandedOverRead {
  const draft = readEntry(projectFile('x/x'), bytes);
  const { lead, coordinator } = draft.entry.filing;
  const named = [coordinator, lead?.name].flatMap((one) =>
    one === undefined ? [] : [unitByName(units, one)],
  );
  const code = unit ?? named.find((one) => one !== undefined)?.code;
  if (code === undefined)
    return {
      why: '看不出放在哪个单位的文件夹：牵头主体或协调单位不在单位名录里；用 --unit 写单位代码。',
    };
  if (!units.has(code)) return { why: `单位名录里没有代码「${code}」。` };
  const slug = name.replace(/^.*[\\/]/, '').replace(/\.md$/i, '');
  const id = isEntryId(`${code}/${slug}`)
    ? `${code}/${slug}`
    : `${code}/${slugFor(draft.entry.filing.name ?? '', code)}`;
  const file = projectFile(id);
  return { id, read: readEntry(file, bytes), files: [{ file, bytes }] };
}

function readZip(bytes: Uint8Array): HandedOverRead {
  let [entries, unpacked] = [0, 0];
  const odd: string[] = [];
  let files: Record<string, Uint8Array>;
  try {
    files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        entries++;
        unpacked += originalSize;
        const isOurs = hostilePath(name) === undefined && (isKind('project', name) || isKind('sealed', name));
        if (!isOurs && !name.endsWith('/') && !BY_ITSELF.test(name)) odd.push(name);
        return isOurs && entries <= MOST_ENTRIES && unpacked <= MOST_UNPACKED;
      },
    });
  } catch {
    return { why: '压缩包打不开：可能没有传完整，请申报单位重新下载、重新交来。' };
  }
  if (entries > MOST_ENTRIES || unpacked > MOST_UNPACKED)
    return { why: '压缩包太大，里面的文件太多，没有打开。' };
  // A document of Word or Excel is an archive, whatever it is called.
  if (odd.includes('[Content_Types].xml')) return { why: DOCUMENT };
  if (odd.length > 0)
    return { why: `压缩包里有不该有的文件：${odd.slice(0, 3).join('、')}；只收项目文件和密封附件。` };
  const names = Object.keys(files).sort();
  const filings = names.filter((file) => isKind('project', file));
  const [file] = filings;
  if (file === undefined || filings.length > 1)
    return { why: `压缩包里要有一份项目文件，现在有 ${filings.length} 份；一份申报一个压缩包。` };
  const id = idOf('project', file) ?? '';
  const stray = names.find((name) => name !== file && idOf('sealed', name) !== id);
  if (!isEntryId(id) || stray !== undefined)
    return { why: stray ? `密封附件「${stray}」不在这个项目的文件夹里。` : '项目文件的名字写不成编号。' };
  const source = (name: string): SourceFile => ({ file: name, bytes: files[name] ?? new Uint8Array() });
  return {
    id,
    read: readEntry(file, source(file).bytes),
    files: [source(file), ...names.filter((name) => name !== file).map(source)],
  };
}
