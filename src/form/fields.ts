/**
 * THE field dictionary: every cell of annex 1 and annex 2 and every further field of an entry, in form order.
 * Types, schemas, blank templates, editor completion, site labels and messages are derived from it;
 * adding a field is adding one entry here and running `npm run generate`.
 */

import * as z from 'zod/mini';
import type { ClauseId } from '../regulation/index.ts';
import {
  ANSWERS,
  CATEGORIES,
  CONTENT_TYPES,
  DELIVERIES,
  FORMS,
  type Form,
  LEAD_WORDS,
  LEADS,
  PLATFORM_STATES,
  PROTECTION_LEVELS,
  SOURCES,
  STAGES,
  type Stage,
  TECHNOLOGIES,
} from '../regulation/vocabulary.ts';
import { isSealedBlock } from './age-file.ts';
import { entryId } from './entry-id.ts';
import {
  choice,
  choices,
  day,
  dayOrMonth,
  type FieldType,
  list,
  money,
  optionalPart,
  part,
  partOrNone,
  patterned,
  promise,
  record,
  ruleNumber,
  text,
  textList,
  whole,
  yesNo,
} from './kinds.ts';

/**
 * 必填: without it the filing is sent back. 应填: the office will ask. 选填: where it applies.
 * 按情况必填: a rule demands it of some (by stage, lead or age), which the form alone cannot know.
 */
export type Need = '必填' | '应填' | '按情况必填' | '选填';

/** Where a field lives: in the head of the file, as a `##` section, in the sealed block, or only on paper. */
export type Place = '表头' | '正文' | '封存' | '纸面';

/** Never (it is known otherwise), or only when the answer before, by its label, is or contains this word. */
export type AskWhen = false | { readonly label: string; readonly is: string };

/** One field of the dictionary. */
export interface FieldDef<T = unknown> {
  /** Identifier in TypeScript. */
  readonly key: string;
  /** The key in the file, and the label in every message and page. */
  readonly label: string;
  readonly group: Group;
  readonly place: Place;
  /** The forms it belongs to, and how strongly each wants it. */
  readonly forms: Readonly<Partial<Record<Form, Need>>>;
  /** The day from which it is 必填 or 应填, YYYY-MM-DD, where that is later than the rest: an older filing only owes it. */
  readonly since?: string;
  /** The one stage at which a project has it; a guided filing then asks it as 必填, which the form cannot know. */
  readonly onlyAt?: Stage;
  /** The stage at which a guided filing asks it as 必填, whatever the form alone wants. */
  readonly requiredAt?: Stage;
  /** When a guided filing asks it; without this, always. */
  readonly asked?: AskWhen;
  /** The same for its parts, by their labels. */
  readonly askedParts?: Readonly<Record<string, AskWhen>>;
  /** No part of a first filing: added later, or written by the registry itself. */
  readonly later?: true;
  /** Reviewed and argued: once approved it may not change in silence. */
  readonly keyTerm?: true;
  /** Its words are found by the catalogue's search. */
  readonly searched?: true;
  readonly visibility: '公开' | '封存';
  /** Printed after the label: 万元, %. */
  readonly unit?: string;
  /** The clause that asks for it; none where the registry itself does. */
  readonly clause?: ClauseId;
  readonly hint: string;
  /** Written as in the file; several lines for lists and records. */
  readonly example: string;
  readonly type: FieldType<T>;
}

/**
 * A field as it is written down below. Without `place` it stands in the head, without `forms` it is 选填 in each of
 * them, and the place tells who may see it.
 */
type FieldEntry = Omit<FieldDef, Defaulted> & Partial<Pick<FieldDef, Defaulted>>;
type Defaulted = 'place' | 'forms' | 'visibility';

/** Sections of the form, in order; the guided filing and the site follow them. */
export const GROUPS = [
  '申报信息',
  '项目基本情况',
  '联系方式',
  '资金',
  '项目建设内容',
  '功能与数据',
  '融合对接与安全',
  '查重与附件',
  '意见与承诺',
  '建设进展',
] as const;
export type Group = (typeof GROUPS)[number];

