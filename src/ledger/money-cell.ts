import { AMOUNT, foldDigits, readAmount } from '../form/amount-words.ts';
import type { Cell } from './grid.ts';
import { MONEY_UNITS } from './title.ts';

/** What a cell says about money, before the unit of its column is known. */
export type MoneyCell =
  | { readonly kind: 'blank' }
  /** 待定, 0, 0.0001: the office did not know. */
  | { readonly kind: 'unknown'; readonly word: string }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'amounts'; readonly amounts: readonly Sum[] };

/** A number of money; `factor` to 万元 where the cell itself states the unit. */
export interface Sum {
  readonly value: number;
  readonly factor?: number | undefined;
  /** 「/年」, 「每年」: what is paid for a year. */
  readonly yearly?: boolean;
}

const UNKNOWN =
  /^(?:[-—–_/\\~～.…*]+|无|没有|未知|不详|不明|暂无|空|null|none|n\/?a|待定|未定|待核|待核定|待批|待明确|待确定|待审|待审定|待财评|待补充|尚未确定|未确定|另行确定|据实结算|按实结算|以实际为准|详见.*|见.*|.{0,8}(?:待定|未定|暂缺|待确定|未签|未招标|待招标|待测算|待评审|未批复|不涉及|涉密|保密|免费|无偿|自建|自研|自主开发|不收费))$/i;
