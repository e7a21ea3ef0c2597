import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { createFile, replaceFile } from '../replace-file.ts';

/**
 * What has been worked out of a base branch is kept beside the repository, as long as nothing of it can have changed. A
 * judgement must not depend on who wrote there: every file bears a mark that only this account on this computer can make, over
 * all its bytes and what it is of. What does not bear it is not used.
 */

/** What a kept state is of. */
export interface StateOf {
  /** The program, by what it consists of. */
  readonly program: string;
  /** Git's id of the registry folder. */
  readonly tree: string;
}

/** Where states are kept; the name tells what of, and what is of something else bears another. */
export interface KeptAt {
  readonly folder: string;
  readonly path: string;
  readonly mark: string;
  readonly key: string;
}

const FORMAT = 'tip-2';
/** So many states are kept: of the branch as it stands, and of older ones that others still start from. */
const MOST_KEPT = 3;
const SECRET_BYTES = 32;

/** The place of a state in a folder. */
export function placeOf(folder: string, of: StateOf): KeptAt {
  const key = createHash('sha256').update([FORMAT, of.program, of.tree].join('\n')).digest('hex');
  const path = join(folder, `${key.slice(0, 32)}.sqlite`);
  return { folder, path, mark: `${path}.mark`, key };
}

/** What is said of a kept file: sound, not there, or not made by this account as it is now. */
export type Kept = '没有' | '完好' | '对不上';

/** Whether what is kept at a place is what this account has put there. */
export function lookAt(place: KeptAt): Kept {
  const mark = readOrNothing(place.mark);
  if (!mark) return '没有';
  const secret = readOrNothing(secretPath() ?? '');
  const bytes = readOrNothing(place.path);
  if (!bytes || !secret) return '对不上';
  const right = Buffer.from(markOf(secret, place.key, bytes));
  return right.length === mark.length && timingSafeEqual(right, mark) ? '完好' : '对不上';
}

/** Marks what has been put at a place, and takes away what is older than the latest few. */
export function sign(place: KeptAt): void {
  replaceFile(place.mark, markOf(ownSecret(), place.key, readFileSync(place.path)));
  const states = readdirSync(place.folder)
    .filter((name) => name.endsWith('.sqlite'))
    .map((name) => join(place.folder, name))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  for (const path of states.slice(MOST_KEPT)) forget({ path, mark: `${path}.mark` });
}

/** Takes away what is kept at a place, as far as this account may; without its mark it is never used. */
export function forget({ path, mark }: Pick<KeptAt, 'path' | 'mark'>): void {
  for (const file of [mark, path]) {
    try {
      rmSync(file, { force: true });
    } catch {
      // A folder that may only be read: what lies there is looked at anew by every run.
    }
  }
}

function markOf(secret: Uint8Array, key: string, bytes: Uint8Array): string {
  const of = createHash('sha256').update(bytes).digest('hex');
  return createHmac('sha256', secret).update(`${key}\n${of}`).digest('hex');
}

/** Of this account, and never in the repository or beside it: whoever can write there has no part in it. */
function secretPath(): string | undefined {
  try {
    const state = process.env.XDG_STATE_HOME || join(homedir(), '.local', 'state');
    return join(state, 'shuzhi-registry', 'tip.key');
  } catch {
    // An account without a home, as containers have them.
    return undefined;
  }
}

function ownSecret(): Uint8Array {
  const path = secretPath();
  if (path === undefined) throw new Error('There is no place for the key of what is kept');
  const known = readOrNothing(path);
  if (known?.length === SECRET_BYTES) return known;
  mkdirSync(join(path, '..'), { recursive: true, mode: 0o700 });
  if (known) rmSync(path);
  createFile(path, randomBytes(SECRET_BYTES));
  chmodSync(path, 0o600);
  return readFileSync(path);
}

function readOrNothing(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
