import { describe, expect, it } from 'vitest';
import { deriveState } from '../records/lifecycle/derive.ts';
import type { RecordEvent } from '../records/log.ts';
import type { Standing } from '../registry/standing.ts';
import { decideRoute } from '../regulation/routes.ts';
import { statusRecord, statusText } from './status.ts';

const route = decideRoute({ lead: '街道办事处', stage: '新建', fiscal: true });
const filing = { name: '某平台', filedOn: '2026-03-05', budget: 32_000_000 * 10 };
const event = (date: string, name: RecordEvent['event'], more: Partial<RecordEvent> = {}) => ({
  date,
  event: name,
  ...more,
});

function standing(...events: readonly Omit<RecordEvent, 'index'>[]): Standing {
  const records = events.map((one, index) => ({ ...one, index }));
  const life = deriveState({ route, filing, records, today: '2026-11-24' });
  return { id: 'jia/a', name: '某平台', days: 3, late: undefined, coordinator: undefined, ...life };
}

const RECEIVED = event('2026-03-10', '受理', { number: '登1号' });
const ASKED = event('2026-03-12', '补正', { verdict: '要求补正', note: '补运维费用测算。' });
const APPROVED = [
  RECEIVED,
  event('2026-03-20', '审核', { verdict: '通过' }),
  event('2026-04-20', '专家论证', { verdict: '通过', experts: 5, agreed: 5 }),
] as const;

describe('status in words', () => {
  it('says what an open 补正 asks for', () => {
    expect(statusText(standing(RECEIVED, ASKED))).toContain(
      '申报单位：补正（第六条第2项，2026-03-12 起）：补运维费用测算。',
    );
    const done = event('2026-03-15', '补正', { verdict: '已补齐' });
    expect(statusText(standing(RECEIVED, ASKED, done))).not.toContain('申报单位：补正');
  });

  it('says of an event that has no place why it does not count', () => {
    expect(statusText(standing(event('2026-03-10', '开工'), event('2026-03-11', '完工')))).toContain(
      '完工（第八条）　这一条没有计入：先有受理、审核通过、专家论证通过，才能记「完工」',
    );
  });

  it('says of a refused step during a new review that the change is under review', () => {
    const changed = event('2026-05-20', '变更', { review: true, note: '增加点位' });
    const begun = event('2026-05-01', '开工');
    const text = statusText(standing(...APPROVED, begun, changed, event('2026-06-01', '完工')));
    expect(text).toContain('这一条没有计入：变更正在重新审核，有了结论才能记「完工」');
  });

  it('shows what was put right, and for how much a project was approved and paid', () => {
    const project = event('2026-05-01', '立项', { amount: 3_000_000_000, document: '发改1号' });
    const paid = event('2026-05-20', '资金下达', { amount: 100_000_000, document: '财1号' });
    const correction = event('2026-06-01', '更正', {
      ...{ eventNumber: 4, column: '金额', was: '3000', becomes: '300', reason: '多写一个零' },
    });
    const one = standing(...APPROVED, project, paid, correction);
    const text = statusText(one);
    for (const line of [
      '论证通过的总投资：320.00 万元（2026年4月20日）',
      '立项：300.00 万元（发改1号，2026年5月1日）',
      '累计下达：100.00 万元，立项余 200.00 万元',
    ]) {
      expect(text).toContain(line);
    }
    expect(text).toContain('已更正：金额原来写「3000」，改为「300」（多写一个零）');
    expect(statusRecord(one)).toMatchObject({
      money: {
        approvals: [{ date: '2026-04-20', amount: 320 }],
        projects: [{ date: '2026-05-01', amount: 300, document: '发改1号' }],
        payments: [{ date: '2026-05-20', amount: 100, document: '财1号' }],
        paid: 100,
        balance: 200,
      },
    });
  });
});
