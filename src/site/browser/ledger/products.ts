import { zipSync } from 'fflate';
import { composeFiling } from '../../../filing/compose.ts';
import { referenceFile, referenceName } from '../../../filing/reference-name.ts';
import { slugFor } from '../../../filing/slug.ts';
import { toStockFiling } from '../../../filing/stock.ts';
import { stockFile } from '../../../filing/stock-name.ts';
import { annotate } from '../../../ledger/annotate.ts';
import type { LedgerFinding } from '../../../ledger/finding.ts';
import type { Book } from '../../../ledger/grid.ts';
import { writeAnswers } from '../../../ledger/mapping.ts';
import { mergeReference } from '../../../ledger/merge-reference.ts';
import type { LedgerProject } from '../../../ledger/project.ts';
import type { Answers, Understood } from '../../../ledger/reading.ts';
import { toReference } from '../../../ledger/reference-values.ts';
import { idOf } from '../../../registry/paths.ts';
import { stableSuffix } from '../../../registry/stable-suffix.ts';
import { unitNames } from '../../../registry/unit-names.ts';
import type { Parcel, Product, Settings } from './messages.ts';

/** A file to take home, with what has to be known of it; without a name where nothing could be made, and why. */
interface Made {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly said: readonly string[];
  /** Units of the ledger that the 名录 does not have. */
  readonly unknown?: readonly string[];
}

interface Ledger {
  readonly book: Book;
  readonly understood: Understood;
  readonly answers: Answers;
}

const ALREADY =
  '这是从登记库导出的台账，里面的项目已经登记，不另建；改过的格子，由办公室用 import 逐格比对后改。';
const ALREADY_FILED = '登记库里已经有这个项目，不另写草稿；台账里改了的，由办公室用 import 更新。';
/** The name of a branch is short enough for every platform. */
const SLUG = 40;
/** Every file of an archive bears this day, so that the same ledger gives the same bytes. */
const NO_DAY = new Date(1980, 0, 1, 12);

/** Makes what a person asked for. */
export function makeProduct(
  product: Product,
  { book, understood, answers }: Ledger,
  settings: Settings,
  today: string,
): Made {
  const stem = book.name.replace(/\.[^.]*$/, '');
  if (product === '标注')
    return {
      name: `${stem}（导入说明）.xlsx`,
      bytes: annotate(book, understood),
      said: ['最右一列写明每一行怎样读的、为什么没有读，可以退给填表的单位。'],
    };
  if (product === '列的读法')
    return {
      name: `${stem}（列的读法）.yaml`,
      bytes: encoded(writeAnswers(understood, answers)),
      said: ['下次导入同样的台账，用 --columns 指明这份文件。'],
    };
  if (understood.exported.length > 0) return { name: '', bytes: new Uint8Array(), said: [ALREADY] };
  const files =
    product === '备案' ? drafts(understood, answers, settings, today) : references(understood, settings);
  const said = files.findings.map(({ sheet, row, message }) => `${sheet} 第 ${row} 行：${message}`);
  const names = Object.keys(files.files);
  const { unknown } = files;
  if (names.length === 0) return { name: '', bytes: new Uint8Array(), said, unknown };
  const zip = zipSync(files.files, { mtime: NO_DAY });
  return {
    name: `${stem}（${product}）.zip`,
    bytes: zip,
    said: [`压缩包里有 ${names.length} 份项目文件。`, ...said],
    unknown,
  };
}

/** The drafts as they are sent, unit by unit; none of a ledger that the registry itself has written. */
export function parcelOf({ book, understood, answers }: Ledger, settings: Settings, today: string): Parcel {
  const stem = book.name.replace(/\.[^.]*$/, '');
  const files = understood.exported.length > 0 ? {} : drafts(understood, answers, settings, today).files;
  const names = new Map(settings.units.map(({ code, name }) => [code, name]));
  const byUnit = new Map<string, { id: string; file: string; text: string }[]>();
  for (const [file, bytes] of Object.entries(files)) {
    const id = idOf('project', file) ?? '';
    const [unit = ''] = id.split('/');
    byUnit.set(unit, [...(byUnit.get(unit) ?? []), { id, file, text: new TextDecoder().decode(bytes) }]);
  }
  return {
    stem,
    slug: slugFor(stem, stableSuffix(stem), SLUG),
    units: Array.from(byUnit, ([code, own]) => ({ code, name: names.get(code) ?? code, files: own })),
  };
}

interface Files {
  readonly files: Record<string, Uint8Array>;
  readonly findings: readonly LedgerFinding[];
  readonly unknown: readonly string[];
}

function drafts(
  understood: Understood,
  answers: Answers,
  { units, ruleVersion, filed }: Settings,
  today: string,
): Files {
  const namesUnit = unitNames(new Map(units.map((unit) => [unit.code, unit])));
  const files: Record<string, Uint8Array> = {};
  const unknown = new Set<string>();
  const findings: LedgerFinding[] = [];
  const known = new Set(filed);
  for (const project of understood.projects) {
    const { unit: written } = project;
    if (written !== undefined && !namesUnit(answers.unitNames.get(written) ?? written)) unknown.add(written);
    const read = toStockFiling(project, { namesUnit, unitsTold: answers.unitNames, today });
    findings.push(...read.findings);
    if (!read.filing) continue;
    const { values, form, unit } = read.filing;
    const file = free(files, (attempt) => stockFile(project, unit.code, attempt));
    if (known.has(file)) findings.push(alreadyFiled(project));
    else files[file] = encoded(composeFiling(values, { form, today, ruleVersion }));
  }
  return { files, findings, unknown: [...unknown] };
}

function references(understood: Understood, { units }: Settings): Files {
  const namesUnit = unitNames(new Map(units.map((unit) => [unit.code, unit])));
  const files: Record<string, Uint8Array> = {};
  const findings: LedgerFinding[] = [];
  for (const project of understood.projects) {
    const read = toReference(project, { file: understood.name, namesUnit });
    findings.push(...read.findings);
    if (!read.reference) continue;
    const { values } = read.reference;
    const merged = mergeReference(undefined, values);
    if ('text' in merged)
      files[free(files, (attempt) => referenceFile(referenceName(values, attempt)))] = encoded(merged.text);
  }
  return { files, findings, unknown: [] };
}

function alreadyFiled({ sheet, row }: LedgerProject): LedgerFinding {
  return { severity: 'warning', sheet, row, cell: '', column: '', message: ALREADY_FILED, fix: '' };
}

/** The first name that no other project of the ledger has. */
function free(files: Readonly<Record<string, Uint8Array>>, nameOf: (attempt: number) => string): string {
  for (let attempt = 1; ; attempt++) {
    const name = nameOf(attempt);
    if (!(name in files)) return name;
  }
}

const encoded = (text: string): Uint8Array => new TextEncoder().encode(text);
