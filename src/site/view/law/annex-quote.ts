import { fieldByLabel } from '../../../form/fields.ts';
import { ANNEXES, type AnnexId, annexCells, cellWords } from '../../../regulation/index.ts';

/** The printed cells of an annex that the named fields fill; its printed instruction when they fill none. */
export function annexQuote(id: AnnexId, labels: readonly string[]): string {
  const keys = labels.map((label) => fieldByLabel(label)?.key);
  const cells = ANNEXES.filter((annex) => annex.id === id).flatMap(annexCells);
  const filled = cells.filter(({ fields }) => fields.some((key) => keys.includes(key)));
  if (filled.length > 0) return `表中的栏目：${filled.map(cellWords).join('、')}`;
  return cells
    .flatMap((cell) => (cell.instruction === undefined ? [] : [`${cellWords(cell)}${cell.instruction}`]))
    .join('');
}
