import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fieldByLabel } from '../form/fields.ts';
import { RECORD_FIELDS } from '../records/event-fields.ts';
import { EVENT_NAMES } from '../records/event-names.ts';
import { LOG_LABEL } from '../records/log.ts';
import { clauseTitle } from '../regulation/index.ts';
import { runExample } from '../site/build/run-example.ts';
import { BASES } from './examples/bases.ts';
import { exampleFile, exampleRecords } from './examples/examples.ts';
import { RULES } from './index.ts';
import type { BaseName, Example, Rule } from './support/define-rule.ts';
import { RULE_DOCS } from './support/docs.ts';

const FOLDER = new URL('.', import.meta.url);
const definingFiles = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && name !== 'define-rule.ts')
  .filter((name) => readFileSync(new URL(name, FOLDER), 'utf8').includes('= defineRule('));

const cases = (kind: 'ok' | 'bad'): [string, string, Rule, Example][] =>
  RULES.flatMap((rule) =>
    rule[kind].map((example): [string, string, Rule, Example] => [rule.id, example.says, rule, example]),
  );

/** Words that a message may begin with, and the places that it may point to. */
const recordWords = new Set<string>([...EVENT_NAMES, ...RECORD_FIELDS.map(({ label }) => label)]);
const isPlace = (label: string): boolean => label === LOG_LABEL || fieldByLabel(label) !== undefined;
const isBeginning = (word: string): boolean => recordWords.has(word) || fieldByLabel(word) !== undefined;

const found = (rule: Rule, example: Example) =>
  runExample(example).filter((finding) => finding.rule === rule.id);

describe('the sound filings', () => {
  it.each(Object.keys(BASES) as BaseName[])('of %s has nothing to report at all', (base) => {
    expect(runExample({ base, edit: {} })).toEqual([]);
  });
});

describe('the examples of every rule', () => {
  it.each(cases('ok'))('%s is silent when: %s', (_id, _says, rule, example) => {
    expect(found(rule, example)).toEqual([]);
  });

  it.each(cases('bad'))('%s speaks when: %s', (_id, _says, rule, example) => {
    const findings = found(rule, example);
    expect(findings).not.toEqual([]);
    for (const { field, message, article, fix, line, column } of findings) {
      expect(isPlace(/^[^.[]+/.exec(field)?.[0] ?? ''), field).toBe(true);
      expect(isBeginning(/^[^：]+(?=：)/.exec(message)?.[0] ?? ''), message).toBe(true);
      expect(message).toContain(`（${article}）`);
      expect(rule.clauses.map((id) => clauseTitle(id)).join('、')).toBe(article);
      expect(fix).not.toBe('');
      expect(Math.min(line, column)).toBeGreaterThanOrEqual(1);
    }
  });

  it.each(cases('bad'))('%s points into the file when: %s', (_id, _says, rule, example) => {
    const rows = exampleFile(example).text.split('\n');
    const events = exampleRecords(example)?.text.split('\n') ?? [];
    for (const { field, line } of found(rule, example)) {
      if (field.startsWith(LOG_LABEL)) {
        const step = field.split('.').at(-1) ?? '';
        expect(events[line - 1]?.replace(/^- /, '').trimStart(), field).toMatch(new RegExp(`^${step}: `));
        continue;
      }
      const label = /^[^.[]+/.exec(field)?.[0] ?? '';
      const written = rows.some((row) => row.startsWith(`${label}:`) || row === `## ${label}`);
      expect(!written || line > 1, `${field} is written, so its line is known`).toBe(true);
    }
  });
});

describe('the examples of the dictionary and of higher bodies', () => {
  const examples = RULE_DOCS.filter(({ kind }) => kind === '栏目' || kind === '上级').flatMap(
    ({ id, ok, bad }) => [
      ...ok.map((example) => ({ id, says: example.says, example, reported: false })),
      ...bad.map((example) => ({ id, says: example.says, example, reported: true })),
    ],
  );

  it.each(examples)('$id: $says', ({ id, example, reported }) => {
    expect(runExample(example).some(({ rule }) => rule === id)).toBe(reported);
  });
});

describe('the list of rules', () => {
  it('has every file that defines a rule, named as the rule', () => {
    expect(RULES.map(({ id }) => `${id}.ts`).sort()).toEqual(definingFiles.sort());
  });

  it('has ids of its own in kebab-case, pages of other kinds of rule included', () => {
    const ids = RULE_DOCS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  });

  it('says in words to whom each applies, why, and how to repair', () => {
    for (const doc of RULE_DOCS) {
      for (const words of [doc.title, doc.appliesTo, doc.why, doc.fix]) {
        expect(words, doc.id).toMatch(/\S/);
        expect(words, doc.id).not.toMatch(/(?<![申提])请|！/u);
      }
    }
  });
});
