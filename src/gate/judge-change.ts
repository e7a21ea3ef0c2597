import { type Judged, judgedSimilar } from '../check.ts';
import type { Entry } from '../form/entry.ts';
import { READ } from '../judging/read-files.ts';
import { filesOf, judgeSubject, type Listed, listed, type Reading, subjectOf } from '../judging/subject.ts';
import type { AsReceived, ReadRegistry } from '../registry/facts.ts';
import { LEXICON_FILE } from '../registry/paths.ts';
import type { ReadEntry } from '../registry/read-entry.ts';
import type { SourceFile } from '../registry/source-file.ts';
import type { OpenFiling } from '../similarity/compare.ts';
import type { RegistryComparison } from '../similarity/compare-registry.ts';
import { readLexiconSource } from '../similarity/lexicon/source.ts';
import { compareFindings, type Finding } from '../text/finding.ts';
import { refuseFiles } from '../text/hostile/refuse.ts';
import { type After, afterOf } from './after.ts';
import { judgeAppended, judgeRecords } from './append-only.ts';
import { authorityNotes, judgeOfficeKept } from './authority-notes.ts';
import { judgeClashes, type Meanwhile } from './clashes.ts';
import { compareTouched, NOTHING_COMPARED } from './compare-touched.ts';
import { judgeMany } from './few-at-once.ts';
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
import { judgeSealed } from './sealed-named.ts';
import { type FieldChange, semanticDiff } from './semantic-diff.ts';
import { type Tip, tipOf } from './tip.ts';
import { type Touched, touchedFiles } from './touched.ts';

/** What a change is, whoever reads it, and who made it. */
export interface ChangeOf {
  /** Paths outside the registry folder that differ. */
  readonly outside: readonly string[];
  /** Those of them that look like files of a registry, which nobody reads there. */
  readonly misplaced?: readonly string[];
  readonly meanwhile?: Meanwhile;
  /** The registry folder in the repository, for the words; `registry` unless told. */
  readonly folder?: string;
  /** Numeric account id of the author; undefined: whose the files are is not judged. */
  readonly actor: string | undefined;
  readonly today: string;
  /** Filings of others that are not merged yet. */
  readonly open?: readonly OpenFiling[];
}

/** Two states of a registry, and who made the second of the first. */
export interface Change extends ChangeOf {
  /** Where the author started from: what differs between it and `head` is the author's doing. */
  readonly base: readonly SourceFile[];
  readonly head: readonly SourceFile[];
  /** The base branch as it stands now: who may do what, and what has been approved, are read from here alone. */
  readonly tip: readonly SourceFile[];
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
  readonly similar: readonly Judged[];
  /** The files that differ. */
  readonly touched: readonly Touched[];
  /** Those whose lines are not the author's, as the base has altered them, too. */
  readonly mixed: readonly string[];
  /** The base branch as it stands. */
  readonly now: Pick<ReadRegistry, 'office' | 'units' | 'lifeOf'>;
  /** The touched filings as the change would leave them, and where they would stand. */
  readonly after: Pick<ReadRegistry, 'projects' | 'lifeOf'> & Pick<Reading, 'source'>;
}

/** Judges a change between two states of a registry. Pure. */
export function judgeChange(change: Change): ChangeResult {
  const { base, head, tip, today } = change;
  return judgeOnTip(tipOf(tip, today), touchedFiles(base, head), change);
}

/**
 * Judges a change: what it touches in full, by the base's own authority, and what it neither touches nor causes apart.
 * Files that it does not touch keep the judgement that they have on the base branch, unless something that this judgement
 * asked of other files is answered otherwise now. Pure.
 */
