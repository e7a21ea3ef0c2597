import { APPROVED, BEGUN, BUILT, PROJECTED, RECEIVED } from './examples/example-events.ts';
import { defineRule } from './support/define-rule.ts';
import { outOfOrder } from './support/record-faults.ts';

/** 第八条: the plan is approved, then built by it, then reported as built. */
export const art8Order = defineRule({
  id: 'art8-order',
  title: '建设按批准、开工、完工的次序记',
  severity: 'error',
  since: '2021-04-29',
  clauses: ['art8'],
  appliesTo: '新建项目的办理记录',
  why: '第八条的程序一步接一步：完善方案，按方案建设，建成后报验收。跳过的一步，以后无从查考。',
  fix: '先补记前一步；没有办的，先办。',
  needs: ['stage'],
  ok: [
    {
      says: '批准、立项、开工、完工',
      base: '6.2财政',
      edit: {},
      records: [...APPROVED, PROJECTED, BEGUN, BUILT],
    },
    {
      says: '资料报送的项目开工、完工',
      base: '6.4非财政',
      edit: {},
      records: [RECEIVED, BEGUN, BUILT],
    },
  ],
  bad: [
    { says: '没有开工就完工', base: '6.2财政', edit: {}, records: [...APPROVED, PROJECTED, BUILT] },
    { says: '没有批准就完工', base: '6.2非财政', edit: {}, records: [RECEIVED, BUILT] },
    {
      says: '完工以后又开工',
      base: '6.2财政',
      edit: {},
      records: [...APPROVED, BEGUN, BUILT, { ...BEGUN, 日期: '2026-11-02' }],
    },
  ],
  *check(_filing, entry, facts) {
    yield* outOfOrder(entry, facts, ['开工', '完工', '免予验收']);
  },
});
