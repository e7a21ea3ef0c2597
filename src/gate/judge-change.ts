import { type CheckResult, check } from '../check.ts';
import type { Entry } from '../form/entry.ts';
import type { AsReceived } from '../registry/facts.ts';
import { LEXICON_FILE } from '../registry/paths.ts';
import { type ReadEntry, readEntry } from '../registry/read-entry.ts';
import type { SourceFile } from '../registry/source-file.ts';
import type { OpenFiling } from '../similarity/compare.ts';
import { readLexiconSource } from '../similarity/lexicon/source.ts';
import { compareFindings, compareText, type Finding } from '../text/finding.ts';
import { refuseFiles } from '../text/hostile/refuse.ts';
import { judgeAppended, judgeRecords } from './append-only.ts';
import { judgeKeyTerms } from './key-terms.ts';
import {
  changeNotes,
  entitledFilings,
  judgeOutside,
  judgeOwnership,
  ownsUnit,
  type Rights,
} from './ownership.ts';
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
  /** Those of them that look like files of a registry, which nobody reads there. */
  readonly misplaced?: readonly string[];
  /** The registry folder in the repository, for the words; `registry` unless told. */
  readonly folder?: string;
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

/** Judges a change: what it touches in full, by the base's own authority; older debt apart. Pure. */
export function judgeChange(change: Change): ChangeResult {
  const { base, head, tip, actor, today } = change;
  const touched = touchedFiles(base, head);
  const names = new Set(touched.map(({ file }) => file));
  const unjudged = { today, only: NONE, similarity: { compare: '不查' } } as const;
  const now = check(tip, unjudged);
  const isOffice = actor !== undefined && (now.office?.reviewers.includes(actor) ?? false);
  // What the author may alter; whatever else the change alters speaks for nobody.
  const rights = { ...now, actor, isOffice };
  const { open, left } = entitledFilings(change.open ?? [], now);
  // Only what the change touches is compared, by the base's lexicon and threshold: a change cannot blunt the tool.
  const by = { files: tip, office: now.office };
  const similarity = { compare: names, open, by, asRegistered: othersIn(touched, rights) };
  // The registry as it would be after the merge: what the base gained meanwhile is there, too.
  const merged = tip === base ? head : overlay(tip, touched);
  const settled = isOffice ? {} : { settled: now };
  const after = check(merged, { today, similarity, asReceived: receivedIn(now), ...settled });
  // What stands in files that the change does not touch may have stood there before.
  const only = new Set(after.findings.map(({ file }) => file).filter((file) => !names.has(file)));
  const standing = new Set(check(tip, { ...unjudged, only }).findings.map(identity));
  const own = after.findings.filter((one) => names.has(one.file) || !standing.has(identity(one)));
  const pairs = modified(touched, after);
  const findings = [
    ...own,
    ...judgeOwnership(rights, touched),
    ...judgeOutside(rights, change),
    ...judgeRemovals(touched, isOffice),
    ...judgeRecords(touched, isOffice),
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
    notes: changeNotes(change, touched, left),
    similar: after.similar,
    touched,
    now,
    after,
  };
}

/** The base branch with the files that the change touches as it leaves them. */
function overlay(tip: readonly SourceFile[], touched: readonly Touched[]): readonly SourceFile[] {
  const names = new Set(touched.map(({ file }) => file));
  const kept = tip.filter(({ file }) => !names.has(file));
  const all = [...kept, ...touched.flatMap(({ after }) => after ?? [])];
  return all.sort((a, b) => compareText(a.file, b.file));
}

/** Filings that the change alters and its author may not alter, as the base has them. */
function othersIn(
  touched: readonly Touched[],
  { isOffice, actor, units, projects }: Rights & Pick<CheckResult, 'projects'>,
): ReadonlyMap<string, Entry> {
  const names = new Set(touched.map(({ file }) => file));
  const theirs = projects
    .map(({ entry }) => entry)
    .filter(({ file, unit }) => names.has(file) && !isOffice && !ownsUnit(units, unit, actor));
  return new Map(theirs.map((entry) => [entry.id, entry]));
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

function modified(touched: readonly Touched[], { projects }: CheckResult): readonly Pair[] {
  const nows = new Map(projects.map((project) => [project.entry.file, project]));
  const refused = refuseFiles(touched.flatMap(({ before }) => before ?? []));
  return touched.flatMap(({ file, before }) => {
    const now = nows.get(file);
    return now && before && !refused.has(file) ? [{ old: readEntry(file, before.bytes), now }] : [];
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
