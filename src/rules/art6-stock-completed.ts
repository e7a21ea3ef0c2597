import { RECEIVED } from './examples/example-events.ts';
import { defineRule, labelOf } from './support/define-rule.ts';

/** 第六条第1、3项: what is built already is filed too; a line of a ledger becomes a filing when its unit has completed it. */
export const art6StockCompleted = defineRule({
  id: 'art6-stock-completed',
  title: '由台账转来的存量项目，由单位补全',
  severity: 'warning',
  clauses: ['art6-1', 'art6-3'],
  since: '2021-04-29',
  appliesTo: '写有「待补全: true」的项目',
  why: '已建成和正在建设的项目也要备案。台账里只有几栏，其余要由单位补全才算备案；补全以前缺的栏目只作提醒，不能受理。',
  fix: '单位补全各栏，删去「待补全」这一行，再送一次。',
  needs: ['toComplete'],
  ok: [
    { says: '没有这一行，是单位自己填报的', base: '6.1', edit: {} },
    { says: '写了 false', base: '6.1', edit: { 待补全: 'false' } },
  ],
  bad: [
    { says: '由台账转来，还没有补全', base: '6.1', edit: { 待补全: 'true' } },
    { says: '还没有补全就受理了', base: '6.1', edit: { 待补全: 'true' }, records: [RECEIVED] },
  ],
  *check({ toComplete, lead }, entry, facts) {
    if (!toComplete) return;
    const label = labelOf('toComplete');
    const unit = lead?.name ?? '牵头单位';
    const fix = '补全各栏以后，删去「待补全」这一行。';
    yield { path: [label], message: `${label}：由台账转来，等${unit}补全；缺的栏目见下面的提醒`, fix };
    if (facts.lifeOf(entry).number === undefined) return;
    const received = `${label}：已经受理的项目不能再写「待补全」；核对以后删去这一行`;
    yield {
      path: [label],
      message: received,
      fix: '各栏都齐了，删去「待补全」这一行；不齐的，先由单位补正。',
      severity: 'error',
    };
  },
});
