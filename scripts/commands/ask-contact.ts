import { cancel, isCancel, text } from '@clack/prompts';
import { readLimited, repositoryAround } from '../../src/io/private-files.ts';
import { warn } from '../../src/io/say.ts';
import { readContactValues, SEALED_FIELDS } from '../../src/sealing/contact-text.ts';
import { decodeForeign } from '../../src/text/decode-foreign.ts';
import { EXIT, stop } from './exit.ts';

const MAX_VALUES = 64 * 1024;

/** The contact values as they were given: asked one by one, or read from a JSON file or `-`. Not yet judged. */
export async function askContact(values: string | undefined): Promise<unknown> {
  if (values !== undefined) return readValues(values);
  if (!process.stdin.isTTY)
    stop('没有给出联系方式：在终端里执行，或用 --values 文件.json，或用 --values - 从标准输入读。');
  const answers: Record<string, string> = {};
  for (const field of SEALED_FIELDS) {
    const answer = await text({
      message: `${field.label}（没有的直接回车）`,
      defaultValue: '',
      validate: (value) => fault(field.label, value ?? ''),
    });
    if (isCancel(answer)) {
      cancel('没有封存，文件没有改动。');
      process.exit(EXIT.usage);
    }
    answers[field.label] = answer;
  }
  return answers;
}

function fault(label: string, value: string): string | undefined {
  if (value.trim() === '') return undefined;
  const read = readContactValues({ [label]: value });
  return read.ok ? undefined : read.faults.join('');
}

function readValues(path: string): unknown {
  let bytes: Uint8Array;
  try {
    bytes = readLimited(path, MAX_VALUES);
  } catch {
    stop(`读不到 ${path}，或文件太大。`);
  }
  const read = decodeForeign(bytes);
  if ('fault' in read) stop(`${path === '-' ? '标准输入' : path} ${read.fault}。`);
  if (path !== '-' && repositoryAround(path) !== undefined) {
    warn(`提醒：${path} 在版本库的文件夹里，不要提交，用完就删去。`);
  }
  try {
    const given: unknown = JSON.parse(read.text);
    if (read.encoding === 'GBK' && !SEALED_FIELDS.some(({ label }) => label in Object(given)))
      stop(`${path === '-' ? '标准输入' : path} 按 GBK 读，一栏也认不出来，多半是乱码；另存为 UTF-8 再用。`);
    return given;
  } catch {
    // The parser's own words would repeat a piece of what was to be kept secret.
    stop(`${path === '-' ? '标准输入' : path} 不是 JSON。写成 {"项目负责人": "……", "联系电话": "……"}。`);
  }
}
