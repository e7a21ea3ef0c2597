import { type SimpleGit, simpleGit } from 'simple-git';
import { visible } from '../text/inert.ts';
import { ForgeError } from './forge.ts';

/** How to reach a Git server. */
export interface Remote {
  /** Address to fetch from and push to, without a secret. */
  readonly url: string;
  /** Sent as the password; taken from the environment by the caller, never from the command line. */
  readonly token?: string | undefined;
  /** Goes with the token; forges take any name. */
  readonly user?: string | undefined;
}

/** What Git may inherit: enough to find itself, the person's own settings, and a way through the office's proxy. */
const INHERITED =
  /^(?:PATH|HOME|USERPROFILE|APPDATA|LOCALAPPDATA|SYSTEMROOT|TMP|TEMP|TMPDIR|SSH_AUTH_SOCK|(?:https?|no|all)_proxy)$/i;

/** Two minutes without a byte: the way is broken. */
const SILENCE = 120_000;

/**
 * Git in a folder, able to speak to one server. The token travels in the environment of the child process: on a command
 * line every user of the machine could read it, and in an address Git would write it into its own messages.
 */
export function remoteGit(folder: string, { url, token, user }: Remote): SimpleGit {
  const settings = token === undefined ? {} : header(url, user ?? 'x-access-token', token);
  const environment = Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) =>
      value !== undefined && INHERITED.test(name) ? [[name, value]] : [],
    ),
  );
  return simpleGit({
    baseDir: folder,
    maxConcurrentProcesses: 1,
    timeout: { block: SILENCE },
    allowEnvironment: Object.keys(settings).concat('GIT_TERMINAL_PROMPT'),
    unsafe: { allowUnsafeConfigEnvCount: true },
    config: ['core.quotePath=false', 'advice.pushNonFastForward=false', 'gc.auto=0'],
  }).env({ ...environment, ...settings, GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' });
}

function header(url: string, user: string, token: string): Readonly<Record<string, string>> {
  const { origin } = new URL(url);
  const basic = Buffer.from(`${user}:${token}`).toString('base64');
  return {
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: `http.${origin}/.extraHeader`,
    GIT_CONFIG_VALUE_0: `Authorization: Basic ${basic}`,
  };
}

/** What the server said to a push. */
export interface Pushed {
  readonly said: readonly string[];
}

/**
 * Pushes commits to refs, `commit:ref` each. Throws a ForgeError with what the server answered when it does not take it.
 */
export async function pushTo(
  folder: string,
  remote: Remote,
  refspecs: string | readonly string[],
  options: readonly string[] = [],
): Promise<Pushed> {
  try {
    // Not git.push(): its parser drops most of what the server says.
    const said: string[] = [];
    const git = remoteGit(folder, remote).outputHandler((_command, out, err) => {
      for (const stream of [out, err])
        stream.on('data', (piece: Buffer) => said.push(piece.toString('utf8')));
    });
    await git.raw(['push', '--porcelain', '--no-verify', ...options, remote.url, ...[refspecs].flat()]);
    return { said: remoteLines(said.join('')) };
  } catch (error) {
    throw pushFault(error instanceof Error ? error.message : String(error));
  }
}

/** Lines that came from the server, without Git's own prefix and its progress. */
function remoteLines(text: string): string[] {
  return text
    .split(/[\r\n]+/)
    .filter((line) => line.startsWith('remote:'))
    .map((line) => line.slice('remote:'.length).trim())
    .filter((line) => line !== '' && !/^(?:Resolving|Counting|Compressing|Processing) /.test(line));
}

/** The server took the push and did not accept a ref. */
export class PushRefused extends ForgeError {
  /** The server's own word for it, for programs: foreign text. */
  readonly reason: string;

  constructor(message: string, reason: string) {
    super(message);
    this.reason = reason;
  }
}

/** What the products say behind `[remote rejected]`, in words that a clerk can do something with. */
const REFUSALS: readonly (readonly [RegExp, string])[] = [
  [/base-branch does not exist/, '登记库里没有这个分支：核对 --branch 写的分支名。'],
  [/protected branch/, '这个分支受保护，不收直接的推送：核对 --branch 和账号的权限。'],
  [/shallow update/, '这里的历史不完整，服务器不收：重新下载登记库，再送一次。'],
  [
    /cannot lock ref|failed to (?:update|lock)|incorrect old value/,
    '服务器正忙着收另一次推送：过一会儿再送一次。',
  ],
  [/unpacker error|quota|disk|No space/i, '服务器存不下：告诉管理员，草稿先留着。'],
];

function refusal(message: string): PushRefused | undefined {
  const [, reason] = /\[remote rejected\] \((.+)\)\s*$/m.exec(message) ?? [];
  if (reason === undefined) return undefined;
  const said = remoteLines(message);
  const [, known] = REFUSALS.find(([words]) => words.test(reason)) ?? [];
  return new PushRefused(
    said.length > 0 ? said.join('\n') : (known ?? `服务器没有收下：${visible(reason).slice(0, 200)}`),
    reason,
  );
}

function pushFault(message: string): ForgeError {
  const refused = refusal(message);
  if (refused) return refused;
  const said = remoteLines(message);
  if (said.length > 0) return new ForgeError(said.join('\n'));
  if (/does not support push options/.test(message))
    return new ForgeError(
      '服务器不收随推送写明的标题和说明，从命令行送不成件：在网页上传，或者把文件交给办公室；管理员可以打开 Git 的 receive.advertisePushOptions。',
    );
  if (/Authentication failed|could not read Username|terminal prompts disabled|403/.test(message))
    return new ForgeError('服务器不认这个账号：核对访问令牌（环境变量 REGISTRY_TOKEN）有没有写错、过期。');
  if (/\[rejected\]|non-fast-forward|fetch first|stale info/.test(message))
    return new ForgeError('服务器上的分支已经有别的改动：先取回最新的内容，再送一次。');
  return new ForgeError(`推送没有成功：${lastLine(message)}`);
}

/** Git's own last words, without control characters; never the address of a request, which may hold an account. */
function lastLine(message: string): string {
  const lines = message
    .replace(/[^\P{Cc}\n]/gu, '')
    .split('\n')
    .map((line) => line.trim());
  const told = lines.filter((line) => /^(?:fatal|error):/.test(line)).at(-1) ?? lines.filter(Boolean).at(-1);
  return (told ?? '').replace(/\/\/[^@/\s]*@/g, '//').slice(0, 200);
}

/** Fetches refs, each into a ref of its own here. Throws a ForgeError when one of them cannot be had. */
export async function fetchInto(folder: string, remote: Remote, refspecs: readonly string[]): Promise<void> {
  if (refspecs.length === 0) return;
  try {
    await remoteGit(folder, remote).raw(['fetch', '--quiet', '--no-tags', remote.url, ...refspecs]);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new ForgeError(`取不回改动：${lastLine(message)}`);
  }
}

/** The refs of the server that match a pattern, with the ids that they point to. */
export async function listRefs(
  folder: string,
  remote: Remote,
  patterns: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  try {
    const out = await remoteGit(folder, remote).raw(['ls-remote', '--quiet', remote.url, ...patterns]);
    const lines = out.split('\n').filter((line) => /^[0-9a-f]{40,64}\t/.test(line));
    return new Map(
      lines.map((line) => [line.slice(line.indexOf('\t') + 1), line.slice(0, line.indexOf('\t'))]),
    );
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new ForgeError(`读不到服务器上的分支：${lastLine(message)}`);
  }
}
