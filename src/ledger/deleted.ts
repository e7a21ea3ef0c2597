import type { Cell } from './grid.ts';
import type { NotProject } from './row-kinds.ts';

const FLAG =
  /^(?:是否(?:已)?(?:删除|作废)|(?:逻辑)?删除(?:标[志识记]|状态)|作废标[志识记]|is_?deleted|del_?flag|deleted)$/i;
const YES = /^(?:1|是|已删除|已作废|true|y|yes)$/i;

/** The columns in which the program that wrote the ledger marks what it keeps only for the record, by index. */
export function flagsOf(
  titles: readonly { readonly index: number; readonly title: string }[],
): readonly number[] {
  return titles.flatMap(({ index, title }) => (FLAG.test(title.trim()) ? [index] : []));
}

/** A row that is marked as deleted. */
export function deletedRow(flags: readonly number[], cells: readonly Cell[]): NotProject {
  const marked = flags.some((index) => YES.test(cells[index]?.text.trim() ?? ''));
  return marked ? '这一行在表里标着已删除，没有导入。' : undefined;
}
