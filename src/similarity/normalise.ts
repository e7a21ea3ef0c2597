/** Characters that nobody sees and that make equal words differ: zero-width, joiners, direction marks, soft hyphen. */
const INVISIBLE = new RegExp(
  [
    '00ad',
    '034f',
    '061c',
    '115f-1160',
    '17b4-17b5',
    '180b-180f',
    '200b-200f',
    '2028-202e',
    '2060-206f',
    '3164',
    'fe00-fe0f',
    'feff',
    'ffa0',
  ]
    .map((range) => `[\\u${range.replace('-', '-\\u')}]`)
    .join('|'),
  'g',
);
/** Cyrillic and Greek letters that look like Latin ones. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  а: 'a',
  е: 'e',
  о: 'o',
  р: 'p',
  с: 'c',
  х: 'x',
  у: 'y',
  і: 'i',
  ѕ: 's',
  ԁ: 'd',
  ո: 'n',
  α: 'a',
  ο: 'o',
  ρ: 'p',
  ν: 'v',
  ι: 'i',
  τ: 't',
  κ: 'k',
};
const LOOKALIKE = new RegExp(`[${Object.keys(LOOKALIKES).join('')}]`, 'g');
const NOT_WORD = /[^0-9a-z\u3400-\u9fff+]+/g;

/**
 * A text as it is compared: one width, lower case, nothing invisible, every run of other marks one blank.
 * Explicit ranges, no locale: the same in every engine.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .toLowerCase()
    .replace(LOOKALIKE, (letter) => LOOKALIKES[letter] ?? letter)
    .replace(NOT_WORD, ' ')
    .trim();
}
