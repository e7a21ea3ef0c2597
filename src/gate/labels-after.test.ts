import { describe, expect, it } from 'vitest';
import { STATE_NAMES, type State } from '../records/lifecycle/states.ts';
import { LABELS, labelAfterMerge } from './labels.ts';
import { labelsAfter } from './labels-after.ts';

const STATES: Readonly<Record<string, State>> = {
  'jia/a': '待审核',
  'jia/b': '已备案',
  'jia/c': '建设中',
  'jia/d': '待补正',
};
const filedBy = new Map([
  ['1', ['jia/a']],
  ['2', ['jia/b', 'jia/a']],
  ['3', ['jia/c']],
  ['4', ['jia/gone']],
  ['5', ['jia/b', 'jia/d']],
]);

/** The label of a request that became this commit and bore these labels. */
function labelOf(mergedAs: string | undefined, labels: readonly string[] = ['待受理']): string | undefined {
  const [only] = labelsAfter([{ key: '9', labels, mergedAs }], filedBy, (id) => STATES[id]);
  return only?.label;
}

describe('the label of a closed request', () => {
  it.each([
    ['1', '待审核'],
    ['2', '待审核'],
    ['3', '办结'],
    ['4', '办结'],
    ['5', '待补正'],
  ])('merged as %s is %s', (commit, label) => expect(labelOf(commit)).toBe(label));

  it('is 办结 when it was closed unmerged, or changed no filing of its own', () => {
    expect(labelOf(undefined)).toBe('办结');
    expect(labelOf('of a change of the office', ['办公室改动'])).toBe('办结');
  });

  it('is nobody’s business when it was never ours', () => {
    expect(labelOf(undefined, ['dependencies'])).toBeUndefined();
    expect(labelOf('other', [])).toBeUndefined();
    expect(labelOf('1', ['dependencies'])).toBe('待审核');
  });

  it('exists for every state of a project, as one of the state labels', () => {
    for (const state of STATE_NAMES) expect(LABELS[labelAfterMerge(state)].group).toBe('状态');
    expect(labelAfterMerge('暂缓')).toBe('暂缓');
  });
});
