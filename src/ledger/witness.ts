import type { Cell } from './grid.ts';
import { DAYS, type Meaning, MONEY } from './meanings.ts';
import { readMoney } from './money-cell.ts';
import { readTime } from './time-cell.ts';

/** How well a value fits a meaning: 1 as expected, 0 says nothing, -1 cannot be. */
type Witness = (cell: Cell, text: string) => number;

const UNIT_END =
  /(?:局|委|办|院|厅|部|处|科|室|所|站|队|街道|办事处|政府|委员会|管委会|中心|公司|学校|大学|学院|医院|联合会|协会|妇联|工会|残联|法院|检察院|镇|乡|区|社区|集团|团委|党校|银行|馆|机关|总队|支队|分局|大队|服务局|公署|研究院|小学|中学|幼儿园)$/;
const OFFICE =
  /(?:局|委|办|院|厅|部|街道|办事处|政府|委员会|管委会|联合会|妇联|工会|残联|团委|法院|检察院|镇|乡|中心|学校|大学|中学|小学|幼儿园|医院|馆|站|台|社|苑|所|队)(?:[（(].{0,30}[)）])?$/;

/** True for what is called like a public body, and no firm. */
export const isOffice = (text: string): boolean => OFFICE.test(text);
const NAME_END =
  /(?:系统|平台|项目|工程|应用|服务|建设|升级|改造|采购|网站|运维|维护|维保|门户|小程序|公众号|APP|app|软件|设备|中心|机房|网络|数据库|一张图|大脑|期\)?|监控|终端)(?:[（(].{1,20}[)）])?$/;
const SENTENCE = /[。；;]|\n/;
const YES_NO = /^(?:是|否|有|无|√|×|✓|Y|N|yes|no)$/i;
const URL = /^https?:\/\//i;

const money: Witness = (cell, text) => {
  if (YES_NO.test(text) && text !== '无') return -1;
  const read = readMoney(cell);
  if (read.kind === 'amounts') return 1;
  return read.kind === 'unknown' ? 0.3 : -1;
};
const time: Witness = (cell) => (readTime(cell) ? 1 : -0.6);
const isBareNumber = (text: string): boolean => /^[-+]?[\d,.]+$/.test(text);

const WITNESSES: Partial<Record<Meaning, Witness>> = {
  项目名称: (cell, text) => {
    if (isBareNumber(text) || cell.day || YES_NO.test(text) || URL.test(text)) return -1;
    if (NAME_END.test(text) && text.length <= 80) return 1;
    if (text.length < 3 || text.length > 100 || SENTENCE.test(text)) return -0.4;
    return UNIT_END.test(text) ? 0.1 : 0.4;
  },
  建设单位: (cell, text) => {
    if (isBareNumber(text) || cell.day || YES_NO.test(text) || URL.test(text)) return -1;
    if (/^(?:[台套个项件批年月次人]|[亿千百]?万?元)$/.test(text)) return -1;
    if (UNIT_END.test(text) && text.length <= 40) return 1;
    return text.length > 40 || SENTENCE.test(text.replace(/\n/g, '')) ? -0.6 : 0.1;
  },
  建设内容: (_, text) => {
    if (isBareNumber(text) || YES_NO.test(text) || URL.test(text)) return -0.8;
    return text.length > 15 || SENTENCE.test(text) ? 1 : 0.1;
  },
  年份: (cell) => (readTime(cell) ? 1 : -0.7),
  序号: (_, text) =>
    /^(?:[\d.]+|[一二三四五六七八九十]+|[（(]?\d+[)）]?|[A-Za-z]?\d+(?:-\d+)*)$/.test(text) ? 1 : -0.6,
  来源: (cell, text) => (URL.test(text) || cell.link !== undefined ? 1 : 0.1),
  项目编号: (_, text) => (/[\dA-Za-z]{3}|〔/.test(text) && text.length < 80 ? 0.8 : -0.3),
  ...Object.fromEntries([...MONEY].map((meaning) => [meaning, money])),
  ...Object.fromEntries(DAYS.map((meaning) => [meaning, time])),
};

/** How well one cell fits a meaning, -1..1; a blank cell says nothing. */
export function fitOf(meaning: Meaning, cell: Cell | undefined): number {
  const text = cell?.text.trim() ?? '';
  if (!cell || text === '') return 0;
  return WITNESSES[meaning]?.(cell, text) ?? 0;
}

/** How well the cells of a column fit a meaning on average, -1..1; undefined where it is blank throughout. */
export function fitOfColumn(meaning: Meaning, cells: readonly (Cell | undefined)[]): number | undefined {
  const filled = cells.filter((cell) => (cell?.text.trim() ?? '') !== '').slice(0, 60);
  if (filled.length === 0) return undefined;
  return filled.reduce((sum, cell) => sum + fitOf(meaning, cell), 0) / filled.length;
}
