import { BODY_FIELDS, type FieldKey, fieldOf } from '../form/fields.ts';
import { defineRule, labelOf } from './support/define-rule.ts';
import { laterFeesIn } from './support/public-money.ts';

const TEXTS: readonly FieldKey[] = ['effect', ...BODY_FIELDS.map(({ key }) => key as FieldKey)];

/** Reading `fiscal-money`: built for nothing and paid for later by the budget is public money all the same. */
export const art2LaterFeesAgree = defineRule({
  id: 'art2-later-fees-agree',
  title: '正文写了以后由财政付费的，「以后需财政付费」写是',
  severity: 'judgement',
  since: '2021-04-29',
  clauses: ['art2', 'art6-4'],
  appliesTo: '以后需财政付费写「否」或没有写的项目',
  why: '先免费建设、以后由财政付费，也是使用财政资金；两处说得不一样，路径就可能走错。',
  fix: '以后要由财政付费的，写「是」并按新的路径填报；不要的，把正文那句话写清楚。',
  needs: ['form'],
  reads: ['laterFiscal'],
  ok: [
    {
      says: '运营费由企业承担',
      base: '6.4非财政',
      edit: { 风险分析及控制: '运营费用由企业自行承担，不需财政付费。' },
    },
    {
      says: '写了是',
      base: '6.2财政',
      edit: { 以后需财政付费: '是', 投资估算: '总投资 320 万元，运维费每年由区财政安排。' },
    },
  ],
  bad: [
    {
      says: '风险一段写了由财政付运营费',
      base: '6.4非财政',
      edit: { 风险分析及控制: '建成后由区财政每年支付运营服务费 60 万元。' },
    },
    {
      says: '概况写了以后政府购买服务',
      base: '6.3',
      edit: { 项目概况: '企业免费建设，后续由街道办事处购买服务。' },
    },
  ],
  *check(filing) {
    if (filing.laterFiscal === true) return;
    const answer = labelOf('laterFiscal');
    for (const key of TEXTS) {
      const text = filing[key];
      const sentence = typeof text === 'string' ? laterFeesIn(text) : undefined;
      if (sentence === undefined) continue;
      const { label } = fieldOf(key);
      const said = filing.laterFiscal === false ? '写的是「否」' : '没有写';
      yield {
        path: [label],
        message: `${label}：写了「${sentence}」，${answer}${said}`,
        fix: `以后要由财政付费的，改成「${answer}: 是」；不要的，把这句话改清楚。`,
      };
    }
  },
});
