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
  region: '地区',
} as const;
export type FacetKey = keyof typeof FACET_LABELS;
