import { execFileSync, spawn } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { say } from '../../../src/io/say.ts';
import { peakMemory } from './peak-memory.ts';

const RUNS = 3;
const MORE = '\n增加：老旧小区加装电梯进度公开、业主线上表决。\n';

/**
 * One changed filing judged by the command, from its start to its end, in a registry of `size`: with nothing worked out
 * before, and again as the next run finds it. Beside it what no checker can do without: Git reading all files once.
 */
export async function measureChange(root: string, size: number, file: string): Promise<void> {
  const repository = dirname(root);
  const git = (...args: readonly string[]): Buffer =>
    execFileSync('git', ['-C', repository, ...args], { maxBuffer: Number.POSITIVE_INFINITY });
  const as = ['-c', 'user.name=bench', '-c', 'user.email=bench@example.invalid', '-c', 'gc.auto=0'];
  git('init', '-q');
  git('add', '.');
  git(...as, 'commit', '-q', '-m', 'Begin');
  const path = join(root, file);
  writeFileSync(path, readFileSync(path, 'utf8') + MORE);
  git(...as, 'commit', '-q', '-a', '-m', 'Change');
  const kept = join(repository, '.git', 'shuzhi-registry');
  const blobs = git('ls-tree', '-r', '--format=%(objectname)', 'HEAD');
  const floor = timed(() =>
    execFileSync('git', ['-C', repository, 'cat-file', '--batch'], {
      input: blobs,
      maxBuffer: Number.POSITIVE_INFINITY,
    }),
  );
  rmSync(kept, { recursive: true, force: true });
  const cold = await runCheck(root);
  const warm: Run[] = [];
  for (let run = 0; run < RUNS; run++) warm.push(await runCheck(root));
  const best = warm.reduce((least, one) => (one.seconds < least.seconds ? one : least));
  const same = warm.every(({ said }) => said === cold.said) ? 'the same words' : 'OTHER WORDS';
  say(
    `one changed filing in ${size}: cold ${shown(cold)}; warm ${shown(best)}, ${same}; Git reading all ${floor.toFixed(2)} s`,
  );
}

interface Run {
  readonly seconds: number;
  /** In KB. */
  readonly memory: number;
  readonly said: string;
}

const shown = ({ seconds, memory }: Run): string =>
  `${seconds.toFixed(1)} s${memory > 0 ? `, ${(memory / 1024).toFixed(0)} MB` : ''}`;

async function runCheck(root: string): Promise<Run> {
  const start = performance.now();
  const asked = ['check', '--root', root, '--base', 'HEAD~1', '--head', 'HEAD', '--actor', '1'];
  const child = spawn(
    process.execPath,
    [resolve('scripts/registry.ts'), ...asked, '--today', '2026-11-24', '--format', 'json'],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const said: Buffer[] = [];
  child.stdout.on('data', (piece: Buffer) => said.push(piece));
  let memory = 0;
  const watch = setInterval(() => {
    memory = Math.max(memory, peakMemory(child.pid));
  }, 50);
  const code = await new Promise<number | null>((done) => child.on('close', done));
  clearInterval(watch);
  if (code !== 0 && code !== 1) throw new Error(`The check of a change ended with ${code}`);
  return { seconds: (performance.now() - start) / 1000, memory, said: Buffer.concat(said).toString('utf8') };
}

/** In seconds. */
function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return (performance.now() - start) / 1000;
}
