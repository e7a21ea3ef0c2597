import type { ChangeFacts, Places } from '../gate/change-facts.ts';
import type { Meanwhile } from '../gate/clashes.ts';
import { decide } from '../gate/decide.ts';
import type { Decision } from '../gate/decision.ts';
import { gatherFacts } from '../gate/gather-facts.ts';
import { judgeOnTip } from '../gate/judge-change.ts';
import { isMisplaced, mayBeMisplaced } from '../gate/misplaced.ts';
import { filingsOf } from '../gate/open-filings.ts';
import { type Tip, tipOf } from '../gate/tip.ts';
import type { Touched } from '../gate/touched.ts';
import { sidesOf } from '../io/change-sides.ts';
import {
  changedOutside,
  findRepository,
  type GitFolder,
  readFilesAt,
  readRevision,
  resolveCommits,
} from '../io/git.ts';
import { readTouched } from '../io/read-touched.ts';
import type { SourceFile } from '../registry/source-file.ts';
import type { OpenFiling } from '../similarity/compare.ts';
import { certainRepairs } from './certain-repairs.ts';

/** A change as it is judged: a commit in the repository at hand, and who the forge says made it. */
export interface JudgedChange {
  readonly key: string;
  readonly head: string;
  /** Numeric account id; undefined when nobody knows, which is nobody's right. */
  readonly actor: string | undefined;
  /** The issue in which the author wrote it. */
  readonly issue?: number | undefined;
}

/** The published branch, and what the open changes alter, each read once. */
export interface Desk {
  readonly place: GitFolder;
  readonly base: string;
  readonly tip: readonly SourceFile[];
  /** The published branch, judged once for all open changes. */
  readonly judged: () => Tip;
  readonly today: string;
  readonly places: Pick<Places, 'repository' | 'site'>;
  readonly open: ReadonlyMap<string, OpenChangeFiles>;
}

interface OpenChangeFiles {
  readonly change: JudgedChange;
  /** The files in which it differs from where its author started. */
  readonly touched: readonly Touched[];
  readonly outside: readonly string[];
  /** Those of them that look like files of a registry. */
  readonly misplaced: readonly string[];
  readonly meanwhile: Meanwhile;
  readonly filings: readonly OpenFiling[];
}

/** What a person without an account is judged as: no unit and no office has it. */
const NOBODY = '0';

/**
 * Reads everything that is open against the published branch, as Git objects; nothing is checked out. `root` is the
 * registry folder in a repository that holds base and heads. Throws a UsageError when one of them is not there.
 */
export async function readDesk(
  root: string,
  base: string,
  changes: readonly JudgedChange[],
  around: Pick<Desk, 'today' | 'places'>,
): Promise<Desk> {
  const place = await findRepository(root);
  // All in one go: two hundred requests are two hundred times as many processes of Git.
  const [baseCommit = '', ...heads] = await resolveCommits(place.repository, [
    { revision: base, option: 'base' },
    ...changes.map(({ head }) => ({ revision: head, option: 'open' })),
  ]);
  const tip = await readRevision(place, baseCommit);
  const open = new Map<string, OpenChangeFiles>();
  for (const [at, change] of changes.entries()) {
    const head = heads[at] ?? '';
    const { from, to, meanwhile } = await sidesOf(place, baseCommit, head);
    const [touched, outside] = await Promise.all([
      readTouched(place, from, to),
      changedOutside(place, from, to),
    ]);
    const number = /^\d{1,9}$/.test(change.key) ? { number: Number(change.key) } : {};
    const looked = await readFilesAt(place, to, outside.filter(mayBeMisplaced));
    const actor = change.actor === undefined ? {} : { actor: change.actor };
    open.set(change.key, {
      change,
      touched,
      outside,
      misplaced: looked.filter(isMisplaced).map(({ file }) => file),
      meanwhile,
      filings: filingsOf(touched, change.key, { ...number, ...actor }),
    });
  }
  let judged: Tip | undefined;
  const once = (): Tip => {
    judged ??= tipOf(tip, around.today);
    return judged;
  };
  return { place, base: baseCommit, tip, judged: once, open, ...around };
}

/** What the gate says of one of the open changes, with all the others in view. */
export function judgeOpen(
  desk: Desk,
  key: string,
): { readonly decision: Decision; readonly facts: ChangeFacts } {
  const own = desk.open.get(key);
  if (!own) throw new Error(`not on the desk: ${key}`);
  const others = [...desk.open.values()].filter((one) => one !== own).flatMap(({ filings }) => filings);
  const change = {
    outside: own.outside,
    misplaced: own.misplaced,
    meanwhile: own.meanwhile,
    folder: desk.place.folder,
    actor: own.change.actor ?? NOBODY,
    today: desk.today,
    open: others,
  };
  const result = judgeOnTip(desk.judged(), own.touched, change);
  const facts = gatherFacts(change, result, {
    repairs: certainRepairs(result),
    issue: own.change.issue,
    places: {
      ...desk.places,
      folder: desk.place.folder,
      base: desk.base,
      head: own.change.head,
      ...(/^\d{1,9}$/.test(key) ? { number: Number(key) } : {}),
    },
  });
  return { facts, decision: decide(facts) };
}
