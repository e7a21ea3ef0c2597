import { coordinatorFaults } from './support/coordinator-faults.ts';
import { defineRule } from './support/define-rule.ts';

/** 第六条第3项 「由相关行业主管部门、属地街道办事处负责协调其填写」. */
export const art63Coordinator = defineRule({
  id: 'art6-3-coordinator',
  title: '社会组织、个人的备案要写协调单位',
  severity: 'error',
  since: '2021-04-29',
  clauses: ['art6-3'],
  appliesTo: '社会组织或个人牵头、已建成或正在建设的项目',
  why: '第六条第3项规定由行业主管部门或属地街道办事处协调填写；没有协调单位，就没有人负责核对和后续对接。',
  fix: '写协调单位在单位名录里的全称，文件放在协调单位的文件夹。',
  needs: ['lead', 'stage'],
  reads: ['coordinator'],
  routes: ({ clause }) => clause === '6.3',
  ok: [{ says: '写了协调单位', base: '6.3', edit: {} }],
  bad: [
    { says: '没有写', base: '6.3', edit: { 协调单位: null } },
    { says: '名录里没有', base: '6.3', edit: { 协调单位: '某街道' } },
  ],
  check: coordinatorFaults,
});
