import { runGit } from '../io/run-git.ts';
import { UsageError } from '../io/usage-error.ts';
import { type Extras, type Forge, ForgeError, type OpenChange } from './forge.ts';
import { type Desk, judgeOpen, readDesk } from './judge-open.ts';
import { type Budget, type PublishedAll, publish } from './publish.ts';
import { fetchInto, type Remote } from './remote-git.ts';

/** Where everything that is open is fetched to. */
const OPEN = 'refs/open/';

export interface SweepOptions {
  /** The registry folder in a repository that follows the forge. */
  readonly root: string;
  readonly repository: string;
  readonly branch: string;
  readonly remote: Remote;
  readonly around: Pick<Desk, 'today' | 'places'>;
  readonly budget?: Budget;
  /** Only this one is judged; the others are compared with. */
  readonly only?: string | undefined;
}

export interface Swept extends PublishedAll {
  readonly judged: number;
  /** What was decided of each, for a server that has no page to read it on. */
  readonly decided: readonly { readonly key: string; readonly head: string; readonly words: string }[];
  /** Changes that could not be judged or written to, with the reason: never taken for good ones. */
  readonly failed: readonly { readonly key: string; readonly why: string }[];
}

/** Fetches the published branch and the heads of all open changes in one go, and reads them. */
export async function fetchDesk(
  changes: readonly OpenChange[],
  { root, repository, branch, remote, around }: SweepOptions,
): Promise<{ readonly desk: Desk; readonly there: readonly OpenChange[]; readonly failed: Swept['failed'] }> {
  const main = `${OPEN}main`;
  const wanted = changes.map(({ ref, key }) => `+${ref}:${OPEN}changes/${key}`);
  await fetchInto(repository, remote, [`+refs/heads/${branch}:${main}`, ...wanted]);
  const there: OpenChange[] = [];
  const failed: { key: string; why: string }[] = [];
  const fetched = await headsOf(repository);
  for (const change of changes) {
    const head = fetched.get(change.key);
    // Pushed to while we were fetching: its own run judges the newer one.
    if (head === change.head) there.push(change);
    else failed.push({ key: change.key, why: '取回来的不是列出来的那个提交，等下一次再核对' });
  }
  const judged = there.map(({ key, head, author }) => ({ key, head, actor: author.id, issue: author.issue }));
  return { desk: await readDesk(root, main, judged, around), there, failed };
}

/** What was fetched, by the key of its change. */
async function headsOf(repository: string): Promise<ReadonlyMap<string, string>> {
  const refs = await runGit(repository, [
    'for-each-ref',
    '--format=%(objectname) %(refname)',
    `${OPEN}changes/`,
  ]);
  const lines = refs.out.toString('utf8').split('\n').filter(Boolean);
  return new Map(
    lines.map((line) => {
      const [id = '', ref = ''] = line.split(' ');
      return [ref.slice(`${OPEN}changes/`.length), id];
    }),
  );
}

/** Judges every open change by the published branch as it is now, and sets and says what was decided. */
export async function sweep(forge: Forge & Partial<Extras>, options: SweepOptions): Promise<Swept> {
  const changes = await forge.listOpen();
  const { desk, there, failed } = await fetchDesk(changes, options);
  const said = [];
  const faults = [...failed];
  for (const change of there.filter(({ key }) => options.only === undefined || key === options.only)) {
    try {
      said.push({ change, decision: judgeOpen(desk, change.key).decision });
    } catch (error) {
      if (!(error instanceof UsageError || error instanceof ForgeError)) throw error;
      faults.push({ key: change.key, why: error.message });
    }
  }
  const published = await publish(forge, said, options.budget);
  const decided = said.map(({ change: { key, head }, decision: { status } }) => ({
    key,
    head,
    words: status.description,
  }));
  return { ...published, judged: said.length, decided, failed: [...faults, ...published.failed] };
}
