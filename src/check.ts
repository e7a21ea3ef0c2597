import type { Entry } from './form/entry.ts';
import { LOG_LABEL } from './records/log.ts';
import { gatherFacts, type ReadRegistry } from './registry/facts.ts';
import {
  type FileKind,
  hasPlace,
  isKind,
  LEXICON_FILE,
  nameProblem,
  OFFICE_FILE,
  UNITS_FILE,
} from './registry/paths.ts';
import { type ReadEntry, readEntry } from './registry/read-entry.ts';
import { type ReadRecords, readRecords } from './registry/read-records.ts';
import { readReference } from './registry/read-reference.ts';
import { readOffice, readUnits } from './registry/read-settings.ts';
import { sealedFiles, unsealedFiles } from './registry/sealed-files.ts';
import type { SourceFile } from './registry/source-file.ts';
import type { Unit } from './registry/units.ts';
import { RULES } from './rules/index.ts';
import { type AnswerStatus, answerStatus } from './rules/support/answer-status.ts';
import type { Facts } from './rules/support/define-rule.ts';
import { orphanProblem, recordProblems } from './rules/support/record-checks.ts';
import { comparerFor, type SimilarityOptions } from './similarity/compare-registry.ts';
import type { Comparison } from './similarity/comparison.ts';
import { lexiconFindings } from './similarity/lexicon/source.ts';
import { decode } from './text/decode.ts';
import {
  compareFindings,
  type Finding,
  fieldName,
  type Path,
  type Position,
  type Problem,
} from './text/finding.ts';
import { markupAdvice, refuseFiles } from './text/hostile/refuse.ts';
import { settingsTextProblems, textProblems } from './text/text-rules.ts';

/** What a check is told about the world. */
export interface CheckOptions {
  /** The day of the check, YYYY-MM-DD. */
  readonly today: string;
  /** Report only on these files (all are still read, for rules that compare). */
  readonly only?: ReadonlySet<string>;
  readonly similarity?: SimilarityOptions;
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
}

/** A whole registry, read and checked. */
export interface CheckResult extends ReadRegistry {
  readonly findings: readonly Finding[];
  /** Things that the reader has to know about this check. */
  readonly notes: readonly string[];
  /** How many files were judged. */
  readonly checked: number;
  /** What is like the filings that were compared, in the order of their files. */
  readonly similar: readonly Judged[];
}

/** Settings whose bytes are refused are reported as such, not as missing. */
const NO_OFFICE = { office: undefined, findings: [] };
const NO_UNITS = { units: new Map<string, Unit>(), findings: [] };

/** Reads and checks the files of a registry. Pure: no clock, no file system. All findings, sorted by file and line. */
export function check(
  files: readonly SourceFile[],
  { today, only, similarity = {} }: CheckOptions,
): CheckResult {
  const refused = refuseFiles(files);
  const sound = files.filter(({ file }) => !refused.has(file));
  const byName = new Map(sound.map((source) => [source.file, source]));
  const office = refused.has(OFFICE_FILE) ? NO_OFFICE : readOffice(byName.get(OFFICE_FILE));
  const units = refused.has(UNITS_FILE) ? NO_UNITS : readUnits(byName.get(UNITS_FILE));
  const ofKind = (kind: FileKind) => sound.filter(({ file }) => isKind(kind, file));
  const projects = ofKind('project').map(({ file, bytes }) => readEntry(file, bytes));
  const references = ofKind('reference').map(({ file, bytes }) => readReference(file, bytes));
  const records = ofKind('records').map(({ file, bytes }) => readRecords(file, bytes));
  const logs = new Map(records.map((log) => [log.id, log]));
  const read = { today, office: office.office, units: units.units, projects, references, records: logs };
  const plain = gatherFacts(read);
  const comparer = comparerFor({ ...plain, office: office.office, references }, sound, {
    only,
    ...similarity,
  });
  const facts: Facts = { ...plain, sealedFile: sealedFiles(byName), similarTo: comparer.similarTo };
  const judged = (file: string): boolean => only === undefined || only.has(file);

  const findings: Finding[] = [...office.findings, ...units.findings].filter(({ file }) => judged(file));
  let checked = 0;
  for (const project of projects) {
    const log = logs.get(project.entry.id);
    if (!judged(project.entry.file) && !(log && judged(log.file))) continue;
    if (judged(project.entry.file)) checked++;
    findings.push(...judgeProject(project, log, facts).filter(({ file }) => judged(file)));
  }
  for (const log of records) {
    if (!judged(log.file)) continue;
    checked++;
    const lone = facts.entries.has(log.id) ? [] : [orphanProblem(log)];
    findings.push(...placeAll(log.file, log.parsed, [...log.problems, ...lone]));
  }
  for (const reference of references) {
    if (!judged(reference.file)) continue;
    checked++;
    findings.push(...placeAll(reference.file, reference.parsed, reference.problems));
  }
  for (const [file, problems] of refused) {
    if (!judged(file)) continue;
    checked++;
    findings.push(...placeAtOnce(file, problems));
  }
  const ofLexicon = judged(LEXICON_FILE) ? lexiconFindings(byName.get(LEXICON_FILE)) : [];
  findings.push(...(ofLexicon.length > 0 ? ofLexicon : comparer.faults()));
  const loose = [
    ...ofKind('settings').flatMap(judgeWords),
    ...sound.flatMap(judgeName),
    ...strayFiles(sound),
    ...unsealedFiles(
      sound,
      projects.map(({ entry }) => entry),
    ),
  ];
  findings.push(...loose.filter(({ file }) => judged(file)));
  return {
    ...read,
    notes: comparer.notes(),
    findings: findings.sort(compareFindings),
    checked,
    similar: projects.flatMap(({ entry }) => (judged(entry.file) ? judgedSimilar(entry, facts) : [])),
  };
}

