import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runGit } from '../io/run-git.ts';
import { UsageError } from '../io/usage-error.ts';
import { OFFICE_FILE, UNITS_FILE } from '../registry/paths.ts';
import { readOffice, readUnits } from '../registry/read-settings.ts';
import type { SourceFile } from '../registry/source-file.ts';
import { authorRef, FILING, filingKey, isKept, readPushRecord } from './bare-refs.ts';
import { type Desk, type JudgedChange, judgeOpen, readDesk } from './judge-open.ts';
import { pushAnswer } from './push-answer.ts';

/** A line that Git gives to a hook. */
export interface RefUpdate {
  readonly old: string;
  readonly now: string;
  readonly ref: string;
}

export interface PushPlace {
  /** The bare repository. */
  readonly repository: string;
  /** The registry folder in it, `registry` or empty. */
  readonly folder: string;
  readonly branch: string;
  /** Numeric account, as the server says; undefined when it does not. */
  readonly actor: string | undefined;
  readonly today: string;
  /** Where Git keeps the pushed objects while the hook decides. */
  readonly quarantine: string | undefined;
}

export interface PushVerdict {
  readonly ok: boolean;
  readonly lines: readonly string[];
}

const isNone = (id: string): boolean => /^0+$/.test(id);

/** The updates on the standard input of a hook. */
export function readUpdates(input: string): readonly RefUpdate[] {
  return input
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [old = '', now = '', ref = ''] = line.split(' ');
      return { old, now, ref };
    });
}

/** Judges a push before it is taken. One refused update refuses the push: half of it would be nobody's intention. */
export async function judgePush(updates: readonly RefUpdate[], place: PushPlace): Promise<PushVerdict> {
  const borrowed = await borrow(place);
  try {
    const door = await openDoor(borrowed, place);
    const verdicts: PushVerdict[] = [];
    for (const update of updates) verdicts.push(await judgeUpdate(update, door));
    return { ok: verdicts.every(({ ok }) => ok), lines: verdicts.flatMap(({ lines }) => lines) };
  } finally {
    await rm(borrowed, { recursive: true, force: true });
  }
}

/**
 * A repository that holds nothing and sees both the server's objects and the pushed ones, which are not the server's
 * yet: commands that read it run without the surroundings of the hook.
 */
async function borrow({ repository, quarantine }: PushPlace): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'registry-push-'));
  await runGit(folder, ['init', '--quiet', '--bare']);
  const objects = [join(resolve(repository), 'objects'), ...(quarantine ? [resolve(quarantine)] : [])];
  await appendFile(join(folder, 'objects', 'info', 'alternates'), `${objects.join('\n')}\n`);
  return folder;
}

interface Door {
  readonly place: PushPlace;
  readonly borrowed: string;
  readonly main: string;
  readonly isOffice: boolean;
  readonly units: readonly string[];
  readonly open: readonly JudgedChange[];
  readonly around: Pick<Desk, 'today' | 'places'>;
}

async function openDoor(borrowed: string, place: PushPlace): Promise<Door> {
  const found = await runGit(place.repository, [
    'rev-parse',
    '--verify',
    '--quiet',
    `refs/heads/${place.branch}`,
  ]);
  if (found.code !== 0)
    throw new UsageError(
      `服务器上还没有 ${place.branch} 分支：先由管理员在服务器上放入登记库，再装这个钩子。`,
    );
  const main = found.out.toString('utf8').trim();
  const around = { today: place.today, places: {} };
  // Who may push is read from the branch as it stands, never from what is pushed.
  const { tip } = await readDesk(join(borrowed, place.folder), main, [], around);
  const named = (name: string): SourceFile | undefined => tip.find(({ file }) => file === name);
  const { office } = readOffice(named(OFFICE_FILE));
  const own = [...readUnits(named(UNITS_FILE)).units.values()].filter(({ accounts }) =>
    accounts.includes(place.actor ?? ''),
  );
  const isOffice = office?.reviewers.includes(place.actor ?? '') ?? false;
  const units = own.map(({ code }) => code);
  return { place, borrowed, main, isOffice, units, open: await openBranches(place), around };
}

