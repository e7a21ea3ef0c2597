import { describe, expect, it } from 'vitest';
import { ACTORS, type Files, filing, OWN, soundRegistry } from '../../tests/hostile/registry.ts';
import type { ExampleValue } from '../rules/support/define-rule.ts';
import { judgeChange } from './judge-change.ts';

const BYTES = new TextEncoder();
const RECEIPT = '- 日期: 2026-03-10\n  事项: 受理\n  登记号: 示数备〔2026〕9号\n  经办: 办公室\n';
const list = (files: Files) => [...files].map(([file, { bytes }]) => ({ file, bytes }));

/** What the judge says when a unit edits its own filing that the office has received without writing down what. */
function findingsOf(edit: Readonly<Record<string, ExampleValue | null>>): readonly string[] {
  const base = soundRegistry();
  base.set('records/shili/guanai-k7q2.yaml', { bytes: BYTES.encode(RECEIPT) });
  base.set(OWN, { bytes: BYTES.encode(filing()) });
  const head = new Map(base).set(OWN, { bytes: BYTES.encode(filing(edit)) });
  const files = list(base);
  const change = { base: files, head: list(head), tip: files, outside: [], today: '2026-11-24' };
  const { findings } = judgeChange({ ...change, actor: ACTORS.own });
  return findings.filter(({ rule }) => rule.startsWith('change-')).map(({ rule }) => rule);
}

describe('a filing that was received', () => {
  it('is not rewritten in silence', () => {
    expect(findingsOf({ 项目名称: '示例街道另一个平台' })).toEqual(['change-after-receipt']);
  });

  it('may go on telling how the work goes', () => {
    expect(findingsOf({ 建设进展: [{ 日期: '2026-06-30', 说明: '又接入一个社区' }] })).toEqual([]);
  });
});
