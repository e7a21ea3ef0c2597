import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { check } from '../src/check.ts';
import type { Entry } from '../src/form/entry.ts';
import { judgeChange } from '../src/gate/judge-change.ts';
import { openFilings } from '../src/gate/open-filings.ts';
import type { SourceFile } from '../src/registry/source-file.ts';
import { markdownReport } from '../src/report/markdown.ts';
import { art1DuplicatesAnswered } from '../src/rules/art1-duplicates-answered.ts';
import { DISPATCH, DISPATCH_ANSWER } from '../src/rules/examples/duplicate-examples.ts';
import { exampleFile, exampleNeighbours } from '../src/rules/examples/examples.ts';
import type { BaseName, Example, Facts } from '../src/rules/support/define-rule.ts';
import { compareEntries } from '../src/similarity/compare.ts';
import type { Finding } from '../src/text/finding.ts';
import { writeFiles } from './support/fixture.ts';

const TODAY = '2026-11-24';
const RULE = 'art1-duplicates-answered';
const UTF8 = new TextEncoder();
const source = (file: string, text: string): SourceFile => ({ file, bytes: UTF8.encode(text) });
const filing = (slug: string, edit: Example['edit'], base: BaseName = '6.2财政'): SourceFile =>
  source(`projects/shili/${slug}.md`, exampleFile({ base, edit }).text);
const OFFICE = (threshold: string): SourceFile =>
  source(
    'office.yaml',
    [
      '名称: 示例办公室',
      '地区: 示例区',
      '规则版本: 金政〔2021〕22号',
      "施行日期: '2021-04-29'",
      "演示数据: 'false'",
      "封存公钥: ''",
      '审核账号: []',
      '设置:',
      `  查重阈值: '${threshold}'`,
      '',
    ].join('\n'),
  );

/** A little like the dispatch platform by its name; none of its modules is there. */
const ALIKE = {
  项目名称: '示例街道应急指挥会商室',
  功能清单: [{ 名称: '会商座席' }, { 名称: '会议纪要' }],
};

/** The registry around the examples: it holds a dispatch platform already. */
const AROUND = [OFFICE(''), ...exampleNeighbours().map(({ file, text }) => source(file, text))];
/** The same without the dispatch platform. */
const EMPTY = AROUND.filter(({ file }) => !file.includes('zonghe'));
const without = (files: readonly SourceFile[], name: string) => files.filter(({ file }) => file !== name);

const change = (
  added: readonly SourceFile[],
  {
    base = AROUND,
    head = base,
    open = [],
  }: { base?: readonly SourceFile[]; head?: readonly SourceFile[]; open?: readonly SourceFile[] } = {},
) =>
  judgeChange({
    base,
    tip: base,
    head: [...head, ...added],
    outside: [],
    actor: undefined,
    today: TODAY,
    open: open.length > 0 ? openFilings(base, [...base, ...open], 'andere') : [],
  });
const about = (findings: readonly Finding[], rule = RULE): string[] =>
  findings.filter((one) => one.rule === rule).map(({ severity, message }) => `${severity} ${message}`);

