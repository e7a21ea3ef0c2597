import type { Entry } from '../form/entry.ts';
import { yearIn, yearlyKey } from '../registry/project-key.ts';
import { defineRule, type Facts, labelOf } from './support/define-rule.ts';

/** 二期 of a project, and not of a course (第三期培训) or an estate (二期小区). */
const PHASE =
  /(?<!(?:培训|学习|课程|活动|招生|班)第?)(?:[二三四五六七八九]|(?<!\d)[2-9]|Ⅱ|Ⅲ|II|III)\s*期(?!\s*(?:培训|学员|班|课|讲座|活动|招生|评选|疫苗|临床|征地|拆迁|安置|小区|社区|住宅|花园|家园|公寓|楼|房))/;
/** The upgrade of a system stands at the end of the name; before another noun, or after a street, it is what is looked after. */
const UPGRADE =
  /(?<!小区|社区|街区|片区|城区|道路|街巷|小巷|管网|市场|厕所|园区|城中村|棚户区|电梯|房屋|危房|河道|公园|学校)(?:升级改造|扩容|续建|改造提升|提升改造)(?=(?:项目|工程|建设|服务|采购|实施|软件|硬件)*(?:[（(【\s及和与、\-—]|$))/;

/** 第一条 「可持续、可迭代、可升级」: a later phase or year names the earlier one. */
export const art1PhaseLinked = defineRule({
  id: 'art1-phase-linked',
  title: '二期、升级、逐年续办的项目写明前期项目',
  severity: 'judgement',
  since: '2021-04-29',
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
    { says: '监管的是小区改造', base: '6.2财政', edit: { 项目名称: '示例街道老旧小区改造提升监管平台' } },
    { says: '培训的期次在后', base: '6.2财政', edit: { 项目名称: '示例街道干部培训第2期报名系统' } },
    { says: '培训的期次', base: '6.2财政', edit: { 项目名称: '示例街道第三期培训管理系统' } },
  ],
  bad: [
    { says: '二期，没有写', base: '6.2财政', edit: { 项目名称: '示例街道综合指挥平台（二期）' } },
    { says: '升级改造，没有写', base: '6.2财政', edit: { 项目名称: '示例街道综合指挥平台升级改造项目' } },
    { says: '只比前一年度多了年份', base: '6.2财政', edit: { 项目名称: '示例街道综合指挥平台（2027年度）' } },
    { says: '扩容，没有写', base: '6.2财政', edit: { 项目名称: '示例街道视频监控扩容及运维' } },
  ],
  *check({ name, predecessor }, entry, facts) {
    if (predecessor !== undefined) return;
    const label = labelOf('predecessor');
    const found = PHASE.exec(name) ?? UPGRADE.exec(name);
    const earlier = found ? undefined : yearBefore(entry, facts);
    if (!found && !earlier) return;
    yield {
      path: [label],
      message: found
        ? `${label}：名称里有「${found[0]}」，没有写前一期是哪个项目`
        : `${label}：名称与「${earlier?.filing.name}」（${earlier?.id}）只差年度，没有写是不是接着它续办的`,
      fix: found
        ? `填写前一期的编号，例如「${label}: jingba-lu/zhi-hui-yang-lao-k7q2」`
        : `逐年续办的，写「${label}: ${earlier?.id}」；不是的，名称写明两个项目的不同。`,
    };
  },
});

/** The last project of the same name with an earlier year in it, or with none and filed earlier. */
function yearBefore(entry: Entry, { byYearly }: Facts): Entry | undefined {
  const { name = '', filedOn = '' } = entry.filing;
  const year = yearIn(name);
  const key = yearlyKey(entry);
  // While it is open who leads it, it is like nothing.
  const alike = key === undefined ? [] : byYearly.get(key);
  const before = (alike ?? []).filter(({ id, filing }) => {
    const other = yearIn(filing.name ?? '');
    if (id === entry.id || other === year) return false;
    if (year !== '' && other !== '') return other < year;
    // The year is added to the name by the later of the two, which may be filed on the same day.
    return other === '' ? (filing.filedOn ?? '') <= filedOn : (filing.filedOn ?? '') < filedOn;
  });
  return before.toSorted((a, b) => (yearIn(a.filing.name ?? '') < yearIn(b.filing.name ?? '') ? 1 : -1))[0];
}