const PLAIN =
  /^(?:人民币|rmb|cny|约|共|计|合计|￥|¥|\$)*([-+]?(?:\d{1,3}(?:[,，']\d{3})+|\d+)(?:\.\d+)?(?:e[+-]?\d+)?)$/i;
/** 19(社保卡资金), 600(200): what stands in brackets behind a number is a remark. */
const REMARKED =
  /^([-+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(?:\(.*\)|\/年|每年|左右|以内|以下|余|多|元?整)?$/s;
/** 420+180: an addition that nobody worked out. */
const ADDED = /^\d+(?:\.\d+)?(?:\+\d+(?:\.\d+)?){1,9}(?:亿元|万元|万|元)?$/;
const UNIT_FIRST =
  /\(?(?:人民币)?[:：]?(亿元|万元|千元|元)\)?[:：)]*\s*[¥￥]?\s*((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(?!\s*(?:\d|亿|万|元|%|年|月|日))/g;
const MONEY_WORD = /价|金额|预算|资金|经费|投资|费|人民币|[¥￥]/;

/** Reads the money of a cell: a number, an amount with something attached, or a sentence with amounts in it. */
export function readMoney(cell: Cell): MoneyCell {
  if (cell.fault !== undefined) return { kind: 'unreadable' };
  if (cell.number !== undefined && !cell.day) {
    if (isPlaceholder(cell.number)) return { kind: 'unknown', word: cell.text };
    const factor = cell.suffix === undefined ? undefined : MONEY_UNITS[cell.suffix];
    return { kind: 'amounts', amounts: [{ value: cell.number, factor }] };
  }
  const text = foldDigits(cell.text)
    .normalize('NFKC')
    .replace(/[ \t\u00a0\u3000]+/g, '')
    .trim();
  if (text === '') return { kind: 'blank' };
  if (UNKNOWN.test(text)) return { kind: 'unknown', word: text.slice(0, 20) };
  if (ADDED.test(text)) return added(text);
  const number = PLAIN.exec(text)?.[1] ?? REMARKED.exec(text)?.[1];
  if (number !== undefined) return plain(number, text);
  const amounts = inSentence(text);
  if (amounts.length > 0 && amounts.every(({ value, factor }) => factor === 1 && isPlaceholder(value)))
    return { kind: 'unknown', word: text.slice(0, 20) };
  return amounts.length > 0 ? { kind: 'amounts', amounts } : { kind: 'unreadable' };
}

/** 0, 0.0001 and 0.01 are typed where a form wants a number and none is known: no project costs a hundred 元. */
function isPlaceholder(value: number): boolean {
  return value >= 0 && value <= 0.01;
}

function added(text: string): MoneyCell {
  const [unit] = /(?:亿元|万元|万|元)$/.exec(text) ?? [];
  const parts = (text.match(/\d+(?:\.\d+)?/g) ?? []).map(Number);
  const value = Math.round(parts.reduce((sum, part) => sum + part, 0) * 1_000_000) / 1_000_000;
  return {
    kind: 'amounts',
    amounts: [{ value, factor: unit === undefined ? undefined : MONEY_UNITS[unit] }],
  };
}

function plain(number: string, text: string): MoneyCell {
  const value = Number(number.replace(/[,，']/g, ''));
  if (isPlaceholder(value)) return { kind: 'unknown', word: text };
  return { kind: 'amounts', amounts: [{ value, yearly: /\/年|每年/.test(text) }] };
}

/** What a bidder pays or leaves as a pledge is no part of what the project costs. */
const BESIDE =
  /(?:保证金|押金|违约金|罚款|罚金|代理费|代理服务费|标书费|文件售价|文件费|工本费|质保金)[^，,。；;\n]{0,8}$/;
/** 120-150万元 is no sum. */
const RANGE = /\d\s*(?:万|元|万元)?\s*[-~～—–至到]\s*\d+(?:\.\d+)?\s*(?:万|元|亿)/;

function inSentence(text: string): readonly Sum[] {
  if (RANGE.test(text)) return [];
  const stated = [...text.matchAll(new RegExp(AMOUNT, 'g'))].flatMap((match) => {
    const read = readAmount(match[0]);
    const at = match.index;
    const rest = text.slice(at + match[0].length, at + match[0].length + 6);
    // 2000万平方米 is no money, nor is 3万台.
    if (!read || /^(?:平方|平米|亩|台|套|个|人|户|条|次|米|吨|千瓦|立方)/.test(rest)) return [];
    const value = read.fen / 1_000_000;
    return value < 0.001 ? [] : [{ value, factor: 1, yearly: /^[/每]年|^\/一年/.test(rest), at }];
  });
  const prefixed = [...text.matchAll(UNIT_FIRST)].flatMap((match) => {
    const factor = MONEY_UNITS[match[1] ?? ''];
    const value = Number((match[2] ?? '').replaceAll(',', ''));
    const known = stated.some(({ at }) => Math.abs(at - match.index) <= match[0].length);
    return factor === undefined || known || !(value > 0) ? [] : [{ value, factor, at: match.index }];
  });
  const every = [...stated, ...prefixed].sort((a, b) => a.at - b.at);
  const own = every.filter(({ at }) => !BESIDE.test(text.slice(Math.max(0, at - 16), at)));
  const found = own.length > 0 ? own : every;
  if (found.length > 0) return found.map(({ at: _, ...sum }) => sum);
  // 「预算 350」: a number in words of money, whose unit the column must say.
  const bare = [
    ...text.matchAll(/(?<![\d.])(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?![\d.]|[年月日号期个台套%人])/g),
  ];
  const only = bare.length === 1 ? bare[0]?.[0] : undefined;
  return only !== undefined && MONEY_WORD.test(text) ? [{ value: Number(only.replaceAll(',', '')) }] : [];
}

/**
 * The one sum that a cell with several amounts stands for: their total where it is among them, else the largest that
 * is no more than twenty times the next (the investment of a whole building is often told beside the price of its
 * network). `sure` is false for the latter.
 */
export function oneOf(
  sums: readonly number[],
): { readonly value: number; readonly sure: boolean } | undefined {
  const sorted = [...new Set(sums)].sort((a, b) => b - a);
  const [largest, ...others] = sorted;
  if (largest === undefined) return undefined;
  if (others.length === 0) return { value: largest, sure: true };
  const rest = sums.reduce((sum, value) => sum + value, 0) - largest;
  if (others.length > 1 && Math.abs(rest - largest) <= largest * 0.002) return { value: largest, sure: true };
  const next = others[0] ?? largest;
  return largest > next * 20 ? { value: next, sure: false } : { value: largest, sure: false };
}
