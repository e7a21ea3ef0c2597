import type { RecordRule } from '../../registry/record-rules.ts';
import type { Example } from '../support/define-rule.ts';
import { APPROVED, ARGUED, BEGUN, RECEIVED, REVIEWED } from './example-events.ts';

const MERGED = {
  日期: '2026-04-01',
  事项: '并入',
  对象: 'shili/zonghe-zhihui-a2b3',
  说明: '功能相同，由综合指挥平台统一提供。',
  经办: '办公室综合组',
} as const;

const COMPARED = {
  日期: '2026-03-12',
  事项: '查重认定',
  对象: 'shili/zonghe-zhihui-a2b3',
  结论: '不重复',
  说明: '一个派单，一个看护老人。',
  经办: '办公室项目组',
} as const;

/** Executed examples of the rules on records; a log without a project cannot be shown on a sound filing. */
const CORRECTION = {
  日期: '2026-03-20',
  事项: '更正',
  第几件: '1',
  栏目: '登记号',
  改为: '示数申〔2026〕13号',
  理由: '号码抄错。',
  经办: '办公室综合组',
} as const;

export const RECORD_EXAMPLES = {
  'record-event-valid': {
    ok: [{ says: '受理写了登记号', base: '6.1', edit: {}, records: [RECEIVED] }],
    bad: [
      {
        says: '受理没有写登记号',
        base: '6.1',
        edit: {},
        records: [{ 日期: '2026-03-10', 事项: '受理', 经办: '办公室综合组' }],
      },
      {
        says: '审核不通过，没有说明原因',
        base: '6.2财政',
        edit: {},
        records: [RECEIVED, { ...REVIEWED, 结论: '不通过' }],
      },
      {
        says: '开工写了登记号',
        base: '6.4非财政',
        edit: {},
        records: [RECEIVED, { ...BEGUN, 登记号: '3号' }],
      },
    ],
  },
  'record-has-project': { ok: [{ says: '项目在库里', base: '6.1', edit: {}, records: [RECEIVED] }], bad: [] },
  'record-dates-in-order': {
    ok: [{ says: '先受理，后审核', base: '6.2财政', edit: {}, records: [RECEIVED, REVIEWED] }],
    bad: [
      {
        says: '审核的日期早于受理',
        base: '6.2财政',
        edit: {},
        records: [RECEIVED, { ...REVIEWED, 日期: '2026-03-09' }],
      },
    ],
  },
  'record-not-in-future': {
    ok: [{ says: '已经办成', base: '6.1', edit: {}, records: [RECEIVED] }],
    bad: [
      { says: '年份写错，成了明年', base: '6.1', edit: {}, records: [{ ...RECEIVED, 日期: '2027-03-10' }] },
    ],
  },
  'record-event-on-route': {
    ok: [{ says: '申请的项目有审核', base: '6.2财政', edit: {}, records: [RECEIVED, REVIEWED] }],
    bad: [{ says: '备案的项目写了审核', base: '6.1', edit: {}, records: [RECEIVED, REVIEWED] }],
  },
  'record-transition': {
    ok: [{ says: '受理、审核、论证', base: '6.2财政', edit: {}, records: APPROVED }],
    bad: [
      { says: '没有受理就审核', base: '6.2财政', edit: {}, records: [REVIEWED] },
      { says: '没有审核就论证', base: '6.2财政', edit: {}, records: [RECEIVED, ARGUED] },
    ],
  },
  'record-number-unique': {
    ok: [{ says: '没有用过的号', base: '6.1', edit: {}, records: [RECEIVED] }],
    bad: [
      {
        says: '这个号已经给了别的项目',
        base: '6.1',
        edit: {},
        records: [{ ...RECEIVED, 登记号: '示数备〔2026〕1号' }],
      },
    ],
  },
  'record-merge-target': {
    ok: [
      { says: '并入库里的项目', base: '6.1', edit: {}, records: [RECEIVED, MERGED] },
      { says: '认定与库里的项目不重复', base: '6.1', edit: {}, records: [RECEIVED, COMPARED] },
    ],
    bad: [
      {
        says: '库里没有这个项目',
        base: '6.1',
        edit: {},
        records: [RECEIVED, { ...MERGED, 对象: 'shili/meiyou-zhege' }],
      },
      {
        says: '认定写成了与自己比较',
        base: '6.1',
        edit: {},
        records: [RECEIVED, { ...COMPARED, 对象: 'shili/dujulaoren-guanai-x9y8' }],
      },
    ],
  },
  'record-figures-agree': {
    ok: [{ says: '五人到场，五人同意', base: '6.2财政', edit: {}, records: APPROVED }],
    bad: [
      {
        says: '同意的人比到场的多',
        base: '6.2财政',
        edit: {},
        records: [RECEIVED, REVIEWED, { ...ARGUED, 同意人数: '6' }],
      },
      {
        says: '评价了还没有到的年度',
        base: '6.1',
        edit: {},
        records: [
          RECEIVED,
          { 日期: '2026-04-01', 事项: '年度评价', 年度: '2027', 等级: '良好', 经办: '办公室综合组' },
        ],
      },
    ],
  },
  'record-received-after-filed': {
    ok: [{ says: '填报五天以后受理', base: '6.1', edit: {}, records: [RECEIVED] }],
    bad: [
      {
        says: '受理早于填报',
        base: '6.1',
        edit: {},
        records: [{ ...RECEIVED, 日期: '2026-03-01' }],
      },
    ],
  },
  'record-correction-fits': {
    ok: [
      {
        says: '登记号写错，更正',
        base: '6.1',
        edit: {},
        records: [RECEIVED, { ...CORRECTION, 原: RECEIVED.登记号 ?? '' }],
      },
    ],
    bad: [
      {
        says: '「原」与第 1 件写的不同',
        base: '6.1',
        edit: {},
        records: [RECEIVED, { ...CORRECTION, 原: '示数备〔2026〕99号' }],
      },
      {
        says: '没有第 7 件',
        base: '6.1',
        edit: {},
        records: [RECEIVED, { ...CORRECTION, 第几件: '7', 原: RECEIVED.登记号 ?? '' }],
      },
    ],
  },
} as const satisfies Readonly<
  Record<RecordRule, { readonly ok: readonly Example[]; readonly bad: readonly Example[] }>
>;
