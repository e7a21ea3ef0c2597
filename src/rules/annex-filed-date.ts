import { ruleVersions } from '../registry/office.ts';
import { defineRule, labelOf } from './support/define-rule.ts';

/** 填报日期 of both annexes; 第十二条: in force from the day that the office declares, that of the first version. */
export const annexFiledDate = defineRule({
  id: 'annex-filed-date',
  title: '填报日期不在将来，也不早于办法施行',
  severity: 'error',
  since: '2021-04-29',
  clauses: ['annex1', 'annex2', 'art12'],
  appliesTo: '全部项目',
  why: '办法施行以前没有这张表；将来的日期多半是写错了年份。',
  fix: '写填表当天的日期。',
  needs: ['filedOn'],
  ok: [{ says: '施行以后、今天以前', base: '6.1', edit: {} }],
  bad: [
    { says: '在将来', base: '6.1', edit: { 填报日期: '2030-01-01' } },
    { says: '早于施行', base: '6.1', edit: { 填报日期: '2021-04-28', 已建成日期: '2020-12-20' } },
  ],
  *check({ filedOn }, _entry, { today, office }) {
    const label = labelOf('filedOn');
    if (filedOn > today) {
      const message = `${label}：${filedOn} 还没有到，今天是 ${today}`;
      yield { path: [label], message, fix: `改成「${label}: ${today}」或实际填表的日期。` };
    }
    const from = ruleVersions(office)[0]?.inForceFrom ?? office.inForceFrom;
    if (filedOn < from) {
      const message = `${label}：${filedOn} 早于办法施行的 ${from}`;
      yield { path: [label], message, fix: '写填这张表的日期；项目建成的日期写在已建成日期。' };
    }
  },
});
