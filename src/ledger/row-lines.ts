import type { Column } from './columns.ts';
import { BLANK, type Cell, type Sheet } from './grid.ts';
import { MONEY } from './meanings.ts';
import { fitOf } from './witness.ts';

/** One row of a project: a cell for each column, what a merged area shows for each of its rows. */
export interface RawLine {
  readonly at: number;
  readonly cellOf: (column: Column) => Cell;
}

const DITTO = /^(?:同上|〃|″|"|”|ditto|同上行)$/i;

/** The rows of a table as people mean them: merged areas reach down, 同上 says what stands above, moved cells go back. */
export class RowLines {
  readonly sheet: Sheet;
  /** For each column the rows that a merged area above covers, with the row that shows its value. */
  readonly carried: ReadonlyMap<number, ReadonlyMap<number, number>>;
  /** The first row of the table, and the column of names. */
  readonly from: number;
  readonly names: number;

  constructor(
    sheet: Sheet,
    carried: ReadonlyMap<number, ReadonlyMap<number, number>>,
    from: number,
    names: number,
  ) {
    this.sheet = sheet;
    this.carried = carried;
    this.from = from;
    this.names = names;
  }

  /** The row `at`, its cells from the name on `shift` columns beside their titles. */
  lineAt(at: number, shift: number): RawLine {
    const cellOf = (column: Column): Cell => {
      const index =
        column.index + (column.index >= this.names ? shift : this.#shiftBefore(at, column, shift));
      const own = this.sheet.rows[at]?.[index] ?? BLANK;
      if (own.text !== '' || own.fault !== undefined)
        return DITTO.test(own.text.trim()) ? this.#above(at, column) : own;
      const top = this.carried.get(column.index)?.get(at);
      const sum = column.meaning !== undefined && MONEY.has(column.meaning);
      // A sum that several projects share must not be counted for each of them.
      return top === undefined || sum ? own : (this.sheet.rows[top]?.[column.index] ?? BLANK);
    };
    return { at, cellOf };
  }

  /** A row that was pasted beside its columns may have been so from its first cell on: the unit then fits one further. */
  #shiftBefore(at: number, column: Column, shift: number): number {
    if (shift === 0 || column.meaning !== '建设单位') return 0;
    const cellAt = (index: number): Cell | undefined => this.sheet.rows[at]?.[index];
    const [own, moved] = [column.index, column.index + shift].map((index) =>
      fitOf('建设单位', cellAt(index)),
    );
    return (moved ?? 0) > (own ?? 0) ? shift : 0;
  }

  #above(at: number, column: Column): Cell {
    for (let row = at - 1; row >= this.from; row--) {
      const cell = this.sheet.rows[row]?.[column.index] ?? BLANK;
      if (cell.text.trim() !== '' && !DITTO.test(cell.text.trim())) return cell;
    }
    return BLANK;
  }
}
