import { LOG_LABEL } from '../records/log.ts';
import { SEVERITY_LABEL } from '../text/finding.ts';
import { APPROVED, ARGUED, RECEIVED, REVIEWED } from './examples/example-events.ts';
import { defineRule } from './support/define-rule.ts';
import { stepsOf } from './support/record-faults.ts';

const FEW = [RECEIVED, REVIEWED, { ...ARGUED, 专家人数: '3', 同意人数: '3' }];
const HALF = [RECEIVED, REVIEWED, { ...ARGUED, 专家人数: '6', 同意人数: '3' }];
const MINORITY = [RECEIVED, REVIEWED, { ...ARGUED, 同意人数: '1' }];

/** 第四条 asks for the experts and names no number: how many are enough is the office's to set. */
export const art4PanelSufficient = defineRule({
  id: 'art4-panel-sufficient',
  title: '专家论证的人数够，通过的有过半同意',
  severity: 'judgement',
  clauses: ['art4'],
  since: '2021-04-29',
  appliesTo: '办理记录里有专家论证的项目',
  why: '办法没有规定论证人数，由办公室约定。到场的人太少，或者多数人没有同意，结论站不住。',
  fix: '核对意见书上的人数；没有记错的，另行组织论证。',
  needs: [],
  ok: [
    { says: '五人到场，五人同意', base: '6.2财政', edit: {}, records: APPROVED, settings: { 论证人数: '5' } },
    { says: '办公室没有约定人数', base: '6.2财政', edit: {}, records: FEW },
  ],
  bad: [
    { says: '少于约定的人数', base: '6.2财政', edit: {}, records: FEW, settings: { 论证人数: '5' } },
    {
      says: '约定了人数，同意的没有过半，按必改',
      base: '6.2财政',
      edit: {},
      records: HALF,
      settings: { 论证人数: '5', 论证不足时: '必改' },
    },
    { says: '没有约定人数，同意的不到一半', base: '6.2财政', edit: {}, records: MINORITY },
  ],
  *check(_filing, entry, facts) {
    const { panelSize, panelWeight } = facts.settings;
    const severity = panelWeight === SEVERITY_LABEL.error ? 'error' : 'judgement';
    const fix = '核对意见书上的人数；没有记错的，另行组织论证。';
    for (const { event } of stepsOf(entry, facts)) {
      const { index, verdict, experts, agreed } = event;
      if (event.event !== '专家论证' || experts === undefined || agreed === undefined) continue;
      if (panelSize !== undefined && experts < panelSize) {
        const message = `专家人数：${experts} 人论证，办公室约定不少于 ${panelSize} 人`;
        yield { path: [LOG_LABEL, index, '专家人数'], severity, message, fix };
      }
      const isShort = panelSize === undefined ? agreed * 2 < experts : agreed * 2 <= experts;
      if (verdict !== '通过' || !isShort) continue;
      const message = `同意人数：${experts} 人论证，只有 ${agreed} 人同意，结论写的是「通过」`;
      yield { path: [LOG_LABEL, index, '同意人数'], severity, message, fix };
    }
  },
});
