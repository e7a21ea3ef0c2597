import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { isGoneProcess } from '../../src/io/gone.ts';

/** One for each checkout: Astro's temporary program lies in it, and two builds at once would mix theirs. */
const TURN = join(
  tmpdir(),
  `registry-build-${createHash('sha256').update(resolve('.')).digest('hex').slice(0, 16)}`,
);
const EVERY = 100;

/** A build that has ended. */
export interface Built {
  readonly status: number | null;
  /** What it printed, both streams in their order. */
  readonly said: string;
}

/**
 * `npm run build` as a process of its own, after the builds of the other test files: one keeps two processors busy, so
 * that nothing is lost by waiting. Not `spawnSync`: a test file that stands still for a minute is taken for dead.
 */
export function buildSite(
  env: Readonly<Record<string, string>>,
  words: readonly string[] = [],
): Promise<Built> {
  return inTurn(
    () =>
      new Promise((done) => {
        const given = { ...process.env, ...env };
        const child = spawn(process.execPath, ['scripts/build.ts', ...words], {
          env: given,
          stdio: ['ignore', 'pipe', 'pipe'],
        });
        let said = '';
        for (const stream of [child.stdout, child.stderr])
          stream.setEncoding('utf8').on('data', (piece: string) => (said += piece));
        child.on('close', (status) => done({ status, said }));
      }),
  );
}

/** Runs something that builds while no other test file does. */
export async function inTurn<T>(action: () => Promise<T>): Promise<T> {
  while (!mayBegin()) await new Promise((done) => setTimeout(done, EVERY));
  try {
    return await action();
  } finally {
    rmSync(TURN, { force: true });
  }
}

function mayBegin(): boolean {
  try {
    const file = openSync(TURN, 'wx');
    writeFileSync(file, String(process.pid));
    closeSync(file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  // A run that was stopped has left it behind.
  const owner = Number(ownerOf());
  if (owner > 0 && isGoneProcess(owner)) rmSync(TURN, { force: true });
  return false;
}

/** Empty while it is being written or has just been taken away. */
function ownerOf(): string {
  try {
    return readFileSync(TURN, 'utf8');
  } catch {
    return '';
  }
}
