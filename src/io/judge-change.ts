import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { concernsAll } from '../gate/after.ts';
import {
  type Change,
  type ChangeOf,
  type ChangeResult,
  judgeChange,
  judgeOnTip,
} from '../gate/judge-change.ts';
import { largeTip } from '../gate/large-tip.ts';
import { isMisplaced, mayBeMisplaced } from '../gate/misplaced.ts';
import { filingsOf, openFilings } from '../gate/open-filings.ts';
import { shelfOf } from '../gate/shelf.ts';
import { isLarge, tipOf } from '../gate/tip.ts';
import type { Touched } from '../gate/touched.ts';
import { LEXICON_FILE } from '../registry/paths.ts';
import type { SourceFile } from '../registry/source-file.ts';
import type { OpenFiling } from '../similarity/compare.ts';
import { readLexiconSource } from '../similarity/lexicon/source.ts';
import { registryMaker } from '../similarity/library.ts';
import { type ChangeSides, sidesOf } from './change-sides.ts';
import {
  changedOutside,
  findRepository,
  forkPoint,
  type GitFolder,
  readBlobsNow,
  readFilesAt,
  readRevisionAhead,
  resolveCommit,
  resolveCommits,
} from './git.ts';
import { readChange } from './read-change.ts';
import { readTouched } from './read-touched.ts';
import { runGit } from './run-git.ts';
import type { Keeping } from './tip/keeping.ts';

/** An open change as it is named: a revision, and what the forge says of it. */
export type NamedOpen = Pick<OpenFiling, 'revision' | 'number' | 'actor'>;

/** A change, who made it, and when it is judged. */
export interface NamedChange {
  readonly base: string;
  /** Undefined: the files as they lie on the disk. */
  readonly head: string | undefined;
  readonly actor: string | undefined;
  readonly opens: readonly NamedOpen[];
  readonly today: string;
}

/** A judged change. */
export interface JudgedChange {
  readonly change: ChangeOf;
  readonly result: ChangeResult;
  /** The commits that were judged, where both sides are some. */
  readonly commits?: { readonly base: string; readonly head: string };
  /** What went on besides, for whoever runs it. */
  readonly remark?: string;
}

/** A registry of fewer files is read again sooner than what was worked out of it could be written down. */
const KEPT_FROM = 5_000;

const REMARK =
  '以前算好的结果不是这台电脑上的这个账号写的，或者被改过：没有用它，已经删去，全部重新算了一遍。';

/**
 * Judges a change as Git keeps it; nothing is checked out. What was worked out of the base branch before is used as long as
 * it is of the same files and program; the verdict is the same either way. A registry of fewer than `keptFrom` files is read
 * anew each time. Throws a UsageError when a revision or the repository cannot be read.
 */
export async function judgeNamed(
  root: string,
  named: NamedChange,
  keptFrom = KEPT_FROM,
): Promise<JudgedChange> {
  const { base, head, actor, today, opens } = named;
  if (head === undefined) return judgeWhole(root, named);
  const place = await findRepository(root);
  const { repository, folder } = place;
  const [baseCommit = '', headCommit = ''] = await resolveCommits(repository, [
    { revision: base, option: 'base' },
    { revision: head, option: 'head' },
  ]);
  const commits = { base: baseCommit, head: headCommit };
  // Git reads the branch while the change is looked at.
  const [{ keeping, kept, files }, sides] = await Promise.all([
    readTip(place, baseCommit),
    readSides(place, baseCommit, headCommit, opens),
  ]);
  const { to, meanwhile, touched, outside, opened } = sides;
  if (concernsAll(touched) || concernsAll(opened.touched))
    return { ...(await judgeWhole(root, named)), commits };
  const looked = await readFilesAt(place, to, outside.filter(mayBeMisplaced));
  const misplaced = looked.filter(isMisplaced).map(({ file }) => file);
  const change: ChangeOf = { outside, misplaced, meanwhile, folder, actor, today, open: opened.filings };
  if (!files) {
    const shelf = kept.open((ids) => readBlobsNow(repository, ids));
    return { change, commits, result: judgeOnTip(largeTip(shelf, today), touched, change) };
  }
  const remark = kept?.state === '对不上' ? { remark: REMARK } : {};
  if (!keeping || files.length < keptFrom || !isLarge(files))
    return { change, commits, result: judgeOnTip(tipOf(files, today), touched, change), ...remark };
  const shelf = shelfOf(files);
  const result = judgeOnTip(largeTip(shelf, today), touched, change);
  const { keep } = await import('./tip/keeping.ts');
  keep(keeping, shelf);
  return { change, commits, result, ...remark };
}

