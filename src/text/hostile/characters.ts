import { problemAt } from '../../rules/catalogue.ts';
import type { Problem } from '../finding.ts';
import { positions } from '../positions.ts';
import { UNSEEN, type UnseenKind, type UnseenRange, unseenClass } from '../unseen.ts';

const REFUSED = new RegExp(`[${unseenClass('control', 'bidi', 'invisible', 'encoding')}]`, 'u');
/** Anything but ordinary Chinese and English, of which nothing is refused: this look takes a tenth of the time. */
const UNUSUAL = /[^\t\n\r -~\u2014\u2018-\u201d\u2026\u3001\u3002\u3007-\u3015\u4e00-\u9fff\uff01-\uff5e]/;
/** More marks on one character than any script puts there: they cover the lines above and below. */
const PILE = /\p{M}{4,}/u;
/** Fewer unusual characters in a row are no pile; to look for these takes a tenth of the time. */
const MAY_BE_PILE = new RegExp(`(?:${UNUSUAL.source}){4}`);
const REFUSED_ALL = new RegExp(REFUSED.source, 'gu');

/** What is refused about a code point; undefined for ordinary ones. */
export function refusedCodePoint(code: number): UnseenRange | undefined {
  return UNSEEN.find(({ from, to }) => code >= from && code <= to);
}

/** U+200B, with at least four digits. */
export function codePointName(code: number): string {
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

const WHAT: Readonly<Record<UnseenKind, string>> = {
  control: '控制字符',
  bidi: '改变书写方向的字符',
  invisible: '看不见的字符',
  encoding: '损坏的文字',
};

/** One problem for each refused code point of a text, at its first place, with how often it occurs. */
export function hostileCharacters(text: string): Problem[] {
  if (!UNUSUAL.test(text)) return [];
  const piled = pileOfMarks(text);
  if (!REFUSED.test(text)) return piled;
  const found = new Map<number, { index: number; count: number }>();
  for (const { 0: character, index } of text.matchAll(REFUSED_ALL)) {
    const code = character.codePointAt(0) ?? 0;
    const known = found.get(code);
    if (known) known.count++;
    else found.set(code, { index, count: 1 });
  }
  const place = positions(text);
  const refusals = [...found].flatMap(([code, { index, count }]) => {
    const refused = refusedCodePoint(code);
    if (!refused) return [];
    const at = place(index);
    const often = count > 1 ? `，共 ${count} 处` : '';
    const where = `第 ${at.line} 行第 ${at.column} 个字`;
    const message = `${WHAT[refused.kind]}：${where}是 ${codePointName(code)}（${refused.name}）${often}。`;
    return [problemAt(`hostile-${refused.kind}`, at, message)];
  });
  return [...refusals, ...piled];
}

function pileOfMarks(text: string): Problem[] {
  const found = MAY_BE_PILE.test(text) ? PILE.exec(text) : null;
  if (!found) return [];
  const at = positions(text)(found.index);
  const message = `附加符号：第 ${at.line} 行第 ${at.column} 个字起，一个字上叠了 ${[...found[0]].length} 个附加符号。`;
  return [problemAt('hostile-invisible', at, message, '删去这些符号，重新打这个字。')];
}
