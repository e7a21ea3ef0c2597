import { coordinatorFaults } from './support/coordinator-faults.ts';
import { defineRule } from './support/define-rule.ts';

/** 第六条第4项, without public money: 「由相关行业主管部门、属地街道办事处负责协调」. */
export const art64Coordinator = defineRule({
  id: 'art6-4-coordinator',
  title: '社会新建项目的资料报送要写协调单位',
  severity: 'error',
  since: '2021-04-29',
  clauses: ['art6-4'],
  appliesTo: '社会组织或个人牵头、新建、不使用财政资金的项目',
  why: '第六条第4项规定由行业主管部门或属地街道办事处协调其提供资料，确保数据互通、平台互联。',
  fix: '写协调单位在单位名录里的全称，文件放在协调单位的文件夹。',
  needs: ['lead', 'stage', 'coordinator'],
  routes: ({ clause, coordinator }) => clause === '6.4' && coordinator,
  ok: [{ says: '写了协调单位', base: '6.4非财政', edit: {} }],
  bad: [{ says: '名录里没有', base: '6.4非财政', edit: { 协调单位: '某街道' } }],
  check: coordinatorFaults,
});
