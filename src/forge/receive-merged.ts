import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { planReceipts, type ReceiptPlan } from '../filing/plan-receipts.ts';
import { arrivalsOf } from '../io/arrivals.ts';
import { type GitFolder, readRevision } from '../io/git.ts';
import { runGit } from '../io/run-git.ts';
import type { SourceFile } from '../registry/source-file.ts';
import { ForgeError } from './forge.ts';
import { identity } from './make-commit.ts';
import { fetchInto, pushTo, type Remote } from './remote-git.ts';

/** What the job after a merge has to know. */
export interface MergedPlace {
  readonly remote: Remote;
  readonly branch: string;
  /** The registry folder in the repository, `registry` or empty. */
  readonly folder: string;
  readonly today: string;
  /** False: everything is worked out and nothing is pushed. */
  readonly publishes: boolean;
}

/** What became of it; `commit` is the one that was pushed. */
export interface Received extends ReceiptPlan {
  readonly commit: string | undefined;
}

/** So often the branch may move under the job before it gives up. */
const TRIES = 5;

/**
 * Receives what was merged: reads the branch as the server has it, gives the numbers, and pushes one commit on top. When
 * the branch has moved meanwhile the server refuses, and all is worked out again on what is there now: a number is
 * never given on the strength of an old state. Throws a ForgeError when the server cannot be reached or will not take it.
 */
export async function receiveMerged(place: MergedPlace): Promise<Received> {
  const folder = await mkdtemp(join(tmpdir(), 'registry-merged-'));
  try {
    await git(folder, ['init', '--quiet', '--bare']);
    for (let turn = 1; ; turn++) {
      const tip = await fetchTip(folder, place);
      const received = await receiveOn(folder, tip, place);
      if (received.commit === undefined || !place.publishes) return { ...received, commit: undefined };
      const fault = await push(folder, received.commit, place);
      if (fault === undefined) return received;
      // Refused although nobody moved the branch: there is another reason, and a second try has the same.
      if (turn === TRIES || (await fetchTip(folder, place)) === tip) throw fault;
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function fetchTip(folder: string, { remote, branch }: MergedPlace): Promise<string> {
  await fetchInto(folder, remote, [`+refs/heads/${branch}:refs/heads/${branch}`]);
  return git(folder, ['rev-parse', `refs/heads/${branch}`]);
}

async function receiveOn(repository: string, tip: string, place: MergedPlace): Promise<Received> {
  const at: GitFolder = { repository, folder: place.folder };
  const plan = planReceipts(await readRevision(at, tip), await arrivalsOf(at, tip), place.today);
  if (plan.writes.length === 0) return { ...plan, commit: undefined };
  return { ...plan, commit: await commitOn(at, tip, plan) };
}

async function commitOn({ repository, folder }: GitFolder, tip: string, plan: ReceiptPlan): Promise<string> {
  await git(repository, ['read-tree', tip]);
  const lines: string[] = [];
  for (const source of plan.writes) lines.push(await indexLine(repository, folder, source));
  await git(repository, ['update-index', '-z', '--index-info'], lines.join(''));
  const tree = await git(repository, ['write-tree']);
  const all = plan.received.map(({ id, number }) => `${number} ${id}`);
  const message = [`受理 ${all.length} 件`, '', ...all].join('\n');
  return git(repository, [...identity('办公室'), 'commit-tree', tree, '-p', tip, '-F', '-'], message);
}

async function indexLine(repository: string, folder: string, { file, bytes }: SourceFile): Promise<string> {
  const blob = await git(repository, ['hash-object', '-w', '--stdin'], bytes);
  return `100644 ${blob}\t${folder === '' ? file : `${folder}/${file}`}\0`;
}

async function push(
  folder: string,
  commit: string,
  { remote, branch }: MergedPlace,
): Promise<ForgeError | undefined> {
  try {
    await pushTo(folder, remote, `${commit}:refs/heads/${branch}`);
    return undefined;
  } catch (error) {
    if (error instanceof ForgeError) return error;
    throw error;
  }
}

async function git(folder: string, args: readonly string[], input?: string | Uint8Array): Promise<string> {
  const { code, out, err } = await runGit(folder, args, input);
  if (code !== 0) throw new ForgeError(`记不下受理：${err.slice(0, 200)}`);
  return out.toString('utf8').trim();
}
