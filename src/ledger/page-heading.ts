import type { Cell, Sheet } from './grid.ts';
import { withoutReferences } from './references.ts';

/** So many lines above a table say what it is. */
const MOST = 6;

/**
 * The lines that a web page shows above its first table, and the table's caption: the reader of workbooks takes the
 * tables alone, and 「单位：万元」 stands there.
 */
export function headingOf(page: string): readonly string[] {
  const at = page.search(/<table\b/i);
  if (at < 0) return [];
  const [, caption = ''] = /<caption\b[^>]*>([\s\S]{0,2000}?)<\/caption/i.exec(page.slice(at)) ?? [];
  const above = page
    .slice(0, at)
    .replace(/<(head|style|script|title)\b[\s\S]*?<\/\1\s*>/gi, '')
    .replace(/<!--[\s\S]*?-->/g, '');
  return `${above}\n${caption}`
    .replace(/<(?:br|\/?p|\/?div|\/?h\d|\/?li|\/?tr)\b[^>]*>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .split('\n')
    .map((line) => withoutReferences(line).trim())
    .filter((line) => line !== '' && line.length <= 120)
    .slice(-MOST);
}

/** The sheet with these lines above its first row, as a spreadsheet shows the page. */
export function below(heading: readonly string[], sheet: Sheet): Sheet {
  const more = heading.length;
  if (more === 0) return sheet;
  const down = (rows: ReadonlySet<number>): ReadonlySet<number> =>
    new Set([...rows].map((row) => row + more));
  return {
    ...sheet,
    rows: [...heading.map((text): readonly Cell[] => [{ text }]), ...sheet.rows],
    merges: sheet.merges.map((area) => ({ ...area, top: area.top + more, bottom: area.bottom + more })),
    hiddenRows: down(sheet.hiddenRows),
  };
}
