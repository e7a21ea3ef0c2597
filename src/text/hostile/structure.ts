import { problemAt } from '../../rules/catalogue.ts';
import type { Problem } from '../finding.ts';
import { positions } from '../positions.ts';
import { withoutEscapes } from './escapes.ts';

/** The head of a real filing has some 100 lines; the careful reader's time grows with the square of them. */
const MAX_LINES = 2_000;
const MAX_CHARACTERS = 60_000;
/** Deepest real nesting is 3 (意见 → 申报单位 → 日期, in a list). */
const MAX_FLOW = 12;
const MAX_DASHES = 6;
const MAX_INDENT = 60;

const RESERVED = /(?:^|[\s{,[?"'-])(__proto__|constructor|prototype)["']?[ \t]*[:：]/m;
const MAYBE_RESERVED = /__proto__|constructor|prototype/;
const DASHES = /^[ \t]*(?:[-?:][ \t]+){7}/m;
const INDENT = /^[ \t]{61}[ \t]*[^ \t\n]/m;

/** What is refused about the writing of a head or a settings file, before YAML is read. */
export function hostileStructure(yaml: string): Problem[] {
  return [...reservedKey(yaml), ...tooDeep(yaml)];
}

/** A head that is too long to be anybody's form. */
export function hostileLength(head: string): Problem[] {
  const lines = head.split('\n').length;
  if (lines <= MAX_LINES && head.length <= MAX_CHARACTERS) return [];
  const message = `表格过长：两行「---」之间有 ${lines} 行、${head.length} 字，最多 ${MAX_LINES} 行、${MAX_CHARACTERS} 字。`;
  return [problemAt('hostile-size', { line: 1, column: 1 }, message)];
}

function reservedKey(yaml: string): Problem[] {
  const plain = withoutEscapes(yaml);
  if (!MAYBE_RESERVED.test(plain)) return [];
  const found = RESERVED.exec(plain);
  if (!found) return [];
  const [whole, key = ''] = found;
  const at = positions(plain)(found.index + whole.indexOf(key));
  return [problemAt('hostile-key', at, `${key}：第 ${at.line} 行用了程序的保留名，整份文件不读。`)];
}

function tooDeep(yaml: string): Problem[] {
  const index = deepFlow(yaml) ?? DASHES.exec(yaml)?.index ?? INDENT.exec(yaml)?.index;
  if (index === undefined) return [];
  const at = positions(yaml)(index);
  const limit = `括号不超过 ${MAX_FLOW} 层，一行的连字符不超过 ${MAX_DASHES} 个，缩进不超过 ${MAX_INDENT} 格`;
  return [problemAt('hostile-nesting', at, `表格层次过深：第 ${at.line} 行起，${limit}。`)];
}

/** Where brackets are open more than MAX_FLOW deep. Quotes are not looked at: no honest text has so many either. */
function deepFlow(yaml: string): number | undefined {
  if (!yaml.includes('[') && !yaml.includes('{')) return undefined;
  let depth = 0;
  for (let at = 0; at < yaml.length; at++) {
    const character = yaml[at];
    if (character === '[' || character === '{') depth++;
    else if (character === ']' || character === '}') depth = Math.max(depth - 1, 0);
    if (depth > MAX_FLOW) return at;
  }
  return undefined;
}
