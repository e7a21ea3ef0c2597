/**
 * Money is written in 万元 (up to six decimals, that is one 分) and kept as a whole number of 分,
 * so that sums compare exactly.
 */
export type Fen = number;

export const FEN_PER_WAN = 1_000_000;

/** 万元 text such as `320`, `12.5`, `0.000001` → 分; undefined when it is not such a number. */
export function parseWan(text: string): Fen | undefined {
  const match = /^(-?)(\d{1,9})(?:\.(\d{1,6}))?$/.exec(text);
  if (!match) return undefined;
  const [, sign = '', whole = '0', fraction = ''] = match;
  const fen = Number(whole) * FEN_PER_WAN + Number(fraction.padEnd(6, '0'));
  return sign === '-' ? -fen : fen;
}

/** 分 → 万元 with at least two decimals and no more than the amount has: 320.00, 0.123456. */
export function wanText(fen: Fen): string {
  const sign = fen < 0 ? '-' : '';
  const whole = Math.trunc(Math.abs(fen) / FEN_PER_WAN);
  const fraction = String(Math.abs(fen) % FEN_PER_WAN)
    .padStart(6, '0')
    .replace(/0{1,4}$/, '');
  return `${sign}${whole}.${fraction}`;
}

/** The shortest way to write the amount in a file: 320, 12.5. */
export function wanPlain(fen: Fen): string {
  return wanText(fen).replace(/\.?0+$/, '');
}

/** As people read it: 「1,320.00 万元」. */
export function formatWan(fen: Fen): string {
  const [whole = '', fraction = ''] = wanText(fen).split('.');
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${fraction} 万元`;
}

/** Sum of amounts in 分. */
export function sumFen(amounts: readonly Fen[]): Fen {
  return amounts.reduce((total, amount) => total + amount, 0);
}

/** Amounts count as equal within 0.01 万元: the annex's own rounding. */
export function sameWan(a: Fen, b: Fen): boolean {
  return Math.abs(a - b) <= FEN_PER_WAN / 100;
}

/** Digits in groups of three, or of four as 万 and 亿 count. */
const GROUPED = /^(?:\d{1,3}(?:,\d{3})+|\d{1,4}(?:,\d{4})+)(?!\d|,)/;

/** What a clerk wrote (「３２０ 万元」「1,200.50万」「3200000元」) as plain 万元 text; undefined if no amount is in it. */
export function suggestWan(text: string): string | undefined {
  const grouped = text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/^(人民币|¥)/, '');
  // 1,000,00 may be a thousand or a hundred thousand: nobody can say.
  if (grouped.includes(',') && !GROUPED.test(grouped)) return undefined;
  const folded = grouped.replaceAll(',', '');
  const match = /^(\d+(?:\.\d+)?)(亿元?|万元?|元)?(?:整)?$/.exec(folded);
  if (!match) return undefined;
  const scale = match[2]?.startsWith('亿') ? 10_000 : match[2] === '元' ? 1 / 10_000 : 1;
  const amount = Number(match[1]);
  const fen = Math.round(amount * scale * FEN_PER_WAN);
  // Less than half a 分 is no amount, and not nothing either.
  return Number.isSafeInteger(fen) && (fen > 0 || amount === 0) ? wanPlain(fen) : undefined;
}

/** The amount behind 「约」「近」「不超过」: likely what is meant, and still a word that somebody chose. */
export function withoutAbout(text: string): string | undefined {
  const [, amount] = /^(?:大?约|将?近|不超过)(.+?)(?:左右|上下)?$/.exec(text.replace(/\s/g, '')) ?? [];
  return amount === undefined ? undefined : suggestWan(amount);
}

/** The amount without its sign, where one below zero was written: -320, 负320万元, an accountant's (320). */
export function withoutMinus(text: string): string | undefined {
  const [, amount] =
    /^(?:[-−–—负]+|\((?=.+\)$))(.+?)\)?$/.exec(text.normalize('NFKC').replace(/\s/g, '')) ?? [];
  return amount === undefined ? undefined : suggestWan(amount);
}
