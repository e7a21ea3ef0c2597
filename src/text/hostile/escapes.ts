import type { Problem } from '../finding.ts';
import { positions } from '../positions.ts';
import { codePointName, refusedCodePoint } from './characters.ts';
import { hostile } from './hostile-rules.ts';

/** `\x00` `\u200b` `\U0001f600` of YAML, or a backslash with whatever it escapes. */
const ESCAPE = /\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|U([0-9a-f]{8})|[\s\S])/gi;
/** YAML's lettered escapes that stand for characters nobody sees; they work only inside double quotes. */
const UNSEEN = /^\\[0abevfLNP]$/;
const REFERENCE = /&#(?:x([0-9a-f]{1,8})|([0-9]{1,8}));?/gi;
const NAMED = /&(?:zwj|zwnj|lrm|rlm|shy|ZeroWidthSpace|Negative\w{3,9}Space|NoBreak|InvisibleTimes);/g;
/** More of them in one file add nothing. */
const MOST = 20;

/** Refused characters written as YAML escapes in a head or a settings file. */
export function hostileEscapes(yaml: string): Problem[] {
  const quote = yaml.indexOf('"');
  if (quote < 0 || !yaml.includes('\\')) return [];
  const problems: Problem[] = [];
  for (const { 0: written, index, ...groups } of yaml.matchAll(ESCAPE)) {
    const digits = groups[1] ?? groups[2] ?? groups[3];
    const meaning = digits === undefined ? undefined : nameOf(Number.parseInt(digits, 16));
    const unseen = index > quote && UNSEEN.test(written) ? '控制字符' : undefined;
    const said = meaning ?? unseen;
    if (said !== undefined) problems.push(report(yaml, index, written, said));
    if (problems.length >= MOST) break;
  }
  return problems;
}

/** Refused characters written as HTML character references, which Markdown understands anywhere. */
export function hostileReferences(text: string): Problem[] {
  if (!text.includes('&')) return [];
  const numbered = [...text.matchAll(REFERENCE)].flatMap(({ 0: written, 1: hex, 2: decimal, index }) => {
    const meaning = nameOf(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16));
    return meaning === undefined ? [] : [{ index, written, meaning }];
  });
  const named = [...text.matchAll(NAMED)].map(({ 0: written, index }) => {
    return { index, written, meaning: '看不见的字符' };
  });
  return [...numbered, ...named]
    .slice(0, MOST)
    .map(({ index, written, meaning }) => report(text, index, written, meaning));
}

function nameOf(code: number): string | undefined {
  const refused = refusedCodePoint(code);
  return refused && `${codePointName(code)}，${refused.name}`;
}

function report(text: string, index: number, written: string, meaning: string): Problem {
  const at = positions(text)(index);
  return hostile('hostile-escape', at, `转义写法：第 ${at.line} 行的「${written}」就是（${meaning}）。`);
}

/** The text with YAML's numbered escapes resolved, to look for words that were hidden in them. */
export function withoutEscapes(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(ESCAPE, (whole, ...groups: (string | undefined)[]) => {
    const code = Number.parseInt(groups[0] ?? groups[1] ?? groups[2] ?? '', 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
