import type { Need } from './types.ts';

/** One module of a plan, as it is written. */
export interface ModuleText {
  /** What people call it: the stated name, or the first words. */
  readonly name: string;
  readonly text: string;
  /** What the text says it costs, 万元. */
  readonly amount?: number;
}

/** 「（一）」「1.」「二是」 before an item. */
const NUMBER =
  /(?:^|[\n\r。；;：:])[ \t\u3000]*(?:[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)]|(?:[一二三四五六七八九十]{1,3}|\d{1,2})[、.．](?!\d)|[①-⑳]|[一二三四五六七八九十]是|第[一二三四五六七八九十][，、])[ \t]*/g;
const SENTENCE = /[^。；;！!？?\n\r]+/g;
const LISTED = /[^、，,]+/g;
/** A line of a table: at least two cells. */
const ROW = /^[^\n\r]*\S[ ]*\t[ ]*\S[^\n\r]*$/gm;
/** Cells that number a row, or head a column. */
const NO_CELL =
  /^(?:[\d.、（()）一二三四五六七八九十]{0,5}|序号|编号|(?:功能)?模块(?:名称)?|(?:子)?系统(?:名称)?|功能(?:名称|描述|说明)?|(?:建设)?内容|名称|说明|描述|备注|单位|数量)$/;
/** What leads to a list of modules, the surest first. */
const LEADS = [
  /(?:包括|包含|含有|涵盖|分为)[^、，,：:]{0,4}[：:]|(?:包括|包含|涵盖|分为)/,
  /(?:建设|开发|搭建|实现|由)[：:]?/,
];
/** 「…等 8 个子系统」 after the last of a list. */
const AND_SO_ON =
  /(?:等 ?[\d一二三四五六七八九十]{0,3} ?个?|[\d一二三四五六七八九十]{1,3} ?个)(?:主要)?(?:子系统|模块|功能|部分|平台)?$/;
/** A text of more sentences than this names a module in each: what one of them lists belongs to it. */
const FEW_SENTENCES = 3;
const NAME_MOST = 20;
/** Shorter than this it is a word, no module. */
const TEXT_LEAST = 4;
/** 背景, 依据, 预算, 进度 and people are no modules. */
const NOT_A_MODULE =
  /^(?:项目)?(?:背景|概况|必要性|依据|目标|意义|现状|预算|投资|资金|进度|工期|保障|组织|联系|效益|采购方式|建设(?:背景|目标|依据|周期|地点|单位))|联系人|联系电话|(?:电话|负责人|邮箱|经办)[:：\d]|^.{0,8}(?:预算|投资|资金|限价|费用|合计|总计).{0,8}万元|招标|投标/;
const AMOUNT = /(\d+(?:\.\d+)?) ?万元/;

/** The modules of a need: its stated functions, or the rows, the items or the sentences of its text. */
export function modulesOf({ functions = [], description = '' }: Need): readonly ModuleText[] {
  if (functions.length > 0)
    return functions.map(({ name, note = '' }) => {
      const amount = amountIn(note);
      const text = note === '' ? name : `${name}，${note}`;
      return { name, text, ...(amount === undefined ? {} : { amount }) };
    });
  const ways = [rows, numbered, sentences];
  const parts = ways.map((way) => partsBy(way, description));
  return parts.find((some) => some.length > 1) ?? parts.at(-1) ?? [];
}

/** What a list in a text names as a part of the whole ends so; 「建设背景」 and 「提高效率」 do not. */
const CALLED_A_PART = /(?:系统|平台|模块|小程序|APP|一张图|应用|数据库|终端|中心)$/i;

/**
 * The modules that a text lists as such, in rows, numbered items or behind 「包括」. What its sentences only mention is none
 * that it has.
 */
export function listedModules({ description = '' }: Need): readonly ModuleText[] {
  return [rows, numbered, enumerated]
    .map((way) => partsBy(way, description).filter(({ name }) => CALLED_A_PART.test(name)))
    .reduce((most, some) => (some.length > most.length ? some : most));
}

function partsBy(way: (text: string) => readonly string[], description: string): readonly ModuleText[] {
  return way(description)
    .map((text) => text.trim())
    .filter(isModule)
    .map((text) => {
      const amount = amountIn(text);
      return { name: nameOf(text), text, ...(amount === undefined ? {} : { amount }) };
    });
}

/** The first amount that a text names. */
function amountIn(text: string): number | undefined {
  const found = AMOUNT.exec(text)?.[1];
  return found === undefined ? undefined : Number(found);
}

function isModule(text: string): boolean {
  return text.length >= TEXT_LEAST && !NOT_A_MODULE.test(text);
}

/** The rows of a table, without numbers and headings. */
function rows(text: string): readonly string[] {
  return [...text.matchAll(ROW)].map(([row]) =>
    row
      .split('\t')
      .map((cell) => cell.trim())
      .filter((cell) => !NO_CELL.test(cell))
      .join('，'),
  );
}

function numbered(text: string): readonly string[] {
  const starts = [...text.matchAll(NUMBER)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
  }));
  return starts.map(({ to }, at) => text.slice(to, starts[at + 1]?.from ?? text.length));
}

/** Sentences; where there are few, one that lists many short things lists modules. */
function sentences(text: string): readonly string[] {
  const all = [...text.matchAll(SENTENCE)]
    .map(([sentence]) => sentence)
    .filter((one) => isModule(one.trim()));
  return all.length > FEW_SENTENCES ? all : all.flatMap(listed);
}

function listed(sentence: string): readonly string[] {
  const lead = LEADS.map((pattern) => pattern.exec(sentence)).find((match) => match !== null);
  const list = sentence.slice(lead ? lead.index + lead[0].length : 0).match(LISTED) ?? [];
  const isList = list.length >= 3 && list.every((item) => item.trim().length <= NAME_MOST);
  return isList ? list.map((item) => item.replace(AND_SO_ON, '')) : [sentence];
}

/** What a sentence lists behind the surest of leads. */
function enumerated(text: string): readonly string[] {
  return [...text.matchAll(SENTENCE)].flatMap(([sentence]) => {
    const items = LEADS[0]?.test(sentence) ? listed(sentence) : [];
    return items.length > 1 ? items : [];
  });
}

/** The words before the first mark, as many as fit. */
function nameOf(text: string): string {
  const first = /^[^：:，,。；;\n]+/.exec(text)?.[0].trim() ?? text;
  return first.length > NAME_MOST ? `${first.slice(0, NAME_MOST)}…` : first;
}
