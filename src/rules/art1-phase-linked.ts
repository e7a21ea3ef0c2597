import type { Entry } from '../form/entry.ts';
import { yearIn, yearlyKey } from '../registry/project-key.ts';
import { defineRule, type Facts, labelOf } from './support/define-rule.ts';

const LATER_PHASE = /(?:[二三四五六七八九2-9]|Ⅱ|Ⅲ|II|III)\s*期|升级改造|扩容|续建|改造提升|提升改造/;

/** 第一条 「可持续、可迭代、可升级」: a later phase or year names the earlier one. */
export const art1PhaseLinked = defineRule({
  id: 'art1-phase-linked',
  title: '二期、升级、逐年续办的项目写明前期项目',
  severity: 'judgement',
  clauses: ['art1'],
  appliesTo: '名称里有二期、升级、扩容等字样，或者与已有项目只差年度的项目',
  why: '接不上前一期，就看不出新增了什么，也算不出累计花了多少。',
  fix: '填前期项目的编号；前一期没有登记过的，先登记，或在项目概况里说明。',
  needs: ['name'],
  reads: ['predecessor'],
  ok: [
    {
      says: '二期，写了前期项目',
      base: '6.2财政',
      edit: { 项目名称: '示例街道综合指挥平台（二期）', 前期项目: 'shili/zonghe-zhihui-a2b3' },
    },
  ],
  bad: [
    { says: '二期，没有写', base: '6.2财政', edit: { 项目名称: '示例街道综合指挥平台（二期）' } },
    { says: '只比前一年度多了年份', base: '6.2财政', edit: { 项目名称: '示例街道综合指挥平台（2027年度）' } },
  ],
  *check({ name, predecessor }, entry, facts) {
    if (predecessor !== undefined) return;
    const label = labelOf('predecessor');
    const found = LATER_PHASE.exec(name);
    const earlier = found ? undefined : yearBefore(entry, facts);
    if (!found && !earlier) return;
    yield {
      path: [label],
      message: found
        ? `${label}：名称里有「${found[0]}」，没有写前一期是哪个项目`
        : `${label}：名称与「${earlier?.filing.name}」（${earlier?.id}）只差年度，没有写是不是接着它续办的`,
      fix: found
        ? `填写前一期的编号，例如「${label}: jingba-lu/zhihui-yanglao-k7q2」`
        : `逐年续办的，写「${label}: ${earlier?.id}」；不是的，名称写明两个项目的不同。`,
    };
  },
});

/** The last project of the same name with an earlier year in it, or with none and filed earlier. */
function yearBefore(entry: Entry, { byYearly }: Facts): Entry | undefined {
  const { name = '', filedOn = '' } = entry.filing;
  const year = yearIn(name);
  const before = (byYearly.get(yearlyKey(entry)) ?? []).filter(({ id, filing }) => {
    const other = yearIn(filing.name ?? '');
    if (id === entry.id || other === year) return false;
    if (year !== '' && other !== '') return other < year;
    // The year is added to the name by the later of the two, which may be filed on the same day.
    return other === '' ? (filing.filedOn ?? '') <= filedOn : (filing.filedOn ?? '') < filedOn;
  });
  return before.toSorted((a, b) => (yearIn(a.filing.name ?? '') < yearIn(b.filing.name ?? '') ? 1 : -1))[0];
}
