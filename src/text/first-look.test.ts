import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstLook } from './first-look.ts';
import { findNames } from './names.ts';
import { findPersonalData } from './privacy.ts';
import { findSecrecy } from './secrecy.ts';
import { findSensitive } from './sensitive.ts';
import { readings } from './shown.ts';

const PLAIN = { wide: false, odd: false, marks: false, long: false };

describe('the first look at a text', () => {
  it.each([
    ['项目名称: 示例街道综合指挥平台', {}],
    ['项目名称：示例街道', { wide: true }],
    ['示例 A·B', { odd: true }],
    ['１３８&#49;', { wide: true, odd: true }],
    ['见\\u0031', { odd: true }],
    ['＼u0031', { wide: true, odd: true }],
    ['**加粗**', { marks: true }],
    ['13800138000', { long: true }],
    ['一三八，零零一三-8000', { wide: true, long: true }],
    ['2026-03-10 共 12 个', {}],
    ['1380013800', {}],
  ] as const)('tells of %j', (text, told) => {
    expect(firstLook(text)).toEqual({ ...PLAIN, ...told });
  });

  const piece = fc.oneof(
    fc.constantFrom('负责人: 张三', '手机', '李四同志', '密码: Abc123!', 'zhang@qq.com', '10.1.2.3', '编号'),
    fc.constantFrom('本项目涉密', '13800138000', '一三八零零一三八零零零', '11010519491231002X', '，', '：'),
    fc.string({ unit: fc.constantFrom(...'0123456789一二三１２-. \n:,(/'), maxLength: 14 }),
  );
  const found = (text: string) => {
    const views = readings(text);
    return [findPersonalData, findSensitive, findNames, findSecrecy].map((find) => find(text, views));
  };

  it('finds the same with all shortcuts and with none', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const text = `${pieces.join('')}\n`;
        // Behind the text, of the same length: 「€」 is odd, and eleven noughts are a long number of no kind.
        expect(found(`${text}字字字字字字字字字字字字字字`)).toEqual(found(`${text}字00000000000字€`));
      }),
      { numRuns: 500 },
    );
  });
});
