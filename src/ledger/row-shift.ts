import { type Column, fitOfRow } from './columns.ts';
import type { Cell } from './grid.ts';
import { MONEY } from './meanings.ts';
import { fitOf } from './witness.ts';

/**
 * How far the cells of a row stand beside their titles: 0 where they stand under them, the distance where all stand
 * beside them, undefined where nothing fits. `core` are the columns from the name on that tell what they hold.
 */
export function shiftOf(
  core: readonly Column[],
  nameColumn: Column | undefined,
  cells: readonly Cell[],
  name: string,
): number | undefined {
  const straight = fitOfRow(core, cells, 0);
  if (straight >= 0.35 || core.length < 2) return 0;
  const money = core.filter(({ meaning }) => meaning && MONEY.has(meaning));
  // A row slid sideways does not leave a better name under its title than the one beside it.
  const namedHere = nameColumn ? fitOf('项目名称', cells[nameColumn.index]) : 0;
  const nonsense = money.some(({ index }) => /^(?:是|否|√|×)$/.test(cells[index]?.text.trim() ?? ''));
  for (const shift of [-1, 1, -2, 2]) {
    const fit = fitOfRow(core, cells, shift);
    const shifted = nameColumn && cells[nameColumn.index + shift];
    const named = fitOf('项目名称', shifted) > 0 && fitOf('项目名称', shifted) >= namedHere;
    const paid =
      money.length === 0 ||
      money.some(({ index, meaning }) => meaning && fitOf(meaning, cells[index + shift]) > 0);
    if (named && paid && fit >= 0.5 && fit - straight >= 0.5) return shift;
  }
  return nonsense && (name === '' || fitOf('项目名称', { text: name }) < 0.5 || straight < -0.3)
    ? undefined
    : 0;
}

/** Why a row whose cells fit nowhere is left out. */
export function misplaced(core: readonly Column[], cells: readonly Cell[]): string {
  const wrong = core.find(
    ({ meaning, index }) => meaning && MONEY.has(meaning) && fitOf(meaning, cells[index]) < 0,
  );
  const text = cells[wrong?.index ?? -1]?.text.trim().slice(0, 20) ?? '';
  return `「${wrong?.title ?? ''}」一列写着「${text}」，这一行像是错了列，认不出项目名称，没有导入；移回原来的列再导入。`;
}
