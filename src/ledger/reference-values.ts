import { wanPlain } from '../form/money.ts';
import { readTyped } from '../form/read-value.ts';
import { REFERENCE_FIELDS, type ReferenceField } from '../form/reference-fields.ts';
import type { NamesUnit } from '../registry/unit-names.ts';
import { foldText } from '../text/fold.ts';
import { personalKinds } from '../text/privacy.ts';
import type { LedgerFinding } from './finding.ts';
import type { Meaning } from './meanings.ts';
import type { LedgerProject } from './project.ts';

/** What is written for a project whose source names no unit. */
export const NO_UNIT = '（来源未载明单位）';

/** A reference as a ledger gives it, in the file's own words. */
export interface LedgerReference {
  readonly project: LedgerProject;
  /** Values by label, head and body alike, in dictionary order; only what the ledger carries. */
  readonly values: ReadonlyMap<string, string>;
}

/** Values that hold for a whole ledger where its rows say nothing. */
export interface LedgerDefaults {
  /** 来源 of rows in a ledger that names none. */
  readonly source?: string | undefined;
  /** The ledger's own name, which is the source where it has no column of sources. */
  readonly file?: string | undefined;
  /** 层级: 区 for the district's own, 外地 for others'. */
  readonly level?: string | undefined;
  /** The district's 名录: a project of one of its units is 区, not 外地. */
  readonly namesUnit?: NamesUnit | undefined;
}

/** How each field of a reference is told by a project of a ledger. */
const TOLD: Readonly<
  Record<string, { readonly meaning: Meaning; readonly of: (project: LedgerProject) => string | undefined }>
> = {
  name: { meaning: '项目名称', of: ({ name }) => name },
  unit: { meaning: '建设单位', of: ({ unit }) => unit },
  region: { meaning: '地区', of: ({ values }) => values.地区 },
  level: { meaning: '层级', of: ({ values }) => values.层级 },
  year: { meaning: '年份', of: ({ year }) => (year === undefined ? undefined : String(year)) },
  amount: { meaning: '金额', of: ({ amount }) => (amount === undefined ? undefined : plainAmount(amount)) },
  phase: { meaning: '来源类别', of: ({ values }) => values.来源类别 },
  source: { meaning: '来源', of: ({ values }) => values.来源 },
  verifiedOn: { meaning: '核实日期', of: ({ values }) => values.核实日期 },
  content: { meaning: '建设内容', of: ({ description }) => description },
};

/** Reads a project by the reference dictionary: the reference, or everything that keeps it out. */
export function toReference(
  project: LedgerProject,
  defaults: LedgerDefaults = {},
): { reference?: LedgerReference; findings: readonly LedgerFinding[] } {
  const findings: LedgerFinding[] = project.open
    .filter(({ taken }) => !taken)
    .map(({ sheet, row = project.row, cell = '', column = '', asks }) => ({
      severity: 'error',
      sheet,
      row,
      cell,
      column,
      message: `${column}：${asks}这一行没有导入。`,
      fix: '在台账里改好这一格，或在列的读法（--columns）的「单元格」里写上答复，再导入一次。',
    }));
  const values = new Map<string, string>();
  for (const field of REFERENCE_FIELDS) {
    const told = TOLD[field.key];
    const text = told?.of(project);
    const value =
      text === undefined || told === undefined
        ? undefined
        : readField(project, field, told.meaning, text, findings);
    const known = value ?? (text === undefined ? fallback(project, field, defaults) : undefined);
    if (known !== undefined) values.set(field.label, known);
    else if (field.key === 'source' && text === undefined) findings.push(missing(project, field));
  }
  if (findings.some(({ severity }) => severity === 'error')) return { findings };
  return { reference: { project, values }, findings };
}

/** 万元 without the noise of binary fractions, at most to the 分. */
export function plainAmount(amount: number): string {
  return wanPlain(Math.round(amount * 1_000_000));
}

function fallback(
  project: LedgerProject,
  field: ReferenceField,
  defaults: LedgerDefaults,
): string | undefined {
  if (field.key === 'unit') return NO_UNIT;
  if (field.key === 'level') return defaults.level ?? levelOf(project, defaults);
  // A ledger with a column of sources must fill it in; one without is its own source.
  if (field.key !== 'source') return undefined;
  return defaults.source ?? (project.places.来源 === undefined ? defaults.file : undefined);
}

/** A guess at a unit is no reason to make its project one of the district's. */
function levelOf({ unit }: LedgerProject, { namesUnit }: LedgerDefaults): string | undefined {
  const named = unit === undefined ? undefined : namesUnit?.(unit);
  return named && named.by !== '近似' ? '区' : undefined;
}

function readField(
  project: LedgerProject,
  field: ReferenceField,
  meaning: Meaning,
  text: string,
  findings: LedgerFinding[],
): string | undefined {
  if (field.key === 'unit' && foldText(text) === foldText(NO_UNIT)) return NO_UNIT;
  const place = placeOf(project, meaning, field);
  // Addresses carry long numbers that are nobody's phone.
  const kinds = /^https?:\/\//.test(text) ? [] : personalKinds(`${place.column}：${text}`);
  if (kinds.length > 0) {
    findings.push(personalData(place, field, kinds.join('、')));
    return undefined;
  }
  const line = field.place === '正文' || field.type.kind !== 'text' ? text : text.replace(/\s*\n\s*/g, ' ');
  const read = readTyped(field.type, line);
  // A word that means one of the listed ones is written as that one.
  if (read.issues.length === 0) return field.type.kind === 'choice' ? String(read.value) : read.text;
  findings.push(unreadable(place, field, text));
  return undefined;
}

type Place = Pick<LedgerFinding, 'sheet' | 'row' | 'cell' | 'column'>;

function placeOf({ sheet, row, places }: LedgerProject, meaning: Meaning, field: ReferenceField): Place {
  const place = places[meaning];
  return { sheet, row, cell: place?.cell ?? '', column: place?.title ?? field.label };
}

function unreadable(place: Place, field: ReferenceField, text: string): LedgerFinding {
  const unit = field.unit === undefined ? '' : `（${field.unit}）`;
  const message = `${field.label}${unit}：「${text.slice(0, 30)}」读不出来，${field.type.expects}。这一行没有导入。`;
  return { severity: 'error', ...place, message, fix: `改成例如「${field.example}」的写法，或留空。` };
}

function personalData(place: Place, { label }: ReferenceField, kinds: string): LedgerFinding {
  const message = `${label}：里面有${kinds}，个人信息不能公开，这一行没有导入。`;
  return { severity: 'error', ...place, message, fix: '从台账里删去个人的号码和邮箱，再导入一次。' };
}

function missing({ sheet, row }: LedgerProject, field: ReferenceField): LedgerFinding {
  return {
    severity: 'error',
    sheet,
    row,
    cell: '',
    column: field.label,
    message: `${field.label}：没有填写，这一行没有导入。`,
    fix: `${field.hint}例如「${field.example}」；整本台账同一来源的，用 --source 写明。`,
  };
}