/** Judges a filing and, with it, its records: what is wrong with those is reported in their own file. */
function judgeProject(
  { entry, parsed, problems }: ReadEntry,
  log: ReadRecords | undefined,
  facts: Facts,
): Finding[] {
  const judged = RULES.flatMap((rule) => rule.run(entry, facts));
  const ofLog = judged.filter(({ path }) => path[0] === LOG_LABEL);
  const ofFiling = judged.filter(({ path }) => path[0] !== LOG_LABEL);
  const ofText = [...textProblems(parsed.text), ...markupAdvice(parsed.text)];
  const recorded = log ? [...ofLog, ...recordProblems(entry, log, facts)] : [];
  return [
    ...placeAll(entry.file, parsed, [...problems, ...ofFiling, ...ofText]),
    ...(log ? placeAll(log.file, log.parsed, recorded) : []),
  ];
}

/** A name that is to be put right; the file is judged all the same. */
function judgeName({ file }: SourceFile): Finding[] {
  const problem = nameProblem(file);
  return problem ? placeAtOnce(file, [problem]) : [];
}

/** What must not stand in a public file, in the office's own files as in everybody's. */
function judgeWords({ file, bytes }: SourceFile): Finding[] {
  return placeAtOnce(file, settingsTextProblems(decode(bytes, bytes.length).text));
}

/** Findings about a file that is not read: every problem knows its place. */
function placeAtOnce(file: string, problems: readonly Problem[]): Finding[] {
  return problems.map(({ rule, severity, message, fix, article, at = { line: 1, column: 1 } }) => {
    return { rule, severity, file, ...at, field: '', message, article, fix };
  });
}

/** A file that was read and can say where a path stands in it. */
interface Located {
  readonly locate: (path: Path) => Position;
}

/** Gives every problem its place in the file; the place is looked up only for what has to be reported. */
function placeAll(file: string, parsed: Located, problems: readonly Problem[]): Finding[] {
  return problems.map(({ rule, severity, path, message, fix, article, at }) => {
    const { line, column } = at ?? parsed.locate(path);
    return { rule, severity, file, line, column, field: fieldName(path), message, article, fix };
  });
}

/** Files that nobody will read, because they do not lie where the registry looks. */
function strayFiles(files: readonly SourceFile[]): Finding[] {
  return files
    .filter(({ file }) => !hasPlace(file))
    .map(({ file }) => ({
      rule: 'file-place',
      severity: 'error',
      file,
      line: 1,
      column: 1,
      field: '',
      message: `文件位置：登记库里没有放「${file}」这种文件的地方，放在这里没有人读得到。`,
      article: '文件格式',
      fix: '项目文件放在 projects/单位代码/项目.md，参考项目放在 references/项目.md，其他材料送办公室。',
    }));
}

/** What there is to report on a filing; nothing when it was not compared. */
function judgedSimilar(entry: Entry, facts: Facts): Judged[] {
  const comparison = facts.similarTo(entry);
  if (!comparison) return [];
  const answers = new Map(comparison.similar.map((other) => [other.id, answerStatus(entry, other, facts)]));
  return [{ file: entry.file, entry, standing: facts.lifeOf(entry).label, comparison, answers }];
}
