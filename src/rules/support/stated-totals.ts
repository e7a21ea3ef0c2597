import {
  AMOUNT,
  amountsIn,
  BARE_NUMBER,
  foldDigits,
  readAmount,
  type StatedAmount,
} from '../../form/amount-words.ts';
import { type Fen, sameWan } from '../../form/money.ts';

/** A total investment that the text names, with the words that name it. */
export interface StatedTotal extends StatedAmount {
  readonly written: string;
  readonly way: '正好' | '大约' | '不超过' | '超过';
}

const TOTAL =
  '(?:总投资|投资总额|投资总计|投资合计|投资共计|总预算|预算总额|资金预算|项目预算|预算资金|总概算|概算总额|总造价|总费用|总经费|经费总额|资金总额|总资金|总金额|项目投资|投资规模|计划投资|共需资金|所需资金|共需)';
/** What stands between the word and the figure: 估算为, （含税）：, 人民币, a bar of a table. */
const BETWEEN =
  '(?:[（(][^（）()\\n]{0,12}[）)]|估算|概算|预算|金额|总额|额|资金|经费|费用|规模|合计|共计|总计|共|预计|预估|计划|暂定|控制在|不超过|不高于|不突破|大约|大概|约|近|将近|达到|达|为|是|人民币|¥|￥|[：:|＝=]|\\s){0,8}';
/** A sum at the beginning of a clause, as the end of a list of items has it. */
const SUM =
  '(?<=^|[，。；,;、：:|\\n])\\s{0,3}(?:以上|上述|各项|全部|项目|工程|投资|费用|总)*(?:合计|总计|共计)';
const FIGURE = `(?<between>${BETWEEN})(?<amount>${AMOUNT}|${BARE_NUMBER})(?<after>整?[^，。；,;\\n]{0,4})`;
const STATED = new RegExp(`${TOTAL}${FIGURE}`, 'g');
const SUMMED = new RegExp(`${SUM}${FIGURE}`, 'g');
/** 万 without 元 may count heads or calls as well. */
const COUNTED = /^\s*[人户次条个套台件组名份家%％]/;

/** In the same clause: a share, a year's or an earlier sum, another's. 软件总投资 is a part of the total too. */
const PART =
  /年度|当年|本年|今年|明年|每年|年均|逐年|\d{4}\s*年|累计|已完成|已投入|已支付|完成|追加|其中|除|另|平均|每个|户均|分项|类似|同类|外地|历年|省级|市级|国家级|其他|(?:软件|硬件|设备|终端|网络|机房|安全|集成|运维|设计|监理)$/;
/** In the same sentence: another phase, or what was there before. 本项目为二期 and 分两期 speak of this one. */
const OTHER =
  /(?<![为是属系分、])(?:第?[一二三四五六七八九\d]{1,3}期|[首前上]一?期|原有?系统|原平台|原项目|旧系统|老系统|现有系统|已有系统|既有系统)/g;
const OWN = /本期|本项目|本次|本工程|本平台|本系统|该项目/g;

/** Every total of this project that a text names. */
export function statedTotals(text: string): readonly StatedTotal[] {
  return find(text, STATED);
}

/** The sum with which a list of items ends (「软件 120 万元，终端 200 万元，合计 320 万元。」). */
export function statedSum(text: string): StatedTotal | undefined {
  const last = find(text, SUMMED).at(-1);
  const after = last && text.slice(text.lastIndexOf(last.written) + last.written.length);
  return after !== undefined && amountsIn(after).length === 0 ? last : undefined;
}

function find(text: string, pattern: RegExp): readonly StatedTotal[] {
  const folded = foldDigits(text);
  return [...folded.matchAll(pattern)].flatMap((match) => {
    const { between = '', amount = '', after = '' } = match.groups ?? {};
    const hasUnit = /[亿万元圆]/.test(amount);
    const unit = hasUnit ? '' : (/[（(](亿元|万元|元)[）)]/.exec(between)?.[1] ?? '');
    const counts = !/[元圆]\s*$/.test(amount) && COUNTED.test(after);
    const read = readAmount(`${amount}${unit}`);
    if (!read || (!hasUnit && unit === '') || counts) return [];
    if (speaksOfAnother(folded.slice(Math.max(match.index - REACH, 0), match.index))) return [];
    const written = text.slice(match.index, match.index + match[0].length - after.length).trim();
    return [{ ...read, written, way: wayOf(between, amount, after) }];
  });
}

/** Whether this total and the cell's can be one figure. */
export function agrees({ fen, step, way }: StatedTotal, budget: Fen): boolean {
  if (sameWan(fen, budget)) return true;
  if (way === '大约') return Math.abs(fen - budget) <= step / 2;
  if (way === '不超过') return budget <= fen;
  return way === '超过' && budget >= fen && budget < fen + step;
}

function wayOf(between: string, amount: string, after: string): StatedTotal['way'] {
  if (/[余多]/.test(amount) || /^[余多]/.test(after)) return '超过';
  if (/不超过|不高于|不突破|控制在/.test(between) || /^\s*(?:以内|以下|之内)/.test(after)) return '不超过';
  return /约|大概|近/.test(between) || /^\s*(?:左右|上下)/.test(after) ? '大约' : '正好';
}

/** How far back a sentence is read. */
const REACH = 100;

function speaksOfAnother(before: string): boolean {
  const sentence = before.slice(
    Math.max(...['。', '；', ';', '！', '\n'].map((mark) => before.lastIndexOf(mark))) + 1,
  );
  const clause = sentence.slice(Math.max(sentence.lastIndexOf('，'), sentence.lastIndexOf(',')) + 1);
  if (PART.test(clause)) return true;
  const lastOf = (pattern: RegExp): number => [...sentence.matchAll(pattern)].at(-1)?.index ?? -1;
  return lastOf(OTHER) > lastOf(OWN);
}
