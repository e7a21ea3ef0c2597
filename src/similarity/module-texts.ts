import type { Need } from './types.ts';

/** One module of a plan, as it is written. */
export interface ModuleText {
  /** What people call it: the stated name, or the first words. */
  readonly name: string;
  readonly text: string;
}

/** 「（一）」「1.」「二是」 before an item. */
const NUMBER =
  /(?:^|[\n\r。；;：:])[ \t\u3000]*(?:[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)]|(?:[一二三四五六七八九十]{1,3}|\d{1,2})[、.．](?!\d)|[①-⑳]|[一二三四五六七八九十]是|第[一二三四五六七八九十][，、])[ \t]*/g;
const SENTENCE = /[^。；;！!？?\n\r]+/g;
const LISTED = /[^、，,]+/g;
/** What leads to a list of modules. */
const LEAD = /(?:包括|包含|含|涵盖|分为|建设|开发|搭建|实现|由)[：:]?/;
const NAME_MOST = 20;
/** Shorter than this it is a word, no module. */
const TEXT_LEAST = 4;
/** 背景, 依据, 预算, 进度 and people are no modules. */
const NOT_A_MODULE =
  /^(?:项目)?(?:背景|概况|必要性|依据|目标|意义|现状|预算|投资|资金|进度|工期|保障|组织|联系|效益|采购方式|建设(?:背景|目标|依据|周期|地点|单位))|联系人|电话|负责人|万元|招标|投标/;

/** The modules of a need: its stated functions, or the items, or the sentences of its text. */
export function modulesOf({ functions = [], description = '' }: Need): readonly ModuleText[] {
  if (functions.length > 0)
    return functions.map(({ name, note = '' }) => ({ name, text: note === '' ? name : `${name}，${note}` }));
  const items = numbered(description);
  const parts = items.length > 1 ? items : sentences(description);
  return parts
    .map((text) => text.trim())
    .filter((text) => text.length >= TEXT_LEAST && !NOT_A_MODULE.test(text))
    .map((text) => ({ name: nameOf(text), text }));
}

function numbered(text: string): readonly string[] {
  const starts = [...text.matchAll(NUMBER)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
  }));
  return starts.map(({ to }, at) => text.slice(to, starts[at + 1]?.from ?? text.length));
}

/** Sentences; one that lists many short things lists modules. */
function sentences(text: string): readonly string[] {
  return [...text.matchAll(SENTENCE)].flatMap(([sentence]) => {
    const lead = LEAD.exec(sentence);
    const list = sentence.slice(lead ? lead.index + lead[0].length : 0).match(LISTED) ?? [];
    const isList = list.length >= 3 && list.every((item) => item.trim().length <= NAME_MOST);
    return isList ? list : [sentence];
  });
}

/** The words before the first mark, as many as fit. */
function nameOf(text: string): string {
  const first = /^[^：:，,。；;\n]+/.exec(text)?.[0].trim() ?? text;
  return first.length > NAME_MOST ? `${first.slice(0, NAME_MOST)}…` : first;
}
