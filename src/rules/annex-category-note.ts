import { defineRule, labelOf } from './support/define-rule.ts';
import { saysNone } from './support/empty-words.ts';

/** Reading of 项目类别: 其他类 needs words. */
export const annexCategoryNote = defineRule({
  id: 'annex-category-note',
  title: '选了其他类的说明是什么',
  severity: 'judgement',
  since: '2021-04-29',
  clauses: ['annex1', 'annex2'],
  appliesTo: '项目类别含其他类的项目',
  why: '只有「其他」二字，别人查不到，统计也归不了类。',
  fix: '在其他类说明里写几个字。',
  needs: ['categories'],
  reads: ['categoryNote'],
  ok: [
    { says: '写了说明', base: '6.1', edit: { 项目类别: ['便民服务类', '其他类'], 其他类说明: '应急演练' } },
  ],
  bad: [
    { says: '没有说明', base: '6.1', edit: { 项目类别: ['便民服务类', '其他类'] } },
    { says: '只写无', base: '6.1', edit: { 项目类别: ['便民服务类', '其他类'], 其他类说明: '无' } },
  ],
  *check({ categories, categoryNote }) {
    if (!categories.includes('其他类') || !saysNone(categoryNote ?? '无')) return;
    const label = labelOf('categoryNote');
    yield {
      path: [labelOf('categories')],
      message: `${labelOf('categories')}：选了其他类，还没有说明是什么`,
      fix: `加一行「${label}: 机关内部办公」`,
    };
  },
});
