/** Digits of Chinese, everyday and formal; 幺 is how a one is read out in a telephone number. */
const CHINESE: readonly string[] = [
  '〇零○',
  '一壹弌幺',
  '二贰貳',
  '三叁參',
  '四肆',
  '五伍',
  '六陆陸',
  '七柒',
  '八捌',
  '九玖',
];
const VALUES = new Map(CHINESE.flatMap((forms, value) => [...forms].map((form) => [form, String(value)])));

/** The inside of a character class: every digit of Chinese. */
export const CHINESE_DIGITS = CHINESE.join('');

/** What can stand between two digits of a number: blanks, a line break, dots, dashes, brackets, 「转」. */
export const BETWEEN_DIGITS = '[\\s>.。·—\\-_/\\\\()\\[\\]*`~:,转]{0,6}';

/** 一 → 1; everything else as it is. */
export function chineseDigit(character: string): string {
  return VALUES.get(character) ?? character;
}

/** Round digits that Unicode knows only as ornaments, and the numerals of Suzhou; each row counts up from its first value. */
const ROWS = [
  '1❶❷❸❹❺❻❼❽❾',
  '1➀➁➂➃➄➅➆➇➈',
  '1➊➋➌➍➎➏➐➑➒',
  '1⓵⓶⓷⓸⓹⓺⓻⓼⓽',
  '1〡〢〣〤〥〦〧〨〩',
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
