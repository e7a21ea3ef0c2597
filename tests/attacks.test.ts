import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { receiveMerged } from '../src/forge/receive-merged.ts';
import { decide } from '../src/gate/decide.ts';
import type { Decision } from '../src/gate/decision.ts';
import { gatherFacts } from '../src/gate/gather-facts.ts';
import { judgeChange } from '../src/gate/judge-change.ts';
import { readChange } from '../src/io/read-change.ts';
import { ACTORS, bytes, type Files, FOREIGN, filing, OWN, soundRegistry } from './hostile/registry.ts';
import { GitObjects } from './support/git-objects.ts';

const TODAY = '2026-11-24';
const objects = new GitObjects('attacks');
const { repository } = objects;
const git: GitObjects['git'] = (...args) => objects.git(...args);
const commit: GitObjects['commit'] = (...args) => objects.commit(...args);

const PROGRAM = {
  'src/check.ts': 'export const check = () => 1;\n',
  '.github/workflows/gate.yml': 'name: gate\n',
  '.github/CODEOWNERS': '* @office\n',
  'package.json': '{}\n',
};
let base = '';

beforeAll(() => {
  base = commit(soundRegistry(), [], PROGRAM);
  git(['update-ref', 'refs/heads/main', base]);
});
afterAll(() => objects.remove());

/** What the gate decides, as the command and the workflow have it decided. */
async function gate(head: string, actor: string = ACTORS.own): Promise<Decision> {
  const read = await readChange(join(repository, 'registry'), 'refs/heads/main', head);
  const change = { ...read, actor, today: TODAY };
  return decide(gatherFacts(change, judgeChange(change), { places: { folder: 'registry', head } }));
}

const rulesAt = ({ annotations }: Decision, path: string): readonly string[] =>
  annotations.filter((one) => one.path === path && one.level === 'failure').map(({ title }) => title);
const own = (text: string): Files => new Map(soundRegistry()).set(OWN, { bytes: bytes(text) });
const honest = (): string =>
  new TextDecoder().decode(soundRegistry().get(OWN)?.bytes).replace('1200 名', '1300 名');