describe('a new filing that is like an old one', () => {
  it('blocks without an answer, and passes with the one that the finding offers once a reason is written', () => {
    const [found] = change([filing('xin', DISPATCH)]).findings.filter(({ rule }) => rule === RULE);
    expect(found?.severity).toBe('error');
    const template = found?.fix.slice(found.fix.indexOf('查重说明:')) ?? '';
    const text = exampleFile({ base: '6.2财政', edit: DISPATCH }).text;
    const answered = (words: string) =>
      source('projects/shili/xin.md', text.replace('利旧情况:', `${words}\n利旧情况:`));
    expect(template).not.toContain('功能:');
    expect(about(change([answered(template)]).findings)).toEqual([
      expect.stringContaining('没有说到'),
      expect.stringContaining('看不出理由'),
    ]);
    const written = template.replace(
      /( *)说明: .*/,
      '$1功能: [视频会商, 事件派单, 值班排班, 预案管理]\n$1说明: 四项都直接使用对方的，只补楼院一级的派单。',
    );
    expect(about(change([answered(written)]).findings)).toEqual([]);
    const moved = filing(
      'zonghe-zhihui-a2b3',
      { ...DISPATCH, 项目名称: '示例街道综合指挥平台', 建设规模: '覆盖九个社区。' },
      '6.1',
    );
    const elsewhere = [...without(AROUND, moved.file), moved];
    expect(about(change([answered(written)], { base: elsewhere }).findings)).toEqual([]);
    const rewritten = filing(
      'zonghe-zhihui-a2b3',
      { ...DISPATCH, 项目名称: '示例街道综合指挥中心平台' },
      '6.1',
    );
    const now = [...without(AROUND, moved.file), rewritten];
    expect(about(change([answered(written)], { base: now }).findings)).toEqual([
      expect.stringMatching(/^judgement .*重新看一遍/),
    ]);
  });

  it('is not excused by an early 填报日期', () => {
    const early = filing('xin', { ...DISPATCH, 填报日期: '2021-05-06' });
    expect(about(change([early]).findings)).toEqual([expect.stringMatching(/^error .*还没有答复/)]);
  });

  it('only gets advice under 第六条第1、3项', () => {
    expect(about(change([filing('xin', DISPATCH, '6.1')]).findings)).toEqual([
      expect.stringMatching(/^warning .*第七条/),
    ]);
  });

  it('is told when its reason is the same, word for word, as one elsewhere', () => {
    const answer = { ...DISPATCH_ANSWER, 说明: '两个项目的对象不一样，办法也不一样。' };
    const other = filing(
      'lao',
      { 项目名称: '示例街道燃气报警项目', 查重说明: [{ ...answer, 对象: 'shili/zhi-hui-yang-lao-k7q2' }] },
      '6.1',
    );
    const found = change([filing('xin', { ...DISPATCH, 查重说明: [answer] })], { base: [...AROUND, other] });
    expect(about(found.findings)).toEqual([expect.stringMatching(/^judgement .*shili\/lao 的一字不差/)]);
  });
});

describe('比对摘要', () => {
  const lexicon = AROUND.find(({ file }) => file === 'lexicon.yaml') as SourceFile;
  const text = new TextDecoder().decode(lexicon.bytes);
  const judgedBy = (words: string, digest = '0123456789ab'): readonly Finding[] => {
    const base = [...without(AROUND, 'lexicon.yaml'), source('lexicon.yaml', words)];
    const answer = { ...DISPATCH_ANSWER, 比对摘要: digest };
    return change([filing('xin', { ...DISPATCH, 查重说明: [answer] })], { base }).findings;
  };
  const found = judgedBy(text).find(({ field }) => field.endsWith('比对摘要'));
  const digest = found?.fix.match(/[0-9a-f]{12}/)?.[0] ?? '';
  const order = text.trimEnd().split(/\n(?=\S)/);

  it.each([
    ['as it was', text],
    ['with a comment', `# 说明\n${text}`],
    ['in another order', [...order].reverse().join('\n')],
    ['with another word for what the two do not say', text.replace('空巢老人', '孤寡老人')],
  ])('holds over a lexicon %s', (_, words) => {
    expect(about(judgedBy(words, digest))).toEqual([]);
  });

  it('reopens the answer when the lexicon finds something else in the two', () => {
    const words = text.replaceAll('指挥', '示例');
    expect(about(judgedBy(words, digest))).toEqual([expect.stringMatching(/^judgement .*重新看一遍/)]);
  });
});

describe('filings that are still open', () => {
  const rival = (edit: Example['edit'] = {}) =>
    filing('duishou', { ...DISPATCH, 项目名称: '示例街道指挥调度系统', ...edit });

  it('are compared with, and named as 正在申报', () => {
    const { findings } = change([filing('xin', DISPATCH)], {
      base: EMPTY,
      open: [rival({ 填报日期: '2026-03-04' })],
    });
    // Anybody can hand in anything with any day in it: what is not merged asks, and stops nobody.
    expect(about(findings)).toEqual([expect.stringMatching(/^judgement .*正在申报.*请办公室看由谁答复/)]);
  });

  it('ask the later one to answer; the earlier one is told', () => {
    const { findings } = change([filing('xin', DISPATCH)], {
      base: EMPTY,
      open: [rival({ 填报日期: '2026-03-06' })],
    });
    expect(about(findings)).toEqual([expect.stringMatching(/^warning .*由对方答复/)]);
  });

  it('are not compared with themselves', () => {
    const own = filing('xin', DISPATCH);
    expect(about(change([own], { base: EMPTY, open: [own] }).findings)).toEqual([]);
  });
});

