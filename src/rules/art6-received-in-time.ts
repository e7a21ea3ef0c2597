import { lateReceipt } from '../registry/late-step.ts';
import { RECEIVED } from './examples/example-events.ts';
import { defineRule, labelOf } from './support/define-rule.ts';

/** 第六条 sets no limit to 受理; the office may set itself one. Never the unit's fault. */
export const art6ReceivedInTime = defineRule({
  id: 'art6-received-in-time',
  title: '在办公室约定的时限内受理',
  severity: 'warning',
  clauses: ['art6'],
  since: '2021-04-29',
  appliesTo: '等着受理的项目；办公室约定了受理时限的才提醒',
  why: '办法没有规定受理的时限。办公室自己约定了的，过了时限提醒一声，免得漏办。',
  fix: '由办公室受理，或者要求补正；申报单位不用改。',
  needs: ['name', 'filedOn'],
  ok: [
    { says: '已经受理', base: '6.1', edit: {}, records: [RECEIVED], settings: { 受理时限: '5' } },
    { says: '还没有过时限', base: '6.1', edit: { 填报日期: '2026-11-20' }, settings: { 受理时限: '5' } },
    { says: '办公室没有约定时限', base: '6.1', edit: {} },
  ],
  bad: [{ says: '过了时限还没有受理', base: '6.1', edit: {}, settings: { 受理时限: '5' } }],
  *check(_filing, entry, facts) {
    const late = lateReceipt(facts.lifeOf(entry), facts.today, facts.office);
    if (!late) return;
    const label = labelOf('name');
    const message = `${label}：还没有受理，${late.words}；由办公室办理，申报单位不用改`;
    yield { path: [label], message, fix: '由办公室受理，或者要求补正。' };
  },
});
