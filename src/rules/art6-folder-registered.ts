import { defineRule, labelOf } from './support/define-rule.ts';

/** 第六条: every filing belongs to a unit that answers for it, by the folder it lies in. */
export const art6FolderRegistered = defineRule({
  id: 'art6-folder-registered',
  title: '文件夹要是单位名录里的代码',
  severity: 'error',
  since: '2021-04-29',
  clauses: ['art6'],
  appliesTo: '全部项目',
  why: '文件夹决定由哪个单位负责这份填报；名录里没有的代码，没有人能更新它。',
  fix: '放进单位名录里有的代码的文件夹，例如 projects/jingba-lu/。',
  needs: [],
  ok: [{ says: '文件夹代码在名录里', base: '6.1', edit: {} }],
  bad: [{ says: '文件夹代码不在名录里', base: '6.1', edit: { 文件夹: 'meiyou' } }],
  *check(_filing, entry, { units }) {
    if (units.size === 0 || units.has(entry.unit)) return;
    yield {
      path: [labelOf('lead')],
      message: `${labelOf('lead')}：文件放在「${entry.unit}」文件夹，单位名录里没有这个代码`,
      fix: '移到 projects/本单位代码/ 下；代码见 registry/units.yaml。',
    };
  },
});
