import {
  moneyColumn,
  numberColumn,
  type OutColumn,
  type OutSheet,
  textColumn,
} from '../../ledger/out/sheet.ts';
import type { SearchHit } from '../../search/catalogue.ts';
import { COLUMNS } from '../view/cells.ts';

/** What is said of a list that is saved. */
export interface ListFacts {
  /** What was asked, in words. */
  readonly asked: string;
  readonly sum: string;
  /** The page that shows the list again. */
  readonly address: string;
  /** The site's address, ending with a slash: entries are named by their page. */
  readonly base: string;
}

const WIDTHS: Readonly<Record<string, number>> = { unit: 28, category: 18, stage: 12, form: 14 };
const HEAD: readonly OutColumn[] = [
  textColumn('项目名称', 40),
  ...COLUMNS.map(({ key, label }) => {
    if (key === 'amount') return moneyColumn(label);
    return key === 'year' ? numberColumn(label) : textColumn(label, WIDTHS[key]);
  }),
  textColumn('标记', 12),
  textColumn('页面', 60),
];

/** A list of the catalogue as sheets: its rows, and where they come from. */
export function listSheets(
  hits: readonly SearchHit[],
  { asked, sum, address, base }: ListFacts,
): readonly [OutSheet, OutSheet] {
  const rows = hits.map(({ url, title, unit, meta }) => [
    title,
    ...COLUMNS.map((column) =>
      column.key === 'unit'
        ? unit
        : 'number' in column
          ? numberOf(meta[column.key])
          : (meta[column.key] ?? ''),
    ),
    meta.marks ?? '',
    base + url.replace(/^\//, ''),
  ]);
  const about: readonly (readonly string[])[] = [
    ['条件', asked],
    ['条数', `${hits.length} 条`],
    ['合计', sum],
    ['取自', address],
  ];
  return [
    { name: '项目列表', columns: HEAD, rows },
    { name: '说明', columns: [textColumn('项', 10), textColumn('内容', 90)], rows: about },
  ];
}

/** 「1,890.00」 as a number. */
function numberOf(text: string | undefined): number | undefined {
  return text === undefined || text === '' ? undefined : Number(text.replaceAll(',', ''));
}
