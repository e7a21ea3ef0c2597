import { describe, expect, it } from 'vitest';
import { sampleFile, sampleRegistry } from '../../tests/support/sample.ts';
import { deviationFrom, type FromFirst, firstDay } from './deviation.ts';
import { rememberLives } from './facts.ts';
import type { Version } from './filing-history.ts';

const APPLICATION = [
  '表式: 申请表',
  '填报日期: 2024-03-05',
  '项目名称: 停车诱导系统',
  '牵头主体:',
  '  类型: 街道办事处',
  '  名称: 甲街道办事处',
  '建设阶段: 新建',
];
const money = (budget: number): string[] => [
  `资金预算: ${budget}`,
  '资金来源:',
  '  - 来源: 区级财政',
  `    金额: ${budget}`,
  '以后需财政付费: 否',
];
const functions = (...names: readonly string[]): string[] => [
  '功能清单:',
  ...names.map((name) => `  - 名称: ${name}`),
];
const period = (to: string): string[] => ['建设期限:', '  起: 2024-05-01', `  止: ${to}`];
const received = (budget: number, names: readonly string[]): string[] => [
  '  受理内容:',
  '    表式: 申请表',
  '    条款: 第六条第2项',
  '    主体类型: 街道办事处',
  '    主体名称: 甲街道办事处',
  '    建设阶段: 新建',
  '    使用财政资金: 是',
  `    总投资: ${budget}`,
  '    项目名称: 停车诱导系统',
  '    功能:',
  ...names.map((name) => `      - ${name}`),
  '    摘要: 0123456789ab',
];
const RECORDS = [
  ...[
    '- 日期: 2024-03-08',
    '  事项: 受理',
    '  登记号: 金数申〔2024〕1号',
    '  经办: 综合组',
    ...received(320, ['诱导屏', '余位发布']),
  ],
  ...['- 日期: 2024-03-20', '  事项: 审核', '  结论: 通过', '  经办: 综合组'],
  ...[
    '- 日期: 2024-04-01',
    '  事项: 专家论证',
    '  结论: 通过',
    '  专家人数: 5',
    '  同意人数: 5',
    '  意见书编号: 论〔2024〕1号',
    '  经办: 综合组',
  ],
];
const FINISH = [
  ...['- 日期: 2024-04-20', '  事项: 立项', '  文号: 发改〔2024〕1号', '  金额: 320', '  经办: 发展改革委'],
  ...['- 日期: 2024-05-01', '  事项: 开工', '  经办: 综合组'],
  ...['- 日期: 2025-03-01', '  事项: 完工', '  金额: 352', '  经办: 综合组'],
];

function compare(
  head: readonly string[],
  records: readonly string[],
  before?: readonly string[],
): FromFirst | undefined {
  const files = (lines: readonly string[]) => ({
    'projects/jia/tingche.md': sampleFile([...APPLICATION, ...lines]),
  });
  const registry = sampleRegistry({ ...files(head), 'records/jia/tingche.yaml': records });
  const entry = registry.projects[0]?.entry;
  if (!entry) throw new Error('the sample was not read');
  const life = registry.lifeOf(entry);
  const day = firstDay(life) ?? '';
  const then = before && sampleRegistry(files(before)).projects[0]?.entry;
  const version: Version | undefined = then && { commit: 'c', day: '2024-03-05', entry: then };
  return deviationFrom(life, entry, { life: rememberLives(registry.records, day)(entry), version });
}

describe('the deviation from the first approval', () => {
  const first = [...money(320), ...functions('诱导屏', '余位发布'), ...period('2024-12-31')];

  it('is nothing while all stands as approved', () => {
    expect(compare(first, RECORDS, first)).toEqual({
      since: '首次批准',
      day: '2024-04-01',
      rows: [],
      unknown: [],
    });
  });

  it('says money, functions, time and what came out, against the first approval', () => {
    const now = [...money(320), ...functions('诱导屏', '反向寻车'), ...period('2025-02-28')];
    expect(compare(now, [...RECORDS, ...FINISH], first)?.rows).toEqual([
      { label: '实际投资', was: '320.00 万元', now: '352.00 万元', by: '多 32.00 万元（10.0%）' },
      { label: '功能', was: '2 项', now: '2 项', by: '加上 1 项：反向寻车；去掉 1 项：余位发布' },
      { label: '计划完成日期', was: '2024年12月31日', now: '2025年2月28日', by: '晚 59 天' },
      { label: '完工', was: '计划 2024年12月31日', now: '2025年3月1日', by: '晚 60 天' },
    ]);
  });

  it('names what nothing on record lets be compared', () => {
    const bare = RECORDS.filter((line) => !line.startsWith('    ') && !line.startsWith('  受理内容'));
    expect(compare(first, bare)?.unknown).toEqual(['功能', '计划完成日期', '牵头主体', '项目名称']);
  });

  it('does not repeat an old name that must not be public', () => {
    const telling = RECORDS.map((line) => line.replace('余位发布', '余位发布13812345678'));
    const [functionsRow] = compare(first, telling, first)?.rows ?? [];
    expect(functionsRow?.by).toBe('加上 1 项：余位发布；去掉 1 项');
  });

  it('is not there before 受理', () => {
    expect(compare(first, [])).toBeUndefined();
  });
});
