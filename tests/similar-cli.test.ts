import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { docxOf, pdfOf } from './support/documents.ts';

/** 「停车诱导系统，采集空余泊位」 as a Chinese Windows writes it. */
const IN_GBK = Buffer.from('cda3b3b5d3d5b5bccfb5cdb3a3acb2c9bcafbfd5d3e0b2b4cebb', 'hex');

const scratch = mkdtempSync(join(tmpdir(), 'registry-similar-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

function file(name: string, lines: readonly string[]): string {
  const path = join(scratch, name);
  writeFileSync(path, lines.join('\n'));
  return path;
}

function similar(...args: string[]) {
  const run = spawnSync(process.execPath, ['scripts/registry.ts', 'similar', ...args], { encoding: 'utf8' });
  return { status: run.status, out: run.stdout, err: run.stderr };
}

const corpus = file('corpus.jsonl', [
  '{"id":"1","name":"独居老人关爱服务平台","unit":"甲街道","description":"异常预警、工单派发"}',
  '{"id":2,"name":"停车诱导系统"}',
  '',
]);

describe('registry similar', () => {
  it('answers a batch with one object a line, in the order of the queries', () => {
    const query = file('query.jsonl', [
      '{"id":"q1","name":"空巢老人智能看护","description":null}',
      '{"id":"2","name":"停车诱导系统"}',
    ]);
    const { status, out } = similar('--corpus', corpus, '--query', query);
    expect(status).toBe(0);
    const answers = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(answers.map(({ id }) => id)).toEqual(['q1', '2']);
    expect(Object.keys(answers[0].candidates[0])).toEqual([
      'id',
      'name',
      'unit',
      'score',
      'worth',
      'relation',
      'mustAnswer',
      'evidence',
    ]);
    expect(answers[0].candidates[0]).toMatchObject({ id: '1', unit: '甲街道' });
    expect(answers[1].candidates.map(({ id }: { id: string }) => id)).not.toContain('2');
  });

  it.each([
    ['a broken line', ['{"id":"1","name":"甲"}', '{"id":'], '第 2 行'],
    ['a line without a name', ['{"id":"1"}'], '第 1 行'],
  ])('says which line on %s, and exits 2', (_, lines, where) => {
    const { status, err } = similar('--corpus', corpus, '--query', file('bad.jsonl', lines));
    expect(status).toBe(2);
    expect(err).toContain(where);
    expect(err).not.toMatch(/\n\s+at /);
  });

  it('fails loudly without a lexicon, and never says that nothing was found', () => {
    const { status, out, err } = similar('--root', scratch, '--corpus', corpus, '--query', corpus);
    expect(status).toBe(2);
    expect(out).toBe('');
    expect(err).toContain('不能查重');
  });

  it('compares a draft and a plain text that lie outside the registry', () => {
    const text = file('方案.txt', ['区级停车诱导系统', '采集停车场空余泊位，在诱导屏发布。']);
    expect(similar(text).out).toContain('区级停车诱导信息系统');
    const draft = file('草稿.md', [
      '---',
      '项目名称: 停车诱导平台',
      '---',
      '## 建设内容',
      '采集空余泊位，诱导屏发布。',
    ]);
    const { status, out } = similar(draft, '--limit', '1');
    expect(status).toBe(0);
    expect(out).toContain('与「停车诱导平台」相似的项目');
  });

  it('reads a Word document, and what a Chinese Windows sends down a pipe', async () => {
    const plan = join(scratch, '方案.docx');
    writeFileSync(plan, await docxOf(['区级停车诱导系统', '采集停车场空余泊位，在诱导屏发布。']));
    expect(similar(plan).out).toContain('区级停车诱导信息系统');
    const piped = spawnSync(process.execPath, ['scripts/registry.ts', 'similar', '-'], {
      input: IN_GBK,
      encoding: 'utf8',
    });
    expect(piped.stdout).toContain('区级停车诱导信息系统');
  });

  it.each([
    ['a scan', '扫描件.pdf', pdfOf(['']), '扫描件'],
    ['bytes that are no text', '方案.txt', Buffer.of(0, 1, 2, 3), '不是文本文件'],
  ])('never says of %s that nothing was found', (_, name, bytes, why) => {
    const path = join(scratch, name);
    writeFileSync(path, bytes);
    const { status, out, err } = similar(path);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toContain(why);
    expect(err).toContain('还没有查');
  });

  it('names the modules of a plan that exist, and says in JSON what comes of it', () => {
    const plan = file('modules.txt', [
      '某街道智慧社区平台',
      '1. 老人看护：给独居老人装手环和门磁，没有活动就报警。',
      '2. 车位引导：采集空余泊位，在诱导屏和手机上发布。',
    ]);
    expect(similar(plan).out).toMatch(/^模块：2 个模块中 2 个已有\n {2}老人看护：「/);
    expect(JSON.parse(similar(plan, '--format', 'json').out)).toMatchObject({
      verdict: '要答复',
      modules: { existing: 2 },
    });
    const short = JSON.parse(similar(file('short.txt', ['停车']), '--format', 'json').out);
    expect(short).toMatchObject({ verdict: '写得太少', modules: { rows: [] } });
    expect(Object.keys(short.candidates[0] ?? {})).toEqual(['id', 'name', 'unit']);
  });

  it('says that too little was written, not that nothing is there', () => {
    const { out, status } = similar(file('短.txt', ['平台']));
    expect(status).toBe(2);
    expect(out).not.toContain('没有找到');
    expect(out).toContain('写得太少');
  });
});
