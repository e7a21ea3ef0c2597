import { readFile } from 'node:fs/promises';
import { defineCommand } from 'citty';
import { generatedFiles } from '../../src/form/generated/index.ts';
import { replaceFile } from '../../src/io/replace-file.ts';
import { NOTHING_SET } from '../../src/registry/office.ts';
import { readOffice } from '../../src/registry/read-settings.ts';
import { EXIT, refuseUnknown } from './exit.ts';

const args = {
  check: { type: 'boolean', description: '只核对生成的文件是否最新，不写入', default: false },
} as const;

/** `generate`: writes what is derived from the field dictionary, or checks that it is fresh. */
export const generateCommand = defineCommand({
  meta: { name: 'generate', description: '由字段表生成模板、数据格式和编辑器提示' },
  args,
  run: async ({ args: given }) => {
    refuseUnknown(given, Object.keys(args));
    const stale: string[] = [];
    for (const [path, text] of generatedFiles(await currentVersion())) {
      const present = await readFile(path, 'utf8').catch(() => undefined);
      if (present !== text) stale.push(path);
      if (present === text || given.check) continue;
      replaceFile(path, new TextEncoder().encode(text));
    }
    report(stale, given.check);
  },
});

/** The 文号 that the office has declared; the first one while its file cannot be read. */
async function currentVersion(): Promise<string> {
  const bytes = await readFile('registry/office.yaml').catch(() => undefined);
  const { office = NOTHING_SET } = readOffice(bytes && { file: 'office.yaml', bytes });
  return office.ruleVersion;
}

function report(stale: readonly string[], checking: boolean): void {
  if (stale.length === 0) {
    console.log('生成的文件都是最新的。');
    return;
  }
  console.log(checking ? '以下文件不是最新的，执行 npm run generate 后一并提交：' : '已更新：');
  for (const path of stale) console.log(`  ${path}`);
  if (checking) process.exitCode = EXIT.findings;
}
