import { spawn } from 'node:child_process';
import { processesOf, residentMemory } from './peak-memory.ts';

/** What a command took. Memory is resident, in KB, and 0 where the system does not tell. */
export interface Taken {
  readonly seconds: number;
  /** The most that all its processes held at one moment. */
  readonly together: number;
  /** The most that one of them held. */
  readonly largest: number;
  readonly output: string;
}

/** Looks at the processes this often. In milliseconds. */
const LOOK = 100;

/** Runs a command and watches it. Throws when it fails, with what it printed. */
export async function measured(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Taken> {
  const start = performance.now();
  const child = spawn(command, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  let [together, largest] = [0, 0];
  const watch = setInterval(() => {
    const each = processesOf(child.pid).map(residentMemory);
    together = Math.max(
      together,
      each.reduce((sum, one) => sum + one, 0),
    );
    largest = Math.max(largest, ...each);
  }, LOOK);
  const code = await new Promise<number | null>((done) => child.on('close', done));
  clearInterval(watch);
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}:\n${output}`);
  return { seconds: (performance.now() - start) / 1000, together, largest, output };
}
