import { describe, expect, it } from 'vitest';
import { ROUTES } from '../../tests/support/events.ts';
import { eventNamed, eventsByPlace } from './possible-events.ts';
import { undoLastEvent } from './undo-event.ts';

const FILE = 'records/shili/guanai.yaml';
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const FIRST = '- 日期: 2026-03-10\n  事项: 受理\n  登记号: 示数申〔2026〕3号\n  经办: 办公室\n';
const SECOND = '- 日期: 2026-03-12\n  事项: 审核\n  结论: 通过\n  经办: 办公室\n';

describe('taking the last event back', () => {
  it('leaves the others letter for letter', () => {
    const undone = undoLastEvent(FILE, bytes(`# 注\n${FIRST}${SECOND}`), bytes(`# 注\n${FIRST}`));
    expect(undone).toMatchObject({ event: '审核', date: '2026-03-12' });
    expect('bytes' in undone && new TextDecoder().decode(undone.bytes)).toBe(`# 注\n${FIRST}`);
  });

  it('leaves an empty file of a first event', () => {
    const undone = undoLastEvent(FILE, bytes(FIRST), bytes(''));
    expect('bytes' in undone && undone.bytes).toEqual(bytes(''));
  });

  it.each([
    ['what is committed', FIRST, FIRST, '更正'],
    ['nothing at all', '', '', '没有'],
  ])('refuses %s', (_, present, committed, why) => {
    expect(undoLastEvent(FILE, bytes(present), bytes(committed))).toEqual({
      why: expect.stringContaining(why),
    });
  });
});

describe('events by what they are called', () => {
  it.each([
    ['论证', '专家论证'],
    ['验收', '专家验收'],
    ['审核', '审核'],
    ['constructor', undefined],
    ['没有这件', undefined],
  ])('%s means %s', (word, name) => {
    expect(eventNamed(word)).toBe(name);
  });
});

describe('events by their place', () => {
  it('has first what can be done now', () => {
    const facts = { route: ROUTES.审批财政, filing: {}, today: '2026-03-20' } as const;
    const before = eventsByPlace({ ...facts, records: [] });
    expect(before.possible).toContain('受理');
    expect(before.possible).not.toContain('立项');
    expect(before.others).toContain('更正');
    const received = { event: '受理', date: '2026-03-10', number: '示〔2026〕1号', index: 0 } as const;
    expect(eventsByPlace({ ...facts, records: [received] }).possible).toEqual(
      expect.arrayContaining(['审核', '补正', '更正']),
    );
  });
});
