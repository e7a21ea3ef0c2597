import * as XLSX from '@e965/xlsx';

/** What a cell of the sheet holds, for a formula: its number, nothing, or something that cannot be added. */
export type Addend = number | 'blank' | 'other';

/** Counting beyond this is no longer a row of sums. */
const MOST = 2_000;
const TERM = /^(?:SUM\(([^()]*)\)|(\$?[A-Z]{1,3}\$?\d{1,7}))$/i;

/**
 * The value of a formula that only adds cells of its own sheet: `SUM(E5:G5)`, `E5+F5+G5`. Programs that write
 * workbooks leave the results out, and every spreadsheet shows them. Undefined for any other formula, and where a cell
 * of it cannot be added.
 */
export function sumOf(formula: string, valueAt: (row: number, column: number) => Addend): number | undefined {
  const plain = formula.replace(/\s/g, '').replace(/^[=+]+/, '');
  if (plain.length > 200) return undefined;
  let sum = 0;
  let seen = 0;
  for (const term of plain.split('+')) {
    const [, areas, cell] = TERM.exec(term) ?? [];
    for (const area of (areas ?? cell ?? '').split(',')) {
      if (!/^\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?$/i.test(area)) return undefined;
      const { s, e } = XLSX.utils.decode_range(area.toUpperCase());
      seen += (e.r - s.r + 1) * (e.c - s.c + 1);
      if (!(seen <= MOST)) return undefined;
      for (let row = s.r; row <= e.r; row++)
        for (let column = s.c; column <= e.c; column++) {
          const value = valueAt(row, column);
          if (value === 'other') return undefined;
          if (value !== 'blank') sum += value;
        }
    }
  }
  return seen === 0 ? undefined : sum;
}
