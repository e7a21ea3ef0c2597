import type { Entry } from './form/entry.ts';
import { type AsReceived, gatherFacts, type ReadRegistry, rememberLives } from './registry/facts.ts';
import {
  type FileKind,
  hasPlace,
  isKind,
  LEXICON_FILE,
  NUMBERS_FILE,
  nameProblem,
  OFFICE_FILE,
  UNITS_FILE,
} from './registry/paths.ts';
import { readEntry } from './registry/read-entry.ts';
import { readNumbers } from './registry/read-numbers.ts';
import { readRecords } from './registry/read-records.ts';
import { readReference } from './registry/read-reference.ts';
import { readOffice, readUnits } from './registry/read-settings.ts';
import { sealedFiles } from './registry/sealed-files.ts';
import type { SourceFile } from './registry/source-file.ts';
import type { Unit } from './registry/units.ts';
import { problem } from './rules/catalogue.ts';
import { dayOf, judgeFiling } from './rules/judge-filing.ts';
import { type AnswerStatus, answerStatus } from './rules/support/answer-status.ts';
import type { Facts, IsEarlier } from './rules/support/define-rule.ts';
import { demoMarks } from './rules/support/demo-marks.ts';
import { openToAnyone } from './rules/support/open-to-anyone.ts';
import { orphanProblem } from './rules/support/record-checks.ts';
import { unsealedFiles } from './rules/support/unsealed-files.ts';
import { compareRegistry, type SimilarityOptions } from './similarity/compare-registry.ts';
import type { Comparison } from './similarity/comparison.ts';
import { lexiconFindings } from './similarity/lexicon/source.ts';
import { decode, MAX_BYTES } from './text/decode.ts';
import { type Finding, findingOf, listFindings, type Problem } from './text/finding.ts';
import { readFast } from './text/head.ts';
import { refuseFiles } from './text/hostile/refuse.ts';
import { oncePerFile } from './text/once-per-file.ts';
import { pathTextProblems, settingsTextProblems, valueProblems } from './text/text-rules.ts';

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
  readonly settled?: Pick<ReadRegistry, 'records' | 'lifeOf'>;
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
}

