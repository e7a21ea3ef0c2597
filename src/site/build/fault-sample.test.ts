import { describe, expect, it } from 'vitest';
import { RULE_DOCS } from '../../rules/support/docs.ts';
import { judgeSample, showSample } from './fault-sample.ts';

describe('the sample of a rule on the file itself', () => {
  it.each(RULE_DOCS.filter(({ badText }) => badText !== undefined))('$id is found at fault', (doc) => {
    expect(judgeSample(doc)).not.toEqual([]);
  });

  it('shows what cannot be seen, and is cut when long', () => {
    expect(showSample('\uFEFF---\r\n\t甲: 乙\n')).toBe('〔BOM〕---〔CR〕\n〔Tab〕甲: 乙');
    expect(showSample('大'.repeat(1000))).toMatch(/^大{120}……（后面省略）$/);
  });
});