const ALL_REQUIRED = { 备案表: '必填', 申请表: '必填', 资料报送: '必填' } as const;
const ALL_EXPECTED = { 备案表: '应填', 申请表: '应填', 资料报送: '应填' } as const;
const ALL_OPTIONAL = { 备案表: '选填', 申请表: '选填', 资料报送: '选填' } as const;
const FORMS_REQUIRED = { 备案表: '必填', 申请表: '必填', 资料报送: '选填' } as const;
const FORMS_EXPECTED = { 备案表: '应填', 申请表: '应填', 资料报送: '选填' } as const;

const field = <const F extends FieldEntry>(definition: F): F => definition;

/** Longest contact block, in characters: five short fields come to a tenth of it. */
const MAX_BLOCK = 8_192;

/** The contact block: sealed to the office, or a word that it comes on paper. Base64 of plain words is refused. */
const sealedBlock = () => {
  const type = patterned(
    'sealed',
    /^(随纸质表报送|-----BEGIN AGE ENCRYPTED FILE-----\s[A-Za-z0-9+/=\s]+-----END AGE ENCRYPTED FILE-----)$/,
    '写「随纸质表报送」，或用 seal 命令写入完整的密文，不写姓名、电话和邮箱',
    '随纸质表报送',
  );
  const isSealed = (value: string): boolean =>
    value === '随纸质表报送' || (value.length <= MAX_BLOCK && isSealedBlock(value));
  return { ...type, schema: type.schema.check(z.refine(isSealed, { error: type.expects })) };
};

/** Fields of one kind on both annexes, which differ in their words only. */
const alike =
  <const P extends Place>(group: Group, place: P, forms: FieldDef['forms'], type: FieldType<string>) =>
  <const K extends string>(key: K, label: string, hint: string, example: string, more: More = {}) =>
    field({ key, label, group, place, forms, clause: 'annex1', hint, example, type, ...more });
type More = Partial<Pick<FieldEntry, 'forms' | 'keyTerm' | 'searched'>>;

/** The seven parts of 项目建设内容, which the annexes ask for in one cell. */
const section = alike('项目建设内容', '正文', FORMS_EXPECTED, text(20_000));
/** A person's name, phone or mail address: only ever inside the sealed block. */
const personal = alike('联系方式', '封存', FORMS_EXPECTED, text(50));
/** Ink: put on the printed form, never into the file. */
const ink = alike('意见与承诺', '纸面', FORMS_REQUIRED, text());

