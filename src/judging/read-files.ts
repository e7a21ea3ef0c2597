import { type AsReceived, type ReadRegistry, rememberLives } from '../registry/facts.ts';
import { readHarvests } from '../registry/harvests.ts';
import {
  type FileKind,
  HARVESTS_FILE,
  isKind,
  LEXICON_FILE,
  NUMBERS_FILE,
  OFFICE_FILE,
  UNITS_FILE,
} from '../registry/paths.ts';
import { readCompared, readEntry } from '../registry/read-entry.ts';
import { readNumbers } from '../registry/read-numbers.ts';
import { readRecords } from '../registry/read-records.ts';
import { readReference } from '../registry/read-reference.ts';
import { readOffice, readUnits } from '../registry/read-settings.ts';
import type { SourceFile } from '../registry/source-file.ts';
import type { Unit } from '../registry/units.ts';
import type { Facts } from '../rules/support/define-rule.ts';
import { lexiconFindings } from '../similarity/lexicon/source.ts';
import type { Finding, Problem } from '../text/finding.ts';
import { refuseFiles } from '../text/hostile/refuse.ts';
import { oncePerFile } from '../text/once-per-file.ts';
import type { Reading } from './subject.ts';

/** How files are read: once for as long as their bytes are kept. */
export const READ = {
  project: oncePerFile(readEntry),
  compared: oncePerFile(readCompared),
  records: oncePerFile(readRecords),
  reference: oncePerFile(readReference),
};

/** The files of a registry taken apart: what is read of them, and what is refused as bytes. */
export interface ReadFiles extends ReadRegistry {
  readonly byName: ReadonlyMap<string, SourceFile>;
  readonly sound: readonly SourceFile[];
  readonly refused: ReadonlyMap<string, readonly Problem[]>;
  /** Findings on the settings, by file. */
  readonly ofSettings: ReadonlyMap<string, readonly Finding[]>;
}

/** Settings whose bytes are refused are reported as such, not as missing. */
const NO_OFFICE = { office: undefined, findings: [] };
const NO_UNITS = { units: new Map<string, Unit>(), findings: [] };

/** What a registry has set, whichever files are at hand. */
export interface ReadSettings extends Pick<ReadRegistry, 'office' | 'units' | 'given' | 'harvests'> {
  readonly ofSettings: ReadonlyMap<string, readonly Finding[]>;
}

/** Reads the settings of a registry: office, 单位名录, index of 登记号, and what is wrong with the lexicon. */
export function readSettings(
  source: (file: string) => SourceFile | undefined,
  isRefused: (file: string) => boolean,
): ReadSettings {
  const sound = (file: string): SourceFile | undefined => (isRefused(file) ? undefined : source(file));
  const office = isRefused(OFFICE_FILE) ? NO_OFFICE : readOffice(source(OFFICE_FILE));
  const units = isRefused(UNITS_FILE) ? NO_UNITS : readUnits(source(UNITS_FILE));
  const numbers = readNumbers(sound(NUMBERS_FILE));
  const ofLexicon = lexiconFindings(sound(LEXICON_FILE));
  const harvests = readHarvests(sound(HARVESTS_FILE));
  return {
    office: office.office,
    units: units.units,
    given: numbers.numbers,
    harvests: harvests.harvests,
    ofSettings: new Map([
      [OFFICE_FILE, office.findings],
      [UNITS_FILE, units.findings],
      [NUMBERS_FILE, numbers.findings],
      [HARVESTS_FILE, harvests.findings],
      [LEXICON_FILE, ofLexicon],
    ]),
  };
}

/** Reads the files of a registry. */
export function readFiles(files: readonly SourceFile[], today: string, asReceived?: AsReceived): ReadFiles {
  const refused = refuseFiles(files);
  const sound = files.filter(({ file }) => !refused.has(file));
  const byName = new Map(files.map((source) => [source.file, source]));
  const settings = readSettings(
    (file) => byName.get(file),
    (file) => refused.has(file),
  );
  const readAll = <T>(kind: FileKind, read: (file: string, bytes: Uint8Array) => T): T[] =>
    sound.filter(({ file }) => isKind(kind, file)).map(({ file, bytes }) => read(file, bytes));
  const records = new Map(readAll('records', READ.records).map((log) => [log.id, log]));
  return {
    today,
    ...settings,
    projects: readAll('project', READ.project),
    references: readAll('reference', READ.reference),
    records,
    lifeOf: rememberLives(records, today, settings.office?.settings, asReceived),
    byName,
    sound,
    refused,
  };
}

/** The files of a registry as they are judged, with the facts about them. */
export function readingOf(read: ReadFiles, facts: (plain: Omit<Reading, 'facts'>) => Facts): Reading {
  const { office, units, byName, refused, ofSettings } = read;
  const once =
    <T>(kind: FileKind, make: (file: string, bytes: Uint8Array) => T) =>
    (file: string): T | undefined => {
      const source = isKind(kind, file) && !refused.has(file) ? byName.get(file) : undefined;
      return source && make(file, source.bytes);
    };
  const plain: Omit<Reading, 'facts'> = {
    office,
    units,
    source: (file) => byName.get(file),
    refusal: (file) => refused.get(file),
    project: once('project', READ.project),
    log: once('records', READ.records),
    reference: once('reference', READ.reference),
    ofSettings: (file) => ofSettings.get(file) ?? [],
  };
  return { ...plain, facts: facts(plain) };
}
