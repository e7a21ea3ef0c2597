/** Every key that an event may have in records/<unit>/<slug>.yaml, in file order. */
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
import { FORMS, LEADS, STAGES } from '../regulation/vocabulary.ts';
import { EVENT_NAMES } from './event-names.ts';

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
    plannedEnd: optionalPart('计划完成日期', day()),
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
