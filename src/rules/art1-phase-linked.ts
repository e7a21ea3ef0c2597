import { defineRule, labelOf } from './support/define-rule.ts';

const LATER_PHASE = /(?:[二三四五六七八九2-9]|Ⅱ|Ⅲ|II|III)\s*期|升级改造|扩容|续建|改造提升|提升改造/;

/** 第一条 「可持续、可迭代、可升级」: a later phase names the earlier one. */
export const art1PhaseLinked = defineRule({
  id: 'art1-phase-linked',
  title: '二期、升级项目写明前期项目',
  severity: 'judgement',
  since: '2021-04-29',
  clauses: ['art1'],
  appliesTo: '名称里有二期、升级、扩容等字样的项目',
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
  bad: [{ says: '二期，没有写', base: '6.2财政', edit: { 项目名称: '示例街道综合指挥平台（二期）' } }],
  *check({ name, predecessor }) {
    const found = LATER_PHASE.exec(name);
    if (!found || predecessor !== undefined) return;
    const label = labelOf('predecessor');
    yield {
      path: [label],
      message: `${label}：名称里有「${found[0]}」，没有写前一期是哪个项目`,
      fix: `填写前一期的编号，例如「${label}: jingba-lu/zhi-hui-yang-lao-k7q2」`,
    };
  },
});
