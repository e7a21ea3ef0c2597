import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { foldAddress } from '../ledger/address.ts';
import type { LedgerFinding } from '../ledger/finding.ts';
import { LedgerError, type LeftOut } from '../ledger/grid.ts';
import { LIMITS } from '../ledger/limits.ts';
import { mergeReference } from '../ledger/merge-reference.ts';
import type { LedgerProject, Question } from '../ledger/project.ts';
import type { Answers, Understood } from '../ledger/reading.ts';
import { type LedgerDefaults, type LedgerReference, toReference } from '../ledger/reference-values.ts';
import { REFERENCES, UNITS_FILE } from '../registry/paths.ts';
import { readUnits } from '../registry/read-settings.ts';
import { type NamesUnit, unitNames } from '../registry/unit-names.ts';
import { foldText } from '../text/fold.ts';
import { withLock } from './lock.ts';
import { type Progress, readLedger } from './read-ledger.ts';
import { ReferenceShelf } from './reference-shelf.ts';
import { replaceFile } from './replace-file.ts';

/** What an import did, or with `dryRun` would do. */
export interface ImportReport {
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  /** Of how many projects each thing was read: 「金额 0/4」 is no success. */
  readonly read: Readonly<Record<'项目' | '单位' | '金额' | '年份' | '建设内容', number>>;
  readonly findings: readonly LedgerFinding[];
}

export interface ImportOptions extends LedgerDefaults {
  readonly dryRun?: boolean;
  readonly answers?: Answers | undefined;
  readonly progress?: Progress | undefined;
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
  return writeReferences(await readLedger(file, options.answers, options.progress), root, options);
}

/** The same of a ledger that is understood already. Nobody else writes meanwhile. */
export function writeReferences(
  understood: Understood,
  root: string,
  options: ImportOptions = {},
): ImportReport {
  return options.dryRun
    ? putReferences(understood, root, options)
    : withLock(root, () => putReferences(understood, root, options));
}

function putReferences(understood: Understood, root: string, options: ImportOptions): ImportReport {
  refuseEmpty(understood);
  refuseMany(understood);
  const findings: LedgerFinding[] = findingsOf(understood);
  const defaults = { ...options, file: understood.name, namesUnit: namesUnitOf(root) };
  const references = distinct(understood, defaults, findings);
  const own = references.filter(
    ({ project, values }) => project.values.层级 === undefined && values.get('层级') === '区',
  );
  if (own.length > 0 && options.level === undefined) findings.push(ownUnits(own));
  const folder = join(root, REFERENCES);
  const shelf = ReferenceShelf.open(folder, defaults.namesUnit);
  const counts = { added: 0, updated: 0, unchanged: 0 };
  for (const { project, values } of references) {
    const place = shelf.placeOf(values);
    const merged = mergeReference(place.text, values);
    if ('unreadable' in merged) {
      findings.push(unreadableFile(project, place.name));
      continue;
    }
    counts[merged.change] += 1;
    if (options.dryRun || merged.change === 'unchanged') continue;
    // An import that is broken off leaves whole files only.
    replaceFile(join(folder, place.name), new TextEncoder().encode(merged.text));
  }
  return { ...counts, read: readCounts(understood.projects), findings: inLedgerOrder(findings, understood) };
}

/** Of how many projects each thing was read. */
export function readCounts(projects: readonly LedgerProject[]): ImportReport['read'] {
  const count = (has: (project: LedgerProject) => unknown): number =>
    projects.filter((project) => has(project) !== undefined).length;
  return {
    项目: projects.length,
    单位: count(({ unit }) => unit),
    金额: count(({ amount }) => amount),
    年份: count(({ year }) => year),
    建设内容: count(({ description }) => description),
  };
}

/** A file without a table of projects is no ledger, and saying 「新增 0」 of it would hide that. */
export function refuseEmpty({ tables, faults }: Understood): void {
  if (tables.length > 0 || faults.length > 0) return;
  throw new LedgerError(
    '没有找到列名一行：前 40 行里要有一行写着「项目名称」和「单位」「金额（万元）」「来源」等列名。',
  );
}

/** Every project becomes a file; a ledger of more than a province's is a mistake. */
export function refuseMany({ projects }: Understood): void {
  if (projects.length <= LIMITS.projects) return;
  throw new LedgerError(
    `这本台账有 ${projects.length} 个项目，一次最多写入 ${LIMITS.projects} 个，没有写：按单位或年份分成几本，再导入。`,
  );
}

