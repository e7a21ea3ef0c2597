import { coordinatorFaults } from './support/coordinator-faults.ts';
import { defineRule } from './support/define-rule.ts';

/** 第六条: a 协调单位 that is named where none has to be is still a unit of the 名录. It may have the file elsewhere. */
export const art6CoordinatorRegistered = defineRule({
  id: 'art6-coordinator-registered',
  title: '写了协调单位的，写名录里的全称',
  severity: 'error',
  since: '2021-04-29',
  clauses: ['art6'],
  appliesTo: '不要求协调单位、却写了协调单位的项目（6.1，6.2，6.4 使用财政资金）',
  why: '协调单位负责核对和后续对接；名录里没有的名称，找不到由谁负责。',
  fix: '写协调单位在单位名录里的全称；没有协调单位的，删去这一行。',
  needs: ['coordinator'],
  routes: ({ coordinator }) => !coordinator,
  ok: [
    { says: '没有写，也不要求写', base: '6.4财政', edit: {} },
    { says: '写了名录里的单位', base: '6.4财政', edit: { 协调单位: '示例街道办事处' } },
  ],
  bad: [
    { says: '社会组织使用财政资金，协调单位不在名录里', base: '6.4财政', edit: { 协调单位: '某街道' } },
    { says: '单位牵头，协调单位写了简称', base: '6.1', edit: { 协调单位: '示例街道' } },
  ],
  check: coordinatorFaults,
});
