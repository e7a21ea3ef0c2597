import { describe, expect, it } from 'vitest';
import { SAMPLE_HEAD, sampleFile, sampleRegistry } from '../../tests/support/sample.ts';
import { accountsOn } from './account.ts';
import { sharedThings } from './sharing.ts';

const filing = (name: string, ...more: readonly string[]): string[] =>
  sampleFile([...SAMPLE_HEAD.map((line) => line.replace('停车诱导系统', name)), ...more]);
const registry = sampleRegistry({
  'projects/jia/a.md': filing(
    '停车诱导信息系统（一期）',
    '利旧情况:',
    '  - 部署在市政务云',
    '产生数据:',
    '  - 空余泊位动态数据',
  ),
  'projects/jia/b.md': filing(
    '错时停车共享系统',
    '利旧情况:',
    '  - 使用省政务云，诱导屏用停车诱导信息系统的',
    '使用数据:',
    '  - 空余泊位 动态数据',
    '  - 人口基础信息',
  ),
  'projects/jia/c.md': filing('网格治理系统', '使用数据:', '  - 人口基础信息'),
  'projects/jia/d.md': filing('停车诱导信息系统（二期）', '前期项目: jia/a'),
});
const things = sharedThings(accountsOn(registry, '2026-03-05'));
const of = (kind: string): unknown =>
  things
    .filter((one) => one.kind === kind)
    .map(({ name, provider, users }) => [name, provider?.id, users.map(({ id }) => id)]);

describe('who shares what', () => {
  it('knows platforms under the words that filings have for them', () => {
    expect(of('平台')).toEqual([['政务云', undefined, ['jia/a', 'jia/b']]]);
  });

  it('knows data that one produces and another uses, and data that several use', () => {
    expect(of('数据')).toEqual([
      ['人口基础信息', undefined, ['jia/b', 'jia/c']],
      ['空余泊位 动态数据', 'jia/a', ['jia/b']],
    ]);
  });

  it('knows projects that others name or go on from', () => {
    expect(of('项目')).toContainEqual(['停车诱导信息系统（一期）', 'jia/a', ['jia/b', 'jia/d']]);
  });
});
