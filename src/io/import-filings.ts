import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeFiling } from '../filing/compose.ts';
import { mergeStock } from '../filing/merge-stock.ts';
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
export function writeFilings(
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
  const stamp = { today, ruleVersion: settings.ruleVersion, dryRun: dryRun === true, named };
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

interface Shelved {
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
      const name = typeof head.raw.项目名称 === 'string' ? foldPlain(head.raw.项目名称) : '';
      shelf.set(name, [
        ...(shelf.get(name) ?? []),
        { file: projectFile(`${code}/${entry.slice(0, -3)}`), text },
      ]);
    }
    this.#byUnit.set(code, shelf);
    return shelf;
  }
}
