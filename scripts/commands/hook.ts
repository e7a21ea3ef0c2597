import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineCommand } from 'citty';
import { judgePush, type PushPlace, readUpdates, recordPush } from '../../src/forge/push.ts';
import { HOOKS, installHooks } from '../../src/io/install-hook.ts';
import { say } from '../../src/io/say.ts';
import { UsageError } from '../../src/io/usage-error.ts';
import { EXIT, oneOf, refuseUnknown, stop } from './exit.ts';
import { dayOf } from './given-change.ts';

const ACTIONS = ['install', ...HOOKS] as const;

const ARGS = {
  repository: { type: 'string', description: 'install：服务器上的版本库（裸库）文件夹' },
  variable: {
    type: 'string',
    description: '服务器用哪个环境变量告诉是谁推的，值是账号的数字编号',
    default: 'REGISTRY_ACTOR',
  },
  branch: { type: 'string', description: '公布的分支', default: 'main' },
  today: { type: 'string', description: '按哪一天核对，例如 2026-03-05（默认今天；演练用）' },
  folder: {
    type: 'string',
    description: '登记库在版本库里的文件夹，整个版本库就是登记库的写空',
    default: 'registry',
  },
} as const;

/** `hook install|pre-receive|post-receive`: the gate at the door of a Git server that has no pages of its own. */
export const hookCommand = defineCommand({
  meta: { name: 'hook', description: '在只有 Git 的服务器上把关：装钩子，核对推上来的改动' },
  args: ARGS,
  run: async ({ args }) => {
    refuseUnknown(args, Object.keys(ARGS));
    const [first, ...more] = args._;
    if (more.length > 0) stop(`多写了「${more.join(' ')}」。`);
    const action = oneOf('hook', first, ACTIONS);
    const { variable, branch, folder } = args;
    if (!/^[A-Z][A-Z0-9_]{0,60}$/.test(variable))
      stop(`--variable 写环境变量的名字，不能是「${variable}」。`);
    if (!/^[\w/-]{0,100}$/.test(folder)) stop(`--folder 写版本库里的文件夹，不能是「${folder}」。`);
    try {
      if (action === 'install') install(args.repository, { variable, branch, folder });
      else await run(action, placeOf(variable, branch, folder, dayOf(args.today)));
    } catch (error) {
      if (error instanceof UsageError) stop(error.message);
      throw error;
    }
  },
});

function install(
  repository: string | undefined,
  settings: { readonly variable: string; readonly branch: string; readonly folder: string },
): void {
  if (repository === undefined) stop('写明 --repository：服务器上的版本库文件夹。');
  const script = fileURLToPath(new URL('../registry.mjs', import.meta.url));
  const written = installHooks({ ...settings, repository, node: process.execPath, script });
  say(
    [
      ...written.map((path) => `装好了：${path}`),
      '',
      '还要做两件事：',
      `1. 让服务器在每次推送时设好环境变量 ${settings.variable}，值是这个人账号的数字编号；推送的人自己不能改它。`,
      '   SSH 登录的，在 authorized_keys 里各行前面写 environment="…" 或 command="…"，不要写 AcceptEnv；HTTP 登录的，由网页服务器设。',
      '2. 把这些编号写进 units.yaml 各单位的「账号」，办公室的写进 office.yaml 的「审核账号」。没有写的人推不上来。',
    ].join('\n'),
  );
}

function placeOf(variable: string, branch: string, folder: string, today: string): PushPlace {
  const given = process.env[variable];
  return {
    repository: resolve(process.env.GIT_DIR ?? '.'),
    folder,
    branch,
    actor: given !== undefined && /^\d{1,20}$/.test(given) ? given : undefined,
    today,
    quarantine: process.env.GIT_QUARANTINE_PATH ?? process.env.GIT_OBJECT_DIRECTORY,
  };
}

async function run(action: (typeof HOOKS)[number], place: PushPlace): Promise<void> {
  const updates = readUpdates(readFileSync(0, 'utf8'));
  if (action === 'post-receive') return recordPush(updates, place, new Date().toISOString());
  const { ok, lines } = await judgePush(updates, place);
  say([...lines, ...(ok ? [] : ['没有收下；服务器上的内容没有变，您电脑上的草稿也还在。'])].join('\n'));
  process.exitCode = ok ? EXIT.ok : EXIT.findings;
}
