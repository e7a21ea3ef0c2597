import { problemAt } from '../../rules/catalogue.ts';
import { atMost, type Problem } from '../finding.ts';
import { positions } from '../positions.ts';
import { isUnseenName } from '../references.ts';
import { codePointName, refusedCodePoint } from './characters.ts';

/** `\x00` `\u200b` `\U0001f600` of YAML, or a backslash with whatever it escapes. */
const ESCAPE = /\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|[\s\S])/g;
/** The two halves of one character, as JSON writes those beyond U+FFFF. */
const PAIR = /\\u[dD][89a-bA-B][0-9A-Fa-f]{2}\\u[dD][c-fC-F][0-9A-Fa-f]{2}/g;
/** YAML's lettered escapes that stand for characters nobody sees; they work only inside double quotes. */
const UNSEEN = /^\\[0abevfLNP]$/;
const REFERENCE = /&#(?:x([0-9a-f]{1,12})|([0-9]{1,12}));?/gi;
/** The soft hyphen is an old name: browsers know it without its semicolon too. */
const NAMED = /&(?:([A-Za-z]{2,31});|(shy)(?![;=A-Za-z0-9]))/g;

/** What is written instead of a refused character, and what it means. */
interface Escape {
  readonly index: number;
  readonly written: string;
  readonly meaning: string;
}

/** Refused characters written as escapes of YAML in a head or a settings file, or as references in a whole `markdown`. */
export function hostileEscapes(yaml: string, markdown = ''): Problem[] {
  const text = markdown || yaml;
  return atMost([...escapesIn(yaml), ...referencesIn(markdown)], (hit) => report(text, hit));
}

/** YAML escapes. */
function* escapesIn(yaml: string): Iterable<Escape> {
  const quote = yaml.indexOf('"');
  if (quote < 0 || !yaml.includes('\\')) return;
  const text = yaml.replace(PAIR, (pair) => ' '.repeat(pair.length));
  for (const { 0: written, index, ...groups } of text.matchAll(ESCAPE)) {
    const digits = groups[1] ?? groups[2] ?? groups[3];
    const unseen = index > quote && UNSEEN.test(written) ? '控制字符' : undefined;
    const meaning = (digits === undefined ? undefined : nameOf(Number.parseInt(digits, 16))) ?? unseen;
    if (meaning !== undefined) yield { index, written, meaning };
  }
}

/** HTML character references, which Markdown understands anywhere. */
function* referencesIn(text: string): Iterable<Escape> {
  if (!text.includes('&')) return;
  for (const { 0: written, 1: hex, 2: decimal, index } of text.matchAll(REFERENCE)) {
    const meaning = nameOf(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16));
    if (meaning !== undefined) yield { index, written, meaning };
  }
  for (const { 0: written, 1: name = '', 2: old, index } of text.matchAll(NAMED)) {
    if (old !== undefined || isUnseenName(name)) yield { index, written, meaning: '看不见的字符' };
  }
}

function nameOf(code: number): string | undefined {
  if (code > 0x10ffff) return '没有这个字';
  const refused = refusedCodePoint(code);
  return refused && `${codePointName(code)}，${refused.name}`;
}

function report(text: string, { index, written, meaning }: Escape): Problem {
  const at = positions(text)(index);
  return problemAt('hostile-escape', at, `转义写法：第 ${at.line} 行的「${written}」就是（${meaning}）。`);
}

/** What YAML's letters stand for, as far as a browser reads over it or ends a word at it; no line is added. */
const LETTERED: Readonly<Record<string, string>> = { t: '\t', n: '\t', r: '\t', '/': '/', ' ': ' ', _: ' ' };

/** The text with YAML's escapes resolved, to look for words that were hidden in them. */
export function withoutEscapes(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(ESCAPE, (whole, ...groups: (string | undefined)[]) => {
    const code = Number.parseInt(groups[0] ?? groups[1] ?? groups[2] ?? '', 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : (LETTERED[whole.slice(1)] ?? whole);
  });
}
