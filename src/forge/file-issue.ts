import { composeFiling } from '../filing/compose.ts';
import type { Interviewed } from '../filing/interview.ts';
import { answerIssue, type IssueOutcome } from '../filing/issue/answer.ts';
import { readIssue } from '../filing/issue/read-issue.ts';
import { slugFor } from '../filing/slug.ts';
import { MAX_ID } from '../form/entry-id.ts';
import { ownsUnit } from '../gate/ownership.ts';
import { findRepository, type GitFolder, readRevision, resolveCommit } from '../io/git.ts';
import { NOTHING_SET, type Office } from '../registry/office.ts';
import { idOf, OFFICE_FILE, projectFile, UNITS_FILE } from '../registry/paths.ts';
import { readOffice, readUnits } from '../registry/read-settings.ts';
import type { SourceFile } from '../registry/source-file.ts';
import type { Unit } from '../registry/units.ts';
import { clauseTitle } from '../regulation/index.ts';
import { type Extras, type Forge, ForgeError, type WrittenIssue } from './forge.ts';
import { makeCommit } from './make-commit.ts';
import { fetchInto, listRefs } from './remote-git.ts';
import type { SweepOptions } from './sweep.ts';

/** The topic of the answer among the bot's own comments. */
const TOPIC = 'filing';
const MAIN = 'refs/open/main';
const HOURS_EAST = 8;

/** What a run did; `request` is the change that was opened or brought up to date. */
export interface FiledIssue {
  readonly kind: IssueOutcome['kind'] | '不是申报单' | '已经关闭';
  readonly request?: string;
}

type IssueForge = Forge & Pick<Extras, 'readIssue' | 'openOwn'>;

/** The published branch, and what was made of the issue before. */
interface State {
  readonly units: ReadonlyMap<string, Unit>;
  readonly office: Office;
  /** The filing of this issue that was merged. */
  readonly merged: string | undefined;
  /** Its filing on the branch of the issue. */
  readonly draft: SourceFile | undefined;
}

/**
 * Makes a filing out of an issue, opens or updates the one request for it, and answers below the issue. The text is only
 * ever data; what must not be public is copied nowhere. Twice changes nothing. Throws a ForgeError.
 */
export async function fileIssue(
  forge: Forge & Partial<Extras>,
  number: number,
  options: SweepOptions,
): Promise<FiledIssue> {
  if (!canFile(forge)) throw new ForgeError(`${forge.kind} 上没有申报单可读。`);
  const issue = await forge.readIssue(number);
  if (!issue) return { kind: '不是申报单' };
  if (!issue.isOpen) return { kind: '已经关闭' };
  const state = await readState(issue, options);
  const read = readIssue(issue, state.units);
  if (read.kind === '不是申报单') return read;
  const outcome =
    state.merged !== undefined
      ? ({ kind: '已经并入', id: state.merged } as const)
      : read.kind === '读成了'
        ? await handIn(forge, issue, read.filing, state, options)
        : read;
  const earlier = await requestOf(forge, number, outcome);
  await forge.comment(String(number), TOPIC, answerIssue(outcome, { phone: state.office.phone, earlier }));
  return { kind: outcome.kind, ...(outcome.kind === '写成了' ? { request: outcome.request } : {}) };
}

const canFile = (forge: Forge & Partial<Extras>): forge is IssueForge =>
  forge.readIssue !== undefined && forge.openOwn !== undefined;

const branchOf = (number: number): string => `issue/${number}`;
/** The end of the file's name: one issue, one filing, whatever its project is called later. */
const suffixOf = (number: number): string => `i${number}`;

