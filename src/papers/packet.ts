import { formatDay } from '../form/dates.ts';
import { formatWan } from '../form/money.ts';
import { clauseTitle } from '../regulation/index.ts';
import {
  COLUMNS,
  cellLine,
  type Flow,
  type Grid,
  type GridRow,
  labelCell,
  type Paper,
  text,
  title,
  valueCell,
} from './model.ts';
import { type OfficeFacts, projectName, totalWords } from './office-facts.ts';
import { proseOf } from './prose.ts';

/** A project that was found alike, with what the unit says of it. */
export interface PacketLikeness {
  readonly name: string;
  readonly unit: string;
  /** 疑似重复, 部分重叠… as 查重 says. */
  readonly relation: string;
  /** What both do, in words. */
  readonly shared: string;
  /** The unit's answer; undefined where it has given none. */
  readonly answer: string | undefined;
}

/** What an expert needs besides the filing itself. */
export interface PacketFacts extends OfficeFacts {
  readonly content: string;
  /** Why nothing could be compared; then `alike` says nothing. */
  readonly notCompared: string | undefined;
  readonly alike: readonly PacketLikeness[];
  /** Of how many modules of the plan others have some already. */
  readonly modules: string | undefined;
}

/** What the panel is asked, with the words of the regulation that it follows from. */
const QUESTIONS = [
  ['必要性', '要解决的问题是不是真有，预期效果能不能衡量', 'art3'],
  [
    '共享复用',
    '已有的平台、系统、数据、设备能不能用，相近的项目该复用、升级还是合并，单独建的理由成立不成立',
    'art5',
  ],
  ['技术方案', '实施方案是不是完整可行，建设规模和进度是不是合理', 'art6-2'],
  ['总平台和数据', '与“数智金水”总平台怎样对接，哪些数据归集入库，标准是不是一致', 'art7'],
  ['投资', '经费、预算、来源是不是合理，有没有多算和重复计的，以后每年要付多少', 'art6-2'],
  ['安全和权属', '网络和数据安全怎样保证，知识产权、数据资源有没有约定', 'art11'],
] as const;

/** 专家论证材料: the filing, its plan by name, what is alike and how it was answered, and the questions. No personal data. */
export function expertPacket(facts: PacketFacts): Paper {
  const demo = facts.filing.demo === true ? '（演示）' : '';
  return {
    name: `专家论证材料-${projectName(facts)}`,
    flow: [
      title(`“数智化”建设项目专家论证材料${demo}`),
      cellLine('本材料只供论证使用；方案全文另附，涉及个人的内容不在其中。', {
        align: 'center',
        size: 'small',
      }),
      heading('一、项目'),
      grid(projectRows(facts)),
      heading('二、建设内容'),
      ...prose(facts.content, '申报文件里没有写建设内容。'),
      ...functionsOf(facts),
      heading('三、方案和附件'),
      grid(attachmentRows(facts)),
      heading('四、查重和申报单位的答复'),
      ...alikeFlow(facts),
      heading('五、请专家回答'),
      grid(QUESTIONS.map(([label, asks, clause]) => asked(label, `${asks}（${clauseTitle(clause)}）`))),
      text('需要回避的（与申报单位、建设或咨询单位有关系），论证以前告诉办公室。', {
        size: 'cell',
        room: 'small',
      }),
    ],
  };
}

const heading = (words: string): Flow => text(words, { bold: true, room: 'small' });
const grid = (rows: readonly GridRow[]): Grid => ({ kind: 'grid', rows });
const row = (label: string, words: string): GridRow => ({
  cells: [labelCell(label, 10), valueCell(words === '' ? '没有填写' : words, COLUMNS - 10)],
  height: 'line',
});
const asked = (label: string, asks: string): GridRow => ({
  cells: [
    labelCell(label, 10),
    { span: COLUMNS - 10, top: true, flow: [cellLine(asks), cellLine('意见：', { room: 'opinion' })] },
  ],
  height: 'content',
});

function projectRows(facts: PacketFacts): readonly GridRow[] {
  const { filing, life, unitName, id } = facts;
  const lead = filing.lead?.type === '个人' ? '个人（姓名不公开）' : (filing.lead?.name ?? unitName);
  const { from, to } = filing.period ?? {};
  return [
    row('项目名称', projectName(facts)),
    row('牵头单位', lead),
    ...(filing.coordinator === undefined ? [] : [row('协调单位', filing.coordinator)]),
    row('办理依据', life.route === undefined ? '' : clauseTitle(life.route.clauseId)),
    row('编号', life.number === undefined ? `${id}（还没有受理）` : `${life.number}（${id}）`),
    row('建设阶段', filing.stage ?? ''),
    row('总投资', totalWords(facts)),
    row(
      '资金来源',
      filing.sources?.map(({ source, amount }) => `${source} ${formatWan(amount)}`).join('；') ?? '',
    ),
    row('建设期限', [from, to].flatMap((day) => (day === undefined ? [] : [formatDay(day)])).join(' 至 ')),
    row('预期效果', filing.effect ?? ''),
    row('等保级别', filing.protection ?? ''),
  ];
}

function functionsOf({ filing }: PacketFacts): readonly Flow[] {
  const functions = filing.functions ?? [];
  if (functions.length === 0) return [];
  return [
    grid(
      functions.map(({ name, note }, at) =>
        row(`功能 ${at + 1}`, note === undefined ? name : `${name}：${note}`),
      ),
    ),
  ];
}

function attachmentRows({ filing }: PacketFacts): readonly GridRow[] {
  const attachments = filing.attachments ?? [];
  if (attachments.length === 0) return [row('方案', '申报文件里没有列方案；论证以前请办公室核对。')];
  return attachments.map(({ name, date, delivery, number, sha256 }) =>
    row(
      name,
      [
        date,
        delivery,
        number === undefined ? '' : `编号 ${number}`,
        sha256 === undefined ? '' : `校验值 ${sha256.slice(0, 16)}…`,
      ]
        .filter((part) => part)
        .join('，'),
    ),
  );
}

function alikeFlow({ notCompared, alike, modules }: PacketFacts): readonly Flow[] {
  if (notCompared !== undefined) return [text(`没有比：${notCompared}`, { size: 'cell' })];
  const found = modules === undefined ? [] : [text(modules, { size: 'cell' })];
  if (alike.length === 0)
    return [
      ...found,
      text('在登记库和参考项目里比过，没有要答复的相近项目；是不是重复，仍由专家判断。', { size: 'cell' }),
    ];
  return [
    ...found,
    grid(
      alike.map(({ name, unit, relation, shared, answer }) =>
        row(
          relation,
          [
            `${name}（${unit}）`,
            shared === '' ? '' : `共同的：${shared}`,
            `申报单位的答复：${answer ?? '还没有答复'}`,
          ]
            .filter((line) => line !== '')
            .join('\n'),
        ),
      ),
    ),
  ];
}

function prose(words: string, none: string): readonly Flow[] {
  return words.trim() === '' ? [text(none, { size: 'cell' })] : proseOf(words);
}
