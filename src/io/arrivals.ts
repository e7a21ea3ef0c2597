import type { Arrival } from '../filing/plan-receipts.ts';
import { idOf, NUMBERS_FILE } from '../registry/paths.ts';
import type { GitFolder } from './git.ts';
import { runGit } from './run-git.ts';
import { UsageError } from './usage-error.ts';

const HOURS_EAST = 8;

/**
 * The filings that came into a branch after its index of numbers was begun, in the order in which they were merged. It
 * is worked out of the whole history each time, so a run that was dropped or broke off is made up for by the next.
 */
export async function arrivalsOf(place: GitFolder, commit: string): Promise<readonly Arrival[]> {
  const inFolder = (path: string): string => (place.folder === '' ? path : `${place.folder}/${path}`);
  const born = await ask(place, [
    ...['log', '--diff-filter=A', '--no-renames', '--first-parent', '--diff-merges=first-parent'],
    ...['--no-patch', '--format=%H', commit, '--', `:(literal,top)${inFolder(NUMBERS_FILE)}`],
  ]);
  const start = born.trim().split('\n').at(-1) ?? '';
  if (start === '')
    throw new UsageError(`登记库里没有 ${NUMBERS_FILE}：先由办公室提交一份空的，登记号从那以后自动给。`);
  const found = new Map<string, string>();
  for (const { added, changed, seconds } of await filingCommits(place, `${start}..${commit}`)) {
    for (const id of added) found.set(id, dayOf(seconds));
    for (const id of changed) if (found.has(id)) found.set(id, dayOf(seconds));
  }
  return [...found].map(([id, on]) => ({ id, day: on }));
}

/** Which filings came into a branch with which of its own commits: a merge is one commit. Throws a UsageError. */
export async function filedByCommit(
  place: GitFolder,
  commit: string,
): Promise<ReadonlyMap<string, readonly string[]>> {
  // Where the history is cut off, one commit seems to have brought everything.
  if ((await ask(place, ['rev-parse', '--is-shallow-repository'])).trim() === 'true')
    throw new UsageError('版本库的历史不全：取回全部历史（git fetch --unshallow）再执行。');
  const all = await filingCommits(place, commit);
  return new Map(all.filter(({ added }) => added.length > 0).map(({ id, added }) => [id, added]));
}

/** A commit of the branch itself that added or changed filings. */
interface FilingCommit {
  readonly id: string;
  readonly seconds: number;
  readonly added: string[];
  readonly changed: string[];
}

/** The commits of a branch that touched filings, the oldest first. */
async function filingCommits(place: GitFolder, range: string): Promise<readonly FilingCommit[]> {
  const projects = place.folder === '' ? 'projects' : `${place.folder}/projects`;
  const log = await ask(place, [
    ...['log', '--reverse', '-z', '--diff-filter=AMT', '--no-renames', '--first-parent'],
    ...['--diff-merges=first-parent', '--name-status', '--format=%x01%H %ct', range],
    ...['--', `:(literal,top)${projects}`],
  ]);
  const found: FilingCommit[] = [];
  let how = '';
  // Each path comes behind its letter. Paths cannot hold NUL; the line of a commit is told from them by its own.
  for (const word of log.split('\0').map((one) => one.replace(/^\n/, ''))) {
    const [id = '', seconds] = word.startsWith('\x01') ? word.slice(1).split(' ') : [];
    if (seconds !== undefined) found.push({ id, seconds: Number(seconds), added: [], changed: [] });
    else if (/^[AMT]$/.test(word)) how = word;
    else if (word !== '') {
      const path = place.folder === '' ? word : word.slice(place.folder.length + 1);
      const filed = idOf('project', path);
      if (filed !== undefined) found.at(-1)?.[how === 'A' ? 'added' : 'changed'].push(filed);
    }
  }
  return found;
}

/** The day in China, wherever the job runs. */
function dayOf(seconds: number): string {
  return new Date((seconds + HOURS_EAST * 3_600) * 1_000).toISOString().slice(0, 10);
}

async function ask({ repository }: GitFolder, args: readonly string[]): Promise<string> {
  const { code, out, err } = await runGit(repository, args);
  if (code !== 0) throw new UsageError(`读不到版本库的历史：${err.slice(0, 200)}`);
  return out.toString('utf8');
}
