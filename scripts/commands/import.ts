import { existsSync } from 'node:fs';
import { defineCommand } from 'citty';
import { diskReason } from '../../src/io/disk-reason.ts';
import { writeFilings } from '../../src/io/import-filings.ts';
import { refuseEmpty, writeReferences } from '../../src/io/import-references.ts';
import { keptAnswers, readingFile } from '../../src/io/kept-readings.ts';
import { readForeignFile } from '../../src/io/read-foreign.ts';
import { type Progress, readAnnotated, readLedger } from '../../src/io/read-ledger.ts';
import { createFile } from '../../src/io/replace-file.ts';
import { draw, say, warn } from '../../src/io/say.ts';
import { localToday } from '../../src/io/today.ts';
import { UsageError } from '../../src/io/usage-error.ts';
import { LedgerError } from '../../src/ledger/grid.ts';
import { readAnswers, writeAnswers } from '../../src/ledger/mapping.ts';
import type { Answers, Understood } from '../../src/ledger/reading.ts';
import { REFERENCE_LEVELS } from '../../src/regulation/vocabulary.ts';
import { previewJson, previewText } from '../../src/report/import-preview.ts';
import { importJson, importText, stockJson, stockText } from '../../src/report/import-report.ts';
import { EXIT, oneOf, ROOT, refuseUnknown, stop } from './exit.ts';
import { askLedger, howToAnswer, keepReading } from './import-ask.ts';
import { takeBack } from './import-returned.ts';

const args = {
  root: ROOT,
  as: { type: 'string', description: '写成：参考、备案', default: '参考' },
  source: { type: 'string', description: '台账没有「来源」一列时，整本台账的来源；不写就用台账的文件名' },
  level: { type: 'string', description: `层级：${REFERENCE_LEVELS.join('、')}；本区单位的台账写「区」` },
  columns: { type: 'string', description: '列的读法（.yaml）；没有这份文件就按读到的写一份，改好再用' },
  annotate: {
    type: 'string',
    description: '把每一行怎样读的写进最右一列，另存一份（.xlsx），退给填表的单位',
  },
  preview: { type: 'boolean', description: '只看怎样读、读到什么，不写文件', default: false },
  'dry-run': { type: 'boolean', description: '只看写入的结果，不写文件', default: false },
  format: { type: 'string', description: '输出格式：pretty、json', default: 'pretty' },
} as const;

/** `import FILE`: a ledger becomes references or draft filings; good rows go in, bad rows are named. */
export const importCommand = defineCommand({
  meta: { name: 'import', description: '导入台账（.xls、.xlsx、.ods、.et、.csv、.json、.jsonl）' },
  args,
  run: async ({ args: given }) => {
    refuseUnknown(given, [...Object.keys(args), 'dryRun']);
    const format = oneOf('format', given.format, ['pretty', 'json']);
    const as = oneOf('as', given.as, ['参考', '备案']);
    const level = given.level === undefined ? undefined : oneOf('level', given.level, REFERENCE_LEVELS);
    const [file, ...others] = given._;
    if (file === undefined || others.length > 0) stop('写明一个台账文件，例如 import 台账.xlsx。');
    const told = answersIn(given.columns, given.preview);
    const { understood, answers } = await readAsking(file, told, given, format).catch(explain);
    if (given.annotate !== undefined) await annotateFile(file, given.annotate, answers).catch(explain);
    const dryRun = given['dry-run'] || given.preview;
    if (!(given.preview && format === 'json') && takeBack(understood, given.root, dryRun, format)) return;
    if (given.preview) return preview(understood, given.columns, format);
    if (as === '备案') return stock(understood, given.root, dryRun, answers, format);
    const options = { source: given.source, level, dryRun };
    const report = orExplain(() => writeReferences(understood, given.root, options));
    say(format === 'json' ? importJson(report) : importText(report, dryRun), format);
    process.exitCode = report.findings.some(({ severity }) => severity === 'error') ? EXIT.findings : EXIT.ok;
    if (format === 'pretty') sayOpen(understood, answers, given.root);
  },
});

interface Asking {
  readonly root: string;
  readonly preview: boolean;
  readonly columns?: string | undefined;
}

