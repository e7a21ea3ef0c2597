import { check } from '../check.ts';
import { LABEL_NAMES } from '../gate/labels.ts';
import { labelsAfter } from '../gate/labels-after.ts';
import { filedByCommit } from '../io/arrivals.ts';
import { findRepository, readRevision, resolveCommit } from '../io/git.ts';
import { type Extras, type Forge, ForgeError } from './forge.ts';
import { type Budget, MOST_WRITES } from './publish.ts';
import { fetchInto } from './remote-git.ts';
import type { SweepOptions } from './sweep.ts';

/** What a run did. `postponed` wait for the next one. */
export interface Labelled {
  readonly looked: number;
  readonly written: number;
  readonly postponed: readonly string[];
}

/** Where the published branch is fetched to. */
const MAIN = 'refs/open/main';

/**
 * Sets on every request that is open no more how far its filings have come: 待审核, 待论证, 已受理, 办结. Works it out of
 * the published branch each time, so that twice changes nothing and a run that broke off is made up for.
 */
export async function labelClosed(
  forge: Forge & Partial<Extras>,
  { root, repository, branch, remote, around: { today } }: Omit<SweepOptions, 'budget'>,
  budget: Budget = { left: MOST_WRITES },
): Promise<Labelled> {
  if (!forge.listClosed || !forge.setLabels) throw new ForgeError(`${forge.kind} 上没有标签可设。`);
  await fetchInto(repository, remote, [`+refs/heads/${branch}:${MAIN}`]);
  const place = await findRepository(root);
  const tip = await resolveCommit(repository, MAIN, 'base');
  const { projects, lifeOf } = check(await readRevision(place, tip), {
    today,
    only: new Set(),
    similarity: { compare: '不查' },
  });
  const states = new Map(projects.map(({ entry }) => [entry.id, lifeOf(entry).state]));
  const closed = await forge.listClosed();
  const postponed: string[] = [];
  let written = 0;
  const wanted = labelsAfter(closed, await filedByCommit(place, tip), (id) => states.get(id));
  for (const { request, label } of wanted) {
    if (budget.left <= 0) postponed.push(request.key);
    else if ((await forge.setLabels(request, [label], LABEL_NAMES)) === 'written') {
      written++;
      budget.left--;
    }
  }
  return { looked: wanted.length, written, postponed };
}
