import { describe, expect, it } from 'vitest';
import { deriveState, type Lifecycle, STATE_NAMES } from '../../records/lifecycle/derive.ts';
import type { RecordEvent } from '../../records/log.ts';
import { decideRoute } from '../../regulation/routes.ts';
import { integrationWords, stateLine, timelineRows } from './standing-view.ts';

const route = decideRoute({ lead: '街道办事处', stage: '新建', fiscal: true });
const RECEIVED: RecordEvent = { date: '2026-03-10', event: '受理', number: '登1号', index: 0 };
const filing = { filedOn: '2026-03-05', progress: [{ date: '2026-02-01', percent: 10, spent: 5_000_000 }] };
const life = (records: readonly RecordEvent[]): Lifecycle =>
  deriveState({ route, filing, records, today: '2026-11-24' });

describe('the state line', () => {
  it('says whose turn it is and since when, never how many days', () => {
    const line = stateLine(life([RECEIVED]));
    expect(line).toEqual({ tone: 'wait', words: '待办公室审核', since: '2026年3月10日起', number: '登1号' });
  });

  it('says no day when nobody is waited for', () => {
    expect(stateLine({ ...life([RECEIVED]), turn: '无' }).since).toBeUndefined();
  });

  it('has a tone for every state', () => {
    for (const state of STATE_NAMES) {
      const { tone } = stateLine({ ...life([]), state });
      expect(['pass', 'wait', 'stop', 'quiet']).toContain(tone);
    }
  });
});

describe('the timeline', () => {
  it('puts the unit’s reports and the office’s events in the order of time, and says whose words they are', () => {
    const rows = timelineRows(life([RECEIVED]), filing);
    expect(rows.map(({ date, title, by }) => [date, title, by])).toEqual([
      ['2026-02-01', '建设进展', '申报单位填报'],
      ['2026-03-10', '受理', '办公室记录'],
    ]);
    expect(rows[0]?.details).toEqual([
      { label: '完成比例', text: '10%' },
      { label: '累计投资', text: '5.00 万元' },
    ]);
  });

  it('keeps what was received apart from what an event says, and the mark for programs out of it', () => {
    const received = {
      form: '申请表',
      clause: '第六条第2项',
      leadType: '街道办事处',
      leadName: '甲街道办事处',
      stage: '新建',
      fiscal: true,
      budget: 3_200_000_00,
      digest: '0123456789ab',
    } as const;
    const [, row] = timelineRows(life([{ ...RECEIVED, note: '材料齐全', received }]), filing);
    expect(row?.details.map(({ label }) => label)).toEqual(['登记号', '说明']);
    expect(row?.received).toMatch(/^表式：申请表；.*总投资：320\.00 万元/);
    expect(row?.received).not.toContain('0123456789ab');
  });

  it('marks an event that has no place in the course of things', () => {
    const rows = timelineRows(life([{ date: '2026-03-10', event: '立项', index: 0 }]), {});
    expect(rows[0]).toMatchObject({ counts: false });
    expect(rows[0]?.remarks[0]).toMatch(/^这一条没有计入：先有受理/);
  });
});

it('says the integration of Article 7 in words', () => {
  expect(integrationWords(life([]))).toBe('总平台还没有对接计划；数据还没有归集计划');
});
