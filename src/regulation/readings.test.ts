import { describe, expect, it } from 'vitest';
import { clause } from './index.ts';
import { INTERPRETATIONS } from './readings.ts';

describe('interpretations', () => {
  it.each(INTERPRETATIONS.map((each) => [each.id, each] as const))(
    'quotes the first clause it names, verbatim: %s',
    (_, each) => {
      expect(clause(each.clauses[0]).text).toContain(each.quote);
    },
  );

  it('has unique ids and names no clause twice', () => {
    expect(new Set(INTERPRETATIONS.map((each) => each.id)).size).toBe(INTERPRETATIONS.length);
    for (const each of INTERPRETATIONS) expect(new Set(each.clauses).size, each.id).toBe(each.clauses.length);
  });

  it('leaves no part of a reading empty', () => {
    for (const each of INTERPRETATIONS) {
      expect(
        [each.question, each.reading, each.reason].every((text) => text.trim().length > 0),
        each.id,
      ).toBe(true);
    }
  });
});
