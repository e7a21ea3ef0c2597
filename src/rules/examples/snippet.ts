import { LOG_LABEL } from '../../records/log.ts';
import type { Example } from '../support/define-rule.ts';
import { exampleFile, exampleRecords } from './examples.ts';

/** The lines of a file that an example is about. */
export interface Snippet {
  readonly label: string;
  /** As the file reads; undefined when the label is left out. */
  readonly lines: string | undefined;
}

/**
 * The labels that an example edits, as the file would read, and the records that go with it. A sound example that edits nothing shows the same
 * labels as the faulty ones beside it, so that the two can be compared.
 */
export function exampleSnippets(example: Example, beside: readonly Example[]): readonly Snippet[] {
  const edited = Object.keys(example.edit);
  const labels = edited.length > 0 ? edited : beside.flatMap(({ edit }) => Object.keys(edit));
  const { file, text } = exampleFile(example);
  const written = [...new Set(labels)].map((label) => {
    if (label === '文件夹') return { label: '文件', lines: file };
    return { label, lines: blockOf(text, label) };
  });
  const records = exampleRecords(example);
  return records ? [...written, { label: LOG_LABEL, lines: records.text.trimEnd() }] : written;
}

/** The lines of one label: a head field with what is indented under it, or a section of the body. */
function blockOf(text: string, label: string): string | undefined {
  const rows = text.split('\n');
  const from = rows.findIndex((row) => row.startsWith(`${label}:`) || row === `## ${label}`);
  if (from < 0) return undefined;
  const isSection = rows[from]?.startsWith('## ') ?? false;
  const length = rows.slice(from + 1).findIndex((row) => (isSection ? /^## /.test(row) : /^\S/.test(row)));
  return rows
    .slice(from, length < 0 ? undefined : from + 1 + length)
    .join('\n')
    .trimEnd();
}
