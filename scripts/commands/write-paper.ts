import { basename, extname, resolve } from 'node:path';
import { diskReason } from '../../src/io/disk-reason.ts';
import { paperStyle } from '../../src/io/paper-style.ts';
import { repositoryAround } from '../../src/io/private-files.ts';
import { replaceFile } from '../../src/io/replace-file.ts';
import { emit, say } from '../../src/io/say.ts';
import { paperDocx } from '../../src/papers/docx.ts';
import { type Paper, paperDocument } from '../../src/papers/index.ts';
import { oneOf, stop } from './exit.ts';

export const PAPER_FORMATS = ['docx', 'html'] as const;
export type PaperFormat = (typeof PAPER_FORMATS)[number];

/** The format that was asked for, else that of the file's ending. */
export function paperFormat(to: string | undefined, out: string | undefined): PaperFormat {
  if (to !== undefined) return oneOf('to', to, PAPER_FORMATS);
  return (
    PAPER_FORMATS.find((format) => out !== undefined && extname(out).toLowerCase() === `.${format}`) ?? 'docx'
  );
}

interface Target {
  readonly out?: string | undefined;
  /** The paper holds what this key unsealed, and must lie in no repository. */
  readonly key?: string | undefined;
}

/** Writes a paper where it is wanted, by its name in this folder, or to whoever reads the output. */
export async function writePaper(paper: Paper, format: PaperFormat, target: Target): Promise<void> {
  const bytes =
    format === 'docx'
      ? await paperDocx(paper)
      : new TextEncoder().encode(paperDocument(paper, await paperStyle()));
  write(bytes, paper, format, target);
}

function write(bytes: Uint8Array, { name }: Paper, format: PaperFormat, { out, key }: Target): void {
  if (out === undefined && process.stdout.isTTY !== true) {
    emit(bytes);
    return;
  }
  const path = resolve(out ?? `${fileName(name)}.${format}`);
  if (extname(path).toLowerCase() !== `.${format}`)
    stop(`--out 的后缀写 .${format}，例如 ${basename(path, extname(path))}.${format}。`);
  const repository = key === undefined ? undefined : repositoryAround(path);
  if (repository !== undefined)
    stop(`填了联系方式的表不能放在版本库里：${path} 在 ${repository} 里面。用 --out 写到别处。`);
  try {
    replaceFile(path, bytes);
  } catch (error) {
    stop(`写不了 ${path}：${diskReason(error)}`);
  }
  say(`已写入 ${path}。${key === undefined ? '' : '里面有个人信息，用完删去。'}`);
}

/** A name that every system takes as a file's. */
function fileName(name: string): string {
  return name.replace(/[\\/:*?"<>|\s\p{C}]+/gu, '').slice(0, 60);
}
