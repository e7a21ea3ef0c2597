import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';

const folder = new URL('../.github/ISSUE_TEMPLATE/', import.meta.url);
const read = (name: string): unknown => parse(readFileSync(new URL(name, folder), 'utf8'));
const forms = readdirSync(folder).filter((name) => name !== 'config.yml');

const options = z.array(z.string()).min(1);
const confirmations = z.array(z.strictObject({ label: z.string(), required: z.boolean().optional() })).min(1);
const base = { label: z.string(), description: z.string().optional() };
const text = z.strictObject({ ...base, placeholder: z.string().optional() });
const answer = {
  id: z.string().regex(/^[a-z]+$/),
  validations: z.strictObject({ required: z.boolean() }).optional(),
};

// GitHub shows a form that breaks its schema to nobody, and says so only in the repository's file view.
const form = z.strictObject({
  name: z.string(),
  description: z.string(),
  title: z.string(),
  body: z.array(
    z.discriminatedUnion('type', [
      z.strictObject({ type: z.literal('markdown'), attributes: z.strictObject({ value: z.string() }) }),
      z.strictObject({ type: z.literal('input'), ...answer, attributes: text }),
      z.strictObject({ type: z.literal('textarea'), ...answer, attributes: text }),
      z.strictObject({
        type: z.literal('dropdown'),
        ...answer,
        attributes: z.strictObject({ ...base, options, multiple: z.boolean().optional() }),
      }),
      z.strictObject({
        type: z.literal('checkboxes'),
        ...answer,
        attributes: z.strictObject({ ...base, options: confirmations }),
      }),
    ]),
  ),
});

describe.each(forms)('the issue form %s', (name) => {
  const { body } = form.parse(read(name));
  const questions = body.filter((part) => part.type !== 'markdown');

  it('names every question once', () => {
    const ids = questions.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('says first that what is written is public, and has that confirmed last', () => {
    const [first] = body;
    expect(first?.type === 'markdown' && first.attributes.value).toContain('这里的内容');
    const last = body.at(-1);
    const required =
      last?.type === 'checkboxes' && last.attributes.options.every((option) => option.required);
    expect(required).toBe(true);
  });
});

describe('the choice of issue forms', () => {
  it('offers filing, reuse, correction, and problem or idea', () => {
    expect(forms.toSorted()).toEqual([
      'data-correction.yml',
      'filing.yml',
      'problem-or-idea.yml',
      'reuse-request.yml',
    ]);
  });

  it('leaves no blank issue, which would skip the warning', () => {
    expect(read('config.yml')).toEqual({ blank_issues_enabled: false });
  });
});
