/** Why a character has no place in a text: it steers, turns the reading order, cannot be seen, or is what is left of a lost one. */
export type UnseenKind = 'control' | 'bidi' | 'invisible' | 'encoding';

/** A run of code points, and what they are called. */
export interface UnseenRange {
  readonly kind: UnseenKind;
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

const range = (kind: UnseenKind, name: string, from: number, to = from): UnseenRange => ({
  kind,
  name,
  from,
  to,
});

/**
 * The one list of such characters: files that hold them are refused, comparisons and imports leave them out, and no
 * terminal gets them. Explicit ranges, the same in every engine. Tab, line feed and carriage return are not among them.
 */
export const UNSEEN: readonly UnseenRange[] = [
  range('control', '空字符', 0x00),
  range('control', '控制字符', 0x01, 0x08),
  range('control', '垂直制表或换页符', 0x0b, 0x0c),
  range('control', '控制字符', 0x0e, 0x1a),
  range('control', '终端转义符', 0x1b),
  range('control', '控制字符', 0x1c, 0x1f),
  range('control', '删除符', 0x7f),
  range('control', '控制字符', 0x80, 0x9f),
  range('control', '行分隔或段分隔符', 0x2028, 0x2029),
  range('control', '注释标记', 0xfff9, 0xfffb),
  range('control', '非字符', 0xfdd0, 0xfdef),
  // The last two of every plane.
  ...Array.from({ length: 17 }, (_, plane) =>
    range('control', '非字符', plane * 0x10000 + 0xfffe, plane * 0x10000 + 0xffff),
  ),
  range('control', '没有字的位置', 0xfff0, 0xfff8),
  range('control', '古埃及文格式符', 0x13430, 0x1343f),
  range('bidi', '阿拉伯文数字标记', 0x0600, 0x0605),
  range('bidi', '书写方向标记', 0x061c),
  range('bidi', '阿拉伯文经节标记', 0x06dd),
  range('bidi', '叙利亚文缩写标记', 0x070f),
  range('bidi', '阿拉伯文货币标记', 0x0890, 0x0891),
  range('bidi', '阿拉伯文经节标记', 0x08e2),
  range('bidi', '书写方向标记', 0x200e, 0x200f),
  range('bidi', '书写方向嵌入或覆盖符', 0x202a, 0x202e),
  range('bidi', '书写方向隔离符', 0x2066, 0x2069),
  range('invisible', '软连字符', 0x00ad),
  range('invisible', '组合连接符', 0x034f),
  range('invisible', '谚文填充符', 0x115f, 0x1160),
  range('invisible', '高棉文隐形元音', 0x17b4, 0x17b5),
  range('invisible', '蒙古文变体选择符', 0x180b, 0x180f),
  range('invisible', '零宽空格', 0x200b),
  range('invisible', '零宽非连接符', 0x200c),
  range('invisible', '零宽连接符', 0x200d),
  range('invisible', '字连接符或隐形运算符', 0x2060, 0x2065),
  range('invisible', '停用的格式符', 0x206a, 0x206f),
  range('invisible', '盲文空白', 0x2800),
  range('invisible', '谚文填充符', 0x3164),
  range('invisible', '字形变体选择符', 0xfe00, 0xfe0f),
  range('invisible', '文件中间的 BOM（零宽不换行空格）', 0xfeff),
  range('invisible', '半角谚文填充符', 0xffa0),
  range('invisible', '凯提文数字标记', 0x110bd),
  range('invisible', '凯提文数字标记', 0x110cd),
  range('invisible', '速记格式符', 0x1bca0, 0x1bca3),
  range('invisible', '乐谱格式符', 0x1d173, 0x1d17a),
  range('invisible', '标签字符或变体选择符', 0xe0000, 0xe0fff),
  range('encoding', '半个字符（代理项）', 0xd800, 0xdfff),
  range('encoding', '替换字符，原来的字已经丢失', 0xfffd),
];

/** The ranges of these kinds as the inside of a character class of a regular expression with the flag `u`. */
export function unseenClass(...kinds: readonly UnseenKind[]): string {
  return UNSEEN.filter(({ kind }) => kinds.includes(kind))
    .map(({ from, to }) => `\\u{${from.toString(16)}}-\\u{${to.toString(16)}}`)
    .join('');
}
