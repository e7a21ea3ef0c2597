import { describe, expect, it } from 'vitest';
import { foldPlain, foldText } from './fold.ts';

describe('texts as they are compared', () => {
  it.each([
    ['ＯＡ 系统', 'oa系统'],
    ['平台（二期）', '平台(二期)'],
    ['“中枢”—１\u200b号', '"中枢"-1号'],
    ['https://a.gov.cn/1/2', 'https://a.gov.cn/1/2'],
  ])('%j keeps its marks: %j', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it.each([
    ['平台（二期）', '平台二期'],
    ['社区\u200b 养老·平台', '社区养老平台'],
    ['（）', ''],
  ])('%j without marks is %j', (text, folded) => {
    expect(foldPlain(text)).toBe(folded);
  });
});
