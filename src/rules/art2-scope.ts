import { defineRule, labelOf } from './support/define-rule.ts';

/** 第二条: projects of society without public money are in scope when they serve one of four fields. */
export const art2Scope = defineRule({
  id: 'art2-scope',
  title: '社会项目要属于办法适用的四个领域',
  severity: 'judgement',
  since: '2021-04-29',
  clauses: ['art2'],
  appliesTo: '社会组织或个人牵头、不使用财政资金的项目',
  why: '第二条只管提供或参与政务服务、公共服务、便民服务、社会治理的社会项目；只属于其他类的，可能不必报。',
  fix: '核对项目类别；确属四个领域之一的补选，否则由办公室判断是否适用。',
  needs: ['lead', 'categories'],
  reads: ['sources', 'subsidy', 'laterFiscal'],
  ok: [{ says: '便民服务类', base: '6.3', edit: {} }],
  bad: [{ says: '只选了其他类', base: '6.3', edit: { 项目类别: ['其他类'], 其他类说明: '机构内部办公' } }],
  *check({ lead, categories }, { fiscal }) {
    const byUnit = lead.type !== '社会组织' && lead.type !== '个人';
    if (byUnit || fiscal === true || categories.some((category) => category !== '其他类')) return;
    yield {
      path: [labelOf('categories')],
      message: `${labelOf('categories')}：只选了其他类，由办公室判断本办法是否适用`,
      fix: '项目提供或参与政务、公共、便民服务或社会治理的，补选相应类别。',
    };
  },
});
