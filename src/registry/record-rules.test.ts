import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../rules/catalogue.ts';
import { RULE_DOCS } from '../rules/support/docs.ts';
import { runExample } from '../site/build/run-example.ts';
import type { RecordRule } from './record-rules.ts';

const docs = RULE_DOCS.filter(({ kind }) => kind === '记录');
const cases = (kind: 'ok' | 'bad') =>
  docs.flatMap((doc) => doc[kind].map((example) => [doc.id, example.says, example] as const));

describe('the examples of the rules on records', () => {
  it.each(cases('ok'))('%s is silent when: %s', (id, _says, example) => {
    expect(runExample(example).filter(({ rule }) => rule === id)).toEqual([]);
  });

  it.each(cases('bad'))('%s speaks in the records when: %s', (id, _says, example) => {
    const found = runExample(example).filter(({ rule }) => rule === id);
    expect(found).not.toEqual([]);
    for (const { file, field, severity, message, article } of found) {
      expect(file).toMatch(/^records\//);
      expect(field).toMatch(/^办理记录\[\d\]\./);
      expect(severity).toBe(CATALOGUE[id as RecordRule].severity);
      expect(message).toContain(article === '文件格式' ? '。' : `（${article}）`);
    }
  });
});