describe('a change by a unit', () => {
  it('that is honest may be received', async () => {
    const decision = await gate(commit(own(honest()), [base], PROGRAM));
    expect(decision.status).toMatchObject({ context: 'registry/gate', state: 'success' });
  });

  it.each([
    ['the validator', 'src/check.ts'],
    ['the workflow', '.github/workflows/gate.yml'],
    ['the list of reviewers', '.github/CODEOWNERS'],
    ['what npm runs', 'package.json'],
  ])('that alters %s beside an honest filing is refused', async (_, path) => {
    const decision = await gate(commit(own(honest()), [base], { ...PROGRAM, [path]: 'evil' }));
    expect(decision.status.state).toBe('failure');
    expect(rulesAt(decision, path)).toEqual(['必改 change-outside-registry']);
    expect(decision.labels).toContain('越权改动');
  });

  it("that writes itself into units.yaml and alters another's filing has no more right than before", async () => {
    const files = new Map(soundRegistry());
    const units = new TextDecoder().decode(files.get('units.yaml')?.bytes);
    files.set('units.yaml', {
      bytes: bytes(units.replace(`['${ACTORS.foreign}']`, `['${ACTORS.foreign}', '${ACTORS.own}']`)),
    });
    const theirs = new TextDecoder().decode(files.get(FOREIGN)?.bytes);
    files.set(FOREIGN, { bytes: bytes(theirs.replace('刷卡借书还书', '刷脸借书还书')) });
    const decision = await gate(commit(files, [base], PROGRAM));
    expect(rulesAt(decision, 'registry/units.yaml')).toEqual(['必改 change-office-only']);
    expect(rulesAt(decision, `registry/${FOREIGN}`)).toEqual(['必改 change-foreign-unit']);
  });

  it("that renames its own filing over another's is refused on both", async () => {
    const files = new Map(soundRegistry());
    const mine = files.get(OWN);
    if (!mine) throw new Error('no such filing');
    files.delete(OWN);
    files.set(FOREIGN, mine);
    const decision = await gate(commit(files, [base], PROGRAM));
    expect(rulesAt(decision, `registry/${OWN}`)).toContain('必改 change-entry-removed');
    expect(rulesAt(decision, `registry/${FOREIGN}`)).toContain('必改 change-foreign-unit');
  });

  it('of more than 3,000 files hides nothing behind their number', async () => {
    const many = Object.fromEntries(Array.from({ length: 3_400 }, (_, at) => [`attachments/${at}.txt`, 'x']));
    const decision = await gate(
      commit(own(honest()), [base], { ...PROGRAM, ...many, 'zzz/package.json': 'evil' }),
    );
    expect(decision.seen.outside).toBe(3_401);
    expect(rulesAt(decision, 'zzz/package.json')).toEqual(['必改 change-outside-registry']);
    expect(decision.comment.length).toBeLessThan(65_536);
  });

  it('that puts its filing beside the registry is told where it belongs', async () => {
    const decision = await gate(
      commit(soundRegistry(), [base], { ...PROGRAM, 'projects/shili/xin-a2b3.md': filing() }),
    );
    expect(decision.status.state).toBe('failure');
    expect(decision.comment).toContain('registry/projects/shili/xin-a2b3.md');
  });

  it('that changes nothing is never green', async () => {
    const decision = await gate(commit(soundRegistry(), [base], PROGRAM));
    expect([decision.verdict, decision.status.state]).toEqual(['没有核对', 'failure']);
  });

  it('whose file names are commands and marks runs nothing and marks nothing', async () => {
    const names = [
      '`touch pwned`',
      '$(touch pwned)',
      '; touch pwned #',
      '[x](evil.example)',
      '<img src=x>',
      '@octocat',
    ];
    const beside = Object.fromEntries(names.map((name) => [`${name}.md`, filing()]));
    const decision = await gate(commit(own(honest()), [base], { ...PROGRAM, ...beside }));
    expect(existsSync('pwned')).toBe(false);
    expect(decision.seen.outside).toBe(names.length);
    expect(decision.comment).not.toMatch(/`touch|\]\(evil|<img|@octocat/);
  });
});

describe('names of revisions', () => {
  it('that mean a branch and a tag are refused', () => {
    const head = commit(own(honest()), [base], PROGRAM);
    git(['update-ref', 'refs/tags/main', head]);
    const args = [
      'scripts/registry.ts',
      'gate',
      '--root',
      join(repository, 'registry'),
      '--base',
      'main',
      '--head',
      head,
    ];
    const ran = spawnSync(process.execPath, args, { encoding: 'utf8' });
    git(['update-ref', '-d', 'refs/tags/main']);
    expect([ran.status, ran.stderr]).toEqual([2, expect.stringContaining('既是分支又是标签')]);
  });

  it('and authors are given once', () => {
    const args = ['scripts/registry.ts', 'gate', '--base', base, '--head', base, '--actor', ACTORS.own];
    const ran = spawnSync(process.execPath, [...args, '--actor', ACTORS.office], { encoding: 'utf8' });
    expect([ran.status, ran.stderr]).toEqual([2, expect.stringContaining('写了两次')]);
  });
});

describe('two jobs after two merges at once', () => {
  it('give each filing a number of its own, once', async () => {
    const built = (name: string) =>
      filing({
        项目名称: name,
        功能清单: [{ 名称: `${name}甲`, 说明: '一' }],
        项目概况: `${name}没有。`,
        建设内容: `${name}一套，含主机和软件，供值班室使用，按月出报表。`,
      });
    const start = new Map(soundRegistry()).set('numbers.yaml', { bytes: bytes('# 登记号索引\n') });
    const first = commit(start, [base], PROGRAM);
    const one = new Map(start).set('projects/shili/ludeng-a2b3.md', {
      bytes: bytes(built('示例街道路灯控制')),
    });
    const two = new Map(one).set('projects/shili/jinggai-c4d5.md', {
      bytes: bytes(built('示例街道井盖感应')),
    });
    const merged = commit(two, [commit(one, [first], PROGRAM)], PROGRAM);
    git(['update-ref', 'refs/heads/main', merged]);
    const place = {
      remote: { url: repository },
      branch: 'main',
      folder: 'registry',
      today: TODAY,
      publishes: true,
    };
    const runs = await Promise.all([receiveMerged(place), receiveMerged(place), receiveMerged(place)]);
    // Jobs that work out the same in the same second make the same commit, and each finds it pushed.
    const pushes = new Map(runs.map(({ commit: pushed, received }) => [pushed, received]));
    const given = [...pushes].flatMap(([pushed, received]) => (pushed === undefined ? [] : received));
    expect(given.map(({ number }) => number)).toEqual(['备〔2026〕1号', '备〔2026〕2号']);
    const index = git(['show', 'main:registry/numbers.yaml']);
    expect(index.match(/登记号: .*/g)).toEqual(['登记号: 备〔2026〕1号', '登记号: 备〔2026〕2号']);
    expect(git(['rev-list', '--count', `${merged}..main`])).toBe('1');
    git(['update-ref', 'refs/heads/main', base]);
  });
});
