import type { Column } from './columns.ts';
import type { Cell } from './grid.ts';
import { exactMeaning, foldTitle } from './title.ts';

/** Why a row is no project, in words for the person who gave the ledger; undefined for a row that may be one. */
export type NotProject = string | undefined;

const TOTAL =
  /^(?!.*(?:系统|平台|软件|服务))(?:以上|全区|全市|本[页部单]位?|总)?(?:合计|总计|小计|共计|累计|汇总|总和)|(?:合计|小计|总计|共计)$|^共计?\d+[个项]/;
const GROUP =
  /^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[)）]|第[一二三四五六七八九十]+(?:部分|类|批))/;
const NOTE =
  /^(?:备\s*注|注\s*\d*|附\s*注|说\s*明|填表说明|填报说明|填写说明|注意事项|填\s*表\s*人|填\s*报\s*人|填报单位|填报日期|填表日期|制\s*表\s*人?|审\s*核\s*人|审\s*核|复\s*核|经\s*办\s*人|联\s*系\s*人|联系电话|单位负责人|负\s*责\s*人|分管领导|主要领导|报送单位|报送时间|日\s*期|单\s*位\s*[（(]?盖章|盖章|数据来源|统计时间|截至|截止|附\s*件|本表|此表|以上项目|制表单位|单位名称)\s*\d*\s*(?:[:：、.]|[（(]|$)/;
const NOTE_START =
  /^(?:注\d*|备注|说明|填表说明|\*+|※)\s*[:：]|^(?:本表|此表)(?:由|所|中|统计|数据|一式)|^以上(?:项目|数据|金额)/;
/** 「主持人：赵六 | 记录：钱七」: nothing but labels with their words behind them. */
const SIGNED = /^\p{Script=Han}{2,8}\s*[:：]\s*[^\d：:]{0,20}$/u;
const SAMPLE =
  /^(?:示例|样例|样表|举例|例如?)(?:[\d一二三]*)?[:：]?$|^(?:示例|样例|示范样例)(?:项目|系统|平台)(?:名称)?[\dA-Z一二三]*$|[XxＸ]{3,}|[×✕]{2,}|^[….．。]{1,}$|^\.{2,}$|^[（(]?(?:示例|样例|例|举例)[)）:：]|(?:示例|样例)[)）]$|^某某|^[*＊]{2,}/;
const INSTRUCTION =
  /填写|填报|^填|必填|选填|不填|请[填选写]|下拉|字以内|字左右|格式[为如]?|例如|如[:：]|单选|多选|可多选|与.{1,12}一致|按照.{0,10}填|全称$|保留.{0,4}小数|单位[:：]?万?元$|文号或|阿拉伯数字|YYYY|^文本|^数字$|^日期$|系统自动/;
const NONE =
  /^(?:无|暂无|没有|无项目|暂无项目|空|(?:暂?无|没有)(?:数据|记录|内容|信息)|本[年月]无|未开展|略|\/|[-—–]+|无此类项目)[。.]?$/;
/** Left behind by those who set a system up: 「测试项目请勿删除」. */
const TRIED =
  /(?:请勿|不要|勿)删|^(?:测试|演示|test|demo)[-_ ]?(?:项目|数据|用例|记录|用)?[-_ ]?[\d一二三四五（）()]*$/i;
/** HIS and PACS are systems; asdf is none. */
const TRIAL =
  /^(?:\d{1,8}|[a-z]{1,6}|[A-Z]|测试\d*|[Tt][Ee][Ss][Tt]\d*|试\d?|\d+[A-Za-z]+|[?？.。，,!！-]+)$/;

/** The name that a row gives is none: a trial of keys, or a placeholder. */
export function noName(name: string): NotProject {
  if (NONE.test(name)) return `项目名称写着「${cut(name)}」，没有项目。`;
  if (SAMPLE.test(name)) return `项目名称是「${cut(name)}」，是样例，不是项目。`;
  if (TRIAL.test(name) || TRIED.test(name))
    return `项目名称是「${cut(name)}」，像是试填的，没有当作项目；是真项目的，补上名称。`;
  return undefined;
}

/** Where the project's name should stand is the title of the notice once more: nothing was found in it. */
export function noticeAlone(name: string): NotProject {
  return /政府采购意向(?:公开|公告)?(?:[（(].{1,8}[)）])?$/.test(name)
    ? `项目名称写着「${cut(name)}」，是公告的标题，不是项目。`
    : undefined;
}

/** A row in which somebody only wrote that there is nothing. */
export function nothingRow(texts: readonly string[]): NotProject {
  const [only = ''] = texts;
  return texts.length === 1 && NONE.test(only) ? `这一行写着「${cut(only)}」，没有项目。` : undefined;
}

/** A row of totals, by its first words. */
export function totalRow(first: string, name: string): NotProject {
  for (const text of [first, name]) {
    const plain = text.replace(/\s/g, '');
    if (plain !== '' && plain.length <= 24 && TOTAL.test(plain))
      return `这一行是「${cut(plain)}」，不是项目。`;
  }
  return undefined;
}

/** A note below or within the table: who filled it in, how, and remarks. */
export function noteRow(first: string, texts: readonly string[]): NotProject {
  const labels = texts.filter((text) => /[:：]/.test(text)).length;
  const few = texts.length <= 3 || labels >= texts.length * 0.5;
  const signed = texts.every((text) => SIGNED.test(text));
  if (!(few && NOTE.test(first)) && !NOTE_START.test(first) && !signed) return undefined;
  return '这一行是备注或填表信息，不是项目。';
}

/** 「例」 in front of a row says that it only shows how to fill in. */
export function sampleRow(first: string): NotProject {
  return /^(?:例|示例|样例|举例)\s*\d*[:：]?$/.test(first) ? '这一行是填写的样例，不是项目。' : undefined;
}

/** A group that has sums of its own: 「一 | 续建项目（2个） | 1596.5」 among rows numbered 1, 2, 3. */
export function numberedGroup(serial: string, name: string, counted: boolean): NotProject {
  const numeral = /^[（(]?[一二三四五六七八九十]{1,3}[)）]?[、.．]?$/.test(serial);
  const own = counted && /\d/.test(serial);
  if ((!own && /[（(]共?\s*\d+\s*[个项][)）]$/.test(name)) || (numeral && counted)) return groupWords(name);
  return undefined;
}

/**
 * A group whose line holds sums: 「（一）续建项目 | | | 1250」, before the column of names or in it, and nothing else in
 * words. 「三、智慧校园」 with a unit of its own is a project.
 */
export function summedGroup(cells: readonly Cell[], name: string, names: Column | undefined): NotProject {
  const words = cells.flatMap(({ text, number, day }, index) => {
    const plain = text.trim();
    return plain === '' || number !== undefined || day || /^[-+]?[\d,.]+%?$/.test(plain)
      ? []
      : [{ plain, index }];
  });
  const [only] = words;
  if (words.length !== 1 || !only || !names || cells.filter(({ text }) => text !== '').length < 2)
    return undefined;
  if (only.index < names.index && name === '' && only.plain.length >= 3) return groupWords(only.plain);
  return only.index === names.index && GROUP.test(only.plain) ? groupWords(only.plain) : undefined;
}

/** A line that only names a group of projects; `wide` when it is one cell across the sheet. */
export function groupRow(first: string, filled: number, wide: boolean, typical: number): NotProject {
  const only = filled === 1 || wide;
  if (GROUP.test(first) && filled <= 2 && typical > 2) return groupWords(first);
  if (GROUP.test(first) && filled <= 3 && typical >= 5 && /[类(（共]|方面|部分|局|委|办|街道/.test(first))
    return groupWords(first);
  return only && typical >= 3 && wide ? groupWords(first) : undefined;
}

const groupWords = (first: string): string => `这一行是分组标题「${cut(first)}」，不是项目。`;

/** A row of filling instructions: most of its cells tell how to fill in. */
export function instructionRow(texts: readonly string[]): NotProject {
  const told = texts.filter((text) => INSTRUCTION.test(text)).length;
  const short = texts.filter((text) => text.length <= 60).length;
  if (texts.length === 0 || told < texts.length * 0.5 || short < texts.length * 0.5) return undefined;
  return '这一行是填写说明，不是项目。';
}

/** 「1 2 3 4」 or 「甲 乙 1 2」 below the titles: the numbers of the columns. */
export function columnNumbers(texts: readonly string[]): NotProject {
  if (texts.length < 3) return undefined;
  const numbered = texts.every((text) =>
    /^(?:[（(]?\d{1,2}[)）]?|[甲乙丙丁戊己A-Z]|\d+=[\d+\-*/]+|栏次)$/.test(text),
  );
  const numbers = texts.flatMap((text) => (/^\d{1,2}$/.test(text) ? [Number(text)] : []));
  const rising = numbers.every((value, at) => at === 0 || value === (numbers[at - 1] ?? 0) + 1);
  return numbered && rising ? '这一行是栏次，不是项目。' : undefined;
}

/** 「PROJ_NAME ORG_CODE EST_INVEST」 below the titles: what the program that wrote the ledger calls its columns. */
export function fieldNames(texts: readonly string[]): NotProject {
  const named = texts.length >= 3 && texts.every((text) => /^[A-Za-z]\w{1,40}(?:\.\w+)*$/.test(text));
  return named ? '这一行是程序里的字段名，不是项目。' : undefined;
}

/** The titles of a table, to find them again among its rows. */
export function titleSet(titles: readonly string[]): ReadonlySet<string> {
  return new Set(titles.map((title) => foldTitle(title.split('／').at(-1) ?? '')));
}

/** Titles among the data: the page's heading repeated, or the header of another table pasted in. */
export function titlesAgain(own: ReadonlySet<string>, cells: readonly Cell[], name: string): NotProject {
  const texts = cells.map(({ text }) => text.trim()).filter((text) => text !== '');
  const same = texts.filter(
    (text) => text.length <= 40 && (own.has(foldTitle(text)) || isTitle(text)),
  ).length;
  if (same < 2) return undefined;
  if (same >= texts.length * 0.5 || same >= 4 || isTitle(name)) return '这一行是列名，不是项目。';
  return undefined;
}

/** 预算金额（万元） and 预计采购时间（填写到月） are titles with a remark. */
function withoutUnit(text: string): string {
  return text.replace(/[（(][^（()）]*[)）]$/, '');
}

/** Words that are as often a value as a title: 财政资金, 区级, 其他. */
const VALUES: ReadonlySet<string> = new Set(['来源金额', '其他', '地区', '层级', '项目类型']);

function isTitle(text: string): boolean {
  if (
    text.length < 2 ||
    text.length > 30 ||
    (text.length === 2 && !/^(?:备注|序号|名称|金额|单位|项目)$/.test(text))
  )
    return false;
  const meaning = exactMeaning(withoutUnit(text));
  return meaning !== undefined && !VALUES.has(meaning);
}

function cut(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 30 ? `${line.slice(0, 30)}…` : line;
}
