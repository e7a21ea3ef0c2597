import { comparerFor, type Judged, judgedSimilar, type SimilarityOptions } from './compare-registry.ts';
import type { Entry } from './domain/entry.ts';
import {
  compareFindings,
  type Finding,
  fieldName,
  type Path,
  type Position,
  type Problem,
} from './domain/finding.ts';
import { deriveState, type Lifecycle } from './domain/lifecycle.ts';
import type { Office } from './domain/office.ts';
import { LOG_LABEL } from './domain/records.ts';
import type { Unit } from './domain/units.ts';
import { LEXICON_FILE, lexiconFindings } from './lexicon-source.ts';
import { type HostileFile, markupAdvice, refuseFiles } from './parse/hostile.ts';
import { type ReadEntry, readEntry } from './read-entry.ts';
import { type ReadRecords, readRecords } from './read-records.ts';
import { type ReadReference, readReference } from './read-reference.ts';
import { readOffice, readUnits } from './read-settings.ts';
import type { Facts } from './rules/define-rule.ts';
import { RULES } from './rules/index.ts';
import { projectKey } from './rules/project-key.ts';
import { orphanProblem, recordProblems } from './rules/record-checks.ts';
import { textProblems } from './rules/text-rules.ts';
import { sealedFiles, unsealedFiles } from './sealed-files.ts';

/** A file of a registry: its path below the registry folder, with `/`, its bytes, and how Git or the disk keeps it. */
export interface SourceFile extends HostileFile {
  /** Git's id of the bytes, where they were read from Git. */
  readonly blob?: string;
}

/** What a check is told about the world. */
export interface CheckOptions {
  /** The day of the check, YYYY-MM-DD. */
  readonly today: string;
  /** Report only on these files (all are still read, for rules that compare). */
  readonly only?: ReadonlySet<string>;
  readonly similarity?: SimilarityOptions;
}

/** A whole registry, read and checked. */
export interface CheckResult {
  /** The day of the check. */
  readonly today: string;
  readonly office: Office | undefined;
  readonly units: ReadonlyMap<string, Unit>;
  readonly projects: readonly ReadEntry[];
  readonly references: readonly ReadReference[];
  /** The office's 办理记录, by the id of the project. */
  readonly records: ReadonlyMap<string, ReadRecords>;
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
const PROJECT = /^projects\/[^/]+\/[^/]+\.md$/;
const REFERENCE = /^references\/[^/]+\.md$/;
const RECORDS = /^records\/[^/]+\/[^/]+\.yaml$/;

/** Reads and checks the files of a registry. Pure: no clock, no file system. All findings, sorted by file and line. */
export function check(
  files: readonly SourceFile[],
  { today, only, similarity = {} }: CheckOptions,
): CheckResult {
  const refused = refuseFiles(files);
  const sound = files.filter(({ file }) => !refused.has(file));
  const byName = new Map(sound.map((source) => [source.file, source]));
  const office = refused.has('office.yaml') ? NO_OFFICE : readOffice(byName.get('office.yaml'));
  const units = refused.has('units.yaml') ? NO_UNITS : readUnits(byName.get('units.yaml'));
  const projects = sound
    .filter(({ file }) => PROJECT.test(file))
    .map(({ file, bytes }) => readEntry(file, bytes));
  const references = sound
    .filter(({ file }) => REFERENCE.test(file))
    .map(({ file, bytes }) => readReference(file, bytes));
  const records = sound
    .filter(({ file }) => RECORDS.test(file))
    .map(({ file, bytes }) => readRecords(file, bytes));
  const logs = new Map(records.map((log) => [log.id, log]));
  const gathered = { today, office: office.office, units: units.units, projects, references, logs };
  const plain = gatherFacts(gathered);
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
    ...strayFiles(sound),
    ...unsealedFiles(
      sound,
      projects.map(({ entry }) => entry),
    ),
  ];
  findings.push(...loose.filter(({ file }) => judged(file)));
  return {
    today,
    office: office.office,
    units: units.units,
    projects,
    references,
    records: logs,
    notes: comparer.notes(),
    findings: findings.sort(compareFindings),
    checked,
    similar: projects.flatMap(({ entry }) => (judged(entry.file) ? judgedSimilar(entry, facts) : [])),
  };
}

interface Gathered extends Pick<CheckResult, 'office' | 'units' | 'projects' | 'references'> {
  readonly today: string;
  readonly logs: ReadonlyMap<string, ReadRecords>;
}

function gatherFacts({
  today,
  office,
  units,
  projects,
  references,
  logs,
}: Gathered): Omit<Facts, 'sealedFile' | 'similarTo'> {
  const entries = new Map(projects.map(({ entry }) => [entry.id, entry]));
  return {
    today,
    units,
    settings: office?.settings ?? {},
    entries,
    references: new Set(references.map(({ id }) => id)),
    byProject: groupByProject(entries.values()),
    records: logs,
    numbers: numbersGiven(logs.values()),
    lifeOf: rememberLives(logs, today),
  };
}

function numbersGiven(logs: Iterable<ReadRecords>): ReadonlyMap<string, string> {
  const given = new Map<string, string>();
  for (const { id, events } of logs) {
    for (const { number } of events) if (number !== undefined && !given.has(number)) given.set(number, id);
  }
  return given;
}

/** Several rules ask where an entry stands; it is worked out once. */
function rememberLives(logs: ReadonlyMap<string, ReadRecords>, today: string): (entry: Entry) => Lifecycle {
  const lives = new Map<Entry, Lifecycle>();
  return (entry) => {
    const known = lives.get(entry);
    if (known) return known;
    const { route, filing, id } = entry;
    const life = deriveState({ route, filing, records: logs.get(id)?.events ?? [], today });
    lives.set(entry, life);
    return life;
  };
}

function groupByProject(entries: Iterable<Entry>): ReadonlyMap<string, readonly Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = projectKey(entry);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  return groups;
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

const KNOWN =
  /^(?:office\.yaml|units\.yaml|lexicon\.yaml|README\.md|projects\/[^/]+\/[^/]+\.md|projects\/[^/]+\/[^/]+\/[^/]+\.age|references\/[^/]+\.md|records\/[^/]+\/[^/]+\.yaml|(?:.*\/)?\.gitkeep)$/;

/** Files that nobody will read, because they do not lie where the registry looks. */
function strayFiles(files: readonly SourceFile[]): Finding[] {
  return files
    .filter(({ file }) => !KNOWN.test(file))
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
