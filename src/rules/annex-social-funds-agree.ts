import { formatWan, sameWan, sumFen, wanPlain } from '../form/money.ts';
import { UNIT_TYPES } from '../regulation/vocabulary.ts';
import { defineRule, labelOf } from './support/define-rule.ts';

const source = (kind: string, amount: string) => ({ 来源: kind, 金额: amount });

/** Both annexes have 使用社会资金金额 beside 资金来源: one fact in two cells. */
export const annexSocialFundsAgree = defineRule({
  id: 'annex-social-funds-agree',
  title: '使用社会资金与资金来源要对得上',
  severity: 'judgement',
  since: '2021-04-29',
  clauses: ['annex1', 'annex2'],
  appliesTo: '使用社会资金，或资金来源里有社会资金的项目',
  why: '两格说的是同一笔钱。一处有一处没有，或者金额不一样，就不知道社会出了多少、财政出了多少。',
  fix: '两处写同样的金额；没有社会资金的，两处都不写。社会组织、个人自筹的钱，可以算在社会资金里。',
  needs: ['sources'],
  reads: ['socialFunds', 'lead'],
  ok: [
    {
      says: '两处都是 100',
      base: '6.2财政',
      edit: {
        资金来源: [source('区级财政', '100'), source('省级补助', '120'), source('社会资金', '100')],
        使用社会资金: '100',
      },
    },
    { says: '社会组织自筹的算作社会资金', base: '6.3', edit: { 使用社会资金: '320' } },
    { says: '社会组织自筹的另算', base: '6.3', edit: {} },
    { says: '没有社会资金，写了 0', base: '6.1', edit: { 使用社会资金: '0' } },
  ],
  bad: [
    { says: '写了 100，资金来源全是财政的', base: '6.1', edit: { 使用社会资金: '100' } },
    {
      says: '资金来源有社会资金，没有写',
      base: '6.2非财政',
      edit: { 资金来源: [source('社会资金', '320')] },
    },
    {
      says: '两处金额不一样',
      base: '6.4非财政',
      edit: { 资金来源: [source('社会资金', '320')], 使用社会资金: '120' },
    },
  ],
  *check({ socialFunds = 0, sources, lead }) {
    const sumOf = (...kinds: readonly string[]) =>
      sumFen(sources.filter(({ source: kind }) => kinds.includes(kind)).map(({ amount }) => amount));
    const own = UNIT_TYPES.some((type) => type === lead?.type) ? [] : ['自筹'];
    const [least, most] = [sumOf('社会资金'), sumOf('社会资金', '其他', ...own)];
    if (
      sameWan(socialFunds, least) ||
      (socialFunds > least && (socialFunds < most || sameWan(socialFunds, most)))
    )
      return;
    const [label, given] = [labelOf('socialFunds'), labelOf('sources')];
    yield {
      path: [label],
      message: `${label}：${socialFunds > 0 ? `写的是 ${formatWan(socialFunds)}` : '没有写'}，${given}里的社会资金${least > 0 ? `是 ${formatWan(least)}` : '没有写'}`,
      fix:
        least > 0
          ? `核对后改成一致，例如「${label}: ${wanPlain(least)}」。`
          : `确有社会资金的，在${given}里加一项「社会资金」；没有的，删去这一行。`,
    };
  },
});
