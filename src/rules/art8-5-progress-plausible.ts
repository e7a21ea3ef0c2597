import { formatWan, sameWan } from '../form/money.ts';
import { defineRule, type Fault, labelOf } from './support/define-rule.ts';
import { manyTimes } from './support/many-times.ts';

const progress = (...items: readonly Readonly<Record<string, string>>[]) => ({ 建设进展: items });
const FIRST = { 日期: '2026-08-31', 完成比例: '40', 累计投资: '120' };

/** 第八条第5项 「全程跟进项目进度」: each report goes on from the one before. */
export const art85ProgressPlausible = defineRule({
  id: 'art8-5-progress-plausible',
  title: '建设进展逐次向前，累计投资不超过预算',
  severity: 'judgement',
  since: '2021-04-29',
  clauses: ['art8-5'],
  appliesTo: '写了建设进展的项目',
  why: '进展是逐次追加的：日期、比例和累计投资不会倒退，也不会在将来。累计投资超过预算的，年度评价会问到。',
  fix: '核对日期、比例和金额；写错的由后一次更正说明，确实超过预算的写明原因。',
  needs: ['progress'],
  reads: ['budget'],
  ok: [
    {
      says: '两次进展，逐次向前',
      base: '6.1',
      edit: progress(FIRST, { 日期: '2026-10-31', 完成比例: '80', 累计投资: '250' }),
    },
    { says: '同一天补写一次，比例不变', base: '6.1', edit: progress(FIRST, { ...FIRST, 说明: '终端到货' }) },
  ],
  bad: [
    { says: '累计投资超过预算', base: '6.1', edit: progress({ ...FIRST, 累计投资: '900' }) },
    { says: '累计投资按元写了', base: '6.1', edit: progress({ ...FIRST, 累计投资: '1200000' }) },
    { says: '日期在将来', base: '6.1', edit: progress({ ...FIRST, 日期: '2029-08-31' }) },
    { says: '日期倒退', base: '6.1', edit: progress(FIRST, { 日期: '2026-07-31', 完成比例: '60' }) },
    { says: '比例倒退', base: '6.1', edit: progress(FIRST, { 日期: '2026-10-31', 完成比例: '30' }) },
    { says: '累计投资变少', base: '6.1', edit: progress(FIRST, { 日期: '2026-10-31', 累计投资: '20' }) },
  ],
  *check({ progress: reports, budget }, _entry, { today }) {
    for (const [index, { date, percent, spent }] of reports.entries()) {
      const before = reports.slice(0, index);
      const last = (key: 'date' | 'percent' | 'spent') => before.findLast((one) => one[key] !== undefined);
      const [day, share, sum] = [last('date')?.date, last('percent')?.percent, last('spent')?.spent];
      const fault = (part: string, said: string, fix: string): Fault => {
        return { path: [labelOf('progress'), index, part], message: `${labelOf('progress')}：${said}`, fix };
      };
      if (date > today) yield fault('日期', `${date} 还没有到，今天是 ${today}`, '写已经到了的那一天。');
      if (day !== undefined && date < day)
        yield fault('日期', `${date} 早于前一次的 ${day}`, '核对两个日期；进展按先后追加。');
      if (percent !== undefined && share !== undefined && percent < share)
        yield fault(
          '完成比例',
          `${date} 完成 ${percent}%，比前一次的 ${share}% 少`,
          '核对比例，写到那天一共完成的。',
        );
      if (spent === undefined) continue;
      if (sum !== undefined && spent < sum && !sameWan(spent, sum))
        yield fault(
          '累计投资',
          `${date} 累计 ${formatWan(spent)}，比前一次的 ${formatWan(sum)} 少`,
          '写到那天一共投了多少，不写这一次的。',
        );
      if (budget === undefined || spent <= budget || sameWan(spent, budget)) continue;
      const much = manyTimes(spent, budget) ?? `超过了${labelOf('budget')} ${formatWan(budget)}`;
      yield fault(
        '累计投资',
        `累计投资 ${formatWan(spent)}，${much}`,
        '核对金额，单位是万元；确实超过的，在说明里写明原因。',
      );
    }
  },
});
