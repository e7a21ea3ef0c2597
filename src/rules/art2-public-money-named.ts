import type { Filing } from '../form/fields.ts';
import { FISCAL_SOURCES, UNIT_TYPES } from '../regulation/vocabulary.ts';
import { defineRule, labelOf } from './support/define-rule.ts';
import { moneyOf } from './support/public-money.ts';

type Source = NonNullable<Filing['sources']>[number];

const money = (source: string, note?: string) => ({
  资金来源: [{ 来源: source, 金额: '320', ...(note === undefined ? {} : { 说明: note }) }],
});

/** 第二条 「全部或部分使用财政资金」: 自筹 and 其他 do not say whose money it is; the note has to. */
export const art2PublicMoneyNamed = defineRule({
  id: 'art2-public-money-named',
  title: '自筹、其他要看得出是不是财政资金',
  severity: 'judgement',
  since: '2021-04-29',
  clauses: ['art2', 'art9'],
  appliesTo: '资金来源里有社会资金、自筹、其他的项目',
  why: '财政资金写成自筹或其他，项目就不按使用财政资金办理，第九条的立项和申请资金也管不到它。',
  fix: '是财政资金的改成区级财政、专项债等；不是的，在说明里写明是什么钱，例如社会捐赠、经营收入。',
  needs: ['lead', 'sources'],
  reads: ['subsidy', 'laterFiscal'],
  ok: [
    { says: '单位自筹，写明是捐赠', base: '6.2非财政', edit: money('自筹', '社会捐赠，非财政资金') },
    { says: '社会组织自筹', base: '6.4非财政', edit: money('自筹') },
    { says: '其他，写明是什么', base: '6.3', edit: money('其他', '会费收入') },
  ],
  bad: [
    { says: '其他，说明是财政预算', base: '6.2非财政', edit: money('其他', '区财政预算安排') },
    { says: '其他，说明是国债', base: '6.2非财政', edit: money('其他', '超长期特别国债') },
    { says: '社会资金，说明是补助', base: '6.4非财政', edit: money('社会资金', '街道拨款') },
    { says: '单位自筹，没有说是什么钱', base: '6.2非财政', edit: money('自筹', '单位自有资金') },
    { says: '其他，没有说明', base: '6.3', edit: money('其他') },
  ],
  *check({ lead, sources }, { fiscal }) {
    const label = labelOf('sources');
    const byUnit = UNIT_TYPES.some((type) => type === lead.type);
    for (const [index, one] of sources.entries()) {
      const said = one.amount > 0 && !FISCAL_SOURCES.includes(one.source) ? doubt(one, byUnit) : undefined;
      // What is unexplained beside public money changes nothing: the project uses public money already.
      if (!said || (!said.named && fiscal === true)) continue;
      const message = `${label}：第 ${index + 1} 项「${one.source}」${said.words}`;
      const fix =
        '财政资金改成「来源: 区级财政」这样的；不是的，说明写明，例如「说明: 社会捐赠，非财政资金」。';
      yield { path: [label, index, said.named ? '说明' : '来源'], message, fix };
    }
  },
});

function doubt(
  { source, note = '' }: Source,
  byUnit: boolean,
): { readonly words: string; readonly named: boolean } | undefined {
  const told = moneyOf(note);
  if (told === '财政') return { words: `说明写的是「${note}」，像是财政资金`, named: true };
  if (told === '非财政') return undefined;
  if (source === '自筹' && byUnit) {
    return { words: '没有写明是不是财政资金，单位自有的钱一般也列入预算', named: false };
  }
  return source === '其他' && note === '' ? { words: '没有说明是什么钱', named: false } : undefined;
}
