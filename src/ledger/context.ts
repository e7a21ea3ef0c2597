import type { Sheet } from './grid.ts';
import { yearIn } from './time-cell.ts';
import { MONEY_UNITS } from './title.ts';

/** What a sheet says outside its table: above the titles, in its name, and in the lines that tell who filled it in. */
export interface Context {
  /** The unit of money of the whole sheet, as a factor to 万元. */
  readonly factor?: number | undefined;
  /** The unit that filled the sheet in. */
  readonly unit?: string | undefined;
  /** The unit with which the heading begins: 「区人社局信息系统台账」. */
  readonly headed?: string | undefined;
  readonly year?: number | undefined;
  /** The words above the titles, for telling what kind of ledger it is. */
  readonly heading: string;
}

const MONEY_LINE =
  /(?:单位|(?:金额|资金|投资|费用|经费|数据)(?:均|单位)?)\s*(?:[:：（(]|均?[为是以])\s*(?:人民币)?\s*(亿元|千万元|百万元|万元|千元|元)(?![^)）;；,，。、\s])|(?:均?以)(亿元|万元|千元|元)(?:为(?:计量)?单位|计)|[（(]\s*(亿元|万元|千元|元)\s*[)）]\s*$/;
const FILLED_BY =
  /(?:填报|申报|报送|编制|制表|上报|汇总|建设|采购|项目)?(?:单位|部门)(?:名称)?\s*(?:[（(](?:盖章|公章|章)[)）])?\s*[:：]\s*(?:[（(](?:盖章|公章|章)[)）]\s*)?([\p{Script=Han}（）()]{3,30}?)(?=\s|填|日期|时间|联系|金额|单位|制表|年|$)/u;
const LABEL_ALONE =
  /^(?:填报|申报|报送|编制|制表|上报)(?:单位|部门)(?:名称)?\s*(?:[（(](?:盖章|公章)[)）])?\s*[:：]?$/;

const HEADED =
  /^(?:附件\d*[:：]?)?(?:(?:19|20)\d\d年度?)?((?!全|各|本|区直|市直|关于)\p{Script=Han}{2,20}?(?:局|委员会|办公室|街道办事处|街道|管委会|联合会|中心|医院|法院|检察院|政府|学校|大学|学院|集团|公司|[书化物案术技]馆|委|办|镇))(?=(?:19|20)\d\d|信息|系统|项目|数字|智慧|已建|在建|软件|政务|网络|平台|年度|存量|采购|预算|运维|台账|\(|（|\s|$)/u;

/** True for what tells of the whole sheet rather than names a column: 「单位：千元」, 「填报单位：区财政局」. */
export function tellsOfSheet(text: string): boolean {
  const plain = text.normalize('NFKC').replace(/\s/g, '');
  return /^\(?(?:金额|计量|计价|货币|资金|费用)?单位[:：]/.test(plain) || FILLED_BY.test(text);
}

/**
 * Reads the lines above the titles, which begin at `headerAt`, and the last lines of the sheet. With `nearest`, the last
 * unit that heads a line is taken: what stands further up signs the table above.
 */
export function readContext(sheet: Sheet, headerAt: number, bookName: string, nearest = false): Context {
  const above = sheet.rows
    .slice(0, headerAt)
    .map((row) => row.map(({ text }) => text.trim()).filter((text) => text !== ''));
  const below = sheet.rows
    .slice(-6)
    .map((row) => row.map(({ text }) => text.trim()).filter((text) => text !== ''));
  const lines = above.map((texts) => texts.join(' '));
  const heading = lines.join('\n').slice(0, 2_000);
  const unit = unitIn(above) ?? unitIn(below.filter((texts) => texts.length <= 3)) ?? unitNamed(sheet.name);
  const stem = bookName.replace(/\.[^.]*$/, '');
  return {
    factor: factorIn(above.flat()),
    unit,
    headed: above
      .flat()
      .flatMap((text) => HEADED.exec(text)?.[1] ?? [])
      .at(nearest ? -1 : 0),
    year: yearIn(heading) ?? yearIn(sheet.name) ?? yearIn(stem),
    heading,
  };
}

/** A workbook with a sheet for each unit is named by them. */
function unitNamed(name: string): string | undefined {
  const plain = name.replace(/^[\d.、\s-]+/, '').trim();
  return /^[\p{Script=Han}]{2,20}$/u.test(plain) && SHEET_OF_UNIT.test(plain) ? plain : undefined;
}

const SHEET_OF_UNIT =
  /(?:局|委|办|院|街道|办事处|管委会|委员会|联合会|妇联|残联|法院|检察院|团委|工会|公安分局|纪委监委|镇|中心)$/;

/** 「（单位：元）」 in one of the texts, as a factor to 万元. */
export function factorIn(texts: readonly string[]): number | undefined {
  for (const text of texts) {
    const match = MONEY_LINE.exec(text.normalize('NFKC').replace(/\s/g, ''));
    const word = match?.[1] ?? match?.[2] ?? match?.[3];
    if (word !== undefined) return MONEY_UNITS[word];
  }
  return undefined;
}

function unitIn(lines: readonly (readonly string[])[]): string | undefined {
  for (const texts of lines) {
    for (const [at, text] of texts.entries()) {
      const named = FILLED_BY.exec(text)?.[1] ?? (LABEL_ALONE.test(text) ? texts[at + 1] : undefined);
      if (named !== undefined && named.length >= 3 && !/^(?:万?元|亿元|人民币)/.test(named))
        return named.trim();
    }
  }
  return undefined;
}
