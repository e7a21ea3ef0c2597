/**
 * The event dictionary: every 事项 that the office writes into records/<unit>/<slug>.yaml, and every key that an
 * event may have. The reader, the command `record` and the timeline of a project are derived from it.
 */
import { entryId } from '../form/entry-id.ts';
import {
  choice,
  day,
  type FieldType,
  money,
  optionalPart,
  part,
  patterned,
  record,
  text,
  textList,
  whole,
  yesNo,
} from '../form/kinds.ts';
import type { ClauseId } from '../regulation/index.ts';
import { FORMS, LEADS, STAGES } from '../regulation/vocabulary.ts';

/** What a route means for the steps that follow: the rows of Article 6 that share one procedure. */
export const KINDS = ['备案', '资料报送', '审批财政', '审批非财政'] as const;
export type Kind = (typeof KINDS)[number];

/** Everything that the office records, in the order in which it usually happens. */
export const EVENT_NAMES = [
  '受理',
  '不予受理',
  '不属于登记范围',
  '补正',
  '重报',
  '撤回',
  '查重认定',
  '审核',
  '专家论证',
  '立项',
  '资金下达',
  '开工',
  '变更',
  '完工',
  '报验收',
  '专家验收',
  '整改',
  '总平台对接',
  '数据归集',
  '年度评价',
  '年度确认',
  '暂缓',
  '恢复',
  '停用',
  '恢复使用',
  '并入',
  '移交',
  '撤销批准',
  '更正',
] as const;
export type EventName = (typeof EVENT_NAMES)[number];

/** Who acts next, or whose act an event records. */
export type Party = '申报单位' | '协调单位' | '办公室' | '专家委员会' | '财政';

/** A key of an event as it stands in the file. */
export interface RecordField<T = unknown> {
  readonly key: string;
  readonly label: string;
  readonly hint: string;
  readonly example: string;
  readonly type: FieldType<T>;
}

const field = <const F extends RecordField>(definition: F): F => definition;

const unitCode = () =>
  patterned(
    'unitCode',
    /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
    '写单位代码，就是单位名录里最左边的那一段',
    'jingba-lu',
  );

/**
 * 受理内容: what was received, as far as it decides the route, the approval and the money. Later changes of the
 * filing do not change it; only a 变更 that the office records does.
 */
const received = () =>
  record({
    form: part('表式', choice(FORMS)),
    clause: part('条款', choice(['第六条第1项', '第六条第2项', '第六条第3项', '第六条第4项'])),
    leadType: part('主体类型', choice(LEADS)),
    leadName: part('主体名称', text(100)),
    stage: part('建设阶段', choice(STAGES)),
    fiscal: part('使用财政资金', yesNo()),
    filedOn: optionalPart('填报日期', day()),
    budget: optionalPart('总投资', money()),
    name: optionalPart('项目名称', text(100)),
    effect: optionalPart('预期效果', text(20_000)),
    plan: optionalPart('方案', text(400)),
    functions: optionalPart('功能', textList()),
    digest: part(
      '摘要',
      patterned('digest', /^[0-9a-f]{12}$/, '写 12 位十六进制数，由「record」命令算出', '0123456789ab'),
    ),
  });

