import * as XLSX from '@e965/xlsx';

type Maybe<T> = T | undefined;
type Read = readonly [name: string, unit?: Maybe<string>, amount?: Maybe<number>, year?: Maybe<number>];

/** A ledger as some office keeps it, and what a careful reader gets out of it. */
export interface MessyLedger {
  readonly file: string;
  /** What is hard in it. */
  readonly hard: string;
  readonly bytes: () => Uint8Array;
  /** 名称, 单位, 金额（万元）, 年份; undefined where the ledger does not say. */
  readonly projects: readonly Read[];
  /** How many places are left, each with a reason; not counted where it does not matter. */
  readonly left?: number;
  /** Words that the questions must hold, one a question that matters. */
  readonly asks?: readonly string[];
}

type Value = string | number | Date | null | { readonly v: number; readonly z: string };
interface SheetPlan {
  readonly name: string;
  readonly rows: readonly (readonly Value[])[];
  readonly merges?: readonly string[];
  readonly hiddenRows?: readonly number[];
  readonly hidden?: true;
}

/** A workbook of such sheets; dates and number formats as written. */
export const workbook =
  (type: XLSX.BookType, ...plans: readonly SheetPlan[]) =>
  (): Uint8Array => {
    const book = XLSX.utils.book_new();
    for (const { name, rows, merges = [], hiddenRows = [] } of plans) {
      const cells = rows.map((row) =>
        row.map((value) => (value !== null && typeof value === 'object' && 'z' in value ? value.v : value)),
      );
      const sheet = XLSX.utils.aoa_to_sheet(cells, { cellDates: false, dateNF: 'yyyy"年"m"月"d"日"' });
      for (const [r, row] of rows.entries())
        for (const [c, value] of row.entries())
          if (value !== null && typeof value === 'object' && 'z' in value)
            sheet[XLSX.utils.encode_cell({ r, c })] = { t: 'n', v: value.v, z: value.z };
      sheet['!merges'] = merges.map((ref) => XLSX.utils.decode_range(ref));
      if (hiddenRows.length > 0)
        sheet['!rows'] = rows.map((_, at) => ({ hidden: hiddenRows.includes(at + 1) }));
      XLSX.utils.book_append_sheet(book, sheet, name);
    }
    book.Workbook = { Sheets: plans.map(({ name, hidden }) => ({ name, Hidden: hidden ? 1 : 0 })) };
    return new Uint8Array(XLSX.write(book, { type: 'array', bookType: type }) as ArrayBuffer);
  };

/** A file of text. */
export const text = (content: string) => (): Uint8Array => new TextEncoder().encode(content);
/** A day as a spreadsheet keeps it. */
export const date = (day: string): Date => new Date(`${day}T00:00:00`);
