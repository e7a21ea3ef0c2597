import { check } from '../../check.ts';
import type { SourceFile } from '../../registry/source-file.ts';
import {
  EXAMPLE_TODAY,
  type ExampleFile,
  exampleFile,
  exampleNeighbours,
  exampleOffice,
  exampleRecords,
} from '../../rules/examples/examples.ts';
import type { Example } from '../../rules/support/define-rule.ts';
import type { Finding } from '../../text/finding.ts';

const UTF8 = new TextEncoder();

/** Everything that a check says about an example, found in the way in which every file is checked. */
export function runExample(example: Omit<Example, 'says'>): readonly Finding[] {
  const records = exampleRecords(example);
  return runFiles([exampleFile(example), ...(records ? [records] : [])].map(toSource), example.settings);
}

/** Everything that a check says about a file lying in the example registry. */
export function runBytes(file: string, bytes: Uint8Array): readonly Finding[] {
  return runFiles([{ file, bytes }]);
}

/** The same bytes for every example, so that they are read once. */
const around = exampleNeighbours().map(toSource);

function runFiles(files: readonly SourceFile[], settings?: Example['settings']): readonly Finding[] {
  const all = [toSource(exampleOffice(settings)), ...around, ...files];
  return check(all, { today: EXAMPLE_TODAY, only: new Set(files.map(({ file }) => file)) }).findings;
}

function toSource({ file, text }: ExampleFile): SourceFile {
  return { file, bytes: UTF8.encode(text) };
}
