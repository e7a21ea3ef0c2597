import { formatDay } from '../form/dates.ts';
import { formatWan } from '../form/money.ts';
import { clauseTitle } from '../regulation/index.ts';
import type { OfficeKind } from './kinds.ts';
import type { Height } from './model.ts';
import { type Occasion, projectName, totalWords } from './office-facts.ts';

/** A row of a paper: a label with what is said, or several such pairs. */
export interface PaperRow {
  readonly pairs: readonly (readonly [label: string, words: string])[];
  readonly height?: Height;
}

/** What stands between the number and the seal. */
export interface Body {
  /** The first sentence of a letter; none for a sheet. */
  readonly opening?: string;
  readonly rows: readonly PaperRow[];
  readonly closing: readonly string[];
}

/** What the panel judges one by one. */
const ARGUED = ['必要性', '共享复用', '技术方案', '投资', '安全'] as const;
/** What lies on the table at an acceptance. */
const ACCEPTED = [
  '验收申请',
  '合同',
  '测试报告',
  '等保测评、密码应用评估',
  '数据目录',
  '资产清单',
  '决算',
] as const;
const BLANK_NAME = '　　　　　　　　';

/** One pair, or two beside each other. */
const row = (label: string, words: string): PaperRow => ({ pairs: [[label, words]] });
const two = (a: readonly [string, string], b: readonly [string, string]): PaperRow => ({ pairs: [a, b] });
/** Room to write: an opinion of some lines. */
const wide = (label: string, words: string): PaperRow => ({ pairs: [[label, words]], height: 'effect' });

/** □ before each word, ☑ before the one that was recorded. */
const ticked = (words: readonly string[], said?: string): string =>
  words.map((word) => `${word === said ? '☑' : '□'}${word}`).join('　');

const nameOf = ({ facts }: Occasion): string => (facts ? projectName(facts) : BLANK_NAME);
const noteOf = ({ step }: Occasion): string => step?.event.note ?? '';
const dayOf = ({ step }: Occasion): string => (step ? formatDay(step.event.date) : '');

/** The lines that tell which project it is. */
function projectRows({ facts }: Occasion): readonly PaperRow[] {
  const { filing, life } = facts ?? {};
  const route = life?.route;
  const lead = filing?.lead;
  return [
    row('项目名称', facts ? projectName(facts) : ''),
    two(['登记号', life?.number ?? ''], ['填报日期', filing?.filedOn ? formatDay(filing.filedOn) : '']),
    two(['牵头主体', lead ? lead.name : ''], ['协调单位', filing?.coordinator ?? '']),
    two(
      ['办理依据', route ? `《办法》${clauseTitle(route.clauseId)}` : ''],
      ['总投资', facts ? totalWords(facts) : ''],
    ),
  ];
}

function attachmentWords({ facts }: Occasion): string {
  const all = facts?.filing.attachments ?? [];
  const form = facts?.filing.form;
  return [
    ...(form === undefined ? [] : [form]),
    ...all.map(({ name, date, number }) => [name, formatDay(date), number].filter(Boolean).join('，')),
  ].join('\n');
}

/** What follows on this route, in the words of the route table. */
function nextWords({ facts }: Occasion): string {
  const [, ...rest] = facts?.life.route?.steps ?? [];
  return rest.map((step, at) => `${at + 1}. ${step}`).join('\n');
}

const received = (occasion: Occasion): Body => ({
  opening: `你单位报来的“${nameOf(occasion)}”项目材料已收到，经核对，予以受理。`,
  rows: [
    ...projectRows(occasion),
    row('受理日期', dayOf(occasion)),
    row('收到的材料', attachmentWords(occasion)),
    row('接下来', nextWords(occasion)),
    ...(noteOf(occasion) === '' ? [] : [row('说明', noteOf(occasion))]),
  ],
  closing: ['受理不等于立项，也不等于通过审核、论证或者验收。'],
});

