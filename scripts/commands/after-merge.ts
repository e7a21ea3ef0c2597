import { defineCommand } from 'citty';
import { ForgeError } from '../../src/forge/forge.ts';
import { type Received, receiveMerged } from '../../src/forge/receive-merged.ts';
import { say } from '../../src/io/say.ts';
import { UsageError } from '../../src/io/usage-error.ts';
import { visible } from '../../src/text/inert.ts';
import { EXIT, oneOf, refuseUnknown, stop } from './exit.ts';
import { dayOf } from './given-change.ts';

const FORMATS = ['pretty', 'json'] as const;
const ARGS = {
  remote: { type: 'string', description: '版本库的地址（或本机的文件夹），受理记在它的主分支上' },
  branch: { type: 'string', description: '主分支', default: 'main' },
  folder: {
    type: 'string',
    description: '登记库在版本库里的文件夹；版本库就是登记库的写 .',
    default: 'registry',
  },
  today: { type: 'string', description: '今天是哪一天，例如 2026-03-05' },
  preview: { type: 'boolean', description: '只说会受理哪些，不写入', default: false },
  format: { type: 'string', description: `输出格式：${FORMATS.join('、')}`, default: 'pretty' },
} as const;

/** `after-merge`: what the office merged is received; exit 1 when something merged has to be looked at by people. */
export const afterMergeCommand = defineCommand({
  meta: { name: 'after-merge', description: '并入以后：再核对一遍主分支，给登记号，记「受理」' },
  args: ARGS,
  run: async ({ args }) => {
    refuseUnknown(args, Object.keys(ARGS));
    const format = oneOf('format', args.format, FORMATS);
    const { remote, branch } = args;
    if (remote === undefined || remote === '') stop('写明 --remote：版本库的地址，或本机的文件夹。');
    if (!/^[\w./-]+$/.test(branch)) stop(`--branch 写分支名，不能是「${visible(branch)}」。`);
    const token = process.env.REGISTRY_TOKEN || process.env.GITHUB_TOKEN || undefined;
    try {
      const { received, left, waiting, findings, commit } = await receiveMerged({
        remote: { url: remote, token: /^https:/.test(remote) ? token : undefined },
        branch,
        folder: args.folder === '.' ? '' : args.folder,
        today: dayOf(args.today),
        publishes: !args.preview,
      });
      if (format === 'json')
        say(JSON.stringify({ commit, received, left, waiting, findings }, null, 2), format);
      else say(words({ received, left, waiting }, args.preview));
      if (left.length > 0) process.exitCode = EXIT.findings;
    } catch (error) {
      if (error instanceof ForgeError || error instanceof UsageError) stop(visible(error.message));
      throw error;
    }
  },
});

function words(
  { received, left, waiting }: Pick<Received, 'received' | 'left' | 'waiting'>,
  trial: boolean,
): string {
  const done = received.map(({ id, number }) => `  ${number}　${id}`);
  const open = left.map(({ id, why }) => visible(`  ${id}：${why}`));
  return [
    done.length === 0 ? '没有要受理的申报。' : `${trial ? '会受理' : '已受理'} ${done.length} 件：`,
    ...done,
    ...(waiting.length === 0 ? [] : [`台账转来、单位还没有补全的 ${waiting.length} 件，补全以后自动受理。`]),
    ...(open.length === 0 ? [] : [`没有自动受理的 ${open.length} 件，由办公室处理：`, ...open]),
  ].join('\n');
}
