import { basename, extname, relative } from 'node:path';
import { defineCommand } from 'citty';
import { isDay } from '../../src/form/dates.ts';
import { diskReason } from '../../src/io/disk-reason.ts';
import type { EntryFile } from '../../src/io/entry-file.ts';
import { repositoryAround } from '../../src/io/private-files.ts';
import { say, warn } from '../../src/io/say.ts';
import { sealAttachmentInto, sealContactInto, sealingKeyFor } from '../../src/io/seal-entry.ts';
import { localToday } from '../../src/io/today.ts';
import { readContactValues, SEALED_FIELDS } from '../../src/sealing/contact-text.ts';
import { writeHead } from '../../src/text/write.ts';
import { askContact } from './ask-contact.ts';
import { EXIT, ROOT, refuseUnknown, stop } from './exit.ts';
import { orStop, theEntry } from './the-entry.ts';

const args = {
  root: ROOT,
  values: { type: 'string', description: '联系方式的 JSON 文件，- 表示标准输入（默认逐项询问）' },
  attachment: { type: 'string', description: '要封存的附件文件' },
  entry: { type: 'string', description: '项目编号（单位代码/文件名）或项目文件，和直接写在后面一样' },
  name: { type: 'string', description: '附件名称（默认用文件名）' },
  date: { type: 'string', description: '附件日期，例如 2026-02-20（默认今天）' },
} as const;

/** `seal <project>`: contact values into the entry, or with --attachment a file beside it, sealed to the office. */
export const sealCommand = defineCommand({
  meta: { name: 'seal', description: '把联系方式或附件封存给办公室，只有办公室打得开' },
  args,
  run: async ({ args: given }) => {
    refuseUnknown(given, Object.keys(args));
    const entry = theEntry(given.root, [...(given.entry ? [given.entry] : []), ...given._]);
    orStop(sealingKeyFor(entry), EXIT.findings);
    try {
      if (given.attachment === undefined) await sealValues(entry, given.values);
      else await sealFile(entry, given.attachment, given);
    } catch (error) {
      stop(`没有封存，项目文件没有改动：${diskReason(error)}`);
    }
  },
});

async function sealValues(entry: EntryFile, source: string | undefined): Promise<void> {
  const read = readContactValues(await askContact(source));
  if (!read.ok) stop(read.faults.join('\n'), EXIT.findings);
  orStop(await sealContactInto(entry, read.values), EXIT.findings);
  const blank = SEALED_FIELDS.filter(({ label }) => read.values[label] === undefined);
  say(`已封存「联系方式」${Object.keys(read.values).length} 栏，写入 ${shown(entry.path)}。`);
  if (blank.length > 0) say(`没有填的：${blank.map(({ label }) => label).join('、')}。`);
  say(`提交前核对：npm run -s registry -- check ${shown(entry.path)}`);
}

async function sealFile(
  entry: EntryFile,
  source: string,
  given: { readonly name?: string | undefined; readonly date?: string | undefined },
): Promise<void> {
  const name = given.name ?? basename(source, extname(source));
  const date = given.date ?? localToday();
  if (!isDay(date)) stop(`--date 写成 2026-02-20 这样的日期，不能是「${date}」。`);
  const { path, item } = orStop(await sealAttachmentInto(entry, { source, name, date }), EXIT.findings);
  say(`已封存附件，写入 ${shown(path)}，并在 ${shown(entry.path)} 的附件栏登记：`);
  say(writeHead({ 附件: [item] }));
  if (repositoryAround(source) !== undefined) {
    warn(`提醒：原件 ${source} 在版本库的文件夹里，不要提交，移到别处。`);
  }
}

function shown(path: string): string {
  const near = relative(process.cwd(), path);
  return near.startsWith('..') ? path : near;
}
