import { decideRoute } from '../regulation/routes.ts';
import { defineRule, labelOf } from './support/define-rule.ts';

/** 第二条 「全部或部分使用财政资金」: where the answer decides the route, it has to be there. Unanswered is not 否. */
export const art2MoneyAnswered = defineRule({
  id: 'art2-money-answered',
  title: '写清是否使用财政资金，路径才定得下来',
  severity: 'error',
  since: '2021-04-29',
  clauses: ['art2', 'art6-2', 'art6-4'],
  appliesTo: '新建项目：使用和不使用财政资金，办理的路径不一样',
  why: '资金来源和以后需财政付费有一项空着，就不知道要不要审核论证、能不能立项；空着不等于不使用。',
  fix: '资金来源和以后需财政付费都填上；没有支出的，资金预算写 0。',
  needs: ['lead', 'stage'],
  reads: ['sources', 'subsidy', 'laterFiscal', 'budget'],
  ok: [
    { says: '两项都填了，不使用', base: '6.4非财政', edit: {} },
    { says: '资金来源里已有财政资金', base: '6.4财政', edit: { 以后需财政付费: null } },
    { says: '没有支出，以后也不付费', base: '6.4非财政', edit: { 资金预算: '0', 资金来源: null } },
    { says: '已建成的，两种情况都是备案', base: '6.3', edit: { 以后需财政付费: null } },
  ],
  bad: [
    { says: '两项都没有填', base: '6.4非财政', edit: { 资金来源: null, 以后需财政付费: null } },
    { says: '只填了资金来源', base: '6.4非财政', edit: { 以后需财政付费: null } },
    { says: '只说以后不付费', base: '6.4非财政', edit: { 资金来源: null } },
  ],
  *check({ lead, stage, sources = [], laterFiscal }, { fiscal }) {
    if (fiscal !== undefined) return;
    const [used, unused] = [true, false].map((money) =>
      decideRoute({ lead: lead.type, stage, fiscal: money }),
    );
    if (used === unused) return;
    const open = [
      ...(sources.length === 0 ? [labelOf('sources')] : []),
      ...(laterFiscal === undefined ? [labelOf('laterFiscal')] : []),
    ];
    const [label = labelOf('laterFiscal')] = open;
    yield {
      path: [label],
      message: `${label}：${open.join('和')}没有填，看不出是否使用财政资金，路径定不下来`,
      fix: `填写，例如：\n${labelOf('sources')}:\n  - 来源: 自筹\n    金额: 20\n${labelOf('laterFiscal')}: 否`,
    };
  },
});
