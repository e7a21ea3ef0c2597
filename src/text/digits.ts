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

/** Round digits that Unicode knows only as ornaments, and the numerals of Suzhou: where the run begins, and its first value. */
const RUNS: readonly (readonly [number, number, number])[] = [
  [0x2776, 9, 1],
  [0x2780, 9, 1],
  [0x278a, 9, 1],
  [0x24f5, 9, 1],
  [0x24ff, 1, 0],
  [0x1f10b, 1, 0],
  [0x1f10c, 1, 0],
  [0x3021, 9, 1],
];
const DECIMAL = /\p{Nd}/u;

/** The plain digit that a digit of another script stands for; undefined for what is no single digit. */
export function plainDigit(character: string): string | undefined {
  const code = character.codePointAt(0) ?? 0;
  const run = RUNS.find(([from, length]) => code >= from && code < from + length);
  if (run) return String(code - run[0] + run[2]);
  const [, round] = /^[(]?(\d)[).,]?$/.exec(character.normalize('NFKC')) ?? [];
  if (round !== undefined) return round;
  if (!DECIMAL.test(character)) return undefined;
  // Decimal digits of a script stand in a row of ten, so what stands before it of the row is its value.
  let value = 0;
  while (DECIMAL.test(String.fromCodePoint(code - value - 1))) value++;
  return String(value % 10);
}
