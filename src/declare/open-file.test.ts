import { describe, expect, it } from 'vitest';
import { DRAFT_FORMAT, type Draft, writeDraft } from './draft.ts';
import { openFile } from './open-file.ts';

const FRESH = { draftId: 'bbbb', suffix: 'k7q2', now: '2026-11-24T08:00:00.000Z' };
const DRAFT: Draft = {
  format: DRAFT_FORMAT,
  id: 'aaaa',
  suffix: 'm4tz',
  answers: { 单位: 'jingba-lu', 项目名称: '井盖感知平台' },
  screen: 'project',
  seen: [],
  savedAt: '2026-11-23T08:00:00.000Z',
};

function open(text: string, name = '草稿.json'): ReturnType<typeof openFile> {
  return openFile({ name, bytes: new TextEncoder().encode(text), ...FRESH }, { units: [] });
}

describe('a draft from a file', () => {
  it('is opened as it was, as a draft of its own', () => {
    expect(open(writeDraft(DRAFT))).toEqual({
      draft: { ...DRAFT, id: FRESH.draftId },
      note: '草稿已经打开，接着填。',
    });
  });

  it('of an older form is opened too, and what has no box any more is told', () => {
    const answers = { ...DRAFT.answers, 总体架构: '三层', 分期: [{ 期: '一期', 金额: '20' }] };
    const opened = open(writeDraft({ ...DRAFT, answers }));
    if ('fault' in opened) throw new Error(opened.fault);
    expect(opened.draft.answers).toEqual(DRAFT.answers);
    expect(opened.note).toContain('「总体架构」：三层；「分期」：期：一期；金额：20');
  });

  it('of a release that is not known is named, not called another kind of file', () => {
    const opened = open(writeDraft(DRAFT).replace(DRAFT_FORMAT, 'shuzhi-draft/9'));
    expect(opened).toEqual({ fault: expect.stringContaining('另一版填表页导出的（shuzhi-draft/9）') });
  });

  it.each([
    ['a list', '[]'],
    ['nothing', 'null'],
    ['answers that are no answers', JSON.stringify({ ...DRAFT, answers: { 项目名称: 7 } })],
    ['a name that leads elsewhere', JSON.stringify({ ...DRAFT, id: '../../x' })],
    ['a label as long as a text', JSON.stringify({ ...DRAFT, answers: { ['长'.repeat(99)]: '甲' } })],
  ])('is refused in words where it is %s', (_, text) => {
    expect(open(text)).toEqual({ fault: expect.stringContaining('这不是填表页的草稿') });
  });
});
