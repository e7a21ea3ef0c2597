import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { check } from '../../src/check.ts';
import { readRegistryFiles } from '../../src/io/registry-files.ts';
import type { SourceFile } from '../../src/registry/source-file.ts';
import type { Finding } from '../../src/text/finding.ts';

/** The day on which every fixture is judged. */
export const TODAY = '2026-11-24';
/** Fixtures of this name show what must not be reported. */
export const SOUND = 'sound';
/** The sound registry under every fixture. */
const BASE = '_base';
/** `units.yaml.absent`, an empty file, says that this fixture has no `units.yaml`. */
const ABSENT = '.absent';
const EXPECTED = '.expected.json';

export type Expected = Pick<Finding, 'rule' | 'severity' | 'file' | 'line' | 'column' | 'field'>;

/** The fixtures of a folder: each is a registry, of which only what differs from the base lies in its own folder. */
export interface Fixtures {
  readonly base: readonly SourceFile[];
  readonly names: readonly string[];
  /** The fixtures for which an expectation is there. */
  readonly expected: readonly string[];
  readonly expectationOf: (fixture: string) => string;
  readonly filesOf: (fixture: string) => readonly SourceFile[];
  /** Files of the fixture that change nothing: equal to the base's, or the absence of what the base has not. */
  readonly needlessIn: (fixture: string) => readonly string[];
}

export const FIXTURES = openFixtures('tests/fixtures');

/** Reads the base, once; a fixture is read when it is asked for. */
export function openFixtures(folder: string): Fixtures {
  const entries = readdirSync(folder, { withFileTypes: true });
  const base = new Map(readRegistryFiles(join(folder, BASE)).map((source) => [source.file, source]));
  const own = (fixture: string): readonly SourceFile[] => readRegistryFiles(join(folder, fixture));
  return {
    base: [...base.values()],
    names: entries
      .filter((entry) => entry.isDirectory() && entry.name !== BASE)
      .map(({ name }) => name)
      .sort(),
    expected: entries
      .filter((entry) => entry.isFile())
      .map(({ name }) => name.replace(EXPECTED, ''))
      .sort(),
    expectationOf: (fixture) => join(folder, `${fixture}${EXPECTED}`),
    filesOf: (fixture) => overlay(base, own(fixture)),
    needlessIn: (fixture) =>
      own(fixture)
        .filter(({ file, bytes }) =>
          file.endsWith(ABSENT)
            ? !base.has(presentName(file))
            : base.has(file) && Buffer.compare(bytes, base.get(file)?.bytes ?? new Uint8Array()) === 0,
        )
        .map(({ file }) => join(folder, fixture, file)),
  };
}

/** The rule that a fixture is about. */
export function ruleOf(fixture: string): string {
  return fixture.split('--')[0] ?? '';
}

/** What the check finds in these files. */
export function judge(files: readonly SourceFile[]): readonly Finding[] {
  return check(files, { today: TODAY }).findings;
}

/** What an expectation keeps of the findings. */
export function shown(findings: readonly Finding[]): readonly Expected[] {
  return findings.map(({ rule, severity, file, line, column, field }) => {
    return { rule, severity, file, line, column, field };
  });
}

export function readExpected(path: string): readonly Expected[] {
  return JSON.parse(readFileSync(path, 'utf8'));
}

/** Writes a fixture out as a registry folder, for the command to read. */
export function writeFixture(fixture: string, root: string): void {
  writeFiles(FIXTURES.filesOf(fixture), root);
}

/** Writes files of a registry below this folder. */
export function writeFiles(files: readonly SourceFile[], root: string): void {
  for (const { file, bytes } of files) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), bytes);
  }
}

/** Sorted by path, as the registry's own reader gives them. */
function overlay(base: ReadonlyMap<string, SourceFile>, own: readonly SourceFile[]): readonly SourceFile[] {
  const files = new Map([...base, ...own.map((source) => [source.file, source] as const)]);
  for (const { file } of own.filter((source) => source.file.endsWith(ABSENT))) {
    files.delete(file);
    files.delete(presentName(file));
  }
  return [...files.values()].sort((a, b) => (a.file < b.file ? -1 : 1));
}

function presentName(marker: string): string {
  return marker.slice(0, -ABSENT.length);
}
