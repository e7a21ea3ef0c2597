import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  findHeader,
  type LedgerFinding,
  type LedgerRow,
  type LedgerSheet,
  readRows,
} from '../ledger/columns.ts';
import { mergeReference } from '../ledger/merge-reference.ts';
import { type LedgerDefaults, type LedgerReference, toReference } from '../ledger/row.ts';
import { LedgerError } from '../ledger/text.ts';
import { REFERENCES } from '../registry/paths.ts';
import { readLedger } from './read-ledger.ts';
import { ReferenceShelf } from './reference-shelf.ts';

/** What an import did, or with `dryRun` would do. */
export interface ImportReport {
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly findings: readonly LedgerFinding[];
}

export interface ImportOptions extends LedgerDefaults {
  readonly dryRun?: boolean;
}

/**
 * Brings a ledger into `references/` of a registry folder. Good rows go in, bad rows are named. A second import
 * changes nothing. Throws `LedgerError` when the file as a whole cannot be read.
 */
export async function importReferences(
  file: string,
  root: string,
  options: ImportOptions = {},
): Promise<ImportReport> {
  const ledger = await readLedger(file);
  const findings: LedgerFinding[] = [...ledger.findings];
  const rows = collectRows(ledger.sheets, findings);
  const references = distinct(rows, options, findings);
  const folder = join(root, REFERENCES);
  const shelf = await ReferenceShelf.open(folder);
  const counts = { added: 0, updated: 0, unchanged: 0 };
  if (!options.dryRun) await mkdir(folder, { recursive: true });
  for (const reference of references) {
    const place = shelf.placeOf(reference);
    const merged = mergeReference(place.text, reference.values);
    if ('unreadable' in merged) {
      findings.push(unreadableFile(reference.row, place.name));
      continue;
    }
    counts[merged.change] += 1;
    if (options.dryRun || merged.change === 'unchanged') continue;
    await writeFile(join(folder, place.name), merged.text, { flag: merged.change === 'added' ? 'wx' : 'w' });
  }
  return { ...counts, findings: findings.sort(bySheetOrder(ledger.sheets)) };
}

/** Findings as they stand in the ledger: sheet by sheet, row by row. */
function bySheetOrder(sheets: readonly LedgerSheet[]): (a: LedgerFinding, b: LedgerFinding) => number {
  const order = new Map(sheets.map(({ name }, index) => [name, index]));
  return (a, b) => (order.get(a.sheet) ?? 0) - (order.get(b.sheet) ?? 0) || a.row - b.row;
}

function collectRows(sheets: readonly LedgerSheet[], findings: LedgerFinding[]): readonly LedgerRow[] {
  const rows: LedgerRow[] = [];
  let headers = 0;
  for (const sheet of sheets) {
    const header = findHeader(sheet);
    if (!header) {
      if (sheet.rows.some((row) => row.some((text) => text.trim() !== ''))) findings.push(noHeader(sheet));
      continue;
    }
    headers += 1;
    const read = readRows(sheet, header);
    rows.push(...read.rows);
    findings.push(...read.findings);
  }
  const lines = findings.some(({ severity }) => severity === 'error');
  if (headers === 0 && !lines) {
    throw new LedgerError(
      '没有找到列名一行：前 20 行里要有一行写着「项目名称」和「来源」「单位」「金额（万元）」等列名。',
    );
  }
  return rows;
}

/** One reference for each identity; a second row that says something else under the same identity is a finding. */
function distinct(
  rows: readonly LedgerRow[],
  defaults: LedgerDefaults,
  findings: LedgerFinding[],
): readonly LedgerReference[] {
  const seen = new Map<string, LedgerReference>();
  for (const row of rows) {
    const read = toReference(row, defaults);
    findings.push(...read.findings);
    if (!read.reference) continue;
    const earlier = seen.get(read.reference.identity);
    if (!earlier) seen.set(read.reference.identity, read.reference);
    else if (!sameValues(earlier, read.reference)) findings.push(contradiction(earlier, read.reference));
  }
  return [...seen.values()];
}

function sameValues(a: LedgerReference, b: LedgerReference): boolean {
  return JSON.stringify([...a.values]) === JSON.stringify([...b.values]);
}

function contradiction(earlier: LedgerReference, later: LedgerReference): LedgerFinding {
  const labels = [...new Set([...earlier.values.keys(), ...later.values.keys()])];
  const differing = labels.filter((label) => earlier.values.get(label) !== later.values.get(label));
  const where = earlier.row.sheet === later.row.sheet ? '' : `工作表「${earlier.row.sheet}」`;
  return {
    severity: 'error',
    sheet: later.row.sheet,
    row: later.row.row,
    cell: '',
    column: differing.join('、'),
    message: `名称、单位、来源与${where}第 ${earlier.row.row} 行相同，${differing.join('、')}却不同，这一行没有导入。`,
    fix: '是同一个项目的，留一行；是两个项目的，把名称或来源写得能分清。',
  };
}

function noHeader(sheet: LedgerSheet): LedgerFinding {
  return {
    severity: 'warning',
    sheet: sheet.name,
    row: sheet.firstRow,
    cell: '',
    column: '',
    message: `工作表「${sheet.name}」没有列名一行，没有导入。`,
    fix: '这一页是项目清单的，加一行列名：项目名称、单位、来源……；是说明的，不用改。',
  };
}

function unreadableFile(row: LedgerRow, name: string): LedgerFinding {
  return {
    severity: 'error',
    sheet: row.sheet,
    row: row.row,
    cell: '',
    column: '',
    message: `这一行对应的 references/${name} 有读不出来的地方，没有更新。`,
    fix: '先改好那份文件（运行 check 看错在哪里），再导入一次。',
  };
}
