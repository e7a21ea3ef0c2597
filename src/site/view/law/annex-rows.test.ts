import { describe, expect, it } from 'vitest';
import { ANNEXES, type AnnexCell } from '../../../regulation/index.ts';
import { layAnnex } from './annex-rows.ts';

describe('an annex laid out as a page', () => {
  it.each(ANNEXES)('has every cell of $label once', (annex) => {
    const { head, rows, opinions, foot } = layAnnex(annex);
    const laid = [...head, ...rows.flat(), ...opinions.flatMap(({ cells }) => cells), ...foot];
    expect(laid).toHaveLength(annex.cells.length);
    expect(new Set(laid)).toEqual(new Set<AnnexCell>(annex.cells));
  });

  it('keeps the rows as printed: three cells for the person in charge, one for the content', () => {
    const [application, record] = ANNEXES.map((annex) => layAnnex(annex).rows);
    expect(application?.[1]?.map(({ label }) => label)).toEqual(['项目负责人', '联系电话', '邮箱']);
    expect(application?.at(-1)?.map(({ label }) => label)).toEqual(['项目建设内容']);
    expect(record?.[4]?.map(({ label }) => label)).toEqual(['资金预算 (总投资)', '实际完成投资金额']);
  });
});
