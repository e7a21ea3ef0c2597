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
  fix: '单位的项目放在本单位的文件夹，例如 projects/jingba-lu/；社会组织和个人的，放在行业主管部门或属地街道办事处的文件夹。',
  needs: [],
  ok: [
    { says: '文件夹代码在名录里', base: '6.1', edit: {} },
    { says: '社会组织使用财政资金，放在街道的文件夹', base: '6.4财政', edit: {} },
  ],
  bad: [
    { says: '文件夹代码不在名录里', base: '6.1', edit: { 文件夹: 'meiyou' } },
    { says: '社会组织用了自己的代码', base: '6.4财政', edit: { 文件夹: 'mou-yanglao' } },
  ],
  *check({ lead }, entry, { units }) {
    if (units.size === 0 || units.has(entry.unit)) return;
    const label = labelOf('lead');
    const social = lead?.type === '社会组织' || lead?.type === '个人';
    const fix = social
      ? `${lead.type}不另设文件夹：移到行业主管部门或属地街道办事处的文件夹，例如 projects/jingba-lu/，由它代为提交；代码见 registry/units.yaml。`
      : '改放本单位的文件夹 projects/本单位代码/，代码见 registry/units.yaml；名录里没有本单位的，请办公室先增加。';
    const message = `${label}：单位名录里没有代码「${entry.unit}」，这份文件不知道由哪个单位负责`;
    yield { path: [label], message, fix };
  },
});
