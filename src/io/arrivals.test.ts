import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { arrivalsOf, filedByCommit } from './arrivals.ts';

const repository = mkdtempSync(join(tmpdir(), 'arrivals-'));
const place = { repository, folder: 'registry' };
let day = 1;

function git(...args: readonly string[]): string {
  const date = `2026-11-${String(day).padStart(2, '0')}T23:30:00Z`;
  const env = {
    PATH: process.env.PATH ?? '',
    HOME: repository,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_DATE: date,
  };
  const who = ['-c', 'user.name=a', '-c', 'user.email=a@example.invalid'];
  return execFileSync('git', [...who, ...args], { cwd: repository, env, encoding: 'utf8' }).trim();
}

/** Commits files on the branch that is checked out. */
function commit(files: Readonly<Record<string, string>>): string {
  for (const [name, text] of Object.entries(files)) {
    const path = join(repository, 'registry', name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  git('add', '-A');
  git('commit', '-q', '-m', 'x');
  return git('rev-parse', 'HEAD');
}

/** The same on a branch, merged a day later. */
function merged(files: Readonly<Record<string, string>>): string {
  git('checkout', '-q', '-b', `change-${day}`);
  commit(files);
  git('checkout', '-q', 'main');
  day++;
  git('merge', '-q', '--no-ff', '-m', 'Merge', '-');
  return git('rev-parse', 'HEAD');
}

const PATHS = {
  old: 'projects/jia/old-a2b3.md',
  one: 'projects/jia/one-a2b3.md',
  two: 'projects/yi/two-a2b3.md',
};
const merges: string[] = [];

beforeAll(() => {
  git('init', '-q', '-b', 'main');
  merges.push(commit({ [PATHS.old]: 'a' }));
  day = 3;
  commit({ 'numbers.yaml': '# 登记号索引\n' });
  merges.push(merged({ [PATHS.two]: 'a', 'projects/jia/one-a2b3/plan.age': 'x', 'office.yaml': 'x: 1\n' }));
  day = 6;
  merges.push(merged({ [PATHS.one]: 'a', [PATHS.old]: 'b' }));
  day = 9;
  merged({ [PATHS.two]: 'b' });
});
afterAll(() => rmSync(repository, { recursive: true, force: true }));

describe('what came in after the index was begun', () => {
  it('is told in the order of its coming, with the day on which it was merged as it is now', async () => {
    // Half past eleven in the evening in UTC is the next morning in China.
    expect(await arrivalsOf(place, 'main')).toEqual([
      { id: 'yi/two-a2b3', day: '2026-11-11' },
      { id: 'jia/one-a2b3', day: '2026-11-08' },
    ]);
  });

  it('and with which commit of the branch everything came, the merge and not what was merged', async () => {
    expect([...(await filedByCommit(place, 'main'))]).toEqual([
      [merges[0], ['jia/old-a2b3']],
      [merges[1], ['yi/two-a2b3']],
      [merges[2], ['jia/one-a2b3']],
    ]);
  });

  it('cannot be told where the history is cut off', async () => {
    const shallow = mkdtempSync(join(tmpdir(), 'arrivals-'));
    execFileSync('git', ['clone', '-q', '--depth', '1', `file://${repository}`, shallow]);
    await expect(filedByCommit({ repository: shallow, folder: 'registry' }, 'HEAD')).rejects.toThrow(
      '历史不全',
    );
    rmSync(shallow, { recursive: true, force: true });
  });
});
