import { FISCAL_SOURCES } from '../regulation/vocabulary.ts';
import { defineRule, labelOf } from './support/define-rule.ts';

const SUBSIDIES = [
  { key: 'national', part: '国家', source: '国家补助' },
  { key: 'provincial', part: '省', source: '省级补助' },
  { key: 'municipal', part: '市', source: '市级补助' },
] as const;

/** 第二条 「全部或部分使用财政资金」: a subsidy that is applied for is public money and stands among the sources. */
export const art2FiscalAgrees = defineRule({
  id: 'art2-fiscal-agrees',
  title: '申请补助与资金来源要对得上',
  severity: 'error',
  since: '2021-04-29',
  clauses: ['art2', 'annex1'],
  appliesTo: '填了申请补助资金的项目',
  why: '补助属于财政资金。申请了补助而资金来源里没有，就看不出项目是否使用财政资金，路径会走错。',
  fix: '在资金来源里加上同一级的补助；不申请的，删去申请补助资金里的数。',
  needs: ['subsidy', 'sources'],
  ok: [{ says: '省级补助 120 万元，两处一致', base: '6.2财政', edit: {} }],
  bad: [
    {
      says: '申请省补助，资金来源却全是自筹',
      base: '6.2财政',
      edit: { 资金来源: [{ 来源: '自筹', 金额: '320' }] },
    },
  ],
  *check({ subsidy, sources }) {
    const fiscalSources = new Set(sources.filter(({ amount }) => amount > 0).map(({ source }) => source));
    for (const { key, part, source } of SUBSIDIES) {
      if ((subsidy[key] ?? 0) === 0 || fiscalSources.has(source)) continue;
      const anyFiscal = FISCAL_SOURCES.some((known) => fiscalSources.has(known));
      yield {
        path: [labelOf('subsidy'), part],
        severity: anyFiscal ? 'judgement' : 'error',
        message: `${labelOf('subsidy')}：申请了${part}补助，${labelOf('sources')}里没有「${source}」`,
        fix: `在${labelOf('sources')}里加一项「${source}」，金额与申请的相同。`,
      };
    }
  },
});
