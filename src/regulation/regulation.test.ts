import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { ClauseId } from './index.ts';
import { ARTICLES, CHAPTERS, CLAUSES, clause, clauseTitle, isClauseId, regulationText } from './index.ts';

/** Computed once from the official text, white space removed; it moves only if a character of the law moves. */
const OFFICIAL_SHA256 = 'd6deba94f462b995db24577a4f21bd85fb142f70b43ee4b9d1d13e7259d59e55';

describe('the regulation as data', () => {
  it('is the official text to the character', () => {
    const text = regulationText().replace(/\s+/g, '');
    expect(createHash('sha256').update(text).digest('hex')).toBe(OFFICIAL_SHA256);
  });

  it('has twelve articles in order, in four chapters', () => {
    expect(ARTICLES.map((article) => article.id)).toEqual(
      Array.from({ length: 12 }, (_, at) => `art${at + 1}`),
    );
    expect(ARTICLES.map((article) => article.chapter).join(' ')).toBe(
      'ch1 ch1 ch1 ch1 ch1 ch2 ch3 ch3 ch3 ch3 ch4 ch4',
    );
    expect(CHAPTERS).toHaveLength(4);
  });

  it('has items only in articles 6, 7 and 8, numbered as printed', () => {
    const counts = ARTICLES.map((article) => article.items.length);
    expect(counts).toEqual([0, 0, 0, 0, 0, 4, 2, 7, 0, 0, 0, 0]);
    for (const article of ARTICLES) {
      for (const [at, item] of article.items.entries()) {
        expect(item).toMatchObject({ id: `${article.id}-${at + 1}`, number: at + 1 });
      }
    }
  });

  it('gives a heading to articles 2 to 5 and to no other', () => {
    const headings = ARTICLES.map((article) => article.heading).filter(Boolean);
    expect(headings).toEqual(['使用范围', '项目定义内容', '项目评审论证', '项目建设原则']);
    expect(ARTICLES.slice(1, 5).every((article) => article.heading)).toBe(true);
  });
});

describe('clauses', () => {
  it('have unique ids, titles and a text', () => {
    expect(CLAUSES).toHaveLength(12 + 13 + 2);
    expect(new Set(CLAUSES.map((each) => each.id)).size).toBe(CLAUSES.length);
    expect(new Set(CLAUSES.map((each) => each.title)).size).toBe(CLAUSES.length);
    for (const each of CLAUSES) expect(each.text.split('\n').every(Boolean), each.id).toBe(true);
  });

  it.each([
    ['art1', '第一条'],
    ['art6-2', '第六条第2项'],
    ['art8-6', '第八条第6项'],
    ['art12', '第十二条'],
    ['annex1', '附件1（申请表）'],
    ['annex2', '附件2（备案表）'],
  ] as const)('cites %s as %s', (id, title) => {
    expect(clauseTitle(id)).toBe(title);
  });

  it('gives an item alone, and an article with its items', () => {
    expect(clause('art8-1').text).toBe('在统筹考虑建设运营的基础上，完善项目实施方案；');
    expect(clause('art8').text).toContain('1.在统筹考虑建设运营的基础上');
    expect(clause('art7').text).toMatch(/^本管理办法第六条第1、3项/);
  });

  it('throws on an id that names no clause, and can tell one from outside', () => {
    expect(() => clause('art13' as ClauseId)).toThrow('art13');
    expect(isClauseId('art6-5')).toBe(false);
    expect(isClauseId('art6-4')).toBe(true);
  });
});
