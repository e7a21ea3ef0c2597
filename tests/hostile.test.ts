import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { check } from '../src/check.ts';
import { judgeChange } from '../src/gate/judge-change.ts';
import { readChange } from '../src/io/read-change.ts';
import { readRegistryFiles } from '../src/io/registry-files.ts';
import { CATALOGUE } from '../src/rules/catalogue.ts';
import type { Finding } from '../src/text/finding.ts';
import { CASES, type HostileCase } from './hostile/cases.ts';
import { ACTORS, type Files, soundRegistry } from './hostile/registry.ts';
import { GitObjects } from './support/git-objects.ts';

const TODAY = '2026-11-24';
const objects = new GitObjects('hostile');
const { repository, scratch } = objects;
const commit: GitObjects['commit'] = (...args) => objects.commit(...args);

function attacked({ attack }: HostileCase): Files {
  const registry = soundRegistry();
  attack(registry);
  return registry;
}

let base = '';

beforeAll(() => {
  base = commit(soundRegistry(), []);
});

afterAll(() => objects.remove());

function expectRefused(findings: readonly Finding[], { rule }: HostileCase): void {
  const answers = findings.filter((finding) => finding.rule === rule);
  expect(
    answers.map((one) => one.severity),
    JSON.stringify(findings.map((one) => one.rule)),
  ).toContain('error');
  for (const { message, fix, article, line, column } of answers) {
    expect(message).toMatch(/[\u4e00-\u9fff]/);
    expect(fix).not.toBe('');
    expect(article).not.toBe('');
    expect(Math.min(line, column)).toBeGreaterThanOrEqual(1);
  }
}

describe('the registry that is attacked', () => {
  it('is sound in itself', () => {
    const files = [...soundRegistry()].map(([file, source]) => ({ file, ...source }));
    expect(check(files, { today: TODAY }).findings).toEqual([]);
  });

  it('takes an honest change of a unit to its own entry', async () => {
    const files = soundRegistry();
    const text = new TextDecoder().decode(files.get('projects/shili/guanai-k7q2.md')?.bytes);
    files.set('projects/shili/guanai-k7q2.md', {
      bytes: new TextEncoder().encode(text.replace('1200 名', '1300 名')),
    });
    const change = await readChange(join(repository, 'registry'), base, commit(files, [base]));
    const result = judgeChange({ ...change, actor: ACTORS.own, today: TODAY });
    expect(result.findings).toEqual([]);
    expect(result.changes[0]?.fields.map(({ words }) => words).join()).toContain('1300 名');
  });
});

describe('the corpus', () => {
  it('has at least sixty cases, each its own, and every rule of safety and of changes is met', () => {
    expect(CASES.length).toBeGreaterThanOrEqual(60);
    expect(new Set(CASES.map(({ says }) => says)).size).toBe(CASES.length);
    const met = new Set(CASES.map(({ rule }) => rule));
    const errors = Object.values(CATALOGUE).filter(
      ({ kind, severity }) => (kind === '安全' || kind === '改动') && severity === 'error',
    );
    // The second needs a base that has moved on: tests/moved-base.test.ts.
    const apart = ['change-outside-registry', 'change-merges'];
    expect(errors.map(({ id }) => id).filter((id) => !met.has(id) && !apart.includes(id))).toEqual([]);
  });

  it.each(CASES)('through a Git head that is never checked out: $says', async (one) => {
    const head = commit(attacked(one), [base]);
    const change = await readChange(join(repository, 'registry'), base, head);
    const { findings } = judgeChange({ ...change, actor: one.actor ?? ACTORS.own, today: TODAY });
    expectRefused(findings, one);
  });

  it.each(CASES.filter(({ gitOnly, change }) => !gitOnly && !change))('on disk: $says', (one) => {
    const root = mkdtempSync(join(scratch, 'disk-'));
    for (const [file, { bytes, mode }] of attacked(one)) {
      const path = join(root, file);
      mkdirSync(dirname(path), { recursive: true });
      if (mode === '120000') symlinkSync(new TextDecoder().decode(bytes), path);
      else writeFileSync(path, bytes);
      if (mode === '100755') chmodSync(path, 0o755);
    }
    expectRefused(check(readRegistryFiles(root), { today: TODAY }).findings, one);
    rmSync(root, { recursive: true });
  });
});

describe('registry check --base --head', () => {
  const run = (...args: string[]) => {
    const registry = join(repository, 'registry');
    const ran = spawnSync(
      process.execPath,
      ['scripts/registry.ts', 'check', '--root', registry, '--today', TODAY, ...args],
      {
        encoding: 'utf8',
      },
    );
    return { status: ran.status, out: ran.stdout, err: ran.stderr };
  };

  it('exits 1 with a finding for each fault, in JSON with debt and words', () => {
    const one = CASES.find(({ rule }) => rule === 'change-needs-reason');
    if (!one) throw new Error('no such case');
    const { status, out } = run(
      '--base',
      base,
      '--head',
      commit(attacked(one), [base]),
      '--actor',
      ACTORS.own,
      '--format',
      'json',
    );
    expect(status).toBe(1);
    const report = JSON.parse(out);
    expect(Object.keys(report)).toEqual([
      'checked',
      'findings',
      'debt',
      'changes',
      'notes',
      'similar',
      'summary',
    ]);
    expect(JSON.stringify(report.changes)).toContain('资金预算：320.00 → 380.00 万元，+18.8%');
    expect(report.findings.map(({ rule }: Finding) => rule)).toContain('change-reopens-review');
  });

  it('says so when nobody is named as the author', () => {
    const { status, out } = run('--base', base, '--head', base, '--format', 'json');
    expect(status).toBe(0);
    expect(JSON.parse(out).notes.join()).toContain('--actor');
  });

  it.each([
    ['a base that is none', ['--base', 'nowhere']],
    ['a base that is an option', ['--base', '--upload-pack=x']],
    ['a range', ['--base', 'a..b']],
    ['an actor that is a name', ['--base', 'HEAD', '--actor', 'zhang']],
    ['a head without a base', ['--head', 'HEAD']],
  ])('exits 2 on %s, with a sentence', (_, args) => {
    const { status, err } = run(...args);
    expect(status).toBe(2);
    expect(err).toMatch(/[\u4e00-\u9fff]/);
    expect(err).not.toMatch(/\n\s+at /);
  });

  it('reads rights from the base as it stands, not from where the author started', async () => {
    const later = soundRegistry();
    const units = new TextDecoder().decode(later.get('units.yaml')?.bytes).replace(`['${ACTORS.own}']`, '[]');
    later.set('units.yaml', { bytes: new TextEncoder().encode(units) });
    const tip = commit(later, [base]);
    const mine = soundRegistry();
    mine.set('projects/shili/guanai-k7q2.md', { bytes: new TextEncoder().encode('') });
    const change = await readChange(join(repository, 'registry'), tip, commit(mine, [base]));
    const { findings } = judgeChange({ ...change, actor: ACTORS.own, today: TODAY });
    expect(findings.map(({ rule }) => rule)).toContain('change-foreign-unit');
    expect(findings.filter(({ file }) => file === 'units.yaml')).toEqual([]);
  });

  it('refuses files outside the registry from a unit', async () => {
    const head = commit(soundRegistry(), [base], { 'package.json': '{}' });
    const change = await readChange(join(repository, 'registry'), base, head);
    expect(change.outside).toEqual(['package.json']);
    const { findings } = judgeChange({ ...change, actor: ACTORS.own, today: TODAY });
    expect(findings.map(({ rule }) => rule)).toEqual(['change-outside-registry']);
  });
});
