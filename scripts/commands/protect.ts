import { resolve } from 'node:path';
import { defineCommand } from 'citty';
import { check } from '../../src/check.ts';
import { applyRulesets, type GitHubPlace, readSettings } from '../../src/forge/github-settings.ts';
import { openPoints, RULESETS } from '../../src/gate/protection.ts';
import { readRegistryFiles } from '../../src/io/registry-files.ts';
import { say } from '../../src/io/say.ts';
import { localToday } from '../../src/io/today.ts';
import { visible } from '../../src/text/inert.ts';
import { EXIT, ROOT, refuseUnknown, stop } from './exit.ts';

const ARGS = {
  root: ROOT,
  repository: { type: 'string', description: 'GitHub 版本库的网址，例如 https://github.com/某某/registry' },
  check: { type: 'boolean', description: '只读回现在的设置，说出还有哪些没有办好', default: false },
  'dry-run': { type: 'boolean', description: '只列出会设什么，不联网', default: false },
} as const;

/** `protect`: sets what holds on the main branch, or reads it back. The token comes from GITHUB_TOKEN alone. */
export const protectCommand = defineCommand({
  meta: { name: 'protect', description: '在 GitHub 上设主分支保护，或核对还有哪些没有办好' },
  args: ARGS,
  run: async ({ args }) => {
    refuseUnknown(args, [...Object.keys(ARGS), 'dryRun']);
    if (args['dry-run']) {
      say(JSON.stringify(RULESETS, null, 2));
      return;
    }
    const place = placeOf(args.repository ?? process.env.REPOSITORY_URL);
    try {
      if (!args.check) {
        for (const { name, done, withoutBypass } of await applyRulesets(place))
          say(`${done}：${name}${withoutBypass ? '（GitHub 不让自动流程绕过，见下面）' : ''}`);
      }
      await sayOpen(place, args.root);
    } catch (error) {
      stop(visible(`没有办成：${error instanceof Error ? error.message.slice(0, 200) : String(error)}`));
    }
  },
});

function placeOf(address: string | undefined): GitHubPlace {
  const found = /^https:\/\/([\w.-]+)\/([\w.-]+)\/([\w.-]+?)(?:\.git)?\/?$/.exec(address ?? '');
  if (!found) stop('写明 --repository：GitHub 版本库的网址，例如 https://github.com/某某/registry。');
  const [, host = '', owner = '', repo = ''] = found;
  const token = process.env.GITHUB_TOKEN || undefined;
  if (token === undefined) stop('在环境变量 GITHUB_TOKEN 里给出有管理权限的令牌。');
  const api =
    process.env.GITHUB_API_URL ??
    (host === 'github.com' ? 'https://api.github.com' : `https://${host}/api/v3`);
  return { api, owner, repo, token };
}

async function sayOpen(place: GitHubPlace, root: string): Promise<void> {
  const files = readRegistryFiles(resolve(root));
  const { office, units } = check(files, { today: localToday(), similarity: { compare: '不查' } });
  const points = openPoints(await readSettings(place), {
    reviewers: office?.reviewers ?? [],
    unitAccounts: [...units.values()].flatMap(({ accounts }) => accounts),
  });
  if (points.length === 0) {
    say('都办好了：主分支保护、账号、自动流程的权限都与约定一致。');
    return;
  }
  say(`还有 ${points.length} 处没有办好：`);
  for (const { what, how } of points) say(visible(`- ${what}\n  ${how}`));
  process.exitCode = EXIT.findings;
}