const RECORD_FIELD_LIST = [
  field({ key: 'date', label: '日期', hint: '这件事办成的那天。', example: '2026-03-10', type: day() }),
  field({
    key: 'writtenOn',
    label: '记于',
    hint: '写下这件事的那天；当天就记的不用写。事后才知道的，「日期」写实际发生的那天，这里写补记的那天。',
    example: '2026-06-20',
    type: day(),
  }),
  field({
    key: 'event',
    label: '事项',
    hint: '办的是哪一件事。',
    example: '受理',
    type: choice(EVENT_NAMES),
  }),
  field({
    key: 'number',
    label: '登记号',
    hint: '办公室给的登记号，一个项目一个，以后都用它。',
    example: '金数备〔2026〕3号',
    type: text(60),
  }),
  field({
    key: 'verdict',
    label: '结论',
    hint: '这件事的结果；每种事项有自己的几种结论。',
    example: '通过',
    type: text(20),
  }),
  field({
    key: 'experts',
    label: '专家人数',
    hint: '到场的专家人数。',
    example: '5',
    type: whole(1, 99, '人'),
  }),
  field({
    key: 'agreed',
    label: '同意人数',
    hint: '同意的专家人数，不超过专家人数。',
    example: '5',
    type: whole(0, 99, '人'),
  }),
  field({
    key: 'opinionNumber',
    label: '意见书编号',
    hint: '专家意见书的编号。',
    example: '论证〔2026〕6号',
    type: text(60),
  }),
  field({
    key: 'document',
    label: '文号',
    hint: '依据文件的文号。',
    example: '金发改〔2026〕12号',
    type: text(60),
  }),
  field({
    key: 'amount',
    label: '金额',
    hint: '以万元为单位。',
    example: '320.5',
    type: money(),
  }),
  field({
    key: 'year',
    label: '年度',
    hint: '评价的是哪一年。',
    example: '2026',
    type: whole(2021, 2100, '年'),
  }),
  field({
    key: 'grade',
    label: '等级',
    hint: '评价的等次；办法没有规定分几等，按办公室的办法写。',
    example: '良好',
    type: text(20),
  }),
  field({
    key: 'fundsReview',
    label: '资金使用评估',
    hint: '与财政部门联合评估财政资金使用情况的结论。',
    example: '按预算使用，无结余。',
    type: text(500),
  }),
  field({
    key: 'target',
    label: '对象',
    hint: '并入哪个项目，或者与哪个项目比较，写它的编号。',
    example: 'jingba-lu/zhi-hui-yang-lao-k7q2',
    type: entryId(),
  }),
  field({
    key: 'from',
    label: '从',
    hint: '移出单位的代码。',
    example: 'jingba-lu',
    type: unitCode(),
  }),
  field({
    key: 'to',
    label: '到',
    hint: '接收单位的代码。',
    example: 'weisheng-jiankang-wei',
    type: unitCode(),
  }),
  field({
    key: 'eventNumber',
    label: '第几件',
    hint: '更正的是办理记录里从上往下数的第几件。',
    example: '3',
    type: whole(1, 9_999),
  }),
  field({
    key: 'column',
    label: '栏目',
    hint: '改的是哪一栏；整件事不该记的写「整件」。',
    example: '金额',
    type: text(20),
  }),
  field({ key: 'was', label: '原', hint: '原来写的；原来空着的不写。', example: '3200', type: text(1_000) }),
  field({
    key: 'becomes',
    label: '改为',
    hint: '正确的内容；整件不该记的写「作废」。',
    example: '320',
    type: text(1_000),
  }),
  field({ key: 'reason', label: '理由', hint: '为什么改。', example: '把万元写成了元。', type: text(500) }),
  field({
    key: 'received',
    label: '受理内容',
    hint: '收下的申报里决定路径、审批和资金的内容，由「record」命令从当天的申报里取，不用手写。',
    example:
      '表式: 申请表\n条款: 第六条第2项\n主体类型: 街道办事处\n主体名称: 示例街道办事处\n建设阶段: 新建\n使用财政资金: 是\n总投资: 320.5\n摘要: 0123456789ab',
    type: received(),
  }),
  field({
    key: 'recused',
    label: '回避',
    hint: '回避的专家人数和原因，不写姓名。',
    example: '1 名专家与承建单位有关，已回避。',
    type: text(200),
  }),
  field({
    key: 'financeOpinion',
    label: '财政部门意见',
    hint: '财政部门对资金使用情况的意见和文号。',
    example: '同意评估结论（示财〔2027〕3号）。',
    type: text(500),
  }),
  field({
    key: 'review',
    label: '重新审核',
    hint: '变更较大、须重新审核论证的写「是」。',
    example: '是',
    type: yesNo(),
  }),
  field({
    key: 'waived',
    label: '免予验收',
    hint: '不使用财政资金的项目，办公室书面同意免予验收的写「是」，并写文号。',
    example: '是',
    type: yesNo(),
  }),
  field({
    key: 'savedYearly',
    label: '每年节省',
    hint: '停用或并入以后每年不再支出的运行维护费，以万元为单位；在说明里写明怎样算的。',
    example: '12.5',
    type: money(),
  }),
  field({
    key: 'note',
    label: '说明',
    hint: '补什么、改了什么、为什么；写清楚，申报单位照着办。',
    example: '补充实施方案的运维费用测算。',
    type: text(1_000),
  }),
  field({
    key: 'handler',
    label: '经办',
    hint: '经办的处室或岗位，不写姓名和电话。',
    example: '办公室项目组',
    type: text(60),
  }),
] as const;

