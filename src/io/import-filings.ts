import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeFiling } from '../filing/compose.ts';
import { mergeStock } from '../filing/merge-stock.ts';
import { mayBe, type Standing } from '../filing/renamed.ts';
import { type StockFacts, type StockFiling, toStockFiling } from '../filing/stock.ts';
import { stockFile } from '../filing/stock-name.ts';
import type { LedgerFinding } from '../ledger/finding.ts';
import type { LedgerProject } from '../ledger/project.ts';
import type { Answers, Understood } from '../ledger/reading.ts';
import { OFFICE_FILE, projectFile, UNITS_FILE } from '../registry/paths.ts';
import { readOffice, readUnits } from '../registry/read-settings.ts';
import { unitNames } from '../registry/unit-names.ts';
import { parseFile } from '../text/file.ts';
import { foldPlain } from '../text/fold.ts';
import {
  findingsOf,
  type ImportReport,
  inLedgerOrder,
  readCounts,
  refuseEmpty,
  refuseMany,
} from './import-references.ts';
import { withLock } from './lock.ts';
import { replaceFile } from './replace-file.ts';
import { UsageError } from './usage-error.ts';

/** What a stock-taking did: the counts, and how many projects each unit has to complete. */
export interface StockReport extends ImportReport {
  readonly units: readonly { readonly unit: string; readonly projects: number }[];
}

export interface StockOptions {
  readonly today: string;
  readonly dryRun?: boolean;
  readonly answers?: Answers | undefined;
}

/** 存量清理: brings a ledger into `projects/` as draft filings of their units. A second import changes nothing. */
export function writeFilings(understood: Understood, root: string, options: StockOptions): StockReport {
  const put = (): StockReport => putFilings(understood, root, options);
  return options.dryRun ? put() : withLock(root, put);
}

function putFilings(
  understood: Understood,
  root: string,
  { today, dryRun, answers }: StockOptions,
): StockReport {
  refuseEmpty(understood);
  refuseMany(understood);
  const settings = readSettings(root);
  const facts: StockFacts = {
    namesUnit: unitNames(settings.units),
    unitsTold: answers?.unitNames ?? new Map(),
    today,
  };
  const findings: LedgerFinding[] = findingsOf(understood);
  const counts = { added: 0, updated: 0, unchanged: 0 };
  const shelf = new FilingShelf(root);
  const perUnit = new Map<string, number>();
  const filings = understood.projects.flatMap((project) => {
    const read = toStockFiling(project, facts);
    findings.push(...read.findings);
    return read.filing ? [read.filing] : [];
  });
  const named = new Map<string, number>();
  for (const { unit, project } of filings) {
    const key = nameKey(unit.code, project.name);
    named.set(key, (named.get(key) ?? 0) + 1);
  }
  const stamp = {
    today,
    ruleVersion: settings.ruleVersion,
    dryRun: dryRun === true,
    named,
    units: settings.units,
    others: othersOf(shelf, settings, named),
    fresh: answers?.fresh ?? new Set<string>(),
  };
  for (const filing of filings) {
    const change = place(filing, shelf, stamp, findings);
    if (change === undefined) continue;
    counts[change] += 1;
    const { name } = filing.unit;
    if (change !== 'unchanged') perUnit.set(name, (perUnit.get(name) ?? 0) + 1);
  }
  const units = [...perUnit]
    .map(([unit, projects]) => ({ unit, projects }))
    .sort((a, b) => b.projects - a.projects);
  return {
    ...counts,
    read: readCounts(understood.projects),
    units,
    findings: inLedgerOrder(findings, understood),
  };
}

interface Stamp {
  readonly today: string;
  readonly ruleVersion: string;
  readonly dryRun: boolean;
  /** How many projects of the ledger have a unit and a name. */
  readonly named: ReadonlyMap<string, number>;
  readonly units: Settings['units'];
  /** Filings that the ledger does not name: by name, and by unit and sum. */
  readonly others: ReadonlyMap<string, readonly Shelved[]>;
  /** Names that a person said are projects of their own, however alike they are to one that is there. */
  readonly fresh: ReadonlySet<string>;
}

const nameKey = (code: string, name: string): string => `${code}\n${foldPlain(name)}`;

function place(
  filing: StockFiling,
  shelf: FilingShelf,
  stamp: Stamp,
  findings: LedgerFinding[],
): 'added' | 'updated' | 'unchanged' | undefined {
  const { project, unit, form, values } = filing;
  const alone = stamp.named.get(nameKey(unit.code, project.name)) === 1;
  const found = shelf.find(unit.code, project, alone);
  if (found.text === undefined) {
    const doubt = stamp.fresh.has(project.name) ? undefined : doubtOf(filing, stamp);
    if (doubt) {
      findings.push(doubt);
      return undefined;
    }
    if (!stamp.dryRun) shelf.write(found.file, composeFiling(values, { ...stamp, form }));
    return 'added';
  }
  const merged = mergeStock(found.text, values);
  if (merged.change === 'unreadable') {
    const { sheet, row } = project;
    findings.push({
      severity: 'error',
      sheet,
      row,
      cell: '',
      column: '',
      message: `这一行对应的 ${found.file} 有读不出来的地方，没有更新。`,
      fix: '先改好那份文件（运行 check 看错在哪里），再导入一次。',
    });
    return undefined;
  }
  if (merged.change === 'completed') return 'unchanged';
  if (merged.change === 'updated' && !stamp.dryRun) shelf.write(found.file, merged.text);
  return merged.change;
}

