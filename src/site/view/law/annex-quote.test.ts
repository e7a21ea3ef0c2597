import { describe, expect, it } from 'vitest';
import { annexQuote } from './annex-quote.ts';

describe('what is quoted of an annex', () => {
  it('are the printed cells that the fields fill', () => {
    expect(annexQuote('annex2', ['已建成日期', '预计建成日期'])).toBe('表中的栏目：已建成日期');
  });

  it('is the printed instruction when the fields have no cell', () => {
    expect(annexQuote('annex1', ['附件'])).toMatch(/^项目建设内容\(简要说明.*并附项目建设实施方案\)$/);
  });
});
