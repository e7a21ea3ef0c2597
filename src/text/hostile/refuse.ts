import { problemAt, type RuleId } from '../../rules/catalogue.ts';
import { decode, MAX_BYTES } from '../decode.ts';
import type { Problem } from '../finding.ts';
import { oncePerFile } from '../once-per-file.ts';
import { hostileCharacters } from './characters.ts';
import { hostileEncoding } from './encoding.ts';
import { hostileEscapes, withoutEscapes } from './escapes.ts';
import { hostileMarkup } from './markup.ts';
import { collisions, hostilePath, isMereName, shown } from './path.ts';
import { hostileLength, hostileStructure } from './structure.ts';

/** A file as it came: bytes, and what Git or the disk says about it. */
export interface HostileFile {
  readonly file: string;
  readonly bytes: Uint8Array;
  /** Git's tree mode, 100644 for an ordinary file. */
  readonly mode?: string;
  /** Size in bytes, where it was too large to be read. */
  readonly size?: number;
  /** Size in bytes, where it is known before `bytes` are looked at: they may be read only then. */
  readonly length?: number;
}

const START = { line: 1, column: 1 };
const MEGABYTE = 1024 * 1024;
/** No file of this size is read at all. */
export const MAX_READ = 24 * MEGABYTE;

/** What may lie in a registry, and how large. Entries over MAX_BYTES are reported by the reader of entries. */
const LIMITS: Readonly<Record<string, number>> = {
  '.md': MAX_READ,
  '.yaml': MEGABYTE,
  '.age': MAX_READ,
  '.gitkeep': 0,
};
const MODES: Readonly<Record<string, readonly [RuleId, string]>> = {
  '120000': ['hostile-link', '符号链接'],
  '160000': ['hostile-submodule', '子模块（另一个版本库）'],
  '100755': ['hostile-executable', '带可执行权限的文件'],
};

/** Why a file is refused before it is parsed, by its name. Files that are not in the map may be read. */
export function refuseFiles(files: readonly HostileFile[]): ReadonlyMap<string, readonly Problem[]> {
  const clashing = collisions(files.map(({ file }) => file));
  const refused = new Map<string, readonly Problem[]>();
  for (const source of files) {
    const clash = clashing.get(source.file);
    const problems = [...(clash ? [clash] : []), ...judge(source)];
    if (!problems.every((one) => isMereName(one, source.file))) refused.set(source.file, problems);
  }
  return refused;
}

function judge(source: HostileFile): Problem[] {
  const path = hostilePath(source.file);
  const whole = wrongMode(source) ?? wrongKind(source) ?? tooLarge(source);
  const about = [path, whole].filter((problem) => problem !== undefined);
  return whole || source.file.endsWith('.age') ? about : [...about, ...bytesOf(source.file, source.bytes)];
}

function wrongMode({ file, mode = '100644' }: HostileFile): Problem | undefined {
  const [id, what] = MODES[mode] ?? [];
  if (id !== undefined) return problemAt(id, START, `文件种类：「${shown(file)}」是${what}，不收。`);
  if (/^1006[046]4$/.test(mode)) return undefined;
  return problemAt('hostile-link', START, `文件种类：「${shown(file)}」不是普通文件（${mode}），不收。`);
}

function wrongKind({ file }: HostileFile): Problem | undefined {
  const extension = extensionOf(file);
  if (extension in LIMITS) return undefined;
  const why =
    extension === '.mdx'
      ? '是 .mdx，会被当作程序运行'
      : `的种类「${shown(extension) || '无扩展名'}」不在可收之列`;
  return problemAt('hostile-extension', START, `文件种类：「${shown(file)}」${why}。`);
}

function tooLarge(source: HostileFile): Problem | undefined {
  const { file } = source;
  const limit = LIMITS[extensionOf(file)] ?? 0;
  const size = source.size ?? source.length ?? source.bytes.length;
  if (size <= limit && source.size !== undefined && source.bytes.length < size) {
    const said = `文件大小：这次改动带来的文件合计太大，「${shown(file)}」没有读，也就没有核对。`;
    return problemAt('hostile-size', START, said, '分几次提交，每次的密封附件合计不超过 150 MB。');
  }
  if (size <= limit) return undefined;
  const most = limit === 0 ? '要空着' : `最多 ${limit / MEGABYTE} MB`;
  return problemAt('hostile-size', START, `文件大小：「${shown(file)}」有 ${size} 字节，这种文件${most}。`);
}

function extensionOf(file: string): string {
  return /\.[^./\\]*$/.exec(file)?.[0] ?? '';
}

const bytesOf = oncePerFile(judgeBytes);

function judgeBytes(file: string, bytes: Uint8Array): Problem[] {
  if (file.endsWith('.md') && bytes.length > MAX_BYTES) return [];
  const { text, problems } = decode(bytes, MAX_READ);
  const damaged = problems.some(({ rule }) => rule === 'parse-encoding') ? hostileEncoding(bytes) : undefined;
  if (damaged) return [damaged];
  if (!file.endsWith('.md'))
    return [
      ...hostileCharacters(text),
      ...hostileEscapes(text),
      ...hostileStructure(text),
      ...markupRefused(text, text),
    ];
  const head = headOf(text);
  return [
    ...hostileCharacters(text),
    ...hostileLength(head),
    ...hostileEscapes(head, text),
    ...hostileStructure(head),
    ...markupRefused(text, head),
  ];
}

/** As it is written, and as the head is read when its escapes are undone; what is the same in both is said once. */
function markupRefused(text: string, head: string): Problem[] {
  const written = hostileMarkup(text).filter(blocks);
  if (written.length > 0 || !head.includes('\\')) return written;
  return hostileMarkup(withoutEscapes(head.replace(/\\\n[ \t]*/g, ''))).filter(blocks);
}

/** Harmless raw HTML does not keep a file from being read; it is reported with the rest. */
function blocks({ severity }: Problem): boolean {
  return severity === 'error';
}

/** What is merely advice about the markup of a file that is read. */
export function markupAdvice(text: string): Problem[] {
  return hostileMarkup(text).filter((problem) => !blocks(problem));
}

/** The head with its opening fence, so that lines count as in the file; all of it when no fence closes it. */
function headOf(text: string): string {
  const end = text.indexOf('\n---', 3);
  return end < 0 ? text : text.slice(0, end + 1);
}
