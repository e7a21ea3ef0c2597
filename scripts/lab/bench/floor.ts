import { FAILSAFE_SCHEMA, load } from 'js-yaml';
import { formFields } from '../../../src/form/entry-fields.ts';
import { BODY_FIELDS } from '../../../src/form/fields.ts';
import { readFields } from '../../../src/form/read-fields.ts';
import { readRegistryFiles } from '../../../src/io/registry-files.ts';
import { FORMS } from '../../../src/regulation/vocabulary.ts';

const TEXT = new TextDecoder();
const HEADING = /^## (.+)$/gm;

/**
 * The least that any checker of these files must do: read the bytes, js-yaml the head, put the sections beside it,
 * one pass with the dictionary. Returns how many files were accepted, so that nothing can be optimised away.
 */
export async function floor(root: string): Promise<number> {
  const files = readRegistryFiles(root);
  let accepted = 0;
  for (const { file, bytes } of files) {
    if (!file.startsWith('projects/')) continue;
    const text = TEXT.decode(bytes);
    const end = text.indexOf('\n---\n', 3);
    const values = load(text.slice(4, end + 1), { schema: FAILSAFE_SCHEMA }) as Record<string, unknown>;
    addSections(values, text.slice(end + 5));
    const form = FORMS.find((known) => known === values.表式);
    if (readFields(formFields(form), values).issues.length === 0) accepted++;
  }
  return accepted;
}

function addSections(values: Record<string, unknown>, body: string): void {
  const headings = [...body.matchAll(HEADING)];
  headings.forEach((heading, index) => {
    const title = heading[1] ?? '';
    const text = body.slice((heading.index ?? 0) + heading[0].length, headings[index + 1]?.index).trim();
    if (BODY_FIELDS.some(({ label }) => label === title)) values[title] = text;
  });
}
