import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readFast } from '../text/head.ts';
import type { Evidence } from './evidence.ts';
import { alikeWords } from './evidence-words.ts';
import { readLexicon } from './lexicon/lexicon.ts';
import { libraryOfRegistry } from './library.ts';
import { moduleHeadline, projectsOf, withModules } from './module-table.ts';
import { listedModules, modulesOf } from './module-texts.ts';
import { moduleTable, seekModules } from './modules.ts';
import type { Need } from './types.ts';

const { concepts } = readLexicon(readFast(readFileSync('registry/lexicon.yaml', 'utf8')) ?? {});
const THERE: readonly Need[] = [
  {
    id: 'old',
    name: '独居老人居家安全看护系统',
    unit: '民政局',
    description: '给独居老人装门磁和手环，长时间没有活动自动报警，派人上门查看。',
  },
  {
    id: 'car',
    name: '停车诱导信息系统',
    unit: '城市管理局',
    description: '采集停车场空余泊位，在诱导屏和手机上发布余位。',
  },
  {
    id: 'far',
    name: '外地停车诱导信息系统',
    unit: '乙市',
    description: '采集停车场空余泊位，发布余位。',
    elsewhere: true,
  },
  { id: 'law', name: '行政执法监督平台', unit: '司法局', description: '执法案件登记、审核和公示。' },
];
const PLAN: Need = {
  id: 'new/plan',
  name: '智慧社区综合服务平台',
  unit: '某街道办事处',
  functions: [
    { name: '独居老人看护', note: '给独居老人装手环和门磁，没有活动就报警' },
    { name: '停车诱导', note: '采集空余泊位，手机上发布余位' },
    { name: '邻里节活动报名' },
  ],
};
const tableOf = (plan: Need, there = THERE) => {
  const { finder } = libraryOfRegistry({ concepts, threshold: undefined }, there);
  return moduleTable(finder, plan, seekModules(finder, plan), (number) => there[number]);
};

describe('a plan for what a wider project has as a module', () => {
  const platform: Need = { ...PLAN, id: 'wide', elsewhere: false };
  const single: Need = {
    id: '-',
    name: '路内停车余位发布系统',
    description: '地磁采集路内泊位，在路口屏幕和手机上发布空余车位，引导停车。',
  };

  it('is asked about it, and told which module', () => {
    const { find } = libraryOfRegistry({ concepts, threshold: undefined }, [platform, ...THERE.slice(3)]);
    const [first] = find(single, 5);
    expect(first).toMatchObject({ id: 'wide', mustAnswer: true, evidence: { module: '停车诱导' } });
    expect(alikeWords(first?.evidence as Evidence, 3)[0]).toBe('对方已有的模块：停车诱导');
  });

  it('is asked about it also where the text lists what it has', () => {
    const { functions, ...bare } = platform;
    const description =
      '平台包括独居老人看护系统、停车诱导系统、楼院事件上报系统、物业表决系统等8个子系统。总投资若干。';
    const { find } = libraryOfRegistry({ concepts, threshold: undefined }, [{ ...bare, description }]);
    expect(find(single, 5)).toMatchObject([{ mustAnswer: true, evidence: { module: '停车诱导系统' } }]);
  });

  it.each([{ elsewhere: true }, { retired: true }])('is asked nothing where it is %j', (where) => {
    const { find } = libraryOfRegistry({ concepts, threshold: undefined }, [{ ...platform, ...where }]);
    expect(find(single, 5).filter(({ mustAnswer }) => mustAnswer)).toEqual([]);
  });
});

