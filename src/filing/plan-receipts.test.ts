import { describe, expect, it } from 'vitest';
import { bytes, type Files, filing, soundRegistry } from '../../tests/hostile/registry.ts';
import { nextNumber } from '../registry/next-number.ts';
import type { SourceFile } from '../registry/source-file.ts';
import { DISPATCH } from '../rules/examples/duplicate-examples.ts';
import { planReceipts } from './plan-receipts.ts';

const TODAY = '2026-11-24';
const list = (files: Files): SourceFile[] => [...files].map(([file, one]) => ({ file, ...one }));
const text = (one: SourceFile | undefined): string => new TextDecoder().decode(one?.bytes);

/** The sound registry with an empty index and these filings. */
function registry(filings: Readonly<Record<string, string>>): SourceFile[] {
  const files = new Map(soundRegistry()).set('numbers.yaml', { bytes: bytes('# 登记号索引\n') });
  for (const [id, one] of Object.entries(filings)) files.set(`projects/${id}.md`, { bytes: bytes(one) });
  return list(files);
}

/** The registry after a plan was carried out. */
function carriedOut(files: readonly SourceFile[], writes: readonly SourceFile[]): SourceFile[] {
  const names = new Set(writes.map(({ file }) => file));
  return [...files.filter(({ file }) => !names.has(file)), ...writes];
}

const built = (name: string) =>
  filing({
    项目名称: name,
    功能清单: [{ 名称: `${name}甲`, 说明: '一' }],
    项目概况: `${name}没有。`,
    建设内容: `${name}一套，含主机、软件和培训，供值班室使用，按月出报表。`,
  });
const LIGHT = { 'shili/ludeng-a2b3': built('示例街道路灯控制') };
const arrive = (...ids: string[]) => ids.map((id) => ({ id, day: '2026-11-20' }));

describe('what is merged', () => {
  it('gets the next number, in the index and in its record, on the day of the merge', () => {
    const plan = planReceipts(registry(LIGHT), arrive('shili/ludeng-a2b3'), TODAY);
    expect(plan.received).toEqual([{ id: 'shili/ludeng-a2b3', number: '备〔2026〕1号' }]);
    expect(plan.writes.map(({ file }) => file)).toEqual(['numbers.yaml', 'records/shili/ludeng-a2b3.yaml']);
    const [index, record] = plan.writes;
    expect(text(index)).toBe(
      '# 登记号索引\n- 登记号: 备〔2026〕1号\n  日期: 2026-11-20\n  对象: shili/ludeng-a2b3\n',
    );
    expect(text(record)).toMatch(
      /^- 日期: 2026-11-20\n {2}记于: 2026-11-24\n {2}事项: 受理\n {2}登记号: 备〔2026〕1号/,
    );
    expect(text(record)).toContain('受理内容');
  });

  it('is received once: the second run finds nothing to do', () => {
    const files = registry(LIGHT);
    const { writes } = planReceipts(files, arrive('shili/ludeng-a2b3'), TODAY);
    const again = planReceipts(carriedOut(files, writes), arrive('shili/ludeng-a2b3'), '2026-11-25');
    expect(again).toMatchObject({ writes: [], received: [], left: [] });
  });

  it('takes numbers one after the other, and counts those of earlier records', () => {
    const files = registry({ ...LIGHT, 'shili/jinggai-c4d5': built('示例街道井盖感应') });
    const { received } = planReceipts(files, arrive('shili/jinggai-c4d5', 'shili/ludeng-a2b3'), TODAY);
    expect(received.map(({ number }) => number)).toEqual(['备〔2026〕1号', '备〔2026〕2号']);
  });

  it('keeps its number when the record was lost after the index was written', () => {
    const files = registry(LIGHT);
    const { writes } = planReceipts(files, arrive('shili/ludeng-a2b3'), TODAY);
    const [index] = writes;
    if (!index) throw new Error('nothing was written');
    const broken = planReceipts(carriedOut(files, [index]), arrive('shili/ludeng-a2b3'), TODAY);
    expect(broken.received).toEqual([{ id: 'shili/ludeng-a2b3', number: '备〔2026〕1号' }]);
  });

  it('stays with the office when something in it blocks', () => {
    const bad = { 'shili/ludeng-a2b3': built('示例街道路灯控制').replace('区级财政', '区财政局') };
    const { received, left, writes } = planReceipts(registry(bad), arrive('shili/ludeng-a2b3'), TODAY);
    expect(received).toEqual([]);
    expect(writes).toEqual([]);
    expect(left[0]?.why).toMatch(/^还有「必改」/);
  });

  it('of two likenesses merged at once, the earlier is received and the later stays with the office', () => {
    const twin = (name: string, unit: string) =>
      filing({ ...DISPATCH, 项目名称: name, 牵头主体: { 类型: '街道办事处', 名称: unit } }, '6.2财政');
    const both = {
      'linjie/zhihui-a2b3': twin('邻街指挥调度平台', '邻街街道办事处'),
      'linjie/zhihui-c4d5': twin('邻街指挥调度系统', '邻街街道办事处'),
    };
    const alone = list(soundRegistry()).filter(({ file }) => !/pingtai-p5q6/.test(file));
    const files = [
      ...alone,
      { file: 'numbers.yaml', bytes: bytes('') },
      ...Object.entries(both).map(([id, one]) => ({ file: `projects/${id}.md`, bytes: bytes(one) })),
    ];
    const { received, left } = planReceipts(files, arrive('linjie/zhihui-c4d5', 'linjie/zhihui-a2b3'), TODAY);
    expect(received.map(({ id }) => id)).toEqual(['linjie/zhihui-c4d5']);
    expect(left).toEqual([{ id: 'linjie/zhihui-a2b3', why: expect.stringContaining('查重说明') }]);
  });

  it('waits where an old ledger was taken over and the unit has not completed it, and is received once it has', () => {
    const id = 'shili/ludeng-a2b3';
    const taken = built('示例街道路灯控制').replace(/^项目名称:/m, '待补全: true\n项目名称:');
    const first = planReceipts(registry({ [id]: taken }), arrive(id), TODAY);
    expect(first).toMatchObject({ received: [], left: [], waiting: [id], writes: [] });
    const done = planReceipts(registry(LIGHT), arrive(id), TODAY);
    expect(done).toMatchObject({ received: [{ id, number: '备〔2026〕1号' }], waiting: [] });
  });

  it('is left alone when the index cannot be read', () => {
    const files = carriedOut(registry(LIGHT), [
      { file: 'numbers.yaml', bytes: bytes('- 登记号: 备〔2026〕1号\n') },
    ]);
    const { received, left, findings } = planReceipts(files, arrive('shili/ludeng-a2b3'), TODAY);
    expect(received).toEqual([]);
    expect(left[0]?.why).toContain('索引');
    expect(findings.map(({ rule }) => rule)).toContain('numbers-valid');
  });
});

describe('the next number', () => {
  it.each([
    [[], '金数备〔2026〕1号'],
    [
      [
        '金数备〔2026〕3号',
        '金数备（2026）12号',
        '金数备〔2025〕40号',
        '金数申〔2026〕50号',
        '备〔2026〕9号',
      ],
      '金数备〔2026〕13号',
    ],
    [['金数备〔2026〕2号（演示）'], '金数备〔2026〕3号'],
  ])('after %j is %s', (given, next) => {
    expect(nextNumber('备案表', '2026', '金数', given)).toBe(next);
  });
});
