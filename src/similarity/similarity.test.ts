import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFast } from '../text/head.ts';
import { actFactor, actOf } from './acts.ts';
import { indexLexicon } from './lexicon/index-lexicon.ts';
import { readLexicon } from './lexicon/lexicon.ts';
import { libraryOfBatch } from './library.ts';
import { fold } from './normalise.ts';
import { slotName } from './slots.ts';
import type { Need } from './types.ts';

const { concepts } = readLexicon(readFast(readFileSync('registry/lexicon.yaml', 'utf8')) ?? {});
const CORPUS: readonly Need[] = [
  {
    id: 'a',
    name: '某街道独居老人关爱服务平台',
    description: '为独居老人安装智能终端，异常预警后派发工单。',
  },
  { id: 'b', name: '甲县雪亮工程视频监控建设项目', description: '新建高清视频监控点位，接入综治中心。' },
  { id: 'c', name: '乙区停车诱导信息系统', description: '采集停车场空余泊位，在诱导屏发布。' },
  { id: 'd', name: '丙市明厨亮灶食品安全平台', description: '后厨视频接入，违规行为识别。' },
  { id: 'e', name: '丁区公安视频监控系统运维服务项目', description: '对已建视频监控进行维护。' },
  { id: 'f', name: '戊区12345热线平台', description: '市民诉求受理、转办、回访。' },
];
const search = (need: Partial<Need>, corpus = CORPUS) => {
  return libraryOfBatch({ concepts, threshold: undefined }, corpus).find({ id: '?', name: '', ...need }, 10);
};

describe('finding what exists', () => {
  it.each([
    ['天网工程', 'b'],
    ['智慧养老空巢老人看护系统', 'a'],
    ['智慧泊车引导平台', 'c'],
    ['阳光厨房', 'd'],
    ['接诉即办平台建设', 'f'],
  ])('knows %s by another name', (name, id) => {
    expect(search({ name })[0]?.id).toBe(id);
  });

  it('finds a planted duplicate under another place, year and shape', () => {
    const [first] = search({ name: '西北省远方市高新区2027年智慧独居老人关爱管理系统（二期）建设项目' });
    expect(first).toMatchObject({ id: 'a', mustAnswer: true });
  });

  it('does not take running a thing for building it', () => {
    const found = search({ name: '戊县公安视频监控运维服务' });
    expect(found.filter(({ mustAnswer }) => mustAnswer)).toEqual([]);
  });

  it('does not take a kitchen for a street camera because both say 视频', () => {
    const found = search({ name: '雪亮工程公共区域视频监控' });
    const [camera, kitchen] = [found.find(({ id }) => id === 'b'), found.find(({ id }) => id === 'd')];
    expect(camera?.score).toBeGreaterThan(2 * (kitchen?.score ?? 0));
    expect(kitchen?.mustAnswer ?? false).toBe(false);
  });

  it('asks no answer for a project elsewhere', () => {
    const elsewhere = CORPUS.map((need) => ({ ...need, elsewhere: true }));
    expect(search({ name: '独居老人关爱服务平台' }, elsewhere)[0]).toMatchObject({
      id: 'a',
      mustAnswer: false,
    });
  });

  it('tells what both have', () => {
    const [first] = search({ name: '独居老人关爱平台', description: '异常预警，工单派发' });
    expect(first?.evidence.concepts.map(({ concept }) => concept)).toContain('独居老人关爱');
  });
});

describe('properties', () => {
  const words = fc.array(fc.constantFrom(...'独居老人视频监控停车平台系统建设热线某街道（二期）2026 OA'), {
    maxLength: 30,
  });
  const needs = fc.array(fc.tuple(words, words), { minLength: 1, maxLength: 6 });

  it('scores lie between 0 and 1, and the order of the corpus changes nothing', () => {
    fc.assert(
      fc.property(needs, words, (texts, name) => {
        const corpus = texts.map(([title, body], id) => ({
          id: String(id),
          name: title.join(''),
          description: body.join(''),
        }));
        const forth = search({ name: name.join('') }, corpus);
        expect(search({ name: name.join('') }, [...corpus].reverse())).toEqual(forth);
        for (const { score } of forth) expect(score >= 0 && score <= 1).toBe(true);
      }),
      { numRuns: 25 },
    );
  });

  it('nothing invisible, no width and no look-alike letter makes a difference', () => {
    const plain = search({ name: '独居老人OA平台' });
    expect(search({ name: '独\u200b居老\u2060人ＯА平台' })).toEqual(plain);
  });
});

describe('the parts', () => {
  it.each([
    ['金水区经八路街道2024年智慧养老综合服务平台（二期）建设项目', '养老'],
    ['数据平台', '数据'],
    ['平台', '平台'],
  ])('the core of %s is %s', (name, core) => {
    expect(slotName(name).core).toContain(core);
  });

  it.each([
    ['视频监控系统运维服务项目', '运维'],
    ['智慧城管项目监理', '监理'],
    ['智慧停车平台', '建设'],
    ['振兴西路(王家洋路-江川路)路灯工程', '工程施工'],
  ])('the act of %s is %s', (name, act) => {
    expect(actOf(name)).toBe(act);
  });

  it('counts likeness in full only between two buildings', () => {
    expect(actFactor('建设', '建设')).toBe(1);
    expect(actFactor('运维', '运维')).toBeLessThan(1);
  });

  it('lets the longest form win, and Latin forms be words of their own', () => {
    const { find } = indexLexicon(
      [
        { id: 'short', name: '停车', forms: ['停车', 'oa'] },
        { id: 'long', name: '停车诱导', forms: ['停车诱导'] },
      ].map((one) => ({
        field: '办公协同',
        nature: '平台',
        broader: [],
        related: [],
        weights: {},
        generic: false,
        ...one,
      })),
    );
    const found = (text: string) => find(fold(text)).map(({ concept }) => ['short', 'long'][concept]);
    expect(found('停车诱导屏')).toEqual(['long']);
    expect(found('oauth')).toEqual([]);
    expect(found('OA系统')).toEqual(['short']);
  });
});
