import type { Office } from '../registry/office.ts';
import { idOf, isKind, projectFile, recordsFile } from '../registry/paths.ts';
import type { ReadEntry } from '../registry/read-entry.ts';
import type { ReadRecords } from '../registry/read-records.ts';
import type { ReadReference } from '../registry/read-reference.ts';
import type { SourceFile } from '../registry/source-file.ts';
import type { Unit } from '../registry/units.ts';
import { dayOf, judgeFiling } from '../rules/judge-filing.ts';
import type { Facts } from '../rules/support/define-rule.ts';
import { demoMark } from '../rules/support/demo-marks.ts';
import { contactOpenToAnyone, fileOpenToAnyone } from '../rules/support/open-to-anyone.ts';
import { orphanProblem } from '../rules/support/record-checks.ts';
import { unsealedFile } from '../rules/support/unsealed-files.ts';
import { type Finding, findingOf, listFindings, type Problem } from '../text/finding.ts';
import { judgeName, judgeRefusedWords, judgeWords, strayFile } from './whole-files.ts';

/** A registry as far as the judgement of one of its files asks for it. */
export interface Reading {
  readonly office: Office | undefined;
  readonly units: ReadonlyMap<string, Unit>;
  readonly facts: Facts;
  /** A file by its path, also one that is refused. */
  readonly source: (file: string) => SourceFile | undefined;
  /** Why a file is refused as bytes; undefined for one that is read. */
  readonly refusal: (file: string) => readonly Problem[] | undefined;
  readonly project: (file: string) => ReadEntry | undefined;
  readonly log: (file: string) => ReadRecords | undefined;
  readonly reference: (file: string) => ReadReference | undefined;
  /** What was found in reading the settings, the 单位名录, the lexicon or the index of 登记号. */
  readonly ofSettings: (file: string) => readonly Finding[];
}

/**
 * What is judged together: a filing with its 办理记录, or any other file alone. It is called by its first file, whether
 * that is there or not.
 */
export function subjectOf(file: string): string {
  const id = idOf('records', file);
  return id !== undefined && isKind('project', projectFile(id)) ? projectFile(id) : file;
}

/** The files of a subject. */
export function filesOf(subject: string): readonly string[] {
  const id = idOf('project', subject);
  return id === undefined ? [subject] : [subject, recordsFile(id)];
}

/** Findings as a report has them: what asks for something now, and what never blocks. */
export interface Listed {
  readonly findings: readonly Finding[];
  /** What a later rule, or a field asked for later, finds in what was filed before. */
  readonly debt: readonly Finding[];
}

/** Sorts findings, and lists at most so many of a kind for one file. */
export function listed(findings: readonly Finding[]): Listed {
  return {
    findings: listFindings(findings.filter(({ since }) => since === undefined)),
    debt: listFindings(findings.filter(({ since }) => since !== undefined)),
  };
}

/** Everything that is found in a subject, as its rules say it; in the order of the judges. */
export function judgeSubject(subject: string, reading: Reading): Finding[] {
  const files = filesOf(subject);
  const sources = files.flatMap((file) => reading.source(file) ?? []);
  return [
    ...files.flatMap((file) => reading.ofSettings(file)),
    ...judgeContent(sources, reading),
    ...sources.flatMap((source) => judgeWhole(source, reading)),
  ];
}

/** What could be read. A filing is judged with its records. */
function judgeContent(sources: readonly SourceFile[], reading: Reading): Finding[] {
  const { facts } = reading;
  const read = sources.filter(({ file }) => !reading.refusal(file));
  const log = read.map(({ file }) => reading.log(file)).find((one) => one !== undefined);
  return read.flatMap(({ file }): Finding[] => {
    const project = reading.project(file);
    if (project) return judgeFiling(project, log, facts);
    if (log?.file === file) {
      const lone = facts.entries.has(log.id) ? [] : [orphanProblem(log)];
      return [...log.problems, ...lone].map((one) =>
        findingOf(file, one, log.parsed.locate, dayOf(log, one)),
      );
    }
    const reference = reading.reference(file);
    return (reference?.problems ?? []).map((one) => findingOf(file, one, reference?.parsed.locate));
  });
}

/** What is said of a file as a whole: refused, its words and name, its place, its seal, its mark. */
function judgeWhole(source: SourceFile, reading: Reading): Finding[] {
  const { file } = source;
  const refused = reading.refusal(file);
  if (refused) return [...refused.map((one) => findingOf(file, one)), ...judgeRefusedWords(source)];
  const project = reading.project(file);
  const mark = project && demoMark(project, reading.units);
  return [
    ...(isKind('settings', file) ? judgeWords(file, source.bytes) : []),
    ...judgeName(source),
    ...strayFile(source),
    ...unsealedFile(source, reading.facts),
    ...(project ? contactOpenToAnyone(project, reading.office) : []),
    ...fileOpenToAnyone(source, reading.office, reading.facts),
    ...(mark ? [mark] : []),
  ];
}
