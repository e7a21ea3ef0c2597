import { type SimpleGit, simpleGit } from 'simple-git';
import { gitFault, remoteLines } from './git-faults.ts';

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
    throw gitFault(error, '推送没有成功', remote.token !== undefined);
  }
}

/** Fetches refs, each into a ref of its own here. Throws a ForgeError when one of them cannot be had. */
export async function fetchInto(folder: string, remote: Remote, refspecs: readonly string[]): Promise<void> {
  if (refspecs.length === 0) return;
  try {
    await remoteGit(folder, remote).raw(['fetch', '--quiet', '--no-tags', remote.url, ...refspecs]);
  } catch (error) {
    throw gitFault(error, '取不回改动', remote.token !== undefined);
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
    throw gitFault(error, '读不到服务器上的分支', remote.token !== undefined);
  }
}
