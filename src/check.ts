import type { Entry } from './form/entry.ts';
import { readFiles, readingOf } from './judging/read-files.ts';
import { judgeSubject, listed, subjectOf } from './judging/subject.ts';
import { type AsReceived, gatherFacts, type ReadRegistry, type RegistryFacts } from './registry/facts.ts';
import { LEXICON_FILE, OFFICE_FILE, UNITS_FILE } from './registry/paths.ts';
import { sealedFiles } from './registry/sealed-files.ts';
import type { SourceFile } from './registry/source-file.ts';
import { type AnswerStatus, answerStatuses } from './rules/support/answer-status.ts';
import type { Facts, IsEarlier } from './rules/support/define-rule.ts';
import { type Precedent, precedentsOf } from './rules/support/office-verdicts.ts';
import { compareRegistry, type SimilarityOptions } from './similarity/compare-registry.ts';
import type { Comparison } from './similarity/comparison.ts';
import type { Finding } from './text/finding.ts';

/** What a check is told about the world. */
export interface CheckOptions {
  /** The day of the check, YYYY-MM-DD. */
  readonly today: string;
  /** Report only on these files (all are still read, for rules that compare). */
  readonly only?: ReadonlySet<string>;
  readonly similarity?: SimilarityOptions;
  /** Filings as the office received them, where a change may have altered them since. */
  readonly asReceived?: AsReceived;
  /** The registry as the base has it, where a change is judged by somebody who does not speak for the office. */
  readonly settled?: Pick<RegistryFacts, 'records' | 'lifeOf'>;
  /** Which of two filings came first, where the registry has a history. */
  readonly isEarlier?: IsEarlier;
}

/** What was found for one compared filing. */
export interface Judged {
  readonly file: string;
  readonly entry: Entry;
  /** Whose turn it is, in words. */
  readonly standing: string;
  readonly comparison: Comparison;
  /** How each similar project is dealt with, by its id. */
  readonly answers: ReadonlyMap<string, AnswerStatus>;
  /** What the office decided before on each similar project and others, by its id. */
  readonly precedents: ReadonlyMap<string, readonly Precedent[]>;
}

/** What a check says of a registry. */
export interface Judgement {
  readonly findings: readonly Finding[];
  /** What a later rule, or a field asked for later, finds in what was filed before: it never blocks. */
  readonly debt: readonly Finding[];
  /** Things that the reader has to know about this check. */
  readonly notes: readonly string[];
  /** How many files were judged. */
  readonly checked: number;
}

/** A whole registry, read and checked. */
export interface CheckResult extends ReadRegistry, Judgement {
  /** What is like the filings that were compared, in the order of their files. */
  readonly similar: readonly Judged[];
}

/** Reads and checks the files of a registry. Pure: no clock, no file system. All findings, sorted by file and line. */
export function check(
  files: readonly SourceFile[],
  { today, only, similarity = {}, asReceived, settled: bySettled, isEarlier }: CheckOptions,
): CheckResult {
  const read = readFiles(files, today, asReceived);
  const plain = gatherFacts(read);
  const around = { ...plain, ...bySettled, office: read.office, references: read.references };
  const compared = compareRegistry(around, read.sound, { only, ...similarity });
  const sound = new Map(read.sound.map((source) => [source.file, source]));
  const facts: Facts = {
    ...plain,
    sealedFile: sealedFiles(sound),
    similarTo: (entry) => compared.similar.get(entry),
    ...(bySettled ? { settled: bySettled } : {}),
    ...(isEarlier ? { isEarlier } : {}),
  };
  const isJudged = (file: string): boolean => only === undefined || only.has(file);
  const reading = readingOf(read, () => facts);
  const subjects = new Set([...ALWAYS, ...files.map(({ file }) => file)].filter(isJudged).map(subjectOf));
  const findings = [...subjects].flatMap((one) => judgeSubject(one, reading));
  if (read.ofSettings.get(LEXICON_FILE)?.length === 0) findings.push(...compared.faults);
  const judged = listed(findings.filter(({ file }) => isJudged(file)));
  const entries = read.projects.map(({ entry }) => entry);
  const all = [...entries, ...read.records.values(), ...read.references].map(({ file }) => file);
  return {
    ...read,
    notes: compared.notes,
    ...judged,
    checked: [...all, ...read.refused.keys()].filter(isJudged).length,
    similar: entries.flatMap((entry) => (isJudged(entry.file) ? judgedSimilar(entry, facts) : [])),
  };
}

/** What is missed where it is not there. */
const ALWAYS = [OFFICE_FILE, UNITS_FILE];

/** What there is to report on a filing; nothing when it was not compared. */
export function judgedSimilar(entry: Entry, facts: Facts): Judged[] {
  const comparison = facts.similarTo(entry);
  if (!comparison) return [];
  const answers = answerStatuses(entry, comparison, facts);
  const around = comparison.similar.map(({ id }) => id);
  const precedents = new Map(around.map((id) => [id, precedentsOf(entry, id, around, facts)]));
  return [{ file: entry.file, entry, standing: facts.lifeOf(entry).label, comparison, answers, precedents }];
}
