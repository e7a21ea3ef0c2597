import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { confirm, isCancel } from '@clack/prompts';
import { defineCommand } from 'citty';
import { diskReason } from '../../src/io/disk-reason.ts';
import { loadRegistry } from '../../src/io/registry.ts';
import { say } from '../../src/io/say.ts';
import { startRegistry } from '../../src/io/start-registry.ts';
import { planStart } from '../../src/registry/start-plan.ts';
import { obstaclesText, removalText } from '../../src/report/start-report.ts';
import { EXIT, ROOT, refuseUnknown, stop } from './exit.ts';

const args = {
  root: ROOT,
  'dry-run': { type: 'boolean', description: '只列出要删什么，不动文件', default: false },
  yes: { type: 'boolean', description: '不再询问，直接清除', default: false },
} as const;

/** `init`: takes the demonstration out, so that an office can start for real. */
export const initCommand = defineCommand({
  meta: { name: 'init', description: '清除演示项目和演示单位，正式启用登记库' },
  args,
  run: async ({ args: given }) => {
    refuseUnknown(given, [...Object.keys(args), 'dryRun']);
    const { root } = given;
    const result = await loadRegistry(root).catch((error: unknown) =>
      stop(`读不到文件夹 ${root}：${diskReason(error)}`),
    );
    if (!result.office) stop('office.yaml 读不出来，先改好它（运行 check 看错在哪里）。', EXIT.findings);
    const plan = planStart(result);
    if (plan.obstacles.length > 0) stop(obstaclesText(plan), EXIT.findings);
    // Listed before anything goes, so that the list of what was removed is the list of what was there.
    const here = new Set(plan.files.filter((file) => existsSync(join(root, file))));
    const text = (done: boolean): string => removalText(plan, (file) => here.has(file), done);
    if (given['dry-run']) return say(text(false));
    if (!given.yes) await ask(text(false));
    try {
      startRegistry(root, plan);
    } catch (error) {
      stop(`没有清除完：${diskReason(error)}再执行一次 init，会接着办完。`);
    }
    say(text(true));
  },
});

async function ask(plan: string): Promise<void> {
  if (!process.stdin.isTTY)
    stop('清除演示内容前要确认：在终端里运行，或加 --yes；先看要删什么，加 --dry-run。');
  say(plan);
  const sure = await confirm({
    message: '现在清除吗？',
    active: '清除',
    inactive: '不清除',
    initialValue: false,
  });
  if (isCancel(sure) || !sure) stop('没有清除，什么都没有改动。', EXIT.ok);
}
