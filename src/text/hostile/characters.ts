import type { Problem } from '../finding.ts';
import { positions } from '../positions.ts';
import { type HostileId, hostile } from './hostile-rules.ts';

/** A run of code points that are refused, and what they are called. */
interface Range {
  readonly from: number;
  readonly to: number;
  readonly kind: CharacterKind;
  readonly name: string;
}
type CharacterKind = Extract<
  HostileId,
  'hostile-control' | 'hostile-bidi' | 'hostile-invisible' | 'hostile-encoding'
>;

const range = (kind: CharacterKind, name: string, from: number, to = from): Range => ({
  from,
  to,
  kind,
  name,
});

/** Tab and line feed stay; carriage returns have been turned into line feeds before. */
const RANGES: readonly Range[] = [
  range('hostile-control', '空字符', 0x00),
  range('hostile-control', '控制字符', 0x01, 0x08),
  range('hostile-control', '垂直制表或换页符', 0x0b, 0x0c),
  range('hostile-control', '控制字符', 0x0e, 0x1a),
  range('hostile-control', '终端转义符', 0x1b),
  range('hostile-control', '控制字符', 0x1c, 0x1f),
  range('hostile-control', '删除符', 0x7f),
  range('hostile-control', '控制字符', 0x80, 0x9f),
  range('hostile-control', '行分隔或段分隔符', 0x2028, 0x2029),
  range('hostile-control', '注释标记', 0xfff9, 0xfffb),
  range('hostile-control', '非字符', 0xfdd0, 0xfdef),
  range('hostile-control', '非字符', 0xfffe, 0xffff),
  range('hostile-bidi', '书写方向标记', 0x061c),
  range('hostile-bidi', '书写方向标记', 0x200e, 0x200f),
  range('hostile-bidi', '书写方向嵌入或覆盖符', 0x202a, 0x202e),
  range('hostile-bidi', '书写方向隔离符', 0x2066, 0x2069),
  range('hostile-invisible', '软连字符', 0x00ad),
  range('hostile-invisible', '组合连接符', 0x034f),
  range('hostile-invisible', '谚文填充符', 0x115f, 0x1160),
  range('hostile-invisible', '高棉文隐形元音', 0x17b4, 0x17b5),
  range('hostile-invisible', '蒙古文变体选择符', 0x180b, 0x180f),
  range('hostile-invisible', '零宽空格', 0x200b),
  range('hostile-invisible', '零宽非连接符', 0x200c),
  range('hostile-invisible', '零宽连接符', 0x200d),
  range('hostile-invisible', '字连接符或隐形运算符', 0x2060, 0x2065),
  range('hostile-invisible', '停用的格式符', 0x206a, 0x206f),
  range('hostile-invisible', '盲文空白', 0x2800),
  range('hostile-invisible', '谚文填充符', 0x3164),
  range('hostile-invisible', '字形变体选择符', 0xfe00, 0xfe0f),
  range('hostile-invisible', '文件中间的 BOM（零宽不换行空格）', 0xfeff),
  range('hostile-invisible', '半角谚文填充符', 0xffa0),
  range('hostile-invisible', '速记格式符', 0x1bca0, 0x1bca3),
  range('hostile-invisible', '乐谱格式符', 0x1d173, 0x1d17a),
  range('hostile-invisible', '标签字符或变体选择符', 0xe0000, 0xe0fff),
  range('hostile-encoding', '半个字符（代理项）', 0xd800, 0xdfff),
  range('hostile-encoding', '替换字符，原来的字已经丢失', 0xfffd),
];

const escaped = ({ from, to }: Range): string => `\\u{${from.toString(16)}}-\\u{${to.toString(16)}}`;
const REFUSED = new RegExp(`[${RANGES.map(escaped).join('')}]`, 'u');
const REFUSED_ALL = new RegExp(REFUSED.source, 'gu');

/** What is refused about a code point; undefined for ordinary ones. */
export function refusedCodePoint(code: number): Range | undefined {
  return RANGES.find(({ from, to }) => code >= from && code <= to);
}

/** U+200B, with at least four digits. */
export function codePointName(code: number): string {
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

const WHAT = {
  'hostile-control': '控制字符',
  'hostile-bidi': '改变书写方向的字符',
  'hostile-invisible': '看不见的字符',
  'hostile-encoding': '损坏的文字',
} as const satisfies Record<CharacterKind, string>;

/** One problem for each refused code point of a text, at its first place, with how often it occurs. */
export function hostileCharacters(text: string): Problem[] {
  if (!REFUSED.test(text)) return [];
  const found = new Map<number, { index: number; count: number }>();
  for (const { 0: character, index } of text.matchAll(REFUSED_ALL)) {
    const code = character.codePointAt(0) ?? 0;
    const known = found.get(code);
    if (known) known.count++;
    else found.set(code, { index, count: 1 });
  }
  const place = positions(text);
  return [...found].flatMap(([code, { index, count }]) => {
    const refused = refusedCodePoint(code);
    if (!refused) return [];
    const at = place(index);
    const often = count > 1 ? `，共 ${count} 处` : '';
    const where = `第 ${at.line} 行第 ${at.column} 个字`;
    const message = `${WHAT[refused.kind]}：${where}是 ${codePointName(code)}（${refused.name}）${often}。`;
    return [hostile(refused.kind, at, message)];
  });
}
