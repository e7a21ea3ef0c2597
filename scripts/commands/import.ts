import { defineCommand } from 'citty';

export const importCommand = defineCommand({
  meta: { name: 'import', description: '把台账（.xlsx、.csv、.jsonl）导入为参考项目' },
  args: {
    file: { type: 'positional', required: true, description: '台账文件', valueHint: '台账.xlsx' },
    root: { type: 'string', default: 'registry', description: '登记库文件夹' },
    source: { type: 'string', description: '台账没有「来源」一列时，整本台账的来源' },
    'dry-run': { type: 'boolean', default: false, description: '只看结果，不写文件' },
    format: { type: 'string', default: 'pretty', description: 'pretty 或 json' },
  },
  run: async ({ args }) => {
    const { importReferences } = await import('../../src/io/import-references.ts');
    const { LedgerError } = await import('../../src/io/ledger-text.ts');
    const { importJson, importText } = await import('../../src/report/import-report.ts');
    try {
      if (!['pretty', 'json'].includes(args.format)) throw new LedgerError('--format 写 pretty 或 json。');
      const options = { source: args.source, dryRun: args['dry-run'] };
      const report = await importReferences(args.file, args.root, options);
      console.log(args.format === 'json' ? importJson(report) : importText(report, options.dryRun));
      process.exitCode = report.findings.some(({ severity }) => severity === 'error') ? 1 : 0;
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (!(error instanceof LedgerError) && code === undefined) throw error;
      console.error(
        error instanceof LedgerError ? error.message : `读写登记库文件夹出错（${code}）：${args.root}`,
      );
      process.exitCode = 2;
    }
  },
});