const FIELDS = [
  field({
    key: 'form',
    label: '表式',
    group: '申报信息',
    forms: ALL_REQUIRED,
    asked: false,
    clause: 'art6',
    hint: '由牵头主体、建设阶段和是否使用财政资金三项决定，见第六条。',
    example: '备案表',
    type: choice(FORMS),
  }),
  field({
    key: 'filedOn',
    label: '填报日期',
    // Which version of the regulation holds, and who was first, hang on it.
    keyTerm: true,
    group: '申报信息',
    forms: ALL_REQUIRED,
    asked: false,
    clause: 'annex1',
    hint: '填表当天的日期。',
    example: '2026-03-05',
    type: day(),
  }),
  field({
    key: 'name',
    label: '项目名称',
    keyTerm: true,
    group: '申报信息',
    forms: ALL_REQUIRED,
    clause: 'annex1',
    hint: '写明谁的、做什么，例如「某街道独居老人关爱服务平台」；不写厂商和产品名。',
    example: '经八路街道独居老人关爱服务平台',
    type: text(100),
  }),
  field({
    key: 'lead',
    label: '牵头主体',
    group: '申报信息',
    forms: ALL_REQUIRED,
    asked: false,
    keyTerm: true,
    clause: 'art6',
    hint: '谁主导或牵头实施，只写一个。单位写全称；企业和民办机构算社会组织；个人牵头的，名称写「个人」，不写姓名。',
    example: '类型: 街道办事处\n名称: 郑州市金水区经八路街道办事处',
    type: record({ type: part('类型', choice(LEADS, LEAD_WORDS)), name: part('名称', text(100)) }),
  }),
  field({
    key: 'coordinator',
    label: '协调单位',
    group: '申报信息',
    forms: { 备案表: '按情况必填', 申请表: '选填', 资料报送: '必填' },
    asked: false,
    clause: 'art6-3',
    hint: '社会组织或个人牵头的备案和资料报送，由行业主管部门或属地街道办事处协调填写，在此写它的全称。',
    example: '郑州市金水区经八路街道办事处',
    type: text(100),
  }),
  field({
    key: 'participants',
    label: '参与单位',
    group: '申报信息',
    place: '表头',
    forms: ALL_OPTIONAL,
    visibility: '公开',
    clause: 'art6',
    hint: '几个单位一同建设的，牵头主体以外的单位和企业写在这里。',
    example: '- 郑州市金水区民政局',
    type: textList(),
  }),
  field({
    key: 'stage',
    label: '建设阶段',
    group: '申报信息',
    forms: ALL_REQUIRED,
    asked: false,
    keyTerm: true,
    clause: 'art6',
    hint: '填报那天的情况：合同已签或已动工为正在建设，否则为新建。',
    example: '新建',
    type: choice(STAGES),
  }),
  field({
    key: 'period',
    label: '建设期限',
    group: '项目基本情况',
    forms: { 备案表: '选填', 申请表: '必填', 资料报送: '应填' },
    keyTerm: true,
    clause: 'annex1',
    hint: '计划从哪天开始，到哪天完成；只定了年月的，写「2026-06」。',
    example: '起: 2026-06-01\n止: 2026-12-31',
    type: record({ from: part('起', dayOrMonth()), to: part('止', dayOrMonth()) }),
  }),
  field({
    key: 'completedOn',
    label: '已建成日期',
    group: '项目基本情况',
    forms: { 备案表: '按情况必填' },
    onlyAt: '已建成',
    clause: 'annex2',
    hint: '已建成的项目填写建成投入使用的日期；年头久的，只知道年月或年份，写「2019-06」或「2019」。',
    example: '2021-04-29',
    type: dayOrMonth(),
  }),
  field({
    key: 'expectedOn',
    label: '预计建成日期',
    group: '项目基本情况',
    forms: { 备案表: '按情况必填', 申请表: '选填', 资料报送: '选填' },
    onlyAt: '正在建设',
    clause: 'annex2',
    hint: '正在建设的项目填写，只定了年月的写「2026-12」；打印时写在「已建成日期」格内：在建，预计某年某月。',
    example: '2026-12-31',
    type: dayOrMonth(),
  }),
  field({
    key: 'effect',
    label: '项目预期效果',
    keyTerm: true,
    group: '项目基本情况',
    forms: ALL_REQUIRED,
    clause: 'annex1',
    hint: '写能够衡量的效果：多少、多快、谁受益。',
    example: '覆盖辖区 1200 名独居老人，异常情况 10 分钟内有人响应。',
    type: text(2_000),
  }),
  field({
    key: 'categories',
    label: '项目类别',
    group: '项目基本情况',
    forms: ALL_REQUIRED,
    clause: 'annex1',
    hint: '可以选几类，第一个是主要类别。',
    example: '- 便民服务类\n- 社会治理类',
    type: choices(CATEGORIES),
  }),
  field({
    key: 'categoryNote',
    label: '其他类说明',
    group: '项目基本情况',
    asked: { label: '项目类别', is: '其他类' },
    clause: 'annex1',
    hint: '选了「其他类」的，说明是哪一类。',
    example: '机关内部办公',
    type: text(200),
  }),
  personal('manager', '项目负责人', '个人信息，不写进公开文件；封存给办公室，或只写在纸质表上。', '张某'),
  personal('managerPhone', '联系电话', '个人信息，不写进公开文件。', '0371-00000000'),
  field({
    ...personal('managerEmail', '邮箱', '个人信息，不写进公开文件。', '（写在纸质表上）'),
    type: text(100),
  }),
  personal('contactPerson', '项目联系人', '表末的联系人。个人信息，不写进公开文件。', '李某'),
  personal('contactPhone', '项目联系人电话', '表末的联系电话。个人信息，不写进公开文件。', '0371-00000000'),
  field({
    key: 'contact',
    label: '联系方式',
    group: '联系方式',
    forms: ALL_EXPECTED,
    asked: false,
    visibility: '封存',
    clause: 'annex1',
    hint: '负责人、联系人的姓名、电话、邮箱不公开：封存给办公室的密文，或写「随纸质表报送」。',
    example: '随纸质表报送',
    type: sealedBlock(),
  }),
  field({
    key: 'budget',
    label: '资金预算',
    group: '资金',
    forms: FORMS_REQUIRED,
    keyTerm: true,
    unit: '万元',
    clause: 'annex1',
    hint: '总投资，含各级补助和社会资金。',
    example: '320.5',
    type: money(),
  }),
  field({
    key: 'sources',
    label: '资金来源',
    group: '资金',
    forms: { 备案表: '必填', 申请表: '必填', 资料报送: '应填' },
    keyTerm: true,
    unit: '万元',
    clause: 'art6-2',
    hint: '逐项写来源和金额，合计等于资金预算。',
    example: '- 来源: 区级财政\n  金额: 200\n- 来源: 省级补助\n  金额: 120.5\n  说明: 省级数字政府专项',
    type: list(
      record({
        source: part('来源', choice(SOURCES)),
        amount: part('金额', money()),
        note: optionalPart('说明', text(500)),
      }),
    ),
  }),
  field({
    key: 'subsidy',
    label: '申请补助资金',
    group: '资金',
    unit: '万元',
    clause: 'annex1',
    hint: '向国家、省、市申请的补助，是总投资的一部分，与资金来源里的各级补助相同；没有的不写。',
    example: '省: 120.5',
    type: record({
      national: optionalPart('国家', money()),
      provincial: optionalPart('省', money()),
      municipal: optionalPart('市', money()),
    }),
  }),
  field({
    key: 'socialFunds',
    label: '使用社会资金',
    group: '资金',
    unit: '万元',
    clause: 'annex1',
    hint: '企业、社会组织或个人出的钱，是总投资的一部分，与资金来源里的社会资金相同；没有的不写。',
    example: '80',
    type: money(),
  }),
  field({
    key: 'actual',
    label: '实际完成投资',
    group: '资金',
    forms: { 备案表: '按情况必填' },
    requiredAt: '已建成',
    unit: '万元',
    clause: 'annex2',
    hint: '到填报日期已经完成的投资；已建成的项目都要填。',
    example: '318.2',
    type: money(),
  }),
  field({
    key: 'laterFiscal',
    label: '以后需财政付费',
    keyTerm: true,
    group: '资金',
    forms: ALL_EXPECTED,
    clause: 'art2',
    hint: '建成后的运营、购买服务等费用，以后要不要由财政付；要付的，算使用财政资金。',
    example: '否',
    type: yesNo(),
  }),
  section('overview', '项目概况', '现状、要解决的问题、依据。', '辖区有独居老人 1200 名，现靠人工上门。', {
    searched: true,
  }),
  section(
    'content',
    '建设内容',
    '建什么、有哪些功能。查重靠这一段，写实写全，不写「详见附件」。',
    '建设独居老人档案、智能终端接入、异常预警和工单派发四个模块。',
    { forms: ALL_REQUIRED, keyTerm: true, searched: true },
  ),
  section('scale', '建设规模', '覆盖范围、设备和用户数量。', '覆盖 12 个社区，安装终端 1200 套。', {
    keyTerm: true,
  }),
  section('schedule', '进度安排', '分几个阶段，各到什么时候。', '2026年6月完成采购，12月上线。'),
  section('estimate', '投资估算', '总投资怎样构成。', '软件 120 万元，终端 180 万元，安装调试 20.5 万元。'),
  section(
    'benefit',
    '经济效益测算',
    '省了什么、带来什么；公益项目写社会效益。',
    '每年减少上门巡查约 8000 人次。',
  ),
  section('risk', '风险分析及控制', '可能的风险和办法。', '终端误报：设两级核实，先电话后上门。'),
  field({
    key: 'functions',
    label: '功能清单',
    group: '功能与数据',
    forms: ALL_EXPECTED,
    keyTerm: true,
    searched: true,
    clause: 'art5',
    hint: '逐项写功能，每项一句话说明；别的单位靠它判断能不能复用。',
    example: '- 名称: 异常预警\n  说明: 12 小时无活动自动报警',
    type: list(record({ name: part('名称', text(60)), note: optionalPart('说明', text(500)) })),
  }),
  field({
    key: 'audience',
    label: '服务对象',
    group: '功能与数据',
    forms: ALL_EXPECTED,
    searched: true,
    clause: 'art5',
    hint: '谁来用、为谁服务。',
    example: '- 独居老人\n- 社区工作人员',
    type: textList(),
  }),
  field({
    key: 'dataUsed',
    label: '使用数据',
    group: '功能与数据',
    clause: 'art5',
    hint: '要用到哪些已有的数据，从哪里来。',
    example: '- 人口基础信息',
    type: textList(),
  }),
  field({
    key: 'dataProduced',
    label: '产生数据',
    group: '功能与数据',
    clause: 'art7-2',
    hint: '项目会产生哪些数据；这些数据按第七条归集。',
    example: '- 预警和处置记录',
    type: textList(),
  }),
  field({
    key: 'technologies',
    label: '新技术',
    group: '功能与数据',
    forms: ALL_EXPECTED,
    clause: 'art3',
    hint: `第三条列出的有${TECHNOLOGIES.join('、')}；用了别的新技术也可以写。`,
    example: '- 物联网\n- 大数据',
    type: textList(TECHNOLOGIES),
  }),
  field({
    key: 'contentTypes',
    label: '建设内容类型',
    group: '功能与数据',
    forms: ALL_EXPECTED,
    clause: 'art3',
    hint: '第三条列出的业务内容，有几类选几类。',
    example: '- 信息采集\n- 数据分析',
    type: choices(CONTENT_TYPES),
  }),
  field({
    key: 'reuse',
    label: '利旧情况',
    group: '功能与数据',
    clause: 'art5',
    hint: '用到哪些已有的平台、设备和数据，例如政务云、统一身份认证、视频平台、总平台；确实没有可用的，写明原因。',
    example: '- 部署在市政务云，不建机房\n- 登录用省统一身份认证',
    type: textList(),
  }),
  field({
    key: 'sharing',
    label: '复用说明',
    group: '功能与数据',
    clause: 'art5',
    hint: '建成或者能给别的单位用的，写明怎样接入、要不要费用、多久能用上、不能做什么。',
    example:
      '接入方式: 统一身份认证登录，事件用接口推送\n费用: 不收费\n多久能用上: 约两周\n不能做什么: 不支持离线使用',
    type: record({
      joining: part('接入方式', text(500)),
      cost: optionalPart('费用', text(200)),
      time: optionalPart('多久能用上', text(100)),
      limits: optionalPart('不能做什么', text(500)),
    }),
  }),
  field({
    key: 'platform',
    label: '总平台对接',
    group: '融合对接与安全',
    forms: ALL_EXPECTED,
    clause: 'art7-1',
    hint: '与「数智金水」总平台怎样对接、什么时候对接。',
    example: '状态: 计划对接\n接口: 事件上报接口\n计划日期: 2026-12-31',
    type: record({
      state: part('状态', choice(PLATFORM_STATES)),
      api: optionalPart('接口', text(500)),
      plannedOn: optionalPart('计划日期', dayOrMonth()),
    }),
  }),
  field({
    key: 'dataPooling',
    label: '数据归集',
    group: '融合对接与安全',
    forms: ALL_EXPECTED,
    clause: 'art7-2',
    hint: '哪些数据归集入库、按什么标准、什么时候。',
    example: '预警和处置记录按总平台数据标准每日归集，2026年12月起。',
    type: text(1_000),
  }),
  field({
    key: 'protection',
    label: '等保级别',
    group: '融合对接与安全',
    clause: 'art7-1',
    hint: '网络安全等级保护的级别；还没有定的写「未定级」。',
    example: '第二级',
    type: choice(PROTECTION_LEVELS),
  }),
  field({
    key: 'ipAgreement',
    label: '知识产权与数据约定',
    group: '融合对接与安全',
    clause: 'art11',
    hint: '使用财政资金的项目，知识产权和数据资源用协议约定；写协议的名称、日期或安排。',
    example: '采购合同第十二条约定：成果和数据归街道办事处所有。',
    keyTerm: true,
    type: text(1_000),
  }),
  field({
    key: 'predecessor',
    label: '前期项目',
    group: '查重与附件',
    clause: 'art1',
    hint: '二期、升级项目写前一期的编号。',
    example: 'jingba-lu/zhi-hui-yang-lao-k7q2',
    type: entryId(),
  }),
  field({
    key: 'answers',
    label: '查重说明',
    group: '查重与附件',
    askedParts: { 比对摘要: false },
    clause: 'art5',
    hint: '对每一个相似项目写明结论和理由。',
    example:
      '- 对象: jingba-lu/zhi-hui-yang-lao-k7q2\n  结论: 复用\n  功能:\n    - 异常预警\n  说明: 直接使用其预警模块，本项目不再建设。',
    type: list(
      record({
        target: part('对象', entryId()),
        verdict: part('结论', choice(ANSWERS)),
        functions: optionalPart('功能', textList()),
        reason: part('说明', text(1_000)),
        digest: optionalPart('比对摘要', text(100)),
      }),
    ),
  }),
  field({
    key: 'attachments',
    label: '附件',
    keyTerm: true,
    group: '查重与附件',
    forms: { 备案表: '按情况必填', 申请表: '按情况必填', 资料报送: '按情况必填' },
    askedParts: {
      文件: { label: '送达', is: '密封附件' },
      编号: { label: '送达', is: '纸质' },
      sha256: { label: '送达', is: '密封附件' },
    },
    clause: 'annex1',
    hint: '各表都要附方案。材料只登记名称、日期和送达方式；纸质的写编号，密封附件写文件名和校验值。',
    example: '- 名称: 项目建设实施方案\n  日期: 2026-02-20\n  送达: 纸质\n  编号: 经八办〔2026〕7号',
    type: list(
      record({
        name: part('名称', text(200)),
        date: part('日期', dayOrMonth()),
        delivery: part('送达', choice(DELIVERIES)),
        file: optionalPart('文件', text(200)),
        number: optionalPart('编号', text(100)),
        sha256: optionalPart(
          'sha256',
          patterned(
            'sha256',
            /^[0-9a-f]{64}$/,
            '写 64 位小写的校验值',
            'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
          ),
        ),
      }),
    ),
  }),
  field({
    key: 'opinions',
    label: '意见',
    group: '意见与承诺',
    forms: ALL_EXPECTED,
    clause: 'annex1',
    hint: '纸质表上签字盖章的日期和编号；没有主管单位的，主管单位写「无」或不写。',
    example: '申报单位:\n  日期: 2026-03-01\n  纸质编号: 经八办〔2026〕8号',
    type: record({
      applicant: optionalPart(
        '申报单位',
        record({ date: part('日期', day()), number: part('纸质编号', text(100)) }),
      ),
      superior: partOrNone(
        '主管单位',
        record({ date: part('日期', day()), number: part('纸质编号', text(100)) }),
      ),
    }),
  }),
  ink('signature', '单位负责人(签字)', '在打印的表上签字，不写进文件。', '（签字）'),
  ink('seal', '单位(盖章)', '在打印的表上盖章，不写进文件。', '（盖章）'),
  ink(
    'superiorOpinion',
    '主管单位意见',
    '由主管单位写在打印的表上；日期和编号写在「意见」的「主管单位」里。',
    '（同意）',
  ),
  ink('superiorSeal', '主管单位(盖章)', '由主管单位在打印的表上盖章，不写进文件。', '（盖章）'),
  field({
    key: 'notSecret',
    label: '不涉密承诺',
    group: '意见与承诺',
    forms: ALL_REQUIRED,
    hint: '确认全部内容不涉及国家秘密和工作秘密。涉密项目不在这里报。',
    example: 'true',
    type: promise(),
  }),
  field({
    key: 'ruleVersion',
    label: '规则版本',
    group: '意见与承诺',
    forms: ALL_EXPECTED,
    asked: false,
    clause: 'art12',
    hint: '填报时依据的办法文号。',
    example: '金政〔2021〕22号',
    type: ruleNumber(),
  }),
  field({
    key: 'progress',
    label: '建设进展',
    group: '建设进展',
    later: true,
    clause: 'art8-5',
    hint: '由单位逐次追加，写过的不改。',
    example: '- 日期: 2026-09-30\n  完成比例: 60\n  累计投资: 180\n  说明: 软件完成开发',
    type: list(
      record({
        date: part('日期', day()),
        percent: optionalPart('完成比例', whole(0, 100, '%')),
        spent: optionalPart('累计投资', money()),
        note: optionalPart('说明', text(1_000)),
      }),
    ),
  }),
  field({
    key: 'amendments',
    label: '变更说明',
    group: '建设进展',
    later: true,
    clause: 'art8-1',
    hint: '审核论证通过以后改总投资、建设内容、期限等，每改一次追加一条，写明改了什么、为什么改。',
    example: '- 日期: 2026-09-01\n  事项: 总投资由 320 万元调整为 380 万元\n  理由: 增加两个社区的终端',
    type: list(
      record({
        date: part('日期', day()),
        matter: part('事项', text(500)),
        reason: part('理由', text(1_000)),
      }),
    ),
  }),
  field({
    key: 'toComplete',
    label: '待补全',
    group: '申报信息',
    later: true,
    clause: 'art6-1',
    hint: '办公室由台账转来、单位还没有补全的写 true；单位补全以后删去这一行。',
    example: 'true',
    type: yesNo(),
  }),
  field({
    key: 'demo',
    label: '演示',
    group: '申报信息',
    later: true,
    hint: '只有随本库附带的演示项目写 true，真实项目不写。',
    example: 'true',
    type: yesNo(),
  }),
] as const;