/** A whole registry, read and checked. */
export interface CheckResult extends ReadRegistry {
  readonly findings: readonly Finding[];
  /** What a later rule, or a field asked for later, finds in what was filed before: it never blocks. */
  readonly debt: readonly Finding[];
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

const READ = {
  project: oncePerFile(readEntry),
  records: oncePerFile(readRecords),
  reference: oncePerFile(readReference),
};

/** Reads and checks the files of a registry. Pure: no clock, no file system. All findings, sorted by file and line. */
export function check(
  files: readonly SourceFile[],
  { today, only, similarity = {}, asReceived, settled: bySettled, isEarlier }: CheckOptions,
): CheckResult {
  const { sound, byName, refused, settled, ...read } = readFiles(files, today, asReceived);
  const plain = gatherFacts(read);
  const around = { ...plain, ...bySettled, office: read.office, references: read.references };
  const compared = compareRegistry(around, sound, { only, ...similarity });
  const similarTo = (entry: Entry): Comparison | undefined => compared.similar.get(entry);
  const facts: Facts = {
    ...plain,
    sealedFile: sealedFiles(byName),
    similarTo,
    ...(bySettled ? { settled: bySettled } : {}),
    ...(isEarlier ? { isEarlier } : {}),
  };
  const isJudged = (file: string): boolean => only === undefined || only.has(file);

  const entries = read.projects.map(({ entry }) => entry);
  const findings = [
    ...settled,
    ...judgeRead(read, facts, isJudged),
    ...[...refused].flatMap(([file, problems]) => problems.map((one) => findingOf(file, one))),
    ...sound.filter(({ file }) => isKind('settings', file)).flatMap(judgeWords),
    ...files.filter((source) => refused.has(source.file) && isText(source)).flatMap(judgeWords),
    ...sound.flatMap(judgeName),
    ...strayFiles(sound),
    ...unsealedFiles(sound, entries),
    ...demoMarks(read.projects, read.units),
    ...openToAnyone(read, sound, isJudged),
  ].filter(({ file }) => isJudged(file));
  const ofLexicon = isJudged(LEXICON_FILE) ? lexiconFindings(byName.get(LEXICON_FILE)) : [];
  findings.push(...(ofLexicon.length > 0 ? ofLexicon : compared.faults));
  const all = [...entries, ...read.records.values(), ...read.references].map(({ file }) => file);
  return {
    ...read,
    notes: compared.notes,
    findings: listFindings(findings.filter(({ since }) => since === undefined)),
    debt: listFindings(findings.filter(({ since }) => since !== undefined)),
    checked: [...all, ...refused.keys()].filter(isJudged).length,
    similar: entries.flatMap((entry) => (isJudged(entry.file) ? judgedSimilar(entry, facts) : [])),
  };
}

/** The files of a registry taken apart: what is read of them, and what is refused as bytes. */
interface ReadFiles extends ReadRegistry {
  readonly sound: readonly SourceFile[];
  readonly byName: ReadonlyMap<string, SourceFile>;
  readonly refused: ReadonlyMap<string, readonly Problem[]>;
  /** Findings on the settings. */
  readonly settled: readonly Finding[];
}

function readFiles(files: readonly SourceFile[], today: string, asReceived?: AsReceived): ReadFiles {
  const refused = refuseFiles(files);
  const sound = files.filter(({ file }) => !refused.has(file));
  const byName = new Map(sound.map((source) => [source.file, source]));
  const office = refused.has(OFFICE_FILE) ? NO_OFFICE : readOffice(byName.get(OFFICE_FILE));
  const units = refused.has(UNITS_FILE) ? NO_UNITS : readUnits(byName.get(UNITS_FILE));
  const numbers = readNumbers(byName.get(NUMBERS_FILE));
  const readAll = <T>(kind: FileKind, read: (file: string, bytes: Uint8Array) => T): T[] =>
    sound.filter(({ file }) => isKind(kind, file)).map(({ file, bytes }) => read(file, bytes));
  const records = new Map(readAll('records', READ.records).map((log) => [log.id, log]));
  return {
    today,
    office: office.office,
    units: units.units,
    given: numbers.numbers,
    projects: readAll('project', READ.project),
    references: readAll('reference', READ.reference),
    records,
    lifeOf: rememberLives(records, today, office.office?.settings, asReceived),
    sound,
    byName,
    refused,
    settled: [...office.findings, ...units.findings, ...numbers.findings],
  };
}

/** Judges what could be read. A filing is judged with its records, so also when only these are asked for. */
function judgeRead(
  { projects, records, references }: ReadRegistry,
  facts: Facts,
  isJudged: (file: string) => boolean,
): Finding[] {
  return [
    ...projects.flatMap((project) => {
      const log = records.get(project.entry.id);
      const asked = isJudged(project.entry.file) || (log !== undefined && isJudged(log.file));
      return asked ? judgeFiling(project, log, facts) : [];
    }),
    ...[...records.values()]
      .filter(({ file }) => isJudged(file))
      .flatMap((log) => {
        const lone = facts.entries.has(log.id) ? [] : [orphanProblem(log)];
        const said = [...log.problems, ...lone];
        return said.map((one) => findingOf(log.file, one, log.parsed.locate, dayOf(log, one)));
      }),
    ...references
      .filter(({ file }) => isJudged(file))
      .flatMap(({ file, parsed, problems }) => problems.map((one) => findingOf(file, one, parsed.locate))),
  ];
}

/** A name that is to be put right, or that says what must not be public; the file is judged all the same. */
function judgeName({ file }: SourceFile): Finding[] {
  const wrong = nameProblem(file);
  return [...(wrong ? [wrong] : []), ...pathTextProblems(file)].map((one) => findingOf(file, one));
}

/** What must not stand in a public file, in the office's own files as in everybody's, also in one that is refused. */
function judgeWords({ file, bytes }: SourceFile): Finding[] {
  const { text } = decode(bytes, bytes.length);
  const ofText = settingsTextProblems(text);
  const values = isKind('settings', file) ? valueProblems(readFast(text) ?? {}, text, ofText) : [];
  return [...ofText, ...values].map((one) => findingOf(file, one));
}

function isText({ file, mode = '100644', bytes }: SourceFile): boolean {
  return /\.(?:md|yaml)$/.test(file) && mode.startsWith('100') && bytes.length <= MAX_BYTES;
}

const STRAY_FIX =
  '项目文件放在 projects/单位代码/项目.md，参考项目放在 references/项目.md，其他材料送办公室。';

/** Files that nobody will read, because they do not lie where the registry looks. */
function strayFiles(files: readonly SourceFile[]): Finding[] {
  return files
    .filter(({ file }) => !hasPlace(file))
    .map(({ file }) => {
      const said = `文件位置：登记库里没有放「${file}」这种文件的地方，放在这里没有人读得到。`;
      return findingOf(file, problem('file-place', [], said, { fix: STRAY_FIX }));
    });
}

/** What there is to report on a filing; nothing when it was not compared. */
function judgedSimilar(entry: Entry, facts: Facts): Judged[] {
  const comparison = facts.similarTo(entry);
  if (!comparison) return [];
  const answers = new Map(comparison.similar.map((other) => [other.id, answerStatus(entry, other, facts)]));
  return [{ file: entry.file, entry, standing: facts.lifeOf(entry).label, comparison, answers }];
}
