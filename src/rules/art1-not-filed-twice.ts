import { projectKey } from '../registry/project-key.ts';
import { defineRule, labelOf } from './support/define-rule.ts';

/** 第一条 「避免重复建设」, in its plainest form: one project has one filing. */
export const art1NotFiledTwice = defineRule({
  id: 'art1-not-filed-twice',
  title: '同一个项目只登记一次',
  severity: 'error',
  since: '2021-04-29',
  clauses: ['art1'],
  appliesTo: '全部项目',
  why: '同一单位、同一名称登记两次，统计会算两遍；后续阶段另立项目，并写明前期项目。',
  fix: '更新原来的文件；确是另一期的，在名称里写明（二期）并填前期项目。',
  needs: ['name', 'lead'],
  ok: [{ says: '名称没有重复', base: '6.1', edit: {} }],
  bad: [{ says: '同一单位已有同名项目', base: '6.1', edit: { 项目名称: '示例街道综合指挥平台' } }],
  *check({ lead }, entry, { byProject }) {
    const others = (byProject.get(projectKey(entry) ?? '') ?? []).filter(({ id }) => id !== entry.id);
    const [first] = others;
    if (!first) return;
    yield {
      path: [labelOf('name')],
      message: `${labelOf('name')}：「${lead.name}」已经登记过同名项目 ${others.map(({ id }) => id).join('、')}`,
      fix: `更新原来的文件 ${first.file}；是后一期的，名称写明「（二期）」，并写「${labelOf('predecessor')}: ${first.id}」。`,
    };
  },
});
