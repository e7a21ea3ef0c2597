import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { functionsOf } from './functions.ts';

const texts = (description: string) =>
  functionsOf({ id: 'a', name: '甲', description }).map(({ text }) => text);

describe('functions of a need', () => {
  it('are the stated ones where there are any', () => {
    const [first, second] = functionsOf({
      id: 'a',
      name: '甲',
      description: '不看这里',
      functions: [{ name: '异常预警', note: '12 小时无活动报警' }, { name: '工单派发' }],
    });
    expect(first).toMatchObject({
      text: '异常预警',
      drawn: false,
      span: { field: '功能:0', start: 0, end: '异常预警，12 小时无活动报警'.length },
    });
    expect(second).toMatchObject({ text: '工单派发', span: { field: '功能:1', end: 4 } });
  });

  it('are drawn from a list in a text', () => {
    expect(texts('建设老人档案、终端接入、异常预警三个模块。')).toEqual([
      '建设老人档案',
      '终端接入',
      '异常预警三个模块',
    ]);
  });

  it('lose their numbering', () => {
    expect(texts('一是采集泊位；（2）发布诱导；3.手机查询')).toEqual(['采集泊位', '发布诱导', '手机查询']);
  });

  it('are said once, and are not without end', () => {
    expect(texts('异常预警。异常预警。')).toEqual(['异常预警']);
    expect(texts(Array.from({ length: 500 }, (_, n) => `功能${n}项`).join('；')).length).toBeLessThan(100);
  });

  it('point to where they stand', () => {
    const alphabet = fc.constantFrom('建', '设', '预', '警', '、', '。', '，', '（1）', '其中', ' ', '\n');
    fc.assert(
      fc.property(fc.array(alphabet, { maxLength: 50 }), (parts) => {
        const description = parts.join('');
        for (const { text, span } of functionsOf({ id: 'a', name: '甲', description }))
          expect(description.slice(span.start, span.end)).toBe(text);
      }),
    );
  });
});
