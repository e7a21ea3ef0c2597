/** Digits of Chinese, everyday and formal; 洞 幺 两 拐 勾 are how they are read out in a telephone number. */
const CHINESE: readonly string[] = [
  '〇零○洞',
  '一壹弌壱幺',
  '二贰貳弍弐两',
  '三叁參弎参',
  '四肆',
  '五伍',
  '六陆陸',
  '七柒拐',
  '八捌',
  '九玖勾',
];
const VALUES = new Map(CHINESE.flatMap((forms, value) => [...forms].map((form) => [form, String(value)])));

/** The inside of a character class: every digit of Chinese. */
export const CHINESE_DIGITS = CHINESE.join('');

/**
 * What can stand between two digits of a number: blanks, a line break, punctuation and symbols of any kind, 「转」 and how
 * a dash, a dot or a blank is read out; no letters, and nothing that counts. Many of them, because the next line may be
 * far to the right.
 */
export const BETWEEN_DIGITS =
  '[\\s!-/:-@\\[-`{-~\\u00a1-\\u00a9\\u00ab-\\u00b1\\u00b4-\\u00b8\\u00bb\\u00bf\\u00d7\\u00f7\\u02d9\\u2000-\\u206f\\u2190-\\u245f\\u2500-\\u2775\\u2794-\\u2bff\\u3000-\\u3004\\u3008-\\u3020\\u3030-\\u3037\\u30a0\\u30fb\\ufe30-\\ufe6f转杠横线减空格点加]{0,16}';

/** What stands for a nought beside such digits. */
export const LETTER_O = 'Oo';

/** 一 → 1; everything else as it is. */
export function chineseDigit(character: string): string {
  return VALUES.get(character) ?? character;
}

/** Digits that Unicode knows only as ornaments or as numbers, of Suzhou, Rome and counting rods; each row counts up from its first value. */
const ROWS = [
  '1❶❷❸❹❺❻❼❽❾',
  '1➀➁➂➃➄➅➆➇➈',
  '1➊➋➌➍➎➏➐➑➒',
  '1⓵⓶⓷⓸⓹⓺⓻⓼⓽',
  '1〡〢〣〤〥〦〧〨〩',
  '1ⅠⅡⅢⅣⅤⅥⅦⅧⅨ',
  '1ⅰⅱⅲⅳⅴⅵⅶⅷⅸ',
  '1𝍠𝍡𝍢𝍣𝍤𝍥𝍦𝍧𝍨',
  '1𝍩𝍪𝍫𝍬𝍭𝍮𝍯𝍰𝍱',
  '0⓿',
  '0🄋',
  '0🄌',
];
const ORNAMENTS = new Map(
  ROWS.flatMap(([first, ...row]) => row.map((round, at) => [round, String(Number(first) + at)])),
);
const DECIMAL = /\p{Nd}/u;

/** The plain digit that a digit of another script stands for; undefined for what is no single digit. */
export function plainDigit(character: string): string | undefined {
  const ornament = ORNAMENTS.get(character);
  if (ornament !== undefined) return ornament;
  const [, round] = /^[(]?(\d)[).,]?$/.exec(character.normalize('NFKC')) ?? [];
  if (round !== undefined) return round;
  if (!DECIMAL.test(character)) return undefined;
  // Decimal digits of a script stand in a row of ten, so what stands before it of the row is its value.
  const code = character.codePointAt(0) ?? 0;
  let value = 0;
  while (DECIMAL.test(String.fromCodePoint(code - value - 1))) value++;
  return String(value % 10);
}
