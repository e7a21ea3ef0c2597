import { readFile } from 'node:fs/promises';
import { defineCommand } from 'citty';
import { issueFormFile } from '../../src/filing/issue/form-file.ts';
import { codeOwners } from '../../src/form/generated/code-owners.ts';
import { generatedFiles } from '../../src/form/generated/index.ts';
import { diskReason } from '../../src/io/disk-reason.ts';
import { replaceFile } from '../../src/io/replace-file.ts';
import { say } from '../../src/io/say.ts';
import { NOTHING_SET } from '../../src/registry/office.ts';
import { OFFICE_FILE, UNITS_FILE } from '../../src/registry/paths.ts';
import { readOffice, readUnits } from '../../src/registry/read-settings.ts';
import type { SourceFile } from '../../src/registry/source-file.ts';
import { EXIT, refuseUnknown, stop } from './exit.ts';

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
    const office = readOffice(await settingsFile(OFFICE_FILE)).office ?? NOTHING_SET;
    const { units } = readUnits(await settingsFile(UNITS_FILE));
    const files = [
      ...generatedFiles(office.ruleVersion),
      ['.github/CODEOWNERS', codeOwners(office, units.values())] as const,
      ['.github/ISSUE_TEMPLATE/filing.yml', issueFormFile()] as const,
    ];
    for (const [path, text] of files) {
      const present = await readFile(path, 'utf8').catch(() => undefined);
      if (present !== text) stale.push(path);
      if (present === text || given.check) continue;
      write(path, text);
    }
    report(stale, given.check);
  },
});

function write(path: string, text: string): void {
  try {
    replaceFile(path, text);
  } catch (error) {
    stop(`写不了 ${path}：${diskReason(error)}`);
  }
}

/** A settings file of the registry that is shipped; undefined while it cannot be read. */
async function settingsFile(file: string): Promise<SourceFile | undefined> {
  const bytes = await readFile(`registry/${file}`).catch(() => undefined);
  return bytes && { file, bytes };
}

function report(stale: readonly string[], checking: boolean): void {
  if (stale.length === 0) {
    say('生成的文件都是最新的。');
    return;
  }
  say(checking ? '以下文件不是最新的，执行 npm run generate 后一并提交：' : '已更新：');
  for (const path of stale) say(`  ${path}`);
  if (checking) process.exitCode = EXIT.findings;
}
