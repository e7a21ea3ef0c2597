import { expect, it } from 'vitest';
import { semanticDiff } from './semantic-diff.ts';

it.each([
  ['2019-06-01', '2019-06-15', '已建成日期：2019-06-01 → 2019-06-15，推后 14 天'],
  ['2019-06', '2019-06-15', '已建成日期：「2019年6月」→「2019年6月15日」'],
  ['2019', '2020-02', '已建成日期：「2019年」→「2020年2月」'],
])('%s becoming %s is counted in days only where both days are known', (old, now, words) => {
  expect(semanticDiff({ completedOn: old }, { completedOn: now })[0]?.words).toBe(words);
});
