import { inertMarkdown as inert } from '../../text/inert.ts';
import type { IssueRead } from './read-issue.ts';

/** What became of an issue, for the words that are written below it. */
export type IssueOutcome =
  | Extract<IssueRead, { readonly kind: '有不能公开的内容' | '读不成' }>
  | {
      readonly kind: '写成了';
      readonly request: string;
      readonly id: string;
      readonly form: string;
      readonly clause: string;
      readonly unit: string;
      /** Whether the author's account stands in the unit's name in the 单位名录. */
      readonly mayFile: boolean;
    }
  | { readonly kind: '已经并入'; readonly id: string }
  | { readonly kind: '没有开成'; readonly why: string };

export interface AnswerPlace {
  /** The office's public line. */
  readonly phone?: string | undefined;
  /** The request that was made of an earlier state of the issue. */
  readonly earlier?: string | undefined;
}

const EDIT = '在这张申报单上点右上角「Edit」（编辑），改好保存，程序自动再读一次。';

/** The one answer below an issue: what became of it, and what to do next. Text of the issue is inert in it. Pure. */
export function answerIssue(outcome: IssueOutcome, place: AnswerPlace = {}): string {
  return `${[...WORDS[outcome.kind](outcome as never, place), ...helpLines(place)].join('\n')}\n`;
}

type Words = {
  readonly [Kind in IssueOutcome['kind']]: (
    outcome: Extract<IssueOutcome, { readonly kind: Kind }>,
    place: AnswerPlace,
  ) => readonly string[];
};

const WORDS: Words = {
  写成了: ({ request, id, form, clause, unit, mayFile }) => [
    `## 已写成第 ${request} 号送件单`,
    '',
    `**下一步**：看第 ${request} 号送件单下面的核对结果；有「必改」的，回到这里改。`,
    '',
    `- 送件单：#${request}`,
    `- 路径：${inert(`${clause}，${form}`)}`,
    `- 申报单位：${inert(unit)}（${inert(id)}）`,
    ...(mayFile
      ? []
      : ['- 您的账号没有登记在这个单位名下：由办公室向单位核实后登记账号，登记以前并不进去。']),
    '',
    `要改内容：${EDIT}`,
  ],
  读不成: ({ complaints }, { earlier }) => [
    '## 还没有写成送件单',
    '',
    `**下一步**：照下面 ${complaints.length} 处改。${EDIT}`,
    '',
    ...complaints.map((one) => `- ${inert(one)}`),
    ...stillThere(earlier),
  ],
  有不能公开的内容: ({ found }, { earlier }) => [
    '## 有不能公开的内容，没有写成送件单，也没有抄到别处',
    '',
    '这里人人可见，改过的旧内容也查得到，要连历史一起删。**下一步**：',
    '',
    '1. 点右上角「Edit」（编辑），删去下面列出的内容，保存。',
    '2. 点标题下面的「edited」（改过），打开有这些内容的那一版，在「Options」里选「Delete revision from history」（从历史里删除）。标题里写过的，历史删不掉，照第 3 步。',
    '3. 自己删不掉的，马上告诉办公室删除整张申报单；联系方式写在纸质表上，或在网站「我要申报」里加密。',
    '',
    ...found.map(({ where, kinds }) => `- ${inert(where)}：${kinds.map((kind) => inert(kind)).join('、')}`),
    ...stillThere(earlier),
  ],
  已经并入: ({ id }) => [
    '## 这张申报单已经并入，没有再写',
    '',
    `**下一步**：以后的修改在项目文件上改（编号 ${inert(id)}），或者在网站「我要申报」里打开它改。在这里改不起作用。`,
  ],
  没有开成: ({ why }) => [
    '## 送件单没有开成',
    '',
    `内容读好了，不用重填。**下一步**：由办公室处理。${inert(why)}`,
  ],
};

const stillThere = (earlier: string | undefined): readonly string[] =>
  earlier === undefined ? [] : ['', `第 ${earlier} 号送件单（#${earlier}）里还是上一次读成的内容，没有动。`];

const helpLines = ({ phone }: AnswerPlace): readonly string[] =>
  phone === undefined ? [] : ['', `有疑问打办公室电话 ${inert(phone)}。`];
