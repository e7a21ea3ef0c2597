import * as XLSX from '@e965/xlsx';

/** A sheet written as people see it: a line a row, `|` between cells, `⏎` for a line break in a cell. */
export interface SheetText {
  readonly name: string;
  readonly rows: string;
  /** Merged areas: 「A1:D1 A3:A4」. */
  readonly merges?: string;
  readonly hidden?: true;
}

/** A workbook of such sheets. Numbers are numbers; 「D2023-05-01」 is a day; 「.」 alone is a blank row. */
export const sheets =
  (type: XLSX.BookType, ...plans: readonly SheetText[]) =>
  (): Uint8Array => {
    const book = XLSX.utils.book_new();
    for (const { name, rows, merges = '' } of plans) {
      const cells = rowsOf(rows);
      const sheet = XLSX.utils.aoa_to_sheet(cells.map((row) => [...row]));
      for (const [r, row] of cells.entries())
        for (const [c, value] of row.entries()) {
          const day = typeof value === 'string' ? /^D(\d{4}-\d\d-\d\d)$/.exec(value)?.[1] : undefined;
          if (day !== undefined)
            sheet[XLSX.utils.encode_cell({ r, c })] = { t: 'n', v: serialOf(day), z: 'yyyy/m/d' };
        }
      sheet['!merges'] = merges
        .split(/\s+/)
        .flatMap((ref) => (ref === '' ? [] : [XLSX.utils.decode_range(ref)]));
      XLSX.utils.book_append_sheet(book, sheet, name);
    }
    book.Workbook = { Sheets: plans.map(({ name, hidden }) => ({ name, Hidden: hidden ? 1 : 0 })) };
    return new Uint8Array(XLSX.write(book, { type: 'array', bookType: type }) as ArrayBuffer);
  };

type Value = string | number | null;

export function rowsOf(text: string): readonly (readonly Value[])[] {
  return text
    .trim()
    .split('\n')
    .map((line) => (line.trim() === '.' ? [] : line.trim().split('|').map(cellOf)));
}

function cellOf(cell: string): Value {
  const text = cell.trim().replaceAll('⏎', '\n');
  if (text === '') return null;
  return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : text;
}

function serialOf(day: string): number {
  return (Date.parse(day) - Date.parse('1899-12-30')) / 86_400_000;
}

/** A workbook as Excel 95 wrote it on a Chinese machine: texts in its code page, one stream named Book. */
export function excel95(name: string, rows: string): Uint8Array {
  const end = record(0x0a, []);
  const head = [...record(0x809, [...u16(0x500), ...u16(5), 0, 0, 0, 0]), ...record(0x42, u16(936))];
  const listed = (at: number): number[] => {
    const title = gbk(name);
    return record(0x85, [...u16(at), ...u16(at >>> 16), 0, 0, title.length, ...title]);
  };
  const at = head.length + listed(0).length + end.length;
  const sheet = [...record(0x809, [...u16(0x500), ...u16(0x10), 0, 0, 0, 0]), ...cellRecords(rows), ...end];
  const container = XLSX.CFB.utils.cfb_new();
  const stream = Uint8Array.from([...head, ...listed(at), ...end, ...sheet]);
  XLSX.CFB.utils.cfb_add(container, '/Book', stream);
  return Uint8Array.from(XLSX.CFB.write(container, { type: 'array' }) as ArrayLike<number>);
}

function cellRecords(rows: string): readonly number[] {
  return rowsOf(rows).flatMap((row, r) =>
    row.flatMap((value, c) => {
      const place = [...u16(r), ...u16(c), ...u16(0)];
      if (value === null) return [];
      if (typeof value === 'number')
        return record(0x203, [...place, ...new Uint8Array(new Float64Array([value]).buffer)]);
      const text = gbk(value);
      return record(0x204, [...place, ...u16(text.length), ...text]);
    }),
  );
}

const u16 = (value: number): readonly number[] => [value & 0xff, (value >> 8) & 0xff];
const record = (id: number, data: readonly number[]): number[] => [...u16(id), ...u16(data.length), ...data];

/** The bytes of a text in the code page of Chinese machines, found by asking the decoder for each pair. */
export function gbk(text: string): readonly number[] {
  const table = gbkTable();
  return [...text].flatMap((sign) => {
    const code = sign.charCodeAt(0);
    return code < 0x80 ? [code] : (table.get(sign) ?? [0x3f]);
  });
}

let known: ReadonlyMap<string, readonly number[]> | undefined;
function gbkTable(): ReadonlyMap<string, readonly number[]> {
  if (known) return known;
  const decoder = new TextDecoder('gbk');
  const table = new Map<string, readonly number[]>();
  for (let first = 0x81; first <= 0xfe; first++)
    for (let second = 0x40; second <= 0xfe; second++) {
      const sign = decoder.decode(Uint8Array.of(first, second));
      if (sign.length === 1 && sign !== '\ufffd') table.set(sign, [first, second]);
    }
  known = table;
  return table;
}
