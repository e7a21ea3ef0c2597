import type { Look } from './look.ts';

/** Digits by name, in English and in Pinyin, with those of telephone numbers. */
const NAMES = [
  'zero|oh|ling|dong',
  'one|yi|yao',
  'two|er|liang',
  'three|san',
  'four|si',
  'five|wu',
  'six|liu',
  'seven|qi|guai',
  'eight|ba',
  'nine|jiu|gou',
].map((names) => names.split('|'));
const NAME = `(?:${NAMES.flat().join('|')})`;

/** Mobile numbers that are no digits at all: spelled out, and as mail and programs encode texts. */
export const ENCODED_LOOKS: readonly Look<'手机号码'>[] = [
  {
    kind: '手机号码',
    maybe: /(?:yi|yao|one)[ ,.-]/i,
    pattern: new RegExp(`(?<![a-z])(?:yi|yao|one)(?:[\\s,.-]{1,3}${NAME}){10}(?![a-z])`, 'gi'),
    weight: (hit) =>
      ifMobile(
        hit.toLowerCase().replace(/[a-z]+/g, (name) => String(NAMES.findIndex((all) => all.includes(name)))),
      ),
  },
  {
    kind: '手机号码',
    maybe: /(?:=3\d){11}/,
    pattern: /(?:=3\d){11}(?!=3\d)/g,
    weight: (hit) => ifMobile(hit.replace(/=3/g, '')),
  },
  {
    kind: '手机号码',
    maybe: /MT[M-Z][A-Za-z0-9+/]{12}/,
    pattern: /(?<![A-Za-z0-9+/])MT[M-Z][A-Za-z0-9+/]{12}(?:=|(?![A-Za-z0-9+/]))/g,
    weight: (hit) => ifMobile(atob(hit)),
  },
];

function ifMobile(text: string): 'error' | undefined {
  return /^1[3-9]\d{9}$/.test(text.replace(/[\s,.-]/g, '')) ? 'error' : undefined;
}
