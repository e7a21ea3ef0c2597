import { wanPlain } from '../form/money.ts';
import { readTyped } from '../form/read-value.ts';
import { REFERENCE_FIELDS, type ReferenceField } from '../form/reference-fields.ts';
import { foldText } from '../text/fold.ts';
import { personalKinds } from '../text/privacy.ts';
import type { LedgerCell, LedgerFinding, LedgerRow } from './columns.ts';

/** What is written for a project whose source names no unit. */
export const NO_UNIT = '（来源未载明单位）';

/** A reference as a ledger gives it, in the file's own words. */
export interface LedgerReference {
  readonly row: LedgerRow;
  /** Values by label, head and body alike, in dictionary order; only what the ledger carries. */
  readonly values: ReadonlyMap<string, string>;
  /** What tells this reference from others: 名称, 单位 and 来源 without regard to width and blanks. */
  readonly identity: string;
}

/** Values that hold for a whole ledger where its rows say nothing. */
export interface LedgerDefaults {
  readonly source?: string | undefined;
}

/** Reads one row by the reference dictionary: the reference, or everything that keeps it out. */
export function toReference(
  row: LedgerRow,
  defaults: LedgerDefaults = {},
): { reference?: LedgerReference; findings: readonly LedgerFinding[] } {
  const findings: LedgerFinding[] = [];
  const values = new Map<string, string>();
  for (const field of REFERENCE_FIELDS) {
    const cells = row.cells.filter((cell) => cell.field.key === field.key);
    const value = readField(row, field, cells, findings) ?? fallback(field, defaults);
    if (value !== undefined) values.set(field.label, value);
    else if (
      field.need === '必填' &&
      field.columns.length > 0 &&
      field.key !== 'level' &&
      cells.length === 0
    ) {
      findings.push(missing(row, field));
    }
  }
  if (findings.some(({ severity }) => severity === 'error')) return { findings };
  return { reference: { row, values, identity: identityOf((label) => values.get(label)) }, findings };
}

/** The identity of a reference, from its values by label. */
export function identityOf(value: (label: string) => string | undefined): string {
  return ['名称', '单位', '来源'].map((label) => foldText(value(label) ?? '')).join('\n');
}

function fallback(field: ReferenceField, defaults: LedgerDefaults): string | undefined {
  if (field.key === 'unit') return NO_UNIT;
  return field.key === 'source' ? defaults.source : undefined;
}

/** The value of a field; several columns of one text are joined, of anything else the first is taken. */
function readField(
  row: LedgerRow,
  field: ReferenceField,
  cells: readonly LedgerCell[],
  findings: LedgerFinding[],
): string | undefined {
  const read = cells.flatMap((cell) => {
    const result = readCell(row, cell);
    if ('finding' in result) findings.push(result.finding);
    return 'value' in result ? [{ cell, value: result.value }] : [];
  });
  if (field.place === '正文') return [...new Set(read.map(({ value }) => value))].join('\n\n') || undefined;
  const [first, ...others] = read;
  for (const other of others) {
    if (first && other.value !== first.value) findings.push(passedOver(row, first.cell, other.cell));
  }
  return first?.value;
}

function readCell(row: LedgerRow, cell: LedgerCell): { value: string } | { finding: LedgerFinding } {
  const { field, text } = cell;
  if (field.key === 'unit' && foldText(text) === foldText(NO_UNIT)) return { value: NO_UNIT };
  // Addresses carry long numbers that are nobody's phone.
  const kinds = /^https?:\/\//.test(text) ? [] : personalKinds(`${cell.title}：${text}`);
  if (kinds.length > 0) return { finding: personalData(row, cell, kinds.join('、')) };
  const read = readTyped(field.type, oneLine(field, text));
  if (read.issues.length > 0) return { finding: unreadable(row, cell) };
  return { value: plainValue(field, read.value, read.text) };
}

/** Titles and addresses stand on one line; a date where a year is asked for is a date cell of that year. */
function oneLine(field: ReferenceField, text: string): string {
  if (field.key === 'year') return /^(\d{4})-\d{2}-\d{2}$/.exec(text)?.[1] ?? text;
  return field.place === '正文' || field.type.kind !== 'text' ? text : text.replace(/\s*\n\s*/g, ' ');
}

/** The shortest way to write an amount; everything else stays as it is. */
function plainValue(field: ReferenceField, data: unknown, written: string): string {
  return field.type.kind === 'money' && typeof data === 'number' ? wanPlain(data) : written;
}

function at(row: LedgerRow, cell: LedgerCell): Pick<LedgerFinding, 'sheet' | 'row' | 'cell' | 'column'> {
  return { sheet: row.sheet, row: row.row, cell: cell.cell, column: cell.title };
}

function unreadable(row: LedgerRow, cell: LedgerCell): LedgerFinding {
  const { field, text } = cell;
  const unit = field.unit === undefined ? '' : `（${field.unit}）`;
  const message = `${field.label}${unit}：「${text.slice(0, 30)}」读不出来，${field.type.expects}。`;
  return {
    severity: 'error',
    ...at(row, cell),
    message,
    fix: `改成例如「${field.example}」的写法，或留空。`,
  };
}

function personalData(row: LedgerRow, cell: LedgerCell, kinds: string): LedgerFinding {
  const message = `${cell.field.label}：里面有${kinds}，个人信息不能公开，这一行没有导入。`;
  return { severity: 'error', ...at(row, cell), message, fix: '从台账里删去个人的号码和邮箱，再导入一次。' };
}

function missing(row: LedgerRow, field: ReferenceField): LedgerFinding {
  const where = { sheet: row.sheet, row: row.row, cell: '', column: field.label };
  const more = field.key === 'source' ? '；整本台账同一来源的，用 --source 写明' : '';
  return {
    severity: 'error',
    ...where,
    message: `${field.label}：没有填写，这一行没有导入。`,
    fix: `${field.hint}例如「${field.example}」${more}。`,
  };
}

function passedOver(row: LedgerRow, first: LedgerCell, other: LedgerCell): LedgerFinding {
  const message = `${first.field.label}：「${first.title}」和「${other.title}」两列都有内容且不同，只取了「${first.title}」。`;
  return { severity: 'warning', ...at(row, other), message, fix: '核对两列，只留一列。' };
}
