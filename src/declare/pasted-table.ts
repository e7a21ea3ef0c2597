/**
 * Cells of a table that was copied from Excel, WPS or Word: tabs between cells, a line for each row, and quotation marks
 * around a cell that has lines of its own. Blank rows are left out.
 */
export function pastedTable(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  // A cell in quotation marks, or one without tabs and line ends; then what ends it.
  for (const [, quoted, bare = '', end] of `${text.replace(/\r\n?/g, '\n')}\n`.matchAll(CELL)) {
    const cell = quoted === undefined ? bare : quoted.replaceAll('""', '"');
    rows.at(-1)?.push(cell.trim());
    if (end === '\n') rows.push([]);
  }
  const filled = rows.filter((row) => row.some((cell) => cell !== ''));
  return withoutNumbers(filled);
}

const CELL = /(?:"((?:[^"]|"")*)"|([^\t\n]*))(\t|\n)/g;
const NUMBER = /^(?:\d{1,3}|[一二三四五六七八九十]{1,3}|[（(]\d{1,3}[）)])[、.．]?$/;

/** 序号 is in nobody's list. */
function withoutNumbers(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const counted = rows.every(([first = '', ...more]) => NUMBER.test(first) && more.length > 0);
  return counted && rows.length > 1 ? rows.map(([, ...more]) => more) : rows;
}

/** Whether a pasted text is meant as rows: cells stand beside each other, or it has lines and the box has only one. */
export function isTable(text: string, intoOneLine: boolean): boolean {
  return text.includes('\t') || (intoOneLine && /[\r\n]/.test(text.trim()));
}
