import type { Cell } from './grid.ts';

/** 「1,890」 without quotes stands in two cells. */
export function hasSplitNumber(cells: readonly Cell[]): boolean {
  return cells.some(
    ({ text }, at) =>
      /^\d{1,3}$/.test(text.trim()) && /^\d{3}(?:\.\d+)?$/.test(cells[at + 1]?.text.trim() ?? ''),
  );
}

/** The texts of a row, without its blanks. */
export const textsOf = (cells: readonly Cell[]): readonly string[] =>
  cells.map(({ text }) => text.trim()).filter((text) => text !== '');

/** A number as people type it, or a share. */
export const isNumber = (text: string): boolean => /^[-+]?[\d,.]+%?$/.test(text);

/** How many cells of a row hold something, an error included. */
export function filledOf(cells: readonly Cell[]): number {
  return cells.reduce(
    (count, { text, fault }) => count + (text.trim() !== '' || fault !== undefined ? 1 : 0),
    0,
  );
}
