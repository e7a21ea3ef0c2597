import { AMOUNT, foldDigits, readAmount } from '../form/amount-words.ts';

/** What running text says of a project in labelled words, as a notice has them. */
export interface TextFacts {
  readonly name?: string | undefined;
  readonly unit?: string | undefined;
  /** 万元, with the words that say it. */
  readonly amount?: { readonly value: number; readonly words: string } | undefined;
}

/** Facts stand near the beginning; a whole notice goes on about bonds and deadlines. */
const LOOKED_AT = 6_000;
const NAME = /(?:项目|采购|工程)名称\s*[:：]\s*([^\n，。；;]{4,80})/;
const UNIT =
  /(?:采购人|招标人|采购单位|招标单位|建设单位|项目单位|业主单位|采购人名称)(?:名称)?\s*(?:[:：]|为|是)\s*((?!.{0,6}代理)[\p{Script=Han}（）()]{4,40}?)(?=[，,。；;、\s]|地址|联系|的?招标代理|$)/u;
/** What it may cost goes before what was bid. */
const LABELS = [
  /(?:最高(?:投标)?限价|招标控制价|控制价|预算(?:总?金额|价|总价)?|采购预算|项目预算|概算|总投资|投资估算)/,
  /(?:中标|成交|合同)(?:总?金额|总?价|价格)/,
];

/** Words between a label and its sum; a bond or a fee behind them is another sum. */
const BETWEEN = '(?:(?!保证金|押金|[理务件用管]费|工本费|售价)[^。；;])';
const LABELLED = LABELS.map(({ source }) => new RegExp(`${source}${BETWEEN}{0,40}?(?<!\\d)(${AMOUNT})`, 'g'));

/** The facts in the text; an amount only where its label says one and no other. */
export function factsIn(text: string): TextFacts {
  const head = foldDigits(text.slice(0, LOOKED_AT));
  return { name: NAME.exec(head)?.[1]?.trim(), unit: UNIT.exec(head)?.[1]?.trim(), amount: amountIn(head) };
}

function amountIn(text: string): TextFacts['amount'] {
  for (const label of LABELLED) {
    const sums = [...text.matchAll(label)].flatMap(([words, amount = '']) => {
      const read = readAmount(amount);
      return read && read.fen > 0 ? [{ value: read.fen / 1_000_000, words: words.replace(/\s+/g, ' ') }] : [];
    });
    const [first] = sums;
    if (first) return sums.every(({ value }) => value === first.value) ? first : undefined;
  }
  return undefined;
}
