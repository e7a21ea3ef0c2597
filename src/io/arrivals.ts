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
  // Paths cannot hold NUL; the line of a commit is told from them by its own.
  const log = await ask(place, [
    ...['log', '--reverse', '-z', '--diff-filter=A', '--no-renames', '--first-parent'],
    ...['--diff-merges=first-parent', '--name-only', '--format=%x01%ct', `${start}..${commit}`],
    ...['--', `:(literal,top)${inFolder('projects')}`],
  ]);
  const found = new Map<string, string>();
  let day = '';
  for (const word of log.split('\0').map((one) => one.replace(/^\n/, ''))) {
    if (word.startsWith('\x01')) day = dayOf(Number(word.slice(1)));
    else if (word !== '') {
      const path = place.folder === '' ? word : word.slice(place.folder.length + 1);
      const id = idOf('project', path);
      if (id !== undefined && !found.has(id)) found.set(id, day);
    }
  }
  return [...found].map(([id, on]) => ({ id, day: on }));
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