const sumKey = (code: string, amount: string | undefined): string => `${code}\n${amount ?? ''}`;

function othersOf(
  shelf: FilingShelf,
  { units }: Settings,
  named: Stamp['named'],
): ReadonlyMap<string, readonly Shelved[]> {
  const found = new Map<string, Shelved[]>();
  for (const one of shelf.all([...units.keys()])) {
    if (named.has(nameKey(one.unit, one.name))) continue;
    for (const key of [foldPlain(one.name), sumKey(one.unit, one.amount)])
      found.set(key, [...(found.get(key) ?? []), one]);
  }
  return found;
}

/** A project that is new by its name or its unit, and may be one that is there: a person says which. */
function doubtOf({ project, unit, values }: StockFiling, stamp: Stamp): LedgerFinding | undefined {
  const amount = typeof values.资金预算 === 'string' ? values.资金预算 : undefined;
  const keys = [foldPlain(project.name), sumKey(unit.code, amount)];
  const others = keys.flatMap((key) => stamp.others.get(key) ?? []);
  const doubt = mayBe({ unit: unit.code, name: project.name, amount }, others);
  if (!doubt) return undefined;
  const { was, how } = doubt;
  const owner = stamp.units.get(was.unit)?.name ?? was.unit;
  const { sheet, row } = project;
  const message =
    how === '改名'
      ? `项目名称：像是「${was.name.slice(0, 40)}」（${was.file}）改了名，没有另写一份。`
      : `建设单位：「${was.name.slice(0, 40)}」原来登记在${owner}（${was.file}），没有另写一份。`;
  const fix =
    how === '改名'
      ? '是同一个的，先把那一份的项目名称改成新的，再导入；'
      : '是移交的，先由办公室记「移交」，再导入；';
  return {
    severity: 'error',
    sheet,
    row,
    cell: '',
    column: how === '改名' ? '项目名称' : '建设单位',
    message,
    fix: `${fix}是另一个项目的，在列的读法（--columns）里写「新项目: [${project.name.slice(0, 40)}]」。`,
  };
}

interface Settings {
  readonly units: ReturnType<typeof readUnits>['units'];
  readonly ruleVersion: string;
}

function readSettings(root: string): Settings {
  const source = (file: string) =>
    existsSync(join(root, file)) ? { file, bytes: readFileSync(join(root, file)) } : undefined;
  const { units } = readUnits(source(UNITS_FILE));
  const { office } = readOffice(source(OFFICE_FILE));
  if (units.size === 0)
    throw new UsageError('登记库里没有能读的单位名录（units.yaml），不知道项目是哪个单位的。');
  return { units, ruleVersion: office?.ruleVersion ?? '金政〔2021〕22号' };
}

interface Shelved extends Standing {
  readonly file: string;
  readonly text: string;
}

/** The filings of each unit by name; every one is found once in an import, so that yearly work of one name stays apart. */
class FilingShelf {
  readonly root: string;
  readonly #byUnit = new Map<string, Map<string, Shelved[]>>();
  readonly #given = new Set<string>();

  constructor(root: string) {
    this.root = root;
  }

  /** The file of a project, with its text when it is there. */
  find(
    code: string,
    project: LedgerProject,
    alone: boolean,
  ): { readonly file: string; readonly text?: string } {
    const all = this.#unit(code).get(foldPlain(project.name)) ?? [];
    const known = all.filter(({ file }) => !this.#given.has(file));
    // Yearly work of one name is told apart by its file alone; a name that stands once is the same project.
    const same = alone && all.length === 1 ? known[0] : undefined;
    for (let attempt = 1; ; attempt++) {
      const file = stockFile(project, code, attempt);
      const found = known.find((one) => one.file === file) ?? (attempt === 1 ? same : undefined);
      if (!found && (this.#given.has(file) || existsSync(join(this.root, file)))) continue;
      this.#given.add(found?.file ?? file);
      return found ?? { file };
    }
  }

  /** Every filing of these units. */
  all(codes: readonly string[]): readonly Shelved[] {
    return codes.flatMap((code) => [...this.#unit(code).values()].flat());
  }

  write(file: string, text: string): void {
    replaceFile(join(this.root, file), new TextEncoder().encode(text));
  }

  #unit(code: string): Map<string, Shelved[]> {
    const known = this.#byUnit.get(code);
    if (known) return known;
    const shelf = new Map<string, Shelved[]>();
    const folder = join(this.root, 'projects', code);
    for (const entry of existsSync(folder) ? readdirSync(folder).sort() : []) {
      if (!entry.endsWith('.md') || entry === 'README.md') continue;
      const bytes = readFileSync(join(folder, entry));
      const { head, text } = parseFile(bytes);
      const { 项目名称: written, 资金预算: budget } = head.raw;
      const name = typeof written === 'string' ? written : '';
      const shelved = {
        file: projectFile(`${code}/${entry.slice(0, -3)}`),
        text,
        unit: code,
        name,
        amount: typeof budget === 'string' ? budget : undefined,
      };
      shelf.set(foldPlain(name), [...(shelf.get(foldPlain(name)) ?? []), shelved]);
    }
    this.#byUnit.set(code, shelf);
    return shelf;
  }
}
