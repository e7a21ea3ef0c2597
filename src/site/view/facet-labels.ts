/** The facets of the catalogue in the order in which they stand: key and label. All that a page script needs of them. */
export const FACET_LABELS = {
  kind: '类型',
  category: '项目类别',
  phase: '目前阶段',
  state: '办理状态',
  stage: '填报时阶段',
  fiscal: '是否财政',
  year: '年份',
  unit: '单位',
  source: '资金来源',
  amount: '金额',
  technology: '新技术',
  region: '地区',
  registry: '收录自',
} as const;
export type FacetKey = keyof typeof FACET_LABELS;

/** The values of 类型 that are listed unasked. */
export const LISTED_KINDS = ['登记项目', '参考项目'] as const;

/** The value of 类型 whose items are left out unless it is chosen. */
export const NAME_ONLY = '只有名称的参考';
