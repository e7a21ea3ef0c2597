/** What an OpenDocument sheet hides; the workbook reader passes over it. */
export interface HiddenInSheet {
  readonly sheet: boolean;
  readonly rows: ReadonlySet<number>;
  readonly columns: ReadonlySet<number>;
}

const TAG =
  /<(\/?)(style:style|style:table-properties|table:table|table:table-column|table:table-row)(?=[\s/>])([^>]*?)\/?>/g;
/** Repeated rows and columns are counted so far: the rest of a sheet is repeated a million times. */
const MOST = 200_000;

/** The hidden sheets, rows and columns of `content.xml`, by the name of the sheet. */
export function hiddenInOds(content: string): ReadonlyMap<string, HiddenInSheet> {
  const invisible = new Set<string>();
  const sheets = new Map<string, HiddenInSheet>();
  let style = '';
  let open: { rows: Set<number>; columns: Set<number>; row: number; column: number } | undefined;
  let depth = 0;
  for (const [, closing, tag, words = ''] of content.matchAll(TAG)) {
    if (tag === 'table:table') {
      depth += closing === '' ? 1 : -1;
      // A table within a cell belongs to the sheet around it.
      if (closing !== '' || depth > 1) continue;
      open = { rows: new Set(), columns: new Set(), row: 0, column: 0 };
      const hidden = invisible.has(attribute(words, 'table:style-name') ?? '');
      sheets.set(unescaped(attribute(words, 'table:name') ?? ''), {
        sheet: hidden,
        rows: open.rows,
        columns: open.columns,
      });
    } else if (closing !== '') continue;
    else if (tag === 'style:style') style = attribute(words, 'style:name') ?? '';
    else if (tag === 'style:table-properties') {
      if (attribute(words, 'table:display') === 'false') invisible.add(style);
    } else if (open && depth === 1) count(open, tag === 'table:table-row' ? 'row' : 'column', words);
  }
  return sheets;
}

function count(
  open: { rows: Set<number>; columns: Set<number>; row: number; column: number },
  kind: 'row' | 'column',
  words: string,
): void {
  const repeated = Number(attribute(words, `table:number-${kind}s-repeated`) ?? 1) || 1;
  const visibility = attribute(words, 'table:visibility');
  const hidden = visibility === 'collapse' || visibility === 'filter';
  const from = open[kind];
  open[kind] = from + repeated;
  if (!hidden) return;
  const places = kind === 'row' ? open.rows : open.columns;
  for (let at = from; at < Math.min(from + repeated, MOST); at++) places.add(at);
}

function attribute(words: string, name: string): string | undefined {
  const at = words.indexOf(` ${name}=`);
  if (at < 0) return undefined;
  const from = at + name.length + 2;
  const quote = words[from];
  return words.slice(from + 1, words.indexOf(quote ?? '"', from + 1));
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}