/** The ledger, read as ledgers of its shape were read before; what stays open is asked of whoever sits at the terminal. */
async function readAsking(
  file: string,
  told: Answers | undefined,
  { root, preview, columns }: Asking,
  format: 'pretty' | 'json',
): Promise<{ readonly understood: Understood; readonly answers: Answers | undefined }> {
  const first = await readLedger(file, told, progressBar());
  const kept = columns === undefined ? readingFile(root, first) : undefined;
  const before = kept === undefined ? undefined : keptAnswers(kept);
  const answers = told ?? before;
  const understood = before === undefined ? first : await readLedger(file, answers, progressBar());
  if (before !== undefined) warn(`照上次的读法读：${kept}。`);
  const asks = format === 'pretty' && !preview && process.stdin.isTTY && process.stdout.isTTY;
  if (!asks || understood.exported.length > 0) return { understood, answers };
  const said = await askLedger(understood, answers);
  if (said === undefined) return { understood, answers };
  const again = await readLedger(file, said, progressBar());
  warn(`列的读法记在 ${keepReading(again, said, root)}，下一本同样的台账照用。`);
  return { understood: again, answers: said };
}

function sayOpen(understood: Understood, answers: Answers | undefined, root: string): void {
  const words =
    process.stdin.isTTY && process.stdout.isTTY ? undefined : howToAnswer(understood, answers, root);
  if (words !== undefined) say(words);
}

/** Shows what an import understands; with `--columns` of a file that is not there, writes it down for a person to correct. */
function preview(understood: Understood, columns: string | undefined, format: 'pretty' | 'json'): void {
  try {
    refuseEmpty(understood);
  } catch (error) {
    explain(error);
  }
  say(format === 'json' ? previewJson(understood) : previewText(understood), format);
  if (understood.unread) process.exitCode = EXIT.findings;
  if (columns === undefined || existsSync(columns)) return;
  try {
    createFile(columns, writeAnswers(understood));
  } catch (error) {
    stop(`写不了列的读法：${diskReason(error)}`);
  }
  warn(`列的读法写在 ${columns}，改好以后再用 --columns 指明它。`);
}

/** 存量清理: rows become draft filings of their units. */
function stock(
  understood: Understood,
  root: string,
  dryRun: boolean,
  answers: Answers | undefined,
  format: 'pretty' | 'json',
): void {
  try {
    const report = writeFilings(understood, root, { today: localToday(), dryRun, answers });
    say(format === 'json' ? stockJson(report) : stockText(report, dryRun), format);
    if (format === 'pretty') sayOpen(understood, answers, root);
    process.exitCode = report.findings.some(({ severity }) => severity === 'error') ? EXIT.findings : EXIT.ok;
  } catch (error) {
    if (error instanceof UsageError) stop(error.message);
    explain(error);
  }
}

/** The ledger with a word on every row, to go back to its unit. */
async function annotateFile(file: string, to: string, answers: Answers | undefined): Promise<void> {
  const bytes = await readAnnotated(file, answers, progressBar());
  try {
    createFile(to, bytes);
  } catch (error) {
    stop(`写不了标注好的台账 ${to}：${diskReason(error)}`);
  }
  warn(`标注好的台账写在 ${to}。`);
}

function answersIn(file: string | undefined, preview: boolean): Answers | undefined {
  if (file === undefined) return undefined;
  if (!existsSync(file)) {
    if (preview) return undefined;
    stop(`没有列的读法这份文件：${file}。先用 --preview 写一份，改好再导入。`);
  }
  const given = readForeignFile(file);
  if ('fault' in given) stop(`读不了列的读法：${given.fault}`);
  try {
    return readAnswers(given.text);
  } catch (error) {
    if (error instanceof LedgerError) stop(`${file}：${error.message}`);
    stop(`读不了列的读法：${diskReason(error)}`);
  }
}

/** A bar on the terminal of whoever waits; nothing where the output is read by a program. */
function progressBar(): Progress | undefined {
  if (!process.stderr.isTTY) return undefined;
  return (stage, done) => {
    const filled = Math.round(done * 20);
    draw(
      `\r${'█'.repeat(filled)}${'░'.repeat(20 - filled)} ${stage}\u001b[K${done >= 1 ? '\r\u001b[K' : ''}`,
    );
  };
}

/** Writes; what the file, the disk or another command is to blame for ends the run with a sentence. */
function orExplain<T>(write: () => T): T {
  try {
    return write();
  } catch (error) {
    return explain(error);
  }
}

/** Ends the run for what the file or the disk is to blame for; our own faults go on. */
function explain(error: unknown): never {
  if (error instanceof LedgerError) stop(error.message);
  stop(`写登记库时出错：${diskReason(error)}`);
}
