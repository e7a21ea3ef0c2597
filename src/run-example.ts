import { check } from './check.ts';
import type { Finding } from './domain/finding.ts';
import type { Example } from './rules/define-rule.ts';
import { EXAMPLE_TODAY, type ExampleFile, exampleFile, exampleNeighbours } from './rules/examples.ts';

const UTF8 = new TextEncoder();

/** Everything that a check says about an example, found in the way in which every file is checked. */
export function runExample(example: Pick<Example, 'base' | 'edit'>): readonly Finding[] {
  return runText(exampleFile(example));
}

/** Everything that a check says about a text lying in the example registry. */
export function runText({ file, text }: ExampleFile): readonly Finding[] {
  return runBytes(file, UTF8.encode(text));
}

/** The same for a file that is no UTF-8 text. */
export function runBytes(file: string, bytes: Uint8Array): readonly Finding[] {
  const others = exampleNeighbours().map((one) => ({ file: one.file, bytes: UTF8.encode(one.text) }));
  return check([...others, { file, bytes }], { today: EXAMPLE_TODAY, only: new Set([file]) }).findings;
}
