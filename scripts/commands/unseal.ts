import { resolve } from 'node:path';
import { defineCommand } from 'citty';
import type { EntryFile } from '../../src/io/entry-file.ts';
import { repositoryAround, writePrivate } from '../../src/io/private-files.ts';
import { say, warn } from '../../src/io/say.ts';
import { readKeyFile, unsealAttachmentOf, unsealContactOf } from '../../src/io/unseal-entry.ts';
import { EXIT, oneOf, ROOT, refuseUnknown, stop } from './exit.ts';
import { orStop, theEntry } from './the-entry.ts';

const args = {
  root: ROOT,
  key: { type: 'string', description: '私钥文件；可以写几把，每行一把，逐把试' },
  attachment: { type: 'string', description: '打开这个密封附件（附件栏里的文件名）' },
  out: { type: 'string', description: '打开的附件写到哪个新文件，放在版本库以外' },
  format: { type: 'string', description: '输出格式：pretty、json', default: 'pretty' },
} as const;

/** `unseal <project> --key FILE`: shows the office what was sealed for it. */
export const unsealCommand = defineCommand({
  meta: { name: 'unseal', description: '办公室用私钥打开封存的联系方式或附件' },
  args,
  run: async ({ args: given }) => {
    refuseUnknown(given, Object.keys(args));
    const format = oneOf('format', given.format, ['pretty', 'json']);
    const entry = theEntry(given.root, given._);
    if (given.key === undefined) stop('没有给出私钥。写 --key 私钥文件。');
    const keys = orStop(await readKeyFile(given.key), EXIT.usage);
    if (given.attachment !== undefined) return openAttachment(entry, given.attachment, given.out, keys);
    const values = orStop(await unsealContactOf(entry, keys), EXIT.findings);
    if (format === 'json') return say(JSON.stringify(values, null, 2), format);
    for (const [label, value] of Object.entries(values)) say(`${label}：${value}`);
  },
});

async function openAttachment(
  entry: EntryFile,
  name: string,
  out: string | undefined,
  keys: readonly string[],
): Promise<void> {
  if (out === undefined) stop('没有说写到哪里。写 --out 文件，放在版本库以外。');
  const path = resolve(out);
  const repository = repositoryAround(path);
  if (repository !== undefined)
    stop(`打开的附件不能放在版本库里：${path} 在 ${repository} 里面。用 --out 写到别处。`);
  const { bytes, unbound } = orStop(await unsealAttachmentOf(entry, name, keys), EXIT.findings);
  try {
    writePrivate(path, bytes);
  } catch (error) {
    const exists = (error as NodeJS.ErrnoException).code === 'EEXIST';
    stop(exists ? `${path} 已经有了，不覆盖。` : `写不了 ${path}。`);
  }
  say(`已打开「${name}」，写入 ${path}，只有当前用户能读。看完删去。`);
  if (unbound) warn('提醒：里面没有写明是为哪个项目封存的，核对内容是不是这个项目的。');
}