/** What was left, what is broken, and what is asked, as findings. */
export function findingsOf({ projects, left, faults, questions }: Understood): LedgerFinding[] {
  return [
    ...left.map((place) => leftOut(place, 'warning')),
    ...faults.map((place) => leftOut(place, 'error')),
    ...projects.flatMap(({ sheet, row, notes }) =>
      notes.map((note) => ({ ...leftOut({ sheet, row, why: note }, 'warning'), fix: '核对一下。' })),
    ),
    ...questions.filter(({ cell, taken }) => cell === undefined || taken).map(asked),
  ];
}

function leftOut({ sheet, row, why }: LeftOut, severity: LedgerFinding['severity']): LedgerFinding {
  const fix = severity === 'error' ? '改好这一行，再导入一次。' : '不是项目的，不用改。';
  return { severity, sheet, row, cell: '', column: '', message: why, fix };
}

function asked({ sheet, row = 1, cell = '', column = '', asks, choices }: Question): LedgerFinding {
  const answers =
    choices.length === 0
      ? ''
      : `可以答：${choices.slice(0, 8).join('、')}${choices.length > 8 ? '……' : ''}。`;
  return {
    severity: 'warning',
    sheet,
    row,
    cell,
    column,
    message: asks,
    fix: `${answers}答复写在列的读法里（--columns）。`,
  };
}

/** Findings as they stand in the ledger: sheet by sheet, row by row. */
export function inLedgerOrder(
  findings: readonly LedgerFinding[],
  { sheets }: Understood,
): readonly LedgerFinding[] {
  const order = new Map(sheets.map((name, index) => [name, index]));
  const placeOf = (sheet: string): number => order.get(sheet) ?? sheets.length;
  return [...findings].sort((a, b) => placeOf(a.sheet) - placeOf(b.sheet) || a.row - b.row);
}

/** One reference for each identity; a second row that says something else of the same source is a finding. */
function distinct(
  { projects }: Understood,
  defaults: LedgerDefaults,
  findings: LedgerFinding[],
): readonly LedgerReference[] {
  const seen = new Map<string, LedgerReference>();
  const found: LedgerReference[] = [];
  for (const project of projects) {
    const read = toReference(project, defaults);
    findings.push(...read.findings);
    if (!read.reference) continue;
    const { values } = read.reference;
    const key = ['名称', '单位'].map((label) => foldText(values.get(label) ?? '')).join('\n');
    // Where rows name their own source, the same name and source twice are one project told in two ways.
    const own =
      project.values.来源 === undefined ? undefined : `${key}\n${foldAddress(values.get('来源') ?? '')}`;
    const earlier = own === undefined ? undefined : seen.get(own);
    if (own !== undefined && !earlier) seen.set(own, read.reference);
    if (earlier) {
      if (!sameValues(earlier, read.reference)) findings.push(contradiction(earlier, read.reference));
    } else found.push(read.reference);
  }
  return found;
}

function sameValues(a: LedgerReference, b: LedgerReference): boolean {
  return JSON.stringify([...a.values]) === JSON.stringify([...b.values]);
}

function contradiction(earlier: LedgerReference, later: LedgerReference): LedgerFinding {
  const labels = [...new Set([...earlier.values.keys(), ...later.values.keys()])];
  const differing = labels.filter((label) => earlier.values.get(label) !== later.values.get(label));
  const where = earlier.project.sheet === later.project.sheet ? '' : `工作表「${earlier.project.sheet}」`;
  return {
    severity: 'error',
    sheet: later.project.sheet,
    row: later.project.row,
    cell: '',
    column: differing.join('、'),
    message: `名称、单位、来源与${where}第 ${earlier.project.row} 行相同，${differing.join('、')}却不同，这一行没有导入。`,
    fix: '是同一个项目的，留一行；是两个项目的，把名称或来源写得能分清。',
  };
}

/** The 名录 of the registry; none where it cannot be read, which a check says in its own words. */
function namesUnitOf(root: string): NamesUnit {
  const path = join(root, UNITS_FILE);
  if (!existsSync(path)) return () => undefined;
  return unitNames(readUnits({ file: UNITS_FILE, bytes: readFileSync(path) }).units);
}

function ownUnits(references: readonly LedgerReference[]): LedgerFinding {
  const { sheet = '', row = 1 } = references[0]?.project ?? {};
  return {
    severity: 'warning',
    sheet,
    row,
    cell: '',
    column: '层级',
    message: `层级：${references.length} 个项目的单位在本区的单位名录里，写作「区」。`,
    fix: '不是本区的，用 --level 外地；要转成备案草稿的，用 --as 备案。',
  };
}

function unreadableFile({ sheet, row }: LedgerProject, name: string): LedgerFinding {
  return {
    severity: 'error',
    sheet,
    row,
    cell: '',
    column: '',
    message: `这一行对应的 references/${name} 有读不出来的地方，没有更新。`,
    fix: '先改好那份文件（运行 check 看错在哪里），再导入一次。',
  };
}