const filed = (occasion: Occasion): Body => ({
  opening: `你单位报来的“${nameOf(occasion)}”项目备案表和所附材料已收到，准予备案。`,
  rows: [
    ...projectRows(occasion),
    row('备案日期', dayOf(occasion)),
    row('收到的材料', attachmentWords(occasion)),
    row('接下来', nextWords(occasion)),
  ],
  closing: ['备案不等于立项，也不等于通过验收。以后内容有变化的，报办公室办理变更。'],
});

/** A request and the list of what to mend: the office's own words first, then what the check finds now. */
const toMend = (occasion: Occasion): Body => ({
  opening: `你单位报来的“${nameOf(occasion)}”项目材料，需要补正。补正的内容如下：`,
  rows: [
    ...projectRows(occasion),
    wide('补什么', noteOf(occasion)),
    ...(occasion.facts === undefined || occasion.facts.open.length === 0
      ? []
      : [wide('核对时还有', occasion.facts.open.map((one, at) => `${at + 1}. ${one}`).join('\n'))]),
  ],
  closing: ['补齐以后在原文件上改好，再送办公室。'],
});

const refused = (occasion: Occasion): Body => {
  const outside = occasion.step?.act === '不属于登记范围';
  const said = outside ? '不属于《办法》规定的登记范围' : '不予受理';
  const follow = outside
    ? '不用登记。认为应当登记的，说明理由再报。'
    : '改好以后可以重报。对此有不同意见的，向办公室说明。';
  return {
    opening: `你单位报来的“${nameOf(occasion)}”项目，经核对，${said}。`,
    rows: [...projectRows(occasion), wide('原因', noteOf(occasion)), row('告知日期', dayOf(occasion))],
    closing: [follow],
  };
};

const reviewed = (occasion: Occasion): Body => ({
  rows: [
    ...projectRows(occasion),
    row('审核结论', ticked(['通过', '不通过', '退回补正'], occasion.step?.event.verdict)),
    wide('审核意见', noteOf(occasion)),
    row('审核日期', dayOf(occasion)),
  ],
  closing: ['审核通过以后由专家委员会论证，论证通过后方可实施。'],
});

const argued = (occasion: Occasion): Body => {
  const { experts, agreed, recused, verdict } = occasion.step?.event ?? {};
  return {
    rows: [
      ...projectRows(occasion),
      ...ARGUED.map((item) => wide(item, ticked(['符合', '基本符合', '不符合']))),
      two(['到场专家', people(experts)], ['同意', people(agreed)]),
      row('回避', recused ?? '□没有　□有，人数和原因：'),
      wide('不同意见', ''),
      row('结论', ticked(['通过', '不通过'], verdict)),
      wide('意见', noteOf(occasion)),
      wide('专家签名', ''),
    ],
    closing: [],
  };
};

const people = (count: number | undefined): string => (count === undefined ? '　　人' : `${count} 人`);

const accepted = (occasion: Occasion): Body => {
  const { experts, agreed, recused, verdict } = occasion.step?.event ?? {};
  const { approvals, money } = occasion.facts?.life ?? {};
  const approved = approvals?.at(-1)?.amount;
  return {
    rows: [
      ...projectRows(occasion),
      two(
        ['批准的总投资', approved === undefined ? '' : formatWan(approved)],
        ['实际投资', money?.actual === undefined ? '' : formatWan(money.actual)],
      ),
      ...ACCEPTED.map((item) => row(item, ticked(['有', '缺', '不涉及']))),
      two(['到场专家', people(experts)], ['同意', people(agreed)]),
      row('回避', recused ?? '□没有　□有，人数和原因：'),
      row('结论', ticked(['通过', '不通过'], verdict)),
      wide('意见', noteOf(occasion)),
      wide('专家签名', ''),
    ],
    closing: ['知识产权和数据资源的协议一并核对（《办法》第十一条）。'],
  };
};

/** What each paper says. */
export const BODIES: Readonly<Record<OfficeKind, (occasion: Occasion) => Body>> = {
  受理单: received,
  备案回执: filed,
  补正通知: toMend,
  不予受理告知: refused,
  审核意见: reviewed,
  专家论证意见: argued,
  验收意见: accepted,
};
