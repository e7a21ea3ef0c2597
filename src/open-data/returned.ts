import type { Account } from '../accounts/account.ts';
import { suggestDayOrMonth } from '../form/dates.ts';
import { type FieldKey, fieldOf } from '../form/fields.ts';
import { readTyped } from '../form/read-value.ts';
import { cleanText } from '../ledger/clean.ts';
import type { ExportedRow } from '../ledger/exported.ts';
import { personalKinds } from '../text/privacy.ts';
import type { Raw } from '../text/raw.ts';
import { LEDGER_COLUMNS, type LedgerColumn } from './columns.ts';
import { listReader } from './returned-list.ts';

/** A cell of a ledger that came back which says something else than the registry. */
export interface ReturnedCell {
  readonly id: string;
  readonly name: string;
  readonly sheet: string;
  readonly row: number;
  readonly cell: string;
  readonly title: string;
  readonly before: string;
  readonly after: string;
  /** What to write, where that is a list rather than `after`. */
  readonly value?: Raw | undefined;
  /** The field of the filing that it changes, by its label. */
  readonly label?: string | undefined;
  /** Why it cannot be taken over from here. */
  readonly why?: string | undefined;
}

/** What an export that came back says. */
export interface Returned {
  /** Rows of projects that are here. */
  readonly known: number;
  readonly cells: readonly ReturnedCell[];
  /** Rows whose 登记库编号 is not here. */
  readonly strangers: readonly ExportedRow[];
}

const LONGEST = 32_767;
/** What was received of these stands until a 变更 is recorded. */
const MONEY: ReadonlySet<FieldKey> = new Set<FieldKey>(['budget', 'sources']);
const SETTLED = '已经受理的项目，总投资和资金来源由单位改项目文件、办公室记「变更」，不能从台账改。';

/**
 * Compares an export that came back with the registry, cell by cell. What nobody touched says the same; what somebody
 * changed is a change of the filing where its column shows a field of it, and told apart where it is worked out.
 */
export function compareReturned(rows: readonly ExportedRow[], accounts: readonly Account[]): Returned {
  const byId = new Map(accounts.map((account) => [account.id, account]));
  const strangers = rows.filter(({ id }) => !byId.has(id));
  const cells = rows.flatMap((row) => {
    const account = byId.get(row.id);
    return account ? LEDGER_COLUMNS.flatMap((column) => compareCell(row, account, column)) : [];
  });
  return { known: rows.length - strangers.length, cells, strangers };
}

function compareCell(row: ExportedRow, account: Account, column: LedgerColumn): readonly ReturnedCell[] {
  const cell = row.cells[column.title];
  if (!cell) return [];
  const before = String(column.of(account) ?? '');
  if (same(before, cell.text, column)) return [];
  const base = {
    id: account.id,
    name: account.name,
    sheet: row.sheet,
    row: row.row,
    cell: cell.at,
    title: column.title,
    before,
  };
  return [{ ...base, ...judged(cell.text, column, account) }];
}

function same(before: string, after: string, { kind }: LedgerColumn): boolean {
  if (folded(before) === folded(after)) return true;
  if (kind !== 'text')
    return (
      before !== '' && after !== '' && Math.abs(Number(before) - Number(after.replaceAll(',', ''))) < 1e-6
    );
  // A spreadsheet shows 2021-03-05 as 2021/3/5 once it has saved the file.
  return suggestDayOrMonth(after) !== undefined && suggestDayOrMonth(after) === suggestDayOrMonth(before);
}

const folded = (text: string): string => cleanText(text).slice(0, LONGEST).replace(/\s+/g, ' ');

function judged(
  text: string,
  { field, title }: LedgerColumn,
  { life, entry }: Account,
): Pick<ReturnedCell, 'after' | 'value' | 'label' | 'why'> {
  const after = cleanText(text);
  if (field === undefined)
    return { after, why: '这一栏由办理记录或别的栏目算出，不能从台账改；要改的，记办理记录或改项目文件。' };
  const { label, type } = fieldOf(field);
  if (after === '') return { after, why: '清空的格子不当作修改；要删去的，在项目文件里删。' };
  if (personalKinds(`${title}：${after}`).length > 0)
    return { after: '（有个人信息）', why: '里面有个人信息，不能公开，没有改。' };
  if (MONEY.has(field) && life.number !== undefined) return { after, why: SETTLED };
  const list = listReader(field)?.(after, entry.filing);
  if (list)
    return 'fault' in list ? { after, why: list.fault } : { after: list.text, value: list.value, label };
  const read = readTyped(type, after);
  if (read.issues.length > 0) return { after, why: `读不出来，${type.expects}，没有改。` };
  return { after: read.text, label };
}
