import { defineCommand } from 'citty';
import { importReferences } from '../../src/io/import-references.ts';
import { LedgerError } from '../../src/ledger/text.ts';
import { importJson, importText } from '../../src/report/import-report.ts';
import { EXIT, oneOf, ROOT, refuseUnknown, stop } from './exit.ts';
import { diskReason } from './reason.ts';

const args = {
  root: ROOT,
  source: { type: 'string', description: '台账没有「来源」一列时，整本台账的来源' },
  'dry-run': { type: 'boolean', description: '只看结果，不写文件', default: false },
  format: { type: 'string', description: '输出格式：pretty、json', default: 'pretty' },
} as const;

/** `import FILE`: a ledger becomes references; good rows go in, bad rows are named. */
export const importCommand = defineCommand({
  meta: { name: 'import', description: '把台账（.xlsx、.csv、.jsonl）导入为参考项目' },
  args,
  run: async ({ args: given }) => {
    refuseUnknown(given, [...Object.keys(args), 'dryRun']);
    const format = oneOf('format', given.format, ['pretty', 'json']);
    const [file, ...others] = given._;
    if (file === undefined || others.length > 0) stop('写明一个台账文件，例如 import 台账.xlsx。');
    const dryRun = given['dry-run'];
    const report = await importReferences(file, given.root, { source: given.source, dryRun }).catch(explain);
    console.log(format === 'json' ? importJson(report) : importText(report, dryRun));
    process.exitCode = report.findings.some(({ severity }) => severity === 'error') ? EXIT.findings : EXIT.ok;
  },
});

/** Ends the run for what the file or the disk is to blame for; our own faults go on. */
function explain(error: unknown): never {
  if (error instanceof LedgerError) stop(error.message);
  stop(`写登记库时出错：${diskReason(error)}`);
}
