import { spawn, spawnSync } from 'node:child_process';
import { devNull } from 'node:os';
import { UsageError } from './usage-error.ts';

/**
 * Settings that outrank those of the repository under test. Only plumbing that reads objects is ever called, so
 * none of its hooks, filters, drivers or monitors could run; they are switched off all the same. safe.directory is
 * open because nothing that the repository configures is executed, and in CI it belongs to another account.
 */
const SETTINGS = [
  'safe.directory=*',
  'safe.bareRepository=all',
  'core.fsmonitor=false',
  'core.untrackedCache=false',
  `core.hooksPath=${devNull}`,
  `core.attributesFile=${devNull}`,
  'core.quotePath=false',
  'diff.external=',
  'protocol.allow=never',
  'gc.auto=0',
  'maintenance.auto=false',
  'submodule.recurse=false',
  'log.showSignature=false',
];

/** Neither the machine's settings nor a surrounding Git command may steer what is read; replaced objects are not. */
function environment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^GIT_/i.test(name));
  return {
    ...Object.fromEntries(kept),
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: devNull,
    GIT_ATTR_NOSYSTEM: '1',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_NO_LAZY_FETCH: '1',
    GIT_ALLOW_PROTOCOL: '',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    GIT_PAGER: 'cat',
    LC_ALL: 'C',
  };
}

export interface GitAnswer {
  readonly code: number;
  readonly out: Buffer;
  readonly err: string;
}

/** The same for callers that cannot wait: a few words of output, nothing written to it. Undefined when it fails. */
export function askGit(folder: string, args: readonly string[]): string | undefined {
  const settings = SETTINGS.flatMap((setting) => ['-c', setting]);
  const ran = spawnSync('git', ['--no-pager', ...settings, ...args], {
    cwd: folder,
    env: environment(),
    encoding: 'utf8',
    windowsHide: true,
  });
  return ran.status === 0 ? ran.stdout : undefined;
}

/** The same with bytes written to it and taken from it, for what is read in the midst of a judgement. */
export function runGitNow(folder: string, args: readonly string[], input: string): GitAnswer {
  const settings = SETTINGS.flatMap((setting) => ['-c', setting]);
  const ran = spawnSync('git', ['--no-pager', ...settings, ...args], {
    cwd: folder,
    env: environment(),
    input,
    maxBuffer: Number.POSITIVE_INFINITY,
    windowsHide: true,
  });
  return { code: ran.status ?? 1, out: ran.stdout, err: String(ran.stderr).trim() };
}

/**
 * Runs one Git command in a folder, without a shell, and gives its bytes. A child process rather than simple-git,
 * which turns output into text and has no way to write to a command: blobs are bytes, and `cat-file --batch` reads.
 * Throws a UsageError when there is no Git at all.
 */
export function runGit(
  folder: string,
  args: readonly string[],
  input: string | Uint8Array = '',
): Promise<GitAnswer> {
  const settings = SETTINGS.flatMap((setting) => ['-c', setting]);
  const child = spawn('git', ['--no-pager', ...settings, ...args], {
    cwd: folder,
    env: environment(),
    stdio: ['pipe', 'pipe', 'pipe'],
    windowsHide: true,
  });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on('data', (piece: Buffer) => out.push(piece));
  child.stderr.on('data', (piece: Buffer) => err.push(piece));
  // A command that ends before it has read everything closes its end; its exit code says why.
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  return new Promise((done, fail) => {
    child.on('error', () => fail(new UsageError('运行不了 git：先安装 Git，再试一次。')));
    child.on('close', (code) => {
      done({ code: code ?? 1, out: Buffer.concat(out), err: Buffer.concat(err).toString('utf8').trim() });
    });
  });
}