async function openBranches({ repository }: PushPlace): Promise<readonly JudgedChange[]> {
  const { out } = await runGit(repository, ['for-each-ref', '--format=%(refname) %(objectname)', FILING]);
  const open: JudgedChange[] = [];
  for (const line of out.toString('utf8').split('\n').filter(Boolean)) {
    const [ref = '', head = ''] = line.split(' ');
    const key = filingKey(ref);
    if (key === undefined) continue;
    const kept = await runGit(repository, ['cat-file', 'blob', authorRef(key)]);
    const record = kept.code === 0 ? readPushRecord(kept.out.toString('utf8')) : undefined;
    open.push({ key, head, actor: record?.head === head ? record.actor : undefined });
  }
  return open;
}

async function judgeUpdate(update: RefUpdate, door: Door): Promise<PushVerdict> {
  const { ref, now } = update;
  const { place, isOffice } = door;
  if (place.actor === undefined) return refuse(NO_ACCOUNT);
  if (ref === `refs/heads/${place.branch}`) return judgeMain(update, door);
  const key = filingKey(ref);
  if (key !== undefined) {
    const [unit = ''] = key.split('/');
    if (!isOffice && !door.units.includes(unit))
      return refuse(`送件分支：账号 ${place.actor} 没有登记在「${unit}」名下，不能推到 ${ref}。`);
    return isNone(now) ? { ok: true, lines: [`送件已撤回：${key}。`] } : judgeCommit(now, key, door);
  }
  if (isOffice) return { ok: true, lines: [] };
  return refuse(
    isKept(ref)
      ? `${ref} 由服务器和办公室写，不能推。`
      : `只收送件分支：推到 refs/heads/filing/单位代码/项目，例如 git push origin HEAD:refs/heads/filing/jingba-lu/zhi-hui-yang-lao-k7q2。`,
  );
}

const NO_ACCOUNT =
  '服务器没有说是谁推的，不知道是谁，就没有权限：请办公室在服务器上给您的登录方式写好账号编号。';
const refuse = (...lines: readonly string[]): PushVerdict => ({ ok: false, lines });

async function judgeMain({ old, now }: RefUpdate, door: Door): Promise<PushVerdict> {
  const { branch } = door.place;
  if (!door.isOffice)
    return refuse(
      `${branch} 由办公室并入，不能直接推；推到 refs/heads/filing/单位代码/项目，办公室看过后并入。`,
    );
  if (isNone(now)) return refuse(`${branch} 不能删除。`);
  const follows = await runGit(door.borrowed, ['merge-base', '--is-ancestor', old, now]);
  if (follows.code !== 0)
    return refuse(`${branch} 只能往后接：先取回最新的内容，再推一次。已经公开的历史不能改写。`);
  return judgeCommit(now, `${branch}`, door);
}

async function judgeCommit(head: string, key: string, door: Door): Promise<PushVerdict> {
  const { place, borrowed, main, around } = door;
  // A filing that is being merged is no stranger to the merge.
  const contained = await Promise.all(
    door.open.map(async (one) => ((await isIn(borrowed, one.head, head)) ? one.key : '')),
  );
  const others = door.open.filter((one) => one.key !== key && !contained.includes(one.key));
  const pushed = { key, head, actor: place.actor };
  const desk = await readDesk(join(borrowed, place.folder), main, [pushed, ...others], around);
  const { decision, facts } = judgeOpen(desk, key);
  return { ok: decision.status.state === 'success', lines: pushAnswer(decision, facts) };
}

async function isIn(folder: string, commit: string, head: string): Promise<boolean> {
  return (await runGit(folder, ['merge-base', '--is-ancestor', commit, head])).code === 0;
}

/** After a push was taken: writes down who pushed which commit to a filing's branch, and when first. */
export async function recordPush(
  updates: readonly RefUpdate[],
  { repository, actor }: Pick<PushPlace, 'repository' | 'actor'>,
  now: string,
): Promise<void> {
  for (const { ref, now: head } of updates) {
    const key = filingKey(ref);
    if (key === undefined) continue;
    if (isNone(head)) {
      await runGit(repository, ['update-ref', '-d', authorRef(key)]);
    } else if (actor !== undefined) {
      const before = await runGit(repository, ['cat-file', 'blob', authorRef(key)]);
      const since = before.code === 0 ? readPushRecord(before.out.toString('utf8'))?.since : undefined;
      const record = JSON.stringify({ actor, head, since: since ?? now });
      const made = await runGit(repository, ['hash-object', '-w', '--stdin'], record);
      await runGit(repository, ['update-ref', authorRef(key), made.out.toString('utf8').trim()]);
    }
  }
}
