import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actOf } from './acts.ts';
import { withoutBoilerplate } from './boilerplate.ts';
import { logistic } from './exp.ts';
import { foldIn, latentSpace, nearness } from './latent.ts';
import type { Likeness } from './likeness.ts';
import { modulesOf } from './module-texts.ts';
import { withoutOrganisations } from './organisations.ts';
import { packSpace, unpackSpace } from './pack-space.ts';
import {
  accountOf,
  LIKENESS_LABELS,
  MODEL,
  scoreOf,
  thresholdFor,
  thresholdOfPile,
  worthOf,
} from './score.ts';

describe('names of bodies', () => {
  it.each([
    ['甲市某某科技有限公司成本管理系统', '甲市某某科技有限公司', '成本管理系统'],
    ['甲市公安局交警支队电子监控违法处理系统', '甲市公安局', '电子监控违法处理系统'],
    ['白云市人民医院手术室行为管理系统', '', '手术室行为管理系统'],
    ['某某镇中心小学校园广播', '', '校园广播'],
  ])('are taken out of %s', (name, unit, rest) => {
    expect(withoutOrganisations(name, unit).trim()).toBe(rest);
  });

  it.each(['城市管理综合指挥平台', '智慧停车管理平台', '气象局'])(
    'leaves %s, which says what it is',
    (name) => {
      expect(withoutOrganisations(name).trim()).toBe(name);
    },
  );
});

describe('boilerplate', () => {
  it('goes, and what is built stays', () => {
    const notice =
      '招标范围：建设停车诱导平台，实时发布余位；最高限价：30万元；投标人须具有独立承担民事责任的能力；具体要求详见招标文件第四章。';
    expect(withoutBoilerplate(notice)).toBe('建设停车诱导平台，实时发布余位');
  });

  it('keeps what a system does with suppliers and payments', () => {
    const text = '商户和供应商分账结算，缴费和支付对账';
    expect(withoutBoilerplate(text)).toBe(text);
  });
});

describe('what kind of thing it is', () => {
  it.each([
    ['停车诱导平台建设项目', '建设'],
    ['2026年服务器采购项目', '设备采购'],
    ['综合楼弱电智能化工程', '配套工程'],
    ['OA系统维保服务项目', '运维'],
    ['信息系统等保测评服务', '测评'],
    ['微信公众号代运营服务', '宣传运营'],
    ['馆藏档案数字化加工项目', '加工服务'],
    ['互联网专线租用', '租赁'],
    ['住房租赁监管平台', '建设'],
    ['低收入人口监测平台电子签章设备采购项目', '设备采购'],
    ['听证室信息化建设', '配套工程'],
    ['智慧平台项目测试服务', '测评'],
  ])('%s is %s', (name, act) => {
    expect(actOf(name)).toBe(act);
  });
});

const NAMES = Object.keys(LIKENESS_LABELS) as (keyof Likeness)[];
const likeness = fc.record(
  Object.fromEntries(NAMES.map((name) => [name, fc.double({ min: 0, max: 1, noNaN: true })])),
) as fc.Arbitrary<Likeness>;

const share = fc.double({ min: 0, max: 1, noNaN: true });

describe('the score', () => {
  it('never falls with more in common, and what is worth a question never exceeds it', () => {
    fc.assert(
      fc.property(likeness, fc.constantFrom(...NAMES), share, share, (one, name, more, plain) => {
        const other = { ...one, [name]: Math.max(one[name], more) };
        const [before, after] = [scoreOf(one, plain), scoreOf(other, plain)];
        if (MODEL.weights[name] >= 0) expect(after).toBeGreaterThanOrEqual(before);
        else expect(after).toBeLessThanOrEqual(before);
        expect(worthOf(one)).toBeLessThanOrEqual(before);
        expect(scoreOf(one, Math.max(plain, more))).toBeGreaterThanOrEqual(before);
      }),
    );
  });

  it('is the sum of its account', () => {
    fc.assert(
      fc.property(likeness, share, (one, plain) => {
        const steps = accountOf(one, plain);
        fc.pre(steps.length > 0);
        expect(steps.reduce((sum, { moved }) => sum + moved, 0)).toBeCloseTo(scoreOf(one, plain), 5);
      }),
    );
  });

  it('asks more surely the more is wanted, and less readily where twins are rare', () => {
    expect(thresholdFor(0.8)).toBeGreaterThan(thresholdFor(0.4));
    const usual = thresholdFor(0.6);
    expect(thresholdOfPile(usual, 0.05)).toBeGreaterThan(usual);
    expect(thresholdOfPile(usual, 0.5)).toBeLessThan(usual);
  });

  it('counts with its own exponential as the machine does', () => {
    fc.assert(
      fc.property(fc.double({ min: -29, max: 29, noNaN: true }), (value) => {
        expect(logistic(value)).toBeCloseTo(1 / (1 + Math.exp(-value)), 10);
      }),
    );
  });
});

describe('the latent space', () => {
  // Terms 1 and 2 stand in like company, 9 elsewhere.
  const texts = [
    [
      [1, 1],
      [3, 1],
      [4, 1],
    ],
    [
      [2, 1],
      [3, 1],
      [4, 1],
    ],
    [
      [1, 1],
      [3, 1],
    ],
    [
      [2, 1],
      [4, 1],
    ],
    [
      [8, 1],
      [9, 1],
    ],
    [
      [8, 1],
      [9, 2],
    ],
  ] as const;

  it('brings together what stands in like company', () => {
    const space = latentSpace(texts, 2);
    const place = (term: number) => foldIn(space, { keys: [term], values: [1] });
    expect(nearness(place(1), place(2))).toBeGreaterThan(0.9);
    expect(nearness(place(1), place(9))).toBeLessThan(0.2);
    expect(foldIn(space, { keys: [77], values: [1] })).toBeUndefined();
  });

  it('comes back from its file as it was', () => {
    const space = latentSpace(texts, 2);
    expect(unpackSpace(JSON.parse(JSON.stringify(packSpace(space))))).toEqual(space);
    expect(() => unpackSpace({ ...packSpace(space), bits: 'AA' })).toThrow(/damaged/);
  });
});

describe('the modules of a plan', () => {
  it('are its numbered items, without background and money', () => {
    const description =
      '项目背景：群众反映停车难。\n（一）停车诱导：发布余位。\n（二）独居老人看护：装手环，没有动静就报警。\n（三）资金预算：30万元';
    expect(modulesOf({ id: '-', name: '', description }).map(({ name }) => name)).toEqual([
      '停车诱导',
      '独居老人看护',
    ]);
  });

  it('are its stated functions where it states any', () => {
    const functions = [{ name: '停车诱导', note: '发布余位' }, { name: '统计' }];
    expect(modulesOf({ id: '-', name: '', functions })).toEqual([
      { name: '停车诱导', text: '停车诱导，发布余位' },
      { name: '统计', text: '统计' },
    ]);
  });

  it('are the short things that a sentence lists', () => {
    const description = '平台包括智慧停车、独居老人看护、垃圾分类、网格巡查。';
    expect(modulesOf({ id: '-', name: '', description })).toHaveLength(4);
  });
});