export function judgeOnTip(tip: Tip, touched: readonly Touched[], change: ChangeOf): ChangeResult {
  const { actor } = change;
  const names = new Set(touched.map(({ file }) => file));
  const now = { ...tip.reading, lifeOf: tip.reading.facts.lifeOf };
  const isOffice = actor !== undefined && (now.office?.reviewers.includes(actor) ?? false);
  // What the author may alter; whatever else the change alters speaks for nobody.
  const rights = { ...now, actor, isOffice };
  const { open, left } = entitledFilings(change.open ?? [], now);
  let compared: RegistryComparison | undefined;
  const after = afterOf(tip, touched, {
    asReceived: receivedIn(tip),
    settled: isOffice ? undefined : tip.reading.facts,
    similarTo: (entry) => compared?.similar.get(entry),
  });
  const many = judgeMany(touched, actor, isOffice);
  const more = { open, asRegistered: othersIn(touched, rights, tip) };
  compared = many.length > 0 ? NOTHING_COMPARED : compareTouched(tip, after.reading, touched, more);
  const judged = judgeAgain(tip, after, touched, compared);
  // What stands in files that the change does not touch may have stood there before.
  const own = judged.flatMap(([subject, { findings }]) => {
    const standing = new Set(tip.standing(subject).findings.map(identity));
    return findings.filter((one) => names.has(one.file) || !standing.has(identity(one)));
  });
  const others = allOf(tip, judged);
  const isOwn = new Set(own);
  const projects = touched.flatMap(({ file }) => after.reading.project(file) ?? []);
  const pairs = modified(touched, projects);
  const findings = [
    ...own.sort(compareFindings),
    ...judgeOwnership(rights, touched),
    ...judgeOutside(rights, change),
    ...many,
    ...judgeClashes(change.meanwhile?.clashing ?? [], touched, tip.reading.source),
    ...judgeOfficeKept(now, after.reading),
    ...judgeSealed(touched, after.reading, () => tip.names()),
    ...judgeRemovals(touched, isOffice),
    ...judgeRecords(touched, isOffice),
    ...judgeLexicon(touched),
    ...pairs.flatMap((pair) => judgePair(pair, now)),
  ];
  return {
    checked: touched.filter((one) => one.after).length,
    findings: findings.sort(compareFindings),
    debt: [...others.findings.filter((one) => !isOwn.has(one)), ...others.debt].sort(compareFindings),
    changes: pairs.map((pair) => ({
      file: pair.now.entry.file,
      fields: semanticDiff(pair.old.entry.filing, pair.now.entry.filing),
    })),
    notes: [
      ...changeNotes(change, touched, left),
      ...authorityNotes(now, after.reading),
      ...notJudged(tip, judged),
    ],
    similar: projects.flatMap(({ entry }) => judgedSimilar(entry, after.reading.facts)),
    touched,
    mixed: change.meanwhile?.mixed ?? [],
    now,
    after: { projects, lifeOf: after.reading.facts.lifeOf, source: after.reading.source },
  };
}

/** The subjects that the change touches or that it may have altered the judgement of, judged as it would leave them. */
function judgeAgain(
  tip: Tip,
  { reading, changed }: After,
  touched: readonly Touched[],
  { faults }: RegistryComparison,
): readonly (readonly [subject: string, found: Listed])[] {
  const own = touched.map(({ file }) => subjectOf(file));
  const affected = changed ? tip.askers(changed) : tip.subjects();
  const lexicon = faults.length > 0 ? [LEXICON_FILE] : [];
  const subjects = [...new Set([...own, ...affected, ...lexicon])];
  tip.expect(subjects.flatMap(filesOf));
  return subjects.map((subject) => {
    const found = judgeSubject(subject, reading);
    const isLexicon = subject === LEXICON_FILE && reading.ofSettings(LEXICON_FILE).length === 0;
    return [subject, listed(isLexicon ? [...found, ...faults] : found)];
  });
}

/** What a reader of the debt has to know: of a large registry only what the change concerns is judged. */
function notJudged(tip: Tip, judged: readonly (readonly [string, Listed])[]): readonly string[] {
  if (tip.judgesAll) return [];
  const again = new Set(judged.map(([subject]) => subject));
  const left = [...tip.subjects()].filter((subject) => !again.has(subject)).length;
  return left === 0
    ? []
    : [`另有 ${left} 份文件没有改动，也不受这次改动影响，没有再判断；它们原有的问题不列在这里。`];
}

/** What is found after the change, in the whole registry or in what was judged of it. */
function allOf(tip: Tip, judged: readonly (readonly [string, Listed])[]): Listed {
  const again = new Map(judged);
  const kept = [...tip.standings()].filter(([subject]) => !again.has(subject)).map(([, found]) => found);
  const all = [...kept, ...again.values()];
  return { findings: all.flatMap((one) => one.findings), debt: all.flatMap((one) => one.debt) };
}

/** Filings that the change alters and its author may not alter, as the base has them. */
function othersIn(
  touched: readonly Touched[],
  { isOffice, actor, units }: Rights,
  tip: Tip,
): ReadonlyMap<string, Entry> {
  if (isOffice) return new Map();
  const before = touched.flatMap(({ file }) => tip.reading.project(file)?.entry ?? []);
  const theirs = before.filter(({ unit }) => !ownsUnit(units, unit, actor));
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

function modified(touched: readonly Touched[], projects: readonly ReadEntry[]): readonly Pair[] {
  const nows = new Map(projects.map((project) => [project.entry.file, project]));
  const refused = refuseFiles(touched.flatMap(({ before }) => before ?? []));
  return touched.flatMap(({ file, before }) => {
    const now = nows.get(file);
    return now && before && !refused.has(file) ? [{ old: READ.project(file, before.bytes), now }] : [];
  });
}

/** The base's filings that the office has received, for logs that do not say what that was. */
function receivedIn({ reading }: Tip): AsReceived {
  return {
    get: (id) => {
      const entry = reading.facts.entries.get(id);
      return entry && reading.facts.lifeOf(entry).facts.has('received') ? entry : undefined;
    },
  };
}

function judgePair({ old, now }: Pair, tip: ChangeResult['now']): Finding[] {
  const { facts, received } = tip.lifeOf(old.entry);
  const appended = judgeAppended(old, now);
  if (facts.has('argued')) return [...appended, ...judgeKeyTerms(old, now, tip.office?.settings.reargue)];
  // Where the records say what was received, a rule compares with that.
  return facts.has('received') && !received ? [...appended, ...judgeReceived(old, now)] : appended;
}