describe('what a change brings along', () => {
  it('does not blunt the tool: lexicon and threshold are those of the base', () => {
    const head = [OFFICE('1'), ...without(without(AROUND, 'office.yaml'), 'lexicon.yaml')];
    const { findings } = change([filing('xin', DISPATCH)], { head });
    expect(about(findings)).toEqual([expect.stringMatching(/^error/)]);
    expect(about(findings, 'lexicon-valid')).toHaveLength(1);
  });

  it('is told once that nothing could be compared, when the base has no lexicon', () => {
    const base = without(AROUND, 'lexicon.yaml');
    const { findings } = change([filing('xin', DISPATCH), filing('yi', DISPATCH, '6.1')], { base });
    expect(about(findings, 'lexicon-valid')).toHaveLength(1);
    expect(about(change([], { base }).findings, 'lexicon-valid')).toEqual([]);
  });
});

describe('the threshold of the office', () => {
  const alike = filing('xin', ALIKE);
  const judged = (threshold: string) => {
    const base = [OFFICE(threshold), ...without(AROUND, 'office.yaml')];
    return about(change([alike], { base }).findings).length;
  };

  it('takes the place of the release’s', () => {
    expect([judged('0.01') > 0, judged('0.99')]).toEqual([true, 0]);
  });

  it('has to lie between 0 and 1', () => {
    expect(about(check([OFFICE('60')], { today: TODAY }).findings, 'settings-valid')).toEqual(
      expect.arrayContaining([expect.stringContaining('查重阈值')]),
    );
  });
});

describe('the report', () => {
  it('carries the evidence on every judged filing, and no mark of a name is live in it', () => {
    const text = markdownReport(
      change([
        filing('xin', {
          ...DISPATCH,
          项目名称: '示例街道<b>应急指挥</b>[调度](http://x)@all平台',
          服务对象: ['楼长'],
        }),
      ]),
    );
    for (const word of [
      '路径：',
      '第六条第2项',
      '计分：',
      '可能对应的功能：',
      '不同点：',
      '建议：',
      '要答复',
    ])
      expect(text).toContain(word);
    for (const mark of ['<b>', '](', '@all', 'http://']) expect(text).not.toContain(mark);
  });
});

describe('trouble in the comparison', () => {
  const own = filing('xin', DISPATCH);
  const entry = check([...AROUND, own], { today: TODAY }).projects.find(
    ({ entry: one }) => one.id === 'shili/xin',
  )?.entry as Entry;

  it('comes back as trouble, and is kept', () => {
    const compared = compareEntries([entry], {
      entries: [entry, entry],
      references: [],
      open: [],
      units: new Map(),
      isEnded: () => {
        throw new Error('out of order');
      },
      by: { concepts: [], threshold: undefined },
      dated: false,
    });
    expect(compared.get(entry)).toMatchObject({ failure: 'out of order', similar: [] });
  });

  it('is red, never 「没有找到」', () => {
    const modules = { rows: [], existing: 0 };
    const failed = {
      similar: [],
      modules,
      split: undefined,
      telling: true,
      dated: false,
      failure: 'out of order',
    };
    const facts = { similarTo: () => failed, lifeOf: () => ({ facts: new Map(), state: '待受理' }) };
    const [found, ...more] = art1DuplicatesAnswered.run(entry, facts as unknown as Facts);
    expect(more).toEqual([]);
    expect(found).toMatchObject({
      severity: 'error',
      message: expect.stringContaining('查重没有做成（out of order）'),
    });
    const answers = new Map();
    const judged = { file: entry.file, entry, standing: '待办公室受理', comparison: failed };
    const card = { ...judged, answers, precedents: new Map() };
    const text = markdownReport({ checked: 1, findings: [], similar: [card] });
    expect(text).toContain('没有做成');
    expect(text).not.toContain('没有找到');
  });
});

