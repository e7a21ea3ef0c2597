import { describe, expect, it } from 'vitest';
import { amountsIn, guessWan } from './amount-words.ts';
import { wanPlain } from './money.ts';

describe('amounts in running text', () => {
  it.each([
    ['320 万元', '320'],
    ['380.00 万元', '380'],
    ['３８０万元', '380'],
    ['３８０．５万元', '380.5'],
    ['3,800,000 元', '380'],
    ['３，８００，０００元', '380'],
    ['1.5 亿元', '15000'],
    ['1亿5000万元', '15000'],
    ['叁佰捌拾万元整', '380'],
    ['叁佰捌拾万零伍仟元整', '380.5'],
    ['三百八十万元', '380'],
    ['三百八十点五万元', '380.5'],
    ['三百八十万五千元', '380.5'],
    ['一亿二千万元', '12000'],
    ['一点五亿元', '15000'],
    ['十二万元', '12'],
    ['两千万元', '2000'],
    ['5千万元', '5000'],
    ['380万', '380'],
    ['300余万元', '300'],
  ])('reads %s as %s 万元', (text, wan) => {
    expect(amountsIn(`共${text}。`).map(({ fen }) => wanPlain(fen))).toEqual([wan]);
  });

  it('reads each of several, and nothing that is no money', () => {
    const text = '软件 120 万元，终端 200 万元；覆盖 1200 名老人，2026年6月完成，一期三百套。';
    expect(amountsIn(text).map(({ fen }) => wanPlain(fen))).toEqual(['120', '200']);
  });
});

describe('an amount that was typed in words', () => {
  it.each([
    ['叁佰万元整', '300'],
    ['三百万元', '300'],
    ['300万元（含税）', '300'],
    ['共300万元', '300'],
    ['300万左右', '300'],
    ['300W', '300'],
    ['3.2千万', '3200'],
  ])('is only guessed from %s', (typed, wan) => {
    expect(guessWan(typed)).toBe(wan);
  });

  it.each(['300-500万', '软件200万，硬件100万', '未定', '三百', ''])('is not guessed from %j', (typed) => {
    expect(guessWan(typed)).toBeUndefined();
  });
});
