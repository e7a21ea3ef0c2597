import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { LEADS, STAGES } from '../src/regulation/vocabulary.ts';
import { writeFixture } from './support/fixture.ts';

const scratch = mkdtempSync(join(tmpdir(), 'registry-cli-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

function registry(...args: string[]): { status: number | null; out: string; err: string } {
  const run = spawnSync(process.execPath, ['scripts/registry.ts', ...args], { encoding: 'utf8' });
  return { status: run.status, out: run.stdout, err: run.stderr };
}

describe('registry route', () => {
  it('answers in JSON as the contract says', () => {
    const { status, out } = registry(
      'route',
      '--lead',
      '社会组织',
      '--stage',
      '新建',
      '--fiscal',
      '是',
      '--format',
      'json',
    );
    expect(status).toBe(0);
    expect(Object.keys(JSON.parse(out))).toEqual([
      'clause',
      'form',
      'approval',
      'attachments',
      'coordinator',
      'duties',
      'steps',
    ]);
    expect(JSON.parse(out)).toMatchObject({ clause: '6.4', form: '申请表', approval: true });
  });

  it('takes a company for the 社会组织 that it counts as, and says so', () => {
    const { status, out, err } = registry('route', '--lead', '公司', '--stage', '新建', '--fiscal', '否');
    expect(status).toBe(0);
    expect(out).toContain('资料报送');
    expect(err).toContain('公司按「社会组织」办理');
  });

  it.each([
    ['without answers', []],
    ['with a lead that is none', ['--lead', '邻居', '--stage', '新建', '--fiscal', '是']],
    [
      'with an option that is none',
      ['--lead', LEADS[0], '--stage', STAGES[0], '--fiscal', '是', '--foo', '1'],
    ],
  ])('says what may be written %s, and exits 2', (_, args) => {
    const { status, err } = registry('route', ...args);
    expect(status).toBe(2);
    expect(err).toMatch(/可以写|没有这个选项/);
    expect(err).not.toMatch(/\n\s+at /);
  });
});

describe('registry check', () => {
  it('finds nothing to block in the registry as shipped', () => {
    const { status, out } = registry('check', '--format', 'json');
    const report = JSON.parse(out);
    expect(report.findings.filter(({ severity }: { severity: string }) => severity === 'error')).toEqual([]);
    expect(report.summary.ok).toBe(true);
    expect(status).toBe(0);
  });

  it('names file, line, field, article and repair, and exits 1', () => {
    const root = join(scratch, 'registry');
    writeFixture('annex-total-is-sum--one-source-forgotten', root);
    const { status, out } = registry('check', '--root', root, '--format', 'json', '--today', '2026-11-24');
    expect(status).toBe(1);
    const [finding] = JSON.parse(out).findings;
    expect(finding).toMatchObject({ rule: 'annex-total-is-sum', severity: 'error', field: '资金预算' });
    expect(finding.file).toMatch(/registry\/projects\/.+\.md$/);
    expect(finding.line).toBeGreaterThan(1);
    for (const key of ['message', 'article', 'fix']) expect(finding[key]).not.toBe('');
  });

  it('judges only the named paths, also in another registry', () => {
    const root = join(scratch, 'two');
    writeFixture('annex-total-is-sum--one-source-forgotten', root);
    writeFileSync(join(root, 'projects/shili/other.md'), '没有表头');
    const { out } = registry('check', join(root, 'projects/shili/other.md'), '--format', 'json');
    const files = new Set(JSON.parse(out).findings.map(({ file }: { file: string }) => file));
    expect([...files]).toEqual([join(root, 'projects/shili/other.md')]);
  });

  it.each([
    ['a folder that is not there', ['--root', join(scratch, 'nowhere')]],
    ['a path that is not there', ['registry/projects/nowhere.md']],
    ['a format that is none', ['--format', 'xml']],
    ['a day that is none', ['--today', '2026-02-30']],
  ])('exits 2 on %s, with a sentence and no stack', (_, args) => {
    const { status, err } = registry('check', ...args);
    expect(status).toBe(2);
    expect(err.trim()).not.toBe('');
    expect(err).not.toMatch(/\n\s+at /);
  });
});

describe('registry', () => {
  it('refuses a command that it does not have', () => {
    expect(registry('foo').status).toBe(2);
  });
});