/** What is kept of the base branch, or its files where nothing of use is. */
async function readTip(
  place: GitFolder,
  commit: string,
): Promise<
  { readonly keeping: Keeping | undefined } & (
    | { readonly kept: Kept; readonly files?: undefined }
    | { readonly kept?: Kept; readonly files: readonly SourceFile[] }
  )
> {
  const keeping = await keepingOf(place, commit);
  if (!keeping || !existsSync(keeping.folder)) return { keeping, files: await readTipFiles(place, commit) };
  // To keep something takes libraries that a small registry never needs.
  const { lookFor } = await import('./tip/keeping.ts');
  const kept = lookFor(keeping);
  return kept.state === '完好'
    ? { keeping, kept }
    : { keeping, kept, files: await readTipFiles(place, commit) };
}

/** While Git reads the branch, the lexicon is made ready: every comparison of a large registry begins with it. */
function readTipFiles(place: GitFolder, commit: string): Promise<readonly SourceFile[]> {
  return readRevisionAhead(place, commit, LEXICON_FILE, (source) => {
    const lexicon = readLexiconSource(source);
    if ('concepts' in lexicon) registryMaker(lexicon.concepts);
  });
}

type Kept = ReturnType<typeof import('./tip/keeping.ts').lookFor>;

/** What the change is, and what others have handed in besides. */
async function readSides(
  place: GitFolder,
  base: string,
  head: string,
  opens: readonly NamedOpen[],
): Promise<
  ChangeSides & {
    readonly touched: readonly Touched[];
    readonly outside: readonly string[];
    readonly opened: Awaited<ReturnType<typeof readOpens>>;
  }
> {
  const sides = await sidesOf(place, base, head);
  const { from, to } = sides;
  const [touched, outside, opened] = await Promise.all([
    readTouched(place, from, to),
    changedOutside(place, from, to),
    readOpens(place, base, opens),
  ]);
  return { ...sides, touched, outside, opened };
}

/** The same by reading both sides whole: where the change reaches every file, or lies on the disk. */
async function judgeWhole(
  root: string,
  { base, head, actor, today, opens }: NamedChange,
): Promise<JudgedChange> {
  const revisions = opens.map(({ revision }) => revision);
  const { others, ...read } = await readChange(root, base, head, revisions);
  const open = others.flatMap((one, at) => {
    const { revision, ...more } = opens[at] ?? { revision: one.revision };
    return openFilings(one.base, one.head, revision, more);
  });
  const change: Change = { ...read, actor, today, open };
  return { change, result: judgeChange(change) };
}

/** Undefined where nothing is to be kept. */
async function keepingOf({ repository, folder }: GitFolder, commit: string): Promise<Keeping | undefined> {
  if (process.env.REGISTRY_CACHE === 'off') return undefined;
  const tree = folder === '' ? `${commit}^{tree}` : `${commit}:${folder}`;
  const found = await runGit(repository, ['rev-parse', '--path-format=absolute', '--git-common-dir', tree]);
  const [common = '', id = ''] = found.out.toString('utf8').split('\n');
  if (found.code !== 0 || common === '' || id === '') return undefined;
  return { folder: join(common, 'shuzhi-registry'), tree: id };
}

async function readOpens(
  place: GitFolder,
  baseCommit: string,
  opens: readonly NamedOpen[],
): Promise<{ readonly filings: readonly OpenFiling[]; readonly touched: readonly Touched[] }> {
  const filings: OpenFiling[] = [];
  const all: Touched[] = [];
  for (const { revision, ...more } of opens) {
    const commit = await resolveCommit(place.repository, revision, 'open');
    const from = await forkPoint(place.repository, baseCommit, commit);
    const touched = await readTouched(place, from, commit);
    filings.push(...filingsOf(touched, revision, more));
    all.push(...touched);
  }
  return { filings, touched: all };
}
