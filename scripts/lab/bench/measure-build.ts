import { spawn } from 'node:child_process';
import { say } from '../../../src/io/say.ts';
import { type Built, measureHugo } from './measure-hugo.ts';
import { peakMemory } from './peak-memory.ts';

/**
 * Builds the site of a registry in a process of its own, and the same filings with Hugo where it is installed; prints
 * seconds and the peak memory of both.
 */
export async function measureBuild(root: string, size: number, outDir: string): Promise<void> {
  const start = performance.now();
  const child = spawn(process.execPath, ['scripts/build.ts'], {
    env: { ...process.env, REGISTRY_ROOT: root, OUT_DIR: outDir },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, peakMemory(child.pid));
  }, 200);
  const code = await new Promise<number | null>((done) => child.on('close', done));
  clearInterval(watch);
  if (code !== 0) throw new Error(`The build of ${size} entries ended with ${code}:\n${output}`);
  const seconds = (performance.now() - start) / 1000;
  say(`build ${size}: ${shown({ seconds, memory: peak })}; ${output.trim().split('\n').at(-1) ?? ''}`);
  const hugo = await measureHugo(root, `${outDir}.hugo`);
  const ratio = hugo ? `; ${(seconds / hugo.seconds).toFixed(2)} times as long` : '';
  say(`  Hugo with the same filings: ${hugo ? shown(hugo) : 'not installed'}${ratio}`);
}

const shown = ({ seconds, memory }: Built): string =>
  `${seconds.toFixed(1)} s, ${memory > 0 ? `${(memory / 1024).toFixed(0)} MB` : 'memory not known on this system'}`;