type Definition = (typeof FIELDS)[number];
type Written = Exclude<Definition, { place: '封存' | '纸面' }>;

/** The key of every field that is written in an entry (head or body). */
export type FieldKey = Written['key'];

/** What a filing says, field by field; a field that is absent or could not be read is undefined. */
export type Filing = {
  readonly [D in Written as D['key']]?: D['type'] extends FieldType<infer T> ? T | undefined : never;
};

/** The dictionary in its general type, for code that walks it. */
export const DICTIONARY: readonly FieldDef[] = FIELDS.map(complete);

function complete({ place = '表头', forms = ALL_OPTIONAL, ...entry }: FieldEntry): FieldDef {
  return { place, forms, visibility: place === '表头' || place === '正文' ? '公开' : '封存', ...entry };
}

/** Whether it stands in the entry's file; the others are sealed or only on paper. */
export const isWritten = ({ place }: FieldDef): boolean => place === '表头' || place === '正文';

/** Fields in the head of an entry, in order. */
export const HEAD_FIELDS: readonly FieldDef[] = DICTIONARY.filter(({ place }) => place === '表头');

/** Fields that are `##` sections of the body, in order. */
export const BODY_FIELDS: readonly FieldDef[] = DICTIONARY.filter(({ place }) => place === '正文');

const BY_KEY = new Map(DICTIONARY.map((definition) => [definition.key, definition]));
const BY_LABEL = new Map(
  [...HEAD_FIELDS, ...BODY_FIELDS].map((definition) => [definition.label, definition]),
);

/** Where a form is asked by another clause than the dictionary's: a cell of both annexes, the sources of the money. */
const CITED: Readonly<Partial<Record<Form, Readonly<Partial<Record<ClauseId, ClauseId>>>>>> = {
  备案表: { annex1: 'annex2', 'art6-2': 'annex2' },
  资料报送: { 'art6-2': 'art6-4' },
};

/** The clause that a field is cited by on the form at hand; none for what the registry itself asks. */
export function clauseOf({ clause }: FieldDef, form: Form | undefined): ClauseId | undefined {
  return (form && clause && CITED[form]?.[clause]) ?? clause;
}

/** The definition of a field by its identifier. */
export function fieldOf(key: FieldKey): FieldDef {
  const definition = BY_KEY.get(key);
  if (!definition) throw new Error(`No field ${key} in the dictionary`);
  return definition;
}

/** The definition of a field by the key used in files; undefined for an unknown key. */
export function fieldByLabel(label: string): FieldDef | undefined {
  return BY_LABEL.get(label);
}
