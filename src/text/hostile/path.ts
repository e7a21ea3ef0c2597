import { MAX_PATH } from '../../form/entry-id.ts';
import { problemAt, type RuleId } from '../../rules/catalogue.ts';
import type { Problem } from '../finding.ts';

const START = { line: 1, column: 1 };
const SOUND_PART = /^[a-z0-9][a-z0-9._-]*$/;
/** Names that are right as they are. */
const EXCEPTIONS = new Set(['README.md', '.gitkeep']);
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;

interface PathFault {
  readonly id: RuleId;
  readonly wrong: (path: string, parts: readonly string[]) => boolean;
  readonly says: string;
}

/** The first that fits is reported, worst first. */
const FAULTS: readonly PathFault[] = [
  { id: 'hostile-path', wrong: (_, parts) => parts.includes('..'), says: '路径里有「..」，会跳出登记库' },
  { id: 'hostile-path', wrong: (path) => path.startsWith('/'), says: '路径以「/」开头，指向整台电脑' },
  { id: 'hostile-path', wrong: (path) => path.includes('\\'), says: '路径里有反斜杠' },
  { id: 'hostile-path', wrong: (path) => /^[a-z]:/i.test(path), says: '路径以盘符开头' },
  {
    id: 'hostile-path',
    wrong: (_, parts) => parts.some((part) => part === '' || part === '.'),
    says: '路径里有空的一段或「.」',
  },
  {
    id: 'hostile-path',
    wrong: (_, parts) => parts.some((part) => /^\.git(?:modules|attributes|ignore)?$/i.test(part)),
    says: '路径里有 Git 自己的文件名',
  },
  {
    id: 'hostile-path',
    wrong: (path) => /[<>:"|?*]|\p{Cc}/u.test(path),
    says: '路径里有控制字符或系统不许的符号',
  },
  { id: 'hostile-name', wrong: (path) => /[^ -~]/.test(path), says: '文件名里有中文、全角或其他特殊文字' },
  {
    id: 'hostile-name',
    wrong: (_, parts) => parts.some((part) => DEVICE.test(part)),
    says: '用了 Windows 保留的设备名',
  },
  {
    id: 'hostile-name',
    wrong: (_, parts) => parts.some((part) => /[. ]$/.test(part)),
    says: '文件名以点或空格结尾',
  },
  { id: 'hostile-name', wrong: (path) => /[A-Z]/.test(path), says: '文件名里有大写字母' },
  { id: 'hostile-name', wrong: (path) => path.length > MAX_PATH, says: `路径超过 ${MAX_PATH} 个字符` },
  {
    id: 'hostile-name',
    wrong: (_, parts) => parts.some((part) => part.startsWith('.')),
    says: '文件名以点开头，是隐藏文件',
  },
  {
    id: 'hostile-name',
    wrong: (_, parts) => !parts.every((part) => SOUND_PART.test(part)),
    says: '文件名里有空格或其他符号',
  },
];

/** Names that everybody can read, although not every computer can write them. */
const READABLE = /^[ -~\p{Script=Han}]*$/u;

/** Whether a problem is one of a name that is merely to be put right: it does not keep the file from being read. */
export function isMereName({ rule }: Problem, path: string): boolean {
  return rule === 'hostile-name' && READABLE.test(path);
}

/** What is wrong with a path below the registry folder; undefined when nothing is. */
export function hostilePath(path: string): Problem | undefined {
  const parts = path.split('/');
  const last = parts.at(-1) ?? '';
  const judged = EXCEPTIONS.has(last) ? parts.slice(0, -1) : parts;
  if (
    judged.every((part) => SOUND_PART.test(part) && !DEVICE.test(part) && !part.endsWith('.')) &&
    path.length <= MAX_PATH
  ) {
    return undefined;
  }
  const fault = FAULTS.find(({ wrong }) => wrong(judged.join('/'), judged));
  return fault && problemAt(fault.id, START, `文件名：${fault.says}（${shown(path)}）。`);
}

/** A path fit for a message: what would not be seen is written as U+…, and the whole is short. */
export function shown(path: string): string {
  const visible = path.replace(/[^ -~\p{Script=Han}]/gu, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return `〈U+${code.toString(16).toUpperCase().padStart(4, '0')}〉`;
  });
  return visible.length > 80 ? `${visible.slice(0, 80)}…` : visible;
}

/** Whether a path is written as every computer compares it: two such paths are one only when they are the same. */
export function isPlainPath(path: string): boolean {
  return /^[ -@[-~]*$/.test(path) || foldedPath(path) === path;
}

function foldedPath(path: string): string {
  return path.normalize('NFKC').toLowerCase();
}

/**
 * Paths and folders that some computer takes for one another: the same after NFKC and lower case.
 * Every party is reported, so that a new file is blamed also when the other has long been there.
 */
export function collisions(paths: readonly string[]): ReadonlyMap<string, Problem> {
  const written = new Map<string, Set<string>>();
  const affected = new Map<string, string[]>();
  for (const path of paths) {
    for (const prefix of prefixes(path)) {
      const folded = foldedPath(prefix);
      written.set(folded, (written.get(folded) ?? new Set()).add(prefix));
      if (prefix !== folded || (written.get(folded)?.size ?? 0) > 1) affected.set(folded, []);
    }
  }
  const problems = new Map<string, Problem>();
  for (const [folded] of affected) {
    const variants = [...(written.get(folded) ?? [])];
    if (variants.length < 2) continue;
    const names = variants.map((name) => `「${shown(name)}」`).join('和');
    for (const path of paths.filter((one) =>
      variants.some((name) => one === name || one.startsWith(`${name}/`)),
    )) {
      const message = `文件名：${names}只差大小写或全半角，在有的电脑上会互相覆盖。`;
      problems.set(path, problemAt('hostile-collision', START, message));
    }
  }
  return problems;
}

function prefixes(path: string): string[] {
  const parts = path.split('/');
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}
