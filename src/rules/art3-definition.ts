import { defineRule, labelOf } from './support/define-rule.ts';

/** 第三条: a 数智化 project uses new technology for business content of the listed kinds. */
export const art3Definition = defineRule({
  id: 'art3-definition',
  title: '项目内容要合乎「数智化」项目的定义',
  severity: 'judgement',
  since: '2021-04-29',
  clauses: ['art3'],
  appliesTo: '全部项目',
  why: '第三条的项目是用新技术做信息采集、数据共享、业务处理等内容；只写「其他」看不出是不是这类项目。',
  fix: '在建设内容类型里选出实际做的内容；都不符合的，由办公室判断是否适用本办法。',
  needs: ['contentTypes'],
  ok: [{ says: '信息采集、业务处理', base: '6.1', edit: {} }],
  bad: [{ says: '只写其他', base: '6.1', edit: { 建设内容类型: ['其他'] } }],
  *check({ contentTypes }) {
    if (contentTypes.some((type) => type !== '其他')) return;
    yield {
      path: [labelOf('contentTypes')],
      message: `${labelOf('contentTypes')}：只写了其他，看不出属于第三条的哪一类内容`,
      fix: '补选实际内容，例如「信息采集」「数据共享」；纯土建、纯采购桌椅等不属于数智化项目。',
    };
  },
});