describe('a plan module by module', () => {
  it('finds who has each, whatever the rest says, and names nothing from elsewhere', () => {
    const table = tableOf(PLAN);
    expect(table.rows.map(({ matches }) => matches.map(({ id }) => id))).toEqual([['old'], ['car'], []]);
    expect(moduleHeadline(table)).toBe('3 个模块中 2 个已有');
    expect([...projectsOf(table)]).toEqual([
      ['old', ['独居老人看护']],
      ['car', ['停车诱导']],
    ]);
  });

  it('says which share of the money goes to what exists, where the modules say what they cost', () => {
    const priced = [
      { name: '独居老人看护', note: '给独居老人装手环和门磁，没有活动就报警，60万元' },
      { name: '停车诱导', note: '采集空余泊位，手机上发布余位，20 万元' },
      { name: '邻里节活动报名', note: '报名和签到，20万元' },
    ];
    expect(moduleHeadline(tableOf({ ...PLAN, functions: priced }))).toBe(
      '3 个模块中 2 个已有，占写明金额的 80%',
    );
  });

  it('asks nothing of one’s own earlier phase, or of what is out of use', () => {
    expect(tableOf({ ...PLAN, predecessor: 'car' }).existing).toBe(1);
    expect(
      tableOf(
        PLAN,
        THERE.map((one) => ({ ...one, retired: true })),
      ).existing,
    ).toBe(0);
  });

  it('is no table for a plan of one module', () => {
    expect(tableOf({ ...PLAN, functions: PLAN.functions?.slice(0, 1) }).rows).toEqual([]);
  });

  it('makes a project with a module one that has to be answered', () => {
    const { find } = libraryOfRegistry({ concepts, threshold: 1 }, THERE);
    const [candidate] = find(PLAN, 1);
    if (!candidate) throw new Error('Nothing found');
    expect(candidate.mustAnswer).toBe(false);
    expect(withModules(candidate, [])).toMatchObject({ mustAnswer: false, modules: [] });
    expect(withModules(candidate, ['停车诱导'])).toMatchObject({ mustAnswer: true, relation: '部分重叠' });
  });
});

describe('the modules of a plan', () => {
  const MODULES = [
    ['老人看护', '给独居老人装手环和门磁，没有活动就报警'],
    ['车位引导', '采集空余泊位，在路口屏幕、手机和小程序上发布余位'],
    ['每日问候', '电话问候、紧急按钮、上门走访'],
  ] as const;
  const items = (write: (name: string, note: string, at: number) => string, joint: string) =>
    MODULES.map(([name, note], at) => write(name, note, at + 1)).join(joint);
  const WAYS: Readonly<Record<string, string>> = {
    'a numbered list': `建设内容：\n${items((name, note, at) => `${at}. ${name}：${note}。`, '\n')}`,
    'the rows of a table': `序号\t模块名称\t内容\n${items((name, note, at) => `${at}\t${name}\t${note}`, '\n')}\n`,
    'one paragraph': `${items((name, note) => `${name}，${note}`, '；')}。预算86万元。联系人某某。三年建成。分两期实施。`,
  };

  it.each(Object.entries(WAYS))('are the same from %s', (_, description) => {
    const named = modulesOf({ id: 'x', name: '智慧社区平台', description }).map(({ name }) => name);
    expect(named.slice(0, 3)).toEqual(['老人看护', '车位引导', '每日问候']);
  });

  it('that a text lists are parts of what is built, and not what its sentences mention', () => {
    const listed = (description: string) =>
      listedModules({ id: 'x', name: '', description }).map(({ name }) => name);
    expect(listed('平台包括停车诱导系统、泊位管理模块、缴费小程序等8个子系统。')).toEqual([
      '停车诱导系统',
      '泊位管理模块',
      '缴费小程序',
    ]);
    expect(
      listed('（一）防汛会商系统：汇聚水雨情；（二）河湖管理模块，上报处置；（三）预算200万元。'),
    ).toEqual(['防汛会商系统', '河湖管理模块']);
    expect(listed('提高效率、方便群众、增加收入，与停车诱导系统对接。')).toEqual([]);
  });

  it('are what a sentence lists, where it says little else', () => {
    const description = '建设智慧社区平台，包括：独居老人看护、停车诱导、楼院事件上报。';
    expect(modulesOf({ id: 'x', name: '', description }).map(({ text }) => text)).toEqual([
      '独居老人看护',
      '停车诱导',
      '楼院事件上报',
    ]);
  });
});
