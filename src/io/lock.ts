import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { finishChanges } from './change-files.ts';
import { isGoneProcess } from './gone.ts';
import { linkNew } from './replace-file.ts';
import { UsageError } from './usage-error.ts';

/** In the registry folder; hidden, so that no reader takes it for a file of the registry, and Git passes it over. */
export const LOCK = '.registry-lock';
/** How long another command is waited for, and how often it is asked, in milliseconds. */
const PATIENCE = 15_000;
const EVERY = 50;

/** Who holds the registry. */
interface Owner {
  readonly process: number;
  readonly host: string;
  readonly user: string;
  readonly since: string;
}

/** Registries that this process holds: what a command does inside may ask for the same again. */
const held = new Set<string>();

/**
 * Does something while no other command writes in the registry; whoever comes later waits, and reads anew. What an
 * earlier command left half done is finished first. Throws a UsageError naming the owner when the wait is too long.
 */
export function withLock<T>(root: string, action: () => T, patience: number = PATIENCE): T {
  const path = join(resolve(root), LOCK);
  if (held.has(path)) return action();
  acquire(path, patience);
  held.add(path);
  const release = (): void => {
    held.delete(path);
    rmSync(path, { force: true });
  };
  // `stop` ends the process from inside the action.
  process.once('exit', release);
  try {
    finishChanges(root);
    return action();
  } finally {
    process.off('exit', release);
    release();
  }
}

function acquire(path: string, patience: number): void {
  sweep(path);
  const mine = `${path}.${randomUUID()}`;
  const me: Owner = {
    process: process.pid,
    host: hostname(),
    user: userName(),
    since: new Date().toISOString(),
  };
  writeFileSync(mine, JSON.stringify(me));
  try {
    for (const end = Date.now() + patience; ; sleep(EVERY)) {
      if (tryLink(mine, path)) return;
      const owner = readOwner(path);
      if (owner && isGone(owner)) takeAway(path, owner);
      else if (Date.now() > end) throw new UsageError(busy(path, owner));
    }
  } finally {
    rmSync(mine, { force: true });
  }
}

/** Linked rather than written: the name of the owner is in it from the first moment. */
function tryLink(mine: string, path: string): boolean {
  try {
    linkNew(mine, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function readOwner(path: string): Owner | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Owner;
  } catch {
    return undefined;
  }
}

/** The process was ended without being able to tidy up; of another computer nobody here can know. */
function isGone({ process: id, host }: Owner): boolean {
  if (host !== hostname() || !Number.isInteger(id)) return false;
  // A lock with the number of this process is not held by it: in a container numbers begin anew.
  return isGoneProcess(id);
}

/** What others who were killed while they waited have left beside the lock. */
function sweep(path: string): void {
  const [folder, beside] = [dirname(path), `${basename(path)}.`];
  for (const name of readdirSync(folder).filter((one) => one.startsWith(beside))) {
    const owner = readOwner(join(folder, name));
    if (owner && isGone(owner)) rmSync(join(folder, name), { force: true });
  }
}

/** Moved aside first, and only if it is still the same: of two that find it, one alone takes it away. */
function takeAway(path: string, owner: Owner): void {
  const aside = `${path}.${randomUUID()}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  const moved = readOwner(aside);
  if (moved?.process !== owner.process || moved.since !== owner.since) tryLink(aside, path);
  rmSync(aside, { force: true });
}

function busy(path: string, owner: Owner | undefined): string {
  const who = owner ? `（${owner.user}，${owner.host}，进程 ${owner.process}，从 ${owner.since} 起）` : '';
  return `登记库正被另一个命令占用${who}，没有写入，等它办完再试。确知那个命令已经不在了，删去 ${path}。`;
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
}

function sleep(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
