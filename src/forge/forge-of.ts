import type { Platform } from '../registry/repository.ts';
import { platformOf, repositoryWeb } from '../registry/repository.ts';
import { bareForge } from './bare.ts';
import { type Extras, type Forge, ForgeError } from './forge.ts';
import { giteaForge } from './gitea.ts';
import { giteeForge } from './gitee.ts';
import { githubForge } from './github.ts';
import { gitlabForge } from './gitlab.ts';
import type { Remote } from './remote-git.ts';

/** Where the registry lies, as far as anybody has said. */
export interface ForgePlace {
  /** A page in a browser or an address for Git: setting, option, or `origin` of the folder. */
  readonly address: string;
  readonly platform?: Platform | 'Git' | undefined;
  readonly branch?: string | undefined;
  /** Folder in which a bare server's objects are kept. */
  readonly cache: string;
}

/** What the environment tells; a token never comes from anywhere else. */
export interface ForgeEnvironment {
  readonly REGISTRY_TOKEN?: string | undefined;
  readonly GITHUB_TOKEN?: string | undefined;
  /** Address of the interface, where it is not the usual one. */
  readonly REGISTRY_API?: string | undefined;
  readonly GITHUB_API_URL?: string | undefined;
  /** Numeric account under which the bot writes, where the token may not ask. */
  readonly REGISTRY_BOT_ID?: string | undefined;
  readonly GITHUB_ACTIONS?: string | undefined;
}

/** github-actions[bot], the account of the token that GitHub gives to a workflow. */
const ACTIONS_BOT = 41_898_282;

/** A forge, and how Git reaches the same repository. */
export interface ReachedForge {
  readonly forge: Forge & Partial<Extras>;
  readonly remote: Remote;
  readonly branch: string;
}

/** The forge of a place. Throws a ForgeError when the address is none that can be reached. */
export function forgeOf(place: ForgePlace, env: ForgeEnvironment): ReachedForge {
  const forge = make(place, env);
  const token = env.REGISTRY_TOKEN || (forge.kind === 'GitHub' ? env.GITHUB_TOKEN : undefined) || undefined;
  return { forge, remote: { url: forge.remote, token }, branch: place.branch ?? 'main' };
}

function make(place: ForgePlace, env: ForgeEnvironment): Forge & Partial<Extras> {
  const { address, branch = 'main', cache } = place;
  const web = repositoryWeb(webOf(address));
  const kind = place.platform ?? (web === undefined ? 'Git' : platformOf(web)) ?? 'Git';
  const token = env.REGISTRY_TOKEN || (kind === 'GitHub' ? env.GITHUB_TOKEN : undefined) || undefined;
  if (kind === 'Git' || web === undefined)
    return bareForge({ url: gitAddress(address), token, branch, folder: cache });
  const url = new URL(web);
  const parts = url.pathname.split('/').filter(Boolean);
  const [owner = '', name = ''] = parts.slice(-2);
  // A server may lie below a path of its own: https://host/git/owner/name.
  const above = `${url.origin}${['', ...parts.slice(0, -2)].join('/')}`;
  const remote = `${web}.git`;
  switch (kind) {
    case 'GitHub': {
      const usual = url.hostname === 'github.com' ? 'https://api.github.com' : `${url.origin}/api/v3`;
      const given = Number(env.REGISTRY_BOT_ID) || undefined;
      const isActions = env.GITHUB_ACTIONS === 'true' && !env.REGISTRY_TOKEN;
      return githubForge({
        api: env.REGISTRY_API || env.GITHUB_API_URL || usual,
        owner,
        name,
        remote,
        branch,
        token,
        botId: given ?? (isActions ? ACTIONS_BOT : undefined),
      });
    }
    case 'Gitea':
    case 'Forgejo':
      return giteaForge({
        kind,
        api: env.REGISTRY_API || `${above}/api/v1`,
        owner,
        name,
        remote,
        branch,
        token,
      });
    case 'GitLab':
      return gitlabForge({
        api: env.REGISTRY_API || `${url.origin}/api/v4`,
        project: parts.join('/'),
        remote,
        branch,
        token,
      });
    case 'Gitee':
      return giteeForge({
        api: env.REGISTRY_API || `${above}/api/v5`,
        owner,
        name,
        remote,
        branch,
        token,
        folder: cache,
      });
  }
}

/** `git@host:owner/name.git` and `ssh://git@host/owner/name` as the page of the same repository. */
function webOf(address: string): string {
  const short = /^[\w.-]+@([\w.-]+):(?!\/\/)(.+)$/.exec(address);
  const long = /^ssh:\/\/(?:[\w.-]+@)?([\w.-]+)(?::\d+)?\/(.+)$/.exec(address);
  const [, host, path] = short ?? long ?? [];
  return host === undefined ? address : `https://${host}/${path}`;
}

/** An address that Git may be given: no option, no helper program (`ext::`), no account with a password in it. */
function gitAddress(address: string): string {
  const isUrl = /^(?:https?|ssh|git|file):\/\/[^\s]+$/.test(address) && !/\/\/[^/@]*:[^/@]*@/.test(address);
  const isShort = /^[\w.-]+@[\w.-]+:[\w./~-]+$/.test(address);
  const isPath = /^(?:\/|[A-Za-z]:[\\/]|\\\\|\.{1,2}\/)[^\0]*$/.test(address);
  if (isUrl || isShort || isPath) return address;
  throw new ForgeError(
    `登记库的地址不能用：写网页地址或 Git 地址，不带密码，例如 https://git.example.cn/shuzhi/registry。`,
  );
}
