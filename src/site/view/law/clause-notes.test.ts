import { describe, expect, it } from 'vitest';
import { CLAUSES } from '../../../regulation/index.ts';
import { coverage } from '../../../rules/support/coverage.ts';
import { notesOf } from './clause-notes.ts';

describe('the notes under a clause', () => {
  it('are all that carries it out, each once', () => {
    const counted = CLAUSES.map(({ id }) => notesOf(id).flatMap(({ notes }) => notes).length);
    expect(counted).toEqual(coverage().map(({ by }) => by.length));
  });

  it('lead to rules, fields and readings, and to nothing where people do the work', () => {
    const [rules] = notesOf('art6-2');
    expect(rules?.title).toBe('规则');
    expect(rules?.notes).toContainEqual({ text: '新建项目要有实施方案', to: '/rules/art6-2-plan-attached/' });
    expect(notesOf('art8-6').at(-1)).toMatchObject({ title: '由人来办' });
    expect(notesOf('art8-6').at(-1)?.notes[0]?.to).toBeUndefined();
  });
});
