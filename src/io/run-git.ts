import { spawn, spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { devNull, tmpdir } from 'node:os';
import { join } from 'node:path';
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

/**
 * The same by way of files in a folder of its own: Git goes on whatever this program does meanwhile. Where no folder can be
 * made, as `runGit` does it.
 */
export async function runGitAside(
  folder: string,
  args: readonly string[],
  input: string | Uint8Array = '',
): Promise<GitAnswer> {
  const aside = folderAside();
  if (aside === undefined) return runGit(folder, args, input);
  try {
    const [from, to] = [join(aside, 'in'), join(aside, 'out')];
    writeFileSync(from, input, { mode: 0o600 });
    const handles = [openSync(from, 'r'), openSync(to, 'w', 0o600)] as const;
    const settings = SETTINGS.flatMap((setting) => ['-c', setting]);
    const child = spawn('git', ['--no-pager', ...settings, ...args], {
      cwd: folder,
      env: environment(),
      stdio: [...handles, 'pipe'],
      windowsHide: true,
    });
    for (const handle of handles) closeSync(handle);
    const err: Buffer[] = [];
    child.stderr?.on('data', (piece: Buffer) => err.push(piece));
    const code = await new Promise<number | null>((done, fail) => {
      child.on('error', () => fail(new UsageError('运行不了 git：先安装 Git，再试一次。')));
      child.on('close', done);
    });
    return { code: code ?? 1, out: readFileSync(to), err: Buffer.concat(err).toString('utf8').trim() };
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

function folderAside(): string | undefined {
  try {
    return mkdtempSync(join(tmpdir(), 'registry-git-'));
  } catch {
    return undefined;
  }
}