type Definition = (typeof RECORD_FIELD_LIST)[number];
export type RecordKey = Definition['key'];

/** What an event says, key by key. */
export type EventValues = {
  readonly [D in Definition as D['key']]?: D['type'] extends FieldType<infer T> ? T | undefined : never;
};

/** The keys of events in file order, in their general type. */
export const RECORD_FIELDS: readonly (RecordField & { readonly key: RecordKey })[] = RECORD_FIELD_LIST;

/** One 事项 of the dictionary. */
export interface EventDef {
  /** The clause that it carries out; none where the registry itself needs it. */
  readonly clause?: ClauseId;
  /** Whose act it is that the office writes down. */
  readonly who: Party;
  readonly hint: string;
  /** Keys besides 日期, 记于, 事项 and 经办, which every event may have. */
  readonly takes: Readonly<Partial<Record<RecordKey, '必填' | '选填'>>>;
  /** The possible words of 结论, where it takes one. */
  readonly verdicts?: readonly string[];
  /** Words of 结论 that have to be explained in 说明. */
  readonly explain?: readonly string[];
  /** Procedures in which it has a meaning. */
  readonly kinds: readonly Kind[];
}

const APPROVAL = ['审批财政', '审批非财政'] as const satisfies readonly Kind[];
const FISCAL = ['审批财政'] as const satisfies readonly Kind[];
const BUILT_LATER = ['资料报送', ...APPROVAL] as const satisfies readonly Kind[];

