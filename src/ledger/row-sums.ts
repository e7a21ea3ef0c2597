import type { Column } from './columns.ts';
import type { Cell } from './grid.ts';
import type { RawProject } from './rows.ts';

/** The sums of the columns of money over the rows read so far, to know a line of totals that says nothing else. */
export class RowSums {
  readonly columns: readonly Column[];
  readonly #sums: number[];
  /** Projects that are in the sums already, and those since the last line of totals. */
  #seen = 0;
  readonly #part: number[];

  constructor(columns: readonly Column[]) {
    this.columns = columns;
    this.#sums = columns.map(() => 0);
    this.#part = columns.map(() => 0);
  }

  /** True when at least one of the row's sums is that of all rows above, or of those since the last such line. */
  isTotal(cells: readonly Cell[], projects: readonly RawProject[]): boolean {
    for (const { lines } of projects.slice(this.#seen)) {
      for (const { cellOf } of lines) {
        for (const [place, column] of this.columns.entries()) {
          const value = numberOf(cellOf(column));
          this.#sums[place] = (this.#sums[place] ?? 0) + value;
          this.#part[place] = (this.#part[place] ?? 0) + value;
        }
      }
    }
    this.#seen = projects.length;
    const is = (sums: readonly number[]): boolean =>
      this.columns.some(({ index }, place) => same(numberOf(cells[index]), sums[place] ?? 0));
    if (!is(this.#sums) && !is(this.#part)) return false;
    this.#part.fill(0);
    return true;
  }
}

function numberOf(cell: Cell | undefined): number {
  if (!cell || cell.day) return 0;
  return cell.number ?? (Number(cell.text.trim().replaceAll(',', '')) || 0);
}

const same = (a: number, b: number): boolean => a > 0 && Math.abs(a - b) <= b * 0.000_01 + 0.005;
