import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ForgeError } from '../../src/forge/forge.ts';
import { forgeOf, type ReachedForge } from '../../src/forge/forge-of.ts';
import { repositoryAround } from '../../src/io/private-files.ts';
import { folderInRepository } from '../../src/io/root.ts';
import { runGit } from '../../src/io/run-git.ts';
import { UsageError } from '../../src/io/usage-error.ts';
import type { Office } from '../../src/registry/office.ts';
import { PLATFORMS } from '../../src/registry/repository.ts';
import { oneOf, stop } from './exit.ts';

/** Options of the commands that talk to a forge. */
export const FORGE_ARGS = {
  to: {
    type: 'string',
    description: '登记库的网址或 Git 地址（默认按 office.yaml 的「登记库网址」，再按 origin）',
  },
  platform: { type: 'string', description: `代码平台：${PLATFORMS.join('、')}、Git（默认按网址认）` },
  branch: { type: 'string', description: '公布的分支', default: 'main' },
} as const;

interface Given {
  readonly to?: string | undefined;
  readonly platform?: string | undefined;
  readonly branch: string;
}

/** A forge, and where the registry lies in its repository. */
export interface GivenForge extends ReachedForge {
  readonly folder: string;
}

/** The forge that the options, the office's settings or the folder's `origin` name; ends the run when none does. */
export async function givenForge(
  root: string,
  given: Given,
  office: Office | undefined,
): Promise<GivenForge> {
  const { to, branch } = given;
  const settings = office?.settings ?? {};
  const address = to ?? process.env.REPOSITORY_URL ?? settings.repository ?? (await originOf(root));
  if (!address)
    stop(
      '不知道登记库在哪里：请办公室在 office.yaml 的「登记库网址」写好网址，或者用 --to 写明；都没有的，把文件交给办公室。',
    );
  if (!/^[\w.][\w./-]{0,100}$/.test(branch) || branch.includes('..'))
    stop(`--branch 写分支名，不能是「${branch}」。`);
  const platform =
    given.platform === undefined
      ? to === undefined
        ? settings.platform
        : undefined
      : oneOf('platform', given.platform, [...PLATFORMS, 'Git'] as const);
  try {
    const cache = join(mkdtempSync(join(tmpdir(), 'registry-forge-')), 'copy.git');
    return {
      ...forgeOf({ address, platform, branch, cache }, process.env),
      folder: folderInRepository(root),
    };
  } catch (error) {
    return stopAt(error);
  }
}

async function originOf(root: string): Promise<string | undefined> {
  const repository = repositoryAround(join(root, 'x'));
  if (repository === undefined) return undefined;
  const found = await runGit(repository, ['config', '--get', 'remote.origin.url']);
  return found.code === 0 ? found.out.toString('utf8').trim() : undefined;
}

/** Ends the run with the sentence of a fault that people can do something about; ours are thrown on. */
export function stopAt(error: unknown): never {
  if (error instanceof ForgeError || error instanceof UsageError) stop(error.message);
  throw error;
}