describe('the command', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'registry-duplicates-'));
  afterAll(() => rmSync(scratch, { recursive: true, force: true }));
  const git = (...args: string[]): string =>
    execFileSync('git', ['-C', scratch, '-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], {
      encoding: 'utf8',
    });
  const branch = (name: string, files: readonly SourceFile[]): void => {
    git('checkout', '-q', '-B', name, ...(name === 'main' ? [] : ['main']));
    writeFiles(files, join(scratch, 'registry'));
    git('add', '-A');
    git('commit', '-q', '-m', name);
  };

  it('reads other open heads as blobs, as many as are named', () => {
    git('init', '-q', '-b', 'main');
    branch('main', EMPTY);
    branch('jia', [filing('jia', { ...DISPATCH, 项目名称: '示例街道指挥调度系统', 填报日期: '2026-03-01' })]);
    branch('yi', [filing('yi', { ...DISPATCH, 项目名称: '示例街道应急指挥系统', 填报日期: '2026-03-02' })]);
    branch('bing', [filing('bing', DISPATCH)]);
    const run = (...open: string[]) =>
      spawnSync(
        process.execPath,
        [
          'scripts/registry.ts',
          'check',
          '--root',
          join(scratch, 'registry'),
          '--base',
          'main',
          '--head',
          'bing',
          '--today',
          TODAY,
          '--format',
          'json',
          ...open,
        ],
        { encoding: 'utf8' },
      );
    const found = (out: string): Finding[] =>
      (JSON.parse(out).findings as Finding[]).filter(({ rule }) => rule === RULE);
    expect(found(run().stdout)).toEqual([]);
    const both = run('--open', 'jia', '--open=yi');
    expect(both.status).toBe(0);
    expect(found(both.stdout)).toHaveLength(2);
    expect(
      JSON.parse(both.stdout).similar[0].candidates.map(({ standing }: { standing: string }) => standing),
    ).toEqual(['正在申报', '正在申报']);
    expect(run('--open', 'meiyou').status).toBe(2);
  });

  it.each(['0.01', '0.99'])('gives one verdict on a pair, whoever asks, at 查重阈值 %s', (threshold) => {
    const root = mkdtempSync(join(scratch, 'dial-'));
    writeFiles([OFFICE(threshold), ...without(AROUND, 'office.yaml'), filing('xin', ALIKE)], root);
    const plan = join(scratch, 'plan.txt');
    writeFileSync(plan, `${ALIKE.项目名称}\n${ALIKE.功能清单.map(({ 名称 }) => 名称).join('，')}。`);
    const batch = join(scratch, 'batch.jsonl');
    writeFileSync(batch, '{"id":"1","name":"应急指挥平台"}\n{"id":"2","name":"应急调度系统"}\n');
    const run = (...args: string[]) =>
      JSON.parse(
        spawnSync(process.execPath, ['scripts/registry.ts', ...args, '--root', root], {
          encoding: 'utf8',
        }).stdout.split('\n{"id":"2"')[0] ?? '',
      );
    const asked = (candidates: readonly { id: string; mustAnswer: boolean }[]) => candidates[0]?.mustAnswer;
    const judged = run('check', join(root, 'projects/shili/xin.md'), '--format', 'json').similar[0];
    const named = run('similar', 'shili/xin', '--format', 'json');
    expect(asked(judged.candidates) ?? false).toBe(threshold === '0.01');
    expect(asked(named.candidates)).toBe(threshold === '0.01');
    expect(asked(run('similar', plan, '--format', 'json').candidates)).toBe(threshold === '0.01');
    expect(asked(run('similar', '--corpus', batch, '--query', batch).candidates)).toBe(threshold === '0.01');
  });

  it('records the verdict of the office, which settles the pair and shows in status', () => {
    const root = mkdtempSync(join(scratch, 'office-'));
    writeFiles([...AROUND, filing('xin', DISPATCH)], root);
    const run = (...args: string[]) =>
      spawnSync(process.execPath, ['scripts/registry.ts', ...args, '--root', root, '--today', TODAY], {
        encoding: 'utf8',
      });
    const verdict = (words: string, note: string) =>
      run(
        'record',
        'shili/xin',
        '查重认定',
        '--对象',
        'shili/zonghe-zhihui-a2b3',
        '--结论',
        words,
        '--说明',
        note,
        '--经办',
        '办公室项目组',
      );
    expect(run('check').status).toBe(1);
    expect(verdict('重复', '四项功能对方都有').status).toBe(0);
    const judged = run('check');
    expect(judged.status).toBe(0);
    expect(judged.stdout).toContain('请判断');
    expect(judged.stdout).toContain('认定与「示例街道综合指挥平台」');
    expect(verdict('不重复', '已改为只管楼院').status).toBe(0);
    expect(run('check').stdout).not.toContain(RULE);
    const status = run('status', 'shili/xin').stdout;
    expect(status).toMatch(/查重认定：不重复 shili\/zonghe-zhihui-a2b3.*已改为只管楼院/);
    expect(status).toContain('待办公室受理');
  });
});
