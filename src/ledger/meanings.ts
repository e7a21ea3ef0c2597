import type { MEANINGS } from './meaning-words.ts';

/** A thing that a column can say of a project. */
export type Meaning = keyof typeof MEANINGS;

export { MEANINGS } from './meaning-words.ts';

/** What a ledger's column may be taken as, in the order in which a person is offered them. */
export const CHOICES: readonly Meaning[] = [
  '项目名称',
  '建设单位',
  '金额',
  '年份',
  '建设内容',
  '合同金额',
  '批复金额',
  '决算金额',
  '已付金额',
  '资金来源',
  '来源金额',
  '分项金额',
  '立项日期',
  '开工日期',
  '建成日期',
  '建设周期',
  '项目状态',
  '来源类别',
  '来源',
  '地区',
  '项目编号',
  '备注',
];

/** Sums of a project, the one that says what it costs first. */
export const AMOUNTS: readonly Meaning[] = [
  '金额',
  '批复金额',
  '合同金额',
  '决算金额',
  '年度金额',
  '运维金额',
];
/** Every column of money, also those that say nothing of the whole. */
export const MONEY: ReadonlySet<Meaning> = new Set<Meaning>([...AMOUNTS, '已付金额', '来源金额', '分项金额']);
/** Days, the one that tells the year of a project first. */
export const DAYS: readonly Meaning[] = [
  '立项日期',
  '采购日期',
  '签订日期',
  '开工日期',
  '建成日期',
  '建设周期',
];