export const EVENTS = {
  受理: {
    clause: 'art6',
    who: '办公室',
    hint: '收下材料并给登记号。第六条第1、3项的备案就此完成。',
    takes: { number: '必填', note: '选填', received: '选填' },
    kinds: KINDS,
  },
  不予受理: {
    clause: 'art6',
    who: '办公室',
    hint: '材料不收，写明原因和怎样改；改好以后可以重报。',
    takes: { note: '必填', document: '选填' },
    kinds: KINDS,
  },
  不属于登记范围: {
    clause: 'art3',
    who: '办公室',
    hint: '不是第二条、第三条所说的项目，不用登记；写明原因。',
    takes: { note: '必填', document: '选填' },
    kinds: KINDS,
  },
  补正: {
    clause: 'art6',
    who: '办公室',
    hint: '要求申报单位补什么；补齐以后再记一次「已补齐」。',
    takes: { verdict: '必填', note: '选填', document: '选填' },
    verdicts: ['要求补正', '已补齐'],
    explain: ['要求补正'],
    kinds: KINDS,
  },
  重报: {
    clause: 'art6',
    who: '申报单位',
    hint: '未通过、不予受理、撤回以后，改好再报。',
    takes: { note: '选填', document: '选填' },
    kinds: KINDS,
  },
  撤回: {
    clause: 'art6',
    who: '申报单位',
    hint: '申报单位撤回申报；变更正在重新审核的，撤回的是变更，原来的批准照旧。',
    takes: { note: '必填', document: '选填' },
    kinds: KINDS,
  },
  查重认定: {
    clause: 'art1',
    who: '办公室',
    hint: '办公室看过两个项目以后的认定。重复不重复由人认定，程序只提示相似。',
    takes: { target: '必填', verdict: '必填', note: '必填' },
    verdicts: ['重复', '部分重叠', '不重复'],
    kinds: KINDS,
  },
  审核: {
    clause: 'art6-2',
    who: '办公室',
    hint: '办公室对申请的审核结论。',
    takes: { verdict: '必填', document: '选填', note: '选填' },
    verdicts: ['通过', '不通过', '退回补正'],
    explain: ['不通过', '退回补正'],
    kinds: APPROVAL,
  },
  专家论证: {
    clause: 'art4',
    who: '专家委员会',
    hint: '专家委员会的论证结论。不须审批的项目，可以提请论证（第四条），结论供参考。',
    takes: {
      verdict: '必填',
      experts: '必填',
      agreed: '必填',
      opinionNumber: '必填',
      recused: '选填',
      note: '选填',
    },
    verdicts: ['通过', '不通过'],
    explain: ['不通过'],
    kinds: KINDS,
  },
  立项: {
    clause: 'art9',
    who: '申报单位',
    hint: '按程序立项的批复。',
    takes: { document: '必填', amount: '必填', note: '选填' },
    kinds: FISCAL,
  },
  资金下达: {
    clause: 'art9',
    who: '财政',
    hint: '下达的财政资金，分几次下达记几次。',
    takes: { amount: '必填', document: '必填', note: '选填' },
    kinds: FISCAL,
  },
  开工: {
    clause: 'art8-2',
    who: '申报单位',
    hint: '合同签订或动工的那天。未经批准已经开工的也如实记，由办公室处理。',
    takes: { document: '选填', note: '选填' },
    kinds: BUILT_LATER,
  },
  变更: {
    clause: 'art8-1',
    who: '申报单位',
    hint: '投资、建设内容或期限的变更，写明改了什么、为什么。',
    takes: {
      note: '必填',
      document: '选填',
      amount: '选填',
      review: '选填',
      waived: '选填',
      received: '选填',
    },
    kinds: KINDS,
  },
  完工: {
    clause: 'art8-6',
    who: '申报单位',
    hint: '项目建成的那天；金额写实际完成投资。',
    takes: { amount: '选填', document: '选填', note: '选填' },
    kinds: KINDS,
  },
  报验收: {
    clause: 'art8-6',
    who: '申报单位',
    hint: '材料齐了，报办公室组织验收。',
    takes: { document: '选填', note: '选填' },
    kinds: KINDS,
  },
  专家验收: {
    clause: 'art8-6',
    who: '办公室',
    hint: '办公室组织专家验收的结论。',
    takes: {
      verdict: '必填',
      experts: '必填',
      agreed: '选填',
      opinionNumber: '选填',
      amount: '选填',
      recused: '选填',
      note: '选填',
    },
    verdicts: ['通过', '不通过'],
    explain: ['不通过'],
    kinds: KINDS,
  },
  整改: {
    clause: 'art8-6',
    who: '申报单位',
    hint: '验收不通过以后整改完成，再报验收。',
    takes: { note: '必填', document: '选填' },
    kinds: KINDS,
  },
  总平台对接: {
    clause: 'art7-1',
    who: '申报单位',
    hint: '已与「数智金水」总平台对接，办公室核实。',
    takes: { document: '选填', note: '选填' },
    kinds: KINDS,
  },
  数据归集: {
    clause: 'art7-2',
    who: '申报单位',
    hint: '必要数据已归集入库，办公室核实。',
    takes: { document: '选填', note: '选填' },
    kinds: KINDS,
  },
  年度评价: {
    clause: 'art10',
    who: '办公室',
    hint: '办公室按年度对项目建设、管理情况的专项评价。',
    takes: {
      year: '必填',
      grade: '必填',
      fundsReview: '选填',
      financeOpinion: '选填',
      document: '选填',
      note: '选填',
    },
    kinds: KINDS,
  },
  年度确认: {
    clause: 'art10',
    who: '申报单位',
    hint: '单位每年确认一次：登记的内容仍然属实，系统还在不在用。没有人用的，宜停用或并入。',
    takes: { year: '必填', verdict: '必填', document: '选填', note: '选填' },
    verdicts: ['在用', '很少使用', '不再使用'],
    explain: ['很少使用', '不再使用'],
    kinds: KINDS,
  },
  暂缓: {
    who: '办公室',
    hint: '暂时停办，写明原因；接着办时记「恢复」，回到暂缓以前的那一步。',
    takes: { verdict: '选填', note: '必填', document: '选填' },
    verdicts: ['暂缓', '恢复'],
    kinds: KINDS,
  },
  恢复: {
    who: '办公室',
    hint: '暂缓以后接着办，回到暂缓以前的那一步。',
    takes: { note: '选填', document: '选填' },
    kinds: KINDS,
  },
  停用: {
    who: '申报单位',
    hint: '项目终止或系统停止使用。',
    takes: { note: '必填', savedYearly: '选填', document: '选填' },
    kinds: KINDS,
  },
  恢复使用: {
    who: '申报单位',
    hint: '停用或并入以后又单独使用。',
    takes: { note: '必填', document: '选填' },
    kinds: KINDS,
  },
  并入: {
    clause: 'art5',
    who: '办公室',
    hint: '并入另一个项目，不再单独建设或使用。',
    takes: { target: '必填', note: '必填', savedYearly: '选填', document: '选填' },
    kinds: KINDS,
  },
  移交: {
    who: '办公室',
    hint: '机构改革等原因换了负责单位：项目文件和办理记录一起移到新单位的文件夹，再记这一件。',
    takes: { from: '必填', to: '必填', note: '必填', document: '选填', received: '选填' },
    kinds: KINDS,
  },
  撤销批准: {
    clause: 'art6-2',
    who: '办公室',
    hint: '撤销已经给出的批准，写明原因和依据。',
    takes: { note: '必填', document: '必填' },
    kinds: APPROVAL,
  },
  更正: {
    who: '办公室',
    hint: '改正前面记错的一件：原来的照样看得到，状态按改正后的算。',
    takes: { eventNumber: '必填', column: '必填', was: '选填', becomes: '必填', reason: '必填' },
    kinds: KINDS,
  },
} as const satisfies Readonly<Record<EventName, EventDef>>;

/** The definition of a 事项, in its general type. */
export function eventDef(name: EventName): EventDef {
  return EVENTS[name];
}

/** A key as one 事项 takes it. */
export type EventField = RecordField & { readonly key: RecordKey; readonly need: '必填' | '选填' };

/** What every event has besides what its 事项 takes. */
const ALWAYS = { date: '必填', writtenOn: '选填', event: '必填', handler: '必填' } as const;

const BY_EVENT = new Map(EVENT_NAMES.map((name) => [name, fieldsOf(eventDef(name))]));

function fieldsOf({ takes, verdicts }: EventDef): readonly EventField[] {
  const needs: EventDef['takes'] = { ...takes, ...ALWAYS };
  return RECORD_FIELDS.flatMap((one) => {
    const need = needs[one.key];
    if (need === undefined) return [];
    if (one.key !== 'verdict' || !verdicts) return [{ ...one, need }];
    return [{ ...one, need, example: verdicts[0] ?? one.example, type: choice(verdicts) }];
  });
}

/** The dictionary by which an event of this 事项 is read, in file order. */
export function eventFields(name: EventName): readonly EventField[] {
  return BY_EVENT.get(name) ?? [];
}
