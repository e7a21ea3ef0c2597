/**
 * The event dictionary: every 事项 that the office writes into records/<unit>/<slug>.yaml. The reader, the command
 * `record` and the timeline of a project are derived from it.
 */
import { choice } from '../form/kinds.ts';
import type { ClauseId } from '../regulation/index.ts';
import { RECORD_FIELDS, type RecordField, type RecordKey } from './event-fields.ts';
import { EVENT_NAMES, type EventName, KINDS, type Kind, type Party } from './event-names.ts';

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