async function readState(
  { number }: WrittenIssue,
  { root, repository, branch, remote }: SweepOptions,
): Promise<State> {
  const theirs = `refs/heads/${branchOf(number)}`;
  const there = await listRefs(repository, remote, [theirs]);
  const own = `refs/open/issues/${number}`;
  const wanted = there.has(theirs) ? [`+${theirs}:${own}`] : [];
  await fetchInto(repository, remote, [`+refs/heads/${branch}:${MAIN}`, ...wanted]);
  const place = await findRepository(root);
  const files = await filesAt(place, MAIN);
  const drafts = wanted.length > 0 ? await filesAt(place, own) : [];
  const isOwn = ({ file }: SourceFile): boolean =>
    idOf('project', file)?.endsWith(`-${suffixOf(number)}`) ?? false;
  const find = (name: string): SourceFile | undefined => files.find(({ file }) => file === name);
  const merged = files.find(isOwn);
  return {
    units: readUnits(find(UNITS_FILE)).units,
    office: readOffice(find(OFFICE_FILE)).office ?? NOTHING_SET,
    merged: merged && idOf('project', merged.file),
    draft: drafts.find(isOwn),
  };
}

async function filesAt(place: GitFolder, ref: string): Promise<readonly SourceFile[]> {
  return readRevision(place, await resolveCommit(place.repository, ref, 'base'));
}

async function handIn(
  forge: IssueForge,
  issue: WrittenIssue,
  filing: Interviewed,
  { units, office, draft }: State,
  { branch, remote, root, around: { today } }: SweepOptions,
): Promise<IssueOutcome> {
  const { unit, route, values } = filing;
  const name = String(values.项目名称 ?? '');
  const kept = draft && idOf('project', draft.file);
  // The name of the file stays while the unit does: others may have quoted it.
  const id = kept?.startsWith(`${unit}/`)
    ? kept
    : `${unit}/${slugFor(name, suffixOf(issue.number), MAX_ID - unit.length - 1)}`;
  const day = dayOf(issue.createdAt);
  // The forge's clock and the office's may differ.
  const filedOn = day > today ? today : day;
  const stamp = { form: route.form, today: filedOn, ruleVersion: office.ruleVersion };
  const bytes = new TextEncoder().encode(composeFiling(values, stamp));
  const { folder } = await findRepository(root);
  const path = folder === '' ? projectFile(id) : `${folder}/${projectFile(id)}`;
  const unitName = units.get(unit)?.name ?? unit;
  const message = `File ${id}\n\nWritten out of issue ${issue.number}.\n`;
  const isSame = draft?.file === projectFile(id) && Buffer.compare(draft.bytes, bytes) === 0;
  const known = isSame ? await requestAt(forge, issue.number) : undefined;
  const done = { id, form: route.form, clause: clauseTitle(route.clauseId), unit: unitName } as const;
  const mayFile = mayFileFor(unit, issue, { units, office });
  if (known !== undefined) return { kind: '写成了', request: known, mayFile, ...done };
  const made = await makeCommit(remote, branch, [{ file: path, bytes }], { message, author: unitName });
  try {
    if (made.commit === undefined) return { kind: '已经并入', id };
    const { key } = await forge.openOwn({
      folder: made.folder,
      commit: made.commit,
      topic: branchOf(issue.number),
      title: `${route.form}：${name}`,
      body: `由第 ${issue.number} 号申报单写成。要改的，在申报单上改，这里跟着改。\n\nCloses #${issue.number}`,
    });
    return { kind: '写成了', request: key, mayFile, ...done };
  } catch (error) {
    if (error instanceof ForgeError) return { kind: '没有开成', why: error.message };
    throw error;
  } finally {
    await made.remove();
  }
}

function mayFileFor(
  unit: string,
  { author }: WrittenIssue,
  { units, office }: Pick<State, 'units' | 'office'>,
): boolean {
  return (
    (author.id !== undefined && office.reviewers.includes(author.id)) || ownsUnit(units, unit, author.id)
  );
}

/** The open request that was made of an issue. */
async function requestAt(forge: IssueForge, number: number): Promise<string | undefined> {
  return (await forge.listOpen()).find(({ author }) => author.issue === number)?.key;
}

async function requestOf(
  forge: IssueForge,
  number: number,
  { kind }: IssueOutcome,
): Promise<string | undefined> {
  return kind === '读不成' || kind === '有不能公开的内容' ? requestAt(forge, number) : undefined;
}

/** The day in China, wherever the job runs. */
function dayOf(iso: string): string {
  return new Date(Date.parse(iso) + HOURS_EAST * 3_600_000).toISOString().slice(0, 10);
}
