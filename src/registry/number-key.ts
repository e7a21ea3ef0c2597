const CHINESE = '〇一二三四五六七八九';

/**
 * A 登记号 as it is compared: width, brackets, blanks, invisible characters, the script of its digits, noughts before
 * them, 第, and whether brackets, a hyphen or 年 part its year make no other number of it. Between digits a boundary stays, so
 * that 〔2026〕1-1 and 〔2026〕11 are two.
 */
export function numberKey(written: string): string {
  return written
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{M}\p{Cf}\p{Cc}\s]/gu, '')
    .replace(/[○零]/g, '〇')
    .replace(/號/g, '号')
    .replace(/[第年]+(?=[^第年]*号$)/g, '·')
    .replace(/\p{Nd}|[〇一二三四五六七八九]/gu, digit)
    .replace(/(?<!\d)0+(?=\d)/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '·')
    .replace(/(?<!\d)·|·(?!\d)/g, '');
}

/** Digits of every script stand in blocks of ten that begin with their nought. */
function digit(character: string): string {
  const chinese = CHINESE.indexOf(character);
  if (chinese >= 0) return String(chinese);
  let code = character.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - 1))) {
    code--;
    value++;
  }
  return /\d/.test(character) ? character : String(value);
}
