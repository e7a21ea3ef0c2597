import { describe, expect, it } from 'vitest';
import { ANNEXES, annexCells, annexOf, cellWords } from '../../regulation/index.ts';
import { blankPaper } from './paper.ts';

describe('a blank annex', () => {
  it.each(ANNEXES)('has every cell of $label once', (annex) => {
    const { head, rows, opinions, foot } = blankPaper(annex);
    const labels = rows
      .flat()
      .flatMap(({ kind, html }) => (kind === 'label' ? [html.replace('<br>', '')] : []));
    const laid = [...head, ...labels, ...opinions.flat().map(({ label }) => label), ...foot];
    const plain = (words: readonly string[]) => words.map((label) => label.replace(/\s+/g, '')).sort();
    expect(plain(laid)).toEqual(annexCells(annex).map(cellWords).sort());
  });

  it('says in the content cell what to write, and ticks no box', () => {
    const cells = blankPaper(annexOf('申请表')).rows.flat();
    expect(cells.at(-1)).toMatchObject({ kind: 'text', span: 5 });
    expect(cells.at(-1)?.html).toMatch(/^\(简要说明/);
    expect(
      cells
        .map(({ html }) => html)
        .join()
        .match(/□/g),
    ).toHaveLength(5);
  });
});
