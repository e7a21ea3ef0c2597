import { type Fen, wanPlain } from './money.ts';

/** An amount as running text has it, in figures or in Chinese numerals. */
export interface StatedAmount {
  readonly fen: Fen;
  /** The last figure that was written, in 分: a rounded amount is right to half of it. */
  readonly step: Fen;
}

const FEN_PER_YUAN = 100;
const DIGITS: Readonly<Record<string, number>> = Object.fromEntries(
  ['零〇', '一壹', '二贰两', '三叁', '四肆', '五伍', '六陆', '七柒', '八捌', '九玖'].flatMap((signs, value) =>
    [...signs].map((sign) => [sign, value]),
  ),
);
const TENS: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1_000, 仟: 1_000 };

// Every length is bounded: a text that is all figures must not cost more than one of words.
const FIGURES = '(?:\\d{1,3}(?:[,，]\\d{3}){1,4}(?!\\d)|\\d{1,12})(?:\\.\\d{1,8})?[百千佰仟]?';
const NUMERALS = `[${Object.keys({ ...DIGITS, ...TENS }).join('')}]{1,16}(?:点[${Object.keys(DIGITS).join('')}]{1,8})?`;
const NUMBER = `(?:${FIGURES}|${NUMERALS})`;
const SMALL = `${NUMBER}\\s{0,3}[余多]?\\s{0,3}[元圆]`;
/** 1.5 亿元, 1亿5000万元, 三百八十万元, 380.5 万, 3200000 元, 300余万元. */
export const AMOUNT = `(?:(?:${NUMBER}\\s{0,3}[余多]?\\s{0,3}[亿万]\\s{0,3}){1,2}(?:${SMALL}|[余多]?[元圆])?|${SMALL})`;
/** A number without a unit of its own. */
export const BARE_NUMBER = `${NUMBER}(?!\\s{0,3}[余多]?\\s{0,3}[亿万元圆])`;

/** Full-width digits and points as ASCII, character for character, so that places stay as they are. */
export function foldDigits(text: string): string {
  return text.replace(/[０-９．]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
}

/** Reads what AMOUNT has matched; undefined when no number is in it. */
export function readAmount(text: string): StatedAmount | undefined {
  const folded = foldDigits(text).replace(/[\s,，余多元圆]/g, '');
  const match = /^(?:(.+)亿)?(?:(.+)万)?(.+)?$/.exec(folded);
  const parts = [
    { number: match?.[1], scale: 100_000_000 * FEN_PER_YUAN },
    { number: match?.[2], scale: 10_000 * FEN_PER_YUAN },
    { number: match?.[3], scale: FEN_PER_YUAN },
  ].flatMap(({ number, scale }) => {
    const read = number === undefined ? undefined : readNumber(number);
    return read ? [{ fen: Math.round(read.value * scale), step: Math.round(read.step * scale) }] : [];
  });
  const last = parts.at(-1);
  return last && { fen: parts.reduce((sum, { fen }) => sum + fen, 0), step: last.step };
}

/** Every amount of money that a text names. */
export function amountsIn(text: string): readonly StatedAmount[] {
  const found = foldDigits(text).matchAll(new RegExp(AMOUNT, 'g'));
  return [...found].flatMap(([written]) => readAmount(written) ?? []);
}

/**
 * The one amount in what was typed for a sum, as plain 万元: 「叁佰万元整」「共300万元（含税）」「300W」. Only likely, so it is asked
 * back; undefined where there is none, or more than one figure (300—500万).
 */
export function guessWan(text: string): string | undefined {
  const folded = text.normalize('NFKC').replace(/[wW]$/, '万');
  const pattern = new RegExp(AMOUNT, 'g');
  const [only, ...others] = folded.matchAll(pattern);
  if (!only || others.length > 0 || /\d/.test(folded.replace(pattern, ''))) return undefined;
  const fen = readAmount(only[0])?.fen;
  return fen !== undefined && Number.isSafeInteger(fen) ? wanPlain(fen) : undefined;
}

interface NumberRead {
  readonly value: number;
  readonly step: number;
}

function readNumber(text: string): NumberRead | undefined {
  const [, figures, tens = ''] = /^(\d+(?:\.\d+)?)([百千佰仟]?)$/.exec(text) ?? [];
  if (figures !== undefined) return withStep(Number(figures) * (TENS[tens] ?? 1));
  const [whole = '', decimals = ''] = text.split('点');
  const value = readNumerals(whole);
  return value === undefined
    ? undefined
    : withStep(Number(`${value}.${[...decimals].map((sign) => DIGITS[sign]).join('')}`));
}

/** 三百八十 → 380, 叁佰零伍 → 305, 二〇 → 20; a numeral of tens multiplies the digit before it. */
function readNumerals(text: string): number | undefined {
  let sum = 0;
  let digit: number | undefined;
  for (const sign of text) {
    const tens = TENS[sign];
    const value = DIGITS[sign];
    if (tens !== undefined) {
      sum += (digit || 1) * tens;
      digit = undefined;
    } else if (value !== undefined) digit = (digit ?? 0) * 10 + value;
    else return undefined;
  }
  return sum + (digit ?? 0);
}

/** 320 → step 10, 300 → step 100, 1.5 → step 0.1: noughts at the end of a rounded figure say nothing. */
function withStep(value: number): NumberRead {
  const [whole = '', decimals = ''] = String(value).split('.');
  if (decimals !== '') return { value, step: 10 ** -decimals.length };
  return { value, step: 10 ** (/0*$/.exec(whole)?.[0].length ?? 0) };
}
