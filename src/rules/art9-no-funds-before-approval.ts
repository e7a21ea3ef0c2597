import { APPROVED, PROJECTED, RECEIVED } from './examples/example-events.ts';
import { defineRule } from './support/define-rule.ts';
import { outOfOrder } from './support/record-faults.ts';

/** 第九条: 立项 and public money only after the approval of 第六条. */
export const art9NoFundsBeforeApproval = defineRule({
  id: 'art9-no-funds-before-approval',
  title: '审核、论证通过以后才立项和下达资金',
  severity: 'error',
  since: '2021-04-29',
  clauses: ['art9'],
  appliesTo: '使用财政资金的新建项目（6.2，6.4 使用财政资金）的办理记录',
  why: '第九条规定经审核通过后方可按程序立项并申请财政资金。先拨款后审核，论证就成了走过场。',
  fix: '先办审核和专家论证；立项以后再下达资金。已经下达的，由办公室会同财政处理。',
  needs: ['stage'],
  routes: ({ duties }) => duties.includes('art9'),
  ok: [
    {
      says: '审核、论证通过，立项，下达资金',
      base: '6.2财政',
      edit: {},
      records: [...APPROVED, PROJECTED, paid('2026-06-10')],
    },
  ],
  bad: [
    { says: '审核以前立项', base: '6.2财政', edit: {}, records: [RECEIVED, PROJECTED] },
    { says: '论证以前立项', base: '6.4财政', edit: {}, records: [...APPROVED.slice(0, 2), PROJECTED] },
    { says: '立项以前下达资金', base: '6.2财政', edit: {}, records: [...APPROVED, paid('2026-05-20')] },
  ],
  *check(_filing, entry, facts) {
    yield* outOfOrder(entry, facts, ['立项', '资金下达']);
  },
});

function paid(date: string): Readonly<Record<string, string>> {
  return { 日期: date, 事项: '资金下达', 文号: '示财〔2026〕31号', 金额: '160', 经办: '区财政局' };
}
