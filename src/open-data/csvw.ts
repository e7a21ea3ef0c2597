import { LEDGER_COLUMNS } from './columns.ts';

/** What CSV on the Web calls the kinds of the ledger's columns. */
const DATATYPES = { text: 'string', number: 'integer', money: 'decimal' } as const;

/**
 * The description of `projects.csv` as CSV on the Web (W3C, tabular-metadata) has it: a reader that is given the table
 * looks for it beside it, as `projects.csv-metadata.json`. From the same columns as the table.
 */
export function csvMetadata(): string {
  const [key, ...others] = LEDGER_COLUMNS.map(({ title, kind, means }) => ({
    titles: title,
    datatype: DATATYPES[kind],
    'dc:description': means,
  }));
  return `${JSON.stringify(
    {
      '@context': ['http://www.w3.org/ns/csvw', { '@language': 'zh-CN' }],
      url: 'projects.csv',
      'dc:title': '数智金水项目登记库台账',
      dialect: { encoding: 'utf-8', header: true, delimiter: ',', quoteChar: '"', doubleQuote: true },
      tableSchema: {
        columns: [{ name: 'id', required: true, ...key }, ...others],
        primaryKey: 'id',
      },
    },
    null,
    2,
  )}\n`;
}
