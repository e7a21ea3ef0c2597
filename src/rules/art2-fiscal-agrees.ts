import { formatWan, sameWan, sumFen, wanPlain } from '../form/money.ts';
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
  appliesTo: '申请补助资金或资金来源里有国家、省、市补助的项目',
  why: '补助属于财政资金。申请了补助而资金来源里没有，就看不出项目是否使用财政资金，路径会走错；两处金额不一样，不知道申请的是多少。',
  fix: '同一级的补助，两处写同样的金额；不申请的，两处都不写。',
  needs: ['sources'],
  reads: ['subsidy'],
  ok: [{ says: '省级补助 120 万元，两处一致', base: '6.2财政', edit: {} }],
  bad: [
    {
      says: '申请省补助，资金来源却全是自筹',
      base: '6.2财政',
      edit: { 资金来源: [{ 来源: '自筹', 金额: '320' }] },
    },
    { says: '申请省补助 20，资金来源里是 120', base: '6.2财政', edit: { 申请补助资金: { 省: '20' } } },
    { says: '资金来源有省级补助，没有写申请', base: '6.1', edit: { 申请补助资金: null } },
    { says: '补助写错了级别', base: '6.2财政', edit: { 申请补助资金: { 省: '120', 国家: '0', 市: '5' } } },
  ],
  *check({ subsidy, sources }) {
    const [asked, given] = [labelOf('subsidy'), labelOf('sources')];
    const amountOf = (wanted: string) =>
      sumFen(sources.filter(({ source }) => source === wanted).map(({ amount }) => amount));
    const anyFiscal = FISCAL_SOURCES.some((known) => amountOf(known) > 0);
    for (const { key, part, source } of SUBSIDIES) {
      const [applied, received] = [subsidy?.[key] ?? 0, amountOf(source)];
      if (sameWan(applied, received)) continue;
      const path = applied > 0 ? [asked, part] : subsidy ? [asked] : [given];
      if (received === 0) {
        yield {
          path,
          severity: anyFiscal ? 'judgement' : 'error',
          message: `${asked}：申请了${part}补助，${given}里没有「${source}」`,
          fix: `在${given}里加一项「${source}」，金额与申请的相同。`,
        };
        continue;
      }
      yield {
        path,
        severity: 'judgement',
        message: `${asked}：${given}里有「${source}」${formatWan(received)}，申请的${part}补助${applied > 0 ? `却是 ${formatWan(applied)}` : '没有写'}`,
        fix: `核对后改成一致，例如「${part}: ${wanPlain(received)}」。`,
      };
    }
  },
});
