import { expect, it } from 'vitest';
import { writeCsv } from '../ledger/out/csv.ts';
import { ledgerSheet } from './columns.ts';
import { csvMetadata } from './csvw.ts';

it('describes every column of the CSV in its order, under its title, as CSV on the Web asks', () => {
  const metadata = JSON.parse(csvMetadata());
  const [titles = ''] = writeCsv(ledgerSheet([])).replace('\uFEFF', '').split('\r\n');
  const { columns, primaryKey } = metadata.tableSchema;
  expect(columns.map((one: { titles: string }) => one.titles)).toEqual(titles.split(','));
  expect(metadata['@context'][0]).toBe('http://www.w3.org/ns/csvw');
  expect(metadata.url).toBe('projects.csv');
  expect(columns.filter(({ name }: { name?: string }) => name === primaryKey)).toHaveLength(1);
  // A name is what RFC 6570 calls a variable: no Chinese.
  for (const { name = 'a' } of columns) expect(name).toMatch(/^[A-Za-z0-9][A-Za-z0-9_.]*$/);
  for (const { datatype } of columns) expect(['string', 'integer', 'decimal']).toContain(datatype);
});
