import { type CheckResult, check } from '../check.ts';
import type { AsReceived } from '../registry/facts.ts';
import { LEXICON_FILE } from '../registry/paths.ts';
import type { ReadEntry } from '../registry/read-entry.ts';
import type { SourceFile } from '../registry/source-file.ts';
import type { OpenFiling } from '../similarity/compare.ts';
import { readLexiconSource } from '../similarity/lexicon/source.ts';
import { compareFindings, type Finding } from '../text/finding.ts';
import { judgeAppended, judgeRecords } from './append-only.ts';
import { judgeKeyTerms } from './key-terms.ts';
import { judgeOwnership } from './ownership.ts';
import { judgeReceived } from './received-terms.ts';
import { judgeRemovals } from './removals.ts';
import { type FieldChange, semanticDiff } from './semantic-diff.ts';
import { type Touched, touchedFiles } from './touched.ts';

/** Two states of a registry, and who made the second of the first. */
export interface Change {
  /** Where the author started from: what differs between it and `head` is the author's doing. */
  readonly base: readonly SourceFile[];
  readonly head: readonly SourceFile[];
  /** The base branch as it stands now: who may do what, and what has been approved, are read from here alone. */
  readonly tip: readonly SourceFile[];
  /** Paths outside the registry folder that differ. */
  readonly outside: readonly string[];
  /** Numeric account id of the author; undefined: whose the files are is not judged. */
  readonly actor: string | undefined;
  readonly today: string;
  /** Filings of others that are not merged yet. */
  readonly open?: readonly OpenFiling[];
}

/** What a change comes to. */
export interface ChangeResult {
  readonly checked: number;
  /** What the change is judged by. */
  readonly findings: readonly Finding[];
  /** What it neither touches nor causes, and what later rules ask of older filings, touched or not: it never blocks. */
  readonly debt: readonly Finding[];
  /** Filings that differ, field by field in words. */
  readonly changes: readonly { readonly file: string; readonly fields: readonly FieldChange[] }[];
  /** Things that the reader has to know about this judgement. */
  readonly notes: readonly string[];
  readonly similar: CheckResult['similar'];
  /** The files that differ. */
  readonly touched: readonly Touched[];
  /** The base branch as it stands, and the registry as the change would leave it. */
  readonly now: Omit<CheckResult, 'findings' | 'debt' | 'checked' | 'similar'>;
  readonly after: CheckResult;
}

const NONE: ReadonlySet<string> = new Set();
const NO_ACTOR = '没有给出提交人的账号（--actor），没有核对这些文件是不是他可以改的。';

/** Judges a change: what it touches in full, by the base's own authority; older debt apart. Pure. */
export function judgeChange({ base, head, tip, outside, actor, today, open = [] }: Change): ChangeResult {
  const touched = touchedFiles(base, head);
  const names = new Set(touched.map(({ file }) => file));
  // Only what the change touches is compared, by the base's lexicon and threshold: a change cannot blunt the tool.
  const unjudged = { today, only: NONE, similarity: { compare: '不查' } } as const;
  const now = check(tip, unjudged);
  const by = { files: tip, office: now.office };
  const asReceived = receivedIn(now);
  const after = check(head, { today, similarity: { compare: names, open, by }, asReceived });
  const mayRemove = actor === undefined || (now.office?.reviewers.includes(actor) ?? false);
  // What stands in files that the change does not touch may have stood there before.
  const only = new Set(after.findings.map(({ file }) => file).filter((file) => !names.has(file)));
  const before = check(base, { ...unjudged, only });
  const standing = new Set(before.findings.map(identity));
  const own = after.findings.filter((one) => names.has(one.file) || !standing.has(identity(one)));
  const pairs = modified(touched, before, after);
  const findings = [
    ...own,
    ...(actor === undefined ? [] : judgeOwnership(actor, touched, outside, now)),
    ...judgeRemovals(touched, mayRemove),
    ...judgeRecords(touched, mayRemove),
    ...judgeLexicon(touched),
    ...pairs.flatMap((pair) => judgePair(pair, now)),
  ];
  return {
    checked: touched.filter((one) => one.after).length,
    findings: findings.sort(compareFindings),
    debt: [...after.findings.filter((one) => !own.includes(one)), ...after.debt].sort(compareFindings),
    changes: pairs.map((pair) => ({
      file: pair.now.entry.file,
      fields: semanticDiff(pair.old.entry.filing, pair.now.entry.filing),
    })),
    notes: actor === undefined ? [NO_ACTOR] : [],
    similar: after.similar,
    touched,
    now,
    after,
  };
}

/** A lexicon that is there is judged with the other files; one taken away leaves nobody to be compared by. */
function judgeLexicon(touched: readonly Touched[]): readonly Finding[] {
  const gone = touched.some(({ file, after }) => file === LEXICON_FILE && !after);
  const read = gone ? readLexiconSource(undefined) : undefined;
  return read && 'findings' in read ? read.findings : [];
}

/** A finding without its place: text above it may have moved. */
function identity({ rule, file, field, message }: Finding): string {
  return [rule, file, field, message].join('\0');
}

interface Pair {
  readonly old: ReadEntry;
  readonly now: ReadEntry;
}

function modified(touched: readonly Touched[], before: CheckResult, after: CheckResult): readonly Pair[] {
  const byFile = ({ projects }: CheckResult) =>
    new Map(projects.map((project) => [project.entry.file, project]));
  const [olds, nows] = [byFile(before), byFile(after)];
  return touched.flatMap(({ file }) => {
    const [old, now] = [olds.get(file), nows.get(file)];
    return old && now ? [{ old, now }] : [];
  });
}

/** The base's filings that the office has received, for logs that do not say what that was. */
function receivedIn({ projects, lifeOf }: CheckResult): AsReceived {
  const entries = projects.map(({ entry }) => entry);
  return new Map(
    entries.filter((entry) => lifeOf(entry).facts.has('received')).map((entry) => [entry.id, entry]),
  );
}

function judgePair({ old, now }: Pair, tip: CheckResult): Finding[] {
  const { facts, received } = tip.lifeOf(old.entry);
  const appended = judgeAppended(old, now);
  if (facts.has('argued')) return [...appended, ...judgeKeyTerms(old, now, tip.office?.settings.reargue)];
  // Where the records say what was received, a rule compares with that.
  return facts.has('received') && !received ? [...appended, ...judgeReceived(old, now)] : appended;
}
