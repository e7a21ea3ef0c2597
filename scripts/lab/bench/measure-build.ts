import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { say } from '../../../src/io/say.ts';

/** Builds the site of a registry in a process of its own; prints seconds and the peak memory of that process. */
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
  const memory = peak > 0 ? `${(peak / 1024).toFixed(0)} MB` : 'memory not known on this system';
  say(`build ${size}: ${seconds.toFixed(1)} s, ${memory}; ${output.trim().split('\n').at(-1) ?? ''}`);
}

/** Peak resident memory of a process in KB, as Linux tells it; 0 elsewhere. */
function peakMemory(pid: number | undefined): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}
