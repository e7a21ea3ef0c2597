import { defineRule, labelOf } from './support/define-rule.ts';

/** 第六条第3、4项: an individual leads as 「个人」; the filing is public, so the name stays out, out of messages too. */
export const art6PersonNotNamed = defineRule({
  id: 'art6-person-not-named',
  title: '个人牵头的不写姓名',
  severity: 'error',
  since: '2021-04-29',
  clauses: ['art6-3', 'art6-4'],
  appliesTo: '个人牵头的项目',
  why: '登记库是公开的，姓名写进去就人人看得到；办公室从纸质表和封存的联系方式里知道是谁。',
  fix: '名称写「个人」，姓名只写在纸质表或封存的联系方式里。',
  needs: ['lead'],
  ok: [{ says: '写「个人」', base: '6.3', edit: { 牵头主体: { 类型: '个人', 名称: '个人' } } }],
  bad: [
    { says: '写了姓名', base: '6.3', edit: { 牵头主体: { 类型: '个人', 名称: '张某某' } } },
    { says: '后面带了姓名', base: '6.3', edit: { 牵头主体: { 类型: '个人', 名称: '个人（张某某）' } } },
  ],
  *check({ lead }, _entry, { unitNamed }) {
    if (lead.type !== '个人' || lead.name === '个人') return;
    // A unit called 个人 is told to write its own type: 「个人」 would be the wrong repair.
    if (unitNamed(lead.name)) return;
    yield {
      path: [labelOf('lead'), '名称'],
      message: `${labelOf('lead')}：个人牵头的，名称只写「个人」，不写姓名和别的`,
      fix: '改成「名称: 个人」；企业、民办机构牵头的，改成「类型: 社会组织」，名称写全称。',
    };
  },
});
