import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readFast } from '../text/head.ts';
import { readLexicon } from './lexicon/lexicon.ts';
import { libraryOfBatch, libraryOfRegistry } from './library.ts';
import type { Need } from './types.ts';

const { concepts } = readLexicon(readFast(readFileSync('registry/lexicon.yaml', 'utf8')) ?? {});
const BASIS = { concepts, threshold: undefined };
const FUNCTIONS = [
  { name: '独居老人档案', note: '建立一人一档' },
  { name: '异常预警', note: '12 小时无活动报警' },
  { name: '工单派发' },
  { name: '上门走访登记' },
];
const QUERY: Need = {
  id: 'jia/a',
  name: '甲街道独居老人关爱平台（二期）',
  unit: '甲街道',
  unitCode: 'jia',
  districtWide: false,
  functions: FUNCTIONS,
};
const OTHER: Need = {
  id: 'yi/b',
  name: '独居老人智能守护系统',
  unit: '民政局',
  unitCode: 'yi',
  districtWide: true,
  functions: FUNCTIONS,
};
const first = (other: Partial<Need>, query: Partial<Need> = {}) =>
  libraryOfRegistry(BASIS, [{ ...OTHER, ...other }]).find({ ...QUERY, ...query }, 1)[0];

describe('relation before wording', () => {
  it.each([
    ['another unit that serves the whole district', {}, '疑似重复', true],
    ['another 街道, for its own area', { districtWide: false }, '共性需求', true],
    ['the phase that the filing names', { id: 'jia/old', unitCode: 'jia' }, '迭代', true],
    ['an earlier phase of one’s own', { id: 'jia/c', unitCode: 'jia' }, '迭代', true],
    ['something retired', { retired: true }, '仅供比较', false],
    ['something elsewhere', { elsewhere: true }, '仅供比较', false],
    ['running what is there', { name: '独居老人智能守护系统运维服务' }, '仅供比较', false],
    [
      'a platform of which some functions fit',
      {
        name: '社区便民服务小程序',
        functions: [
          ...FUNCTIONS.slice(1, 3),
          ...['新闻采编', '记者调度', '稿件审核', '版面编排', '选题策划', '直播推流', '用户评论'].map(
            (name) => ({ name }),
          ),
        ],
      },
      '可复用',
      false,
    ],
  ])('%s', (_, other, relation, mustAnswer) => {
    const query = 'id' in other && other.id === 'jia/old' ? { predecessor: 'jia/old' } : {};
    expect(first(other, query)).toMatchObject({ relation, mustAnswer });
  });

  it('tells a part from the whole', () => {
    const other = {
      name: '社区便民服务平台',
      functions: [...FUNCTIONS.slice(0, 1), { name: '场地预约' }, { name: '便民缴费' }],
    };
    const found = first(other);
    expect(found?.relation).not.toBe('疑似重复');
    expect(found?.evidence.functions.missing).toContain('上门走访登记');
  });

  it('neither excuses nor accuses by place and unit in a batch', () => {
    const batch = libraryOfBatch(BASIS, [{ ...OTHER, districtWide: false }]);
    expect(batch.find(QUERY, 1)[0]?.relation).toBe('疑似重复');
  });
});

describe('the evidence', () => {
  it('adds up to the score, whatever is compared', () => {
    const cases = [
      {},
      { name: '独居老人智能守护系统运维服务' },
      { functions: undefined, description: '异常预警、工单派发' },
    ];
    for (const other of cases) {
      const found = first(other);
      const sum = found?.evidence.points.reduce((total, { points }) => total + points, 0);
      expect(sum).toBe(Math.round((found?.score ?? 0) * 100));
    }
  });

  it('names what both do, what only one does, and what could be used from whom', () => {
    const { evidence } = first({ functions: FUNCTIONS.slice(0, 3), data: ['独居老人档案库'] }) ?? {};
    expect(evidence?.functions.matched.map(({ query }) => query)).toEqual(
      FUNCTIONS.slice(0, 3).map(({ name }) => name),
    );
    expect(evidence?.functions).toMatchObject({ missing: ['上门走访登记'], drawn: false });
    expect(evidence?.reusable).toMatchObject({ data: ['独居老人档案库'], from: '民政局' });
    expect(evidence?.suggestion).toContain('4 项功能中对方已有 3 项');
  });

  it('says what speaks against', () => {
    expect(first({ name: '独居老人智能守护系统运维服务' })?.evidence.counter.join()).toContain('运维');
  });
});

describe('two names with nothing behind them', () => {
  const name = '独居老人关爱平台';
  const found = (description?: string) =>
    libraryOfBatch(BASIS, [{ id: 'b', name, description }]).find({ id: 'a', name, description }, 1)[0];

  it('prove less than names with texts, but are still found', () => {
    const [bare, told] = [
      found(),
      found('为独居老人安装门磁和呼叫器，长时间没有活动的自动预警，派人上门查看'),
    ];
    expect(bare).toMatchObject({ id: 'b', mustAnswer: true });
    expect(told?.score).toBeGreaterThan(bare?.score ?? 1);
  });
});

describe('what is built above', () => {
  it('comes first where it has to be answered, with its own advice, and nowhere else', () => {
    const there: readonly Need[] = [
      { id: 'a', name: '独居老人关爱平台', description: '门磁和手环，没有活动就报警，派人上门' },
      { id: 'b', name: '独居老人关爱服务系统', description: '手环报警', above: true },
      { id: 'c', name: '停车诱导系统', description: '发布空余泊位', above: true },
    ];
    const asking = { id: 'x', name: '独居老人关爱平台', description: '门磁和手环，没有活动就报警，派人上门' };
    const found = libraryOfRegistry({ ...BASIS, threshold: 0.5 }, there).find(asking, 5);
    expect(found.slice(0, 2).map(({ id, mustAnswer }) => [id, mustAnswer])).toEqual([
      ['b', true],
      ['a', true],
    ]);
    expect(found[0]?.evidence.suggestion).toContain('先申请使用');
    expect(found.slice(2).every(({ mustAnswer }) => !mustAnswer)).toBe(true);
  });
});
