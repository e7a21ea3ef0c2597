import { exampleLines } from '../../registry/completeness.ts';
import { FORM_TITLES, FORMS, type Form } from '../../regulation/vocabulary.ts';
import { HEAD_FIELDS } from '../fields.ts';
import { formJsonSchema, referenceJsonSchema } from './json-schema.ts';
import { officeJsonSchema } from './office-schema.ts';
import { recordsJsonSchema } from './records-schema.ts';
import { blankForm } from './template.ts';

/** ASCII file names of the forms. */
export const FORM_FILES = {
  备案表: 'beian',
  申请表: 'shenqing',
  资料报送: 'baosong',
} as const satisfies Record<Form, string>;

/** Every file that is derived from the dictionaries, by its path in the repository; blank forms carry the 文号 in force. */
export function generatedFiles(ruleVersion: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const form of FORMS) {
    files.set(`public/schema/${FORM_FILES[form]}.json`, json(formJsonSchema(form)));
    files.set(`public/templates/${FORM_FILES[form]}.md`, blankForm(form, ruleVersion));
  }
  files.set('public/schema/reference.json', json(referenceJsonSchema()));
  files.set('public/schema/records.json', json(recordsJsonSchema()));
  files.set('public/schema/office.json', json(officeJsonSchema()));
  files.set('.vscode/shuzhi.code-snippets', json(snippets(ruleVersion)));
  return files;
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** VS Code snippets: plain Markdown files get completion of the labels without any extension. */
function snippets(ruleVersion: string): Record<string, unknown> {
  const forms = FORMS.map((form) => [
    FORM_TITLES[form],
    snippet(`空白${form}`, blankForm(form, ruleVersion), FORM_TITLES[form]),
  ]);
  const fields = HEAD_FIELDS.map((field) => [
    field.label,
    snippet(field.label, exampleLines(field), field.hint),
  ]);
  return Object.fromEntries([...forms, ...fields]);
}

function snippet(prefix: string, text: string, description: string): Record<string, unknown> {
  return { scope: 'markdown', prefix, body: text.replaceAll('$', '\\$').split('\n'), description };
}
