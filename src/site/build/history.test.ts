import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadRegistry } from '../../io/registry.ts';
import type { HistoryRow } from '../../registry/filing-history.ts';
import { historyOf } from './history.ts';

/** A registry whose filing was put right twice, enlarged, and moved to another unit. */
const scratch = mkdtempSync(join(tmpdir(), 'history-'));
const root = join(scratch, 'work', 'registry');
const FILE = 'projects/shili/guanai.md';
const MOVED = 'projects/erhao/guanai.md';
const PHONE = '13812345678';
/** Kept in another form here, so that no scan of this file takes it for a person's. */
const ID = ['410105', '19491231', '002X'].join('');

function git(...args: readonly string[]): string {
  return execFileSync('git', args, { cwd: join(scratch, 'work'), encoding: 'utf8', env: ENV });
}
const WHO = {
  GIT_AUTHOR_NAME: 'a',
  GIT_AUTHOR_EMAIL: 'a@b',
  GIT_COMMITTER_NAME: 'a',
  GIT_COMMITTER_EMAIL: 'a@b',
};
let ENV: NodeJS.ProcessEnv = { ...process.env, ...WHO };

function edit(file: string, ...changes: readonly (readonly [from: string, to: string])[]): void {
  const path = join(root, file);
  const before = readFileSync(path, 'utf8');
  const after = changes.reduce((text, [from, to]) => text.replace(from, to), before);
  expect(after).not.toBe(before);
  writeFileSync(path, after);
}

function commit(moment: string): void {
  ENV = { ...ENV, GIT_AUTHOR_DATE: moment, GIT_COMMITTER_DATE: moment };
  git('add', '-A');
  git('commit', '-q', '-m', 'x');
}

const said = (rows: readonly HistoryRow[]): string =>
  rows
    .flatMap(({ day, note, changes }) => [
      day ?? '—',
      note ?? '',
      ...changes.map(({ label, words }) => `${label}：${words}`),
    ])
    .join('\n');

async function rowsOf(id: string, at = root): Promise<readonly HistoryRow[]> {
  const { rows } = await historyOf(await loadRegistry(at, '2026-11-27'), at);
  return rows.get(id) ?? [];
}

beforeAll(() => {
  cpSync('tests/fixtures/_base', root, { recursive: true });
  git('init', '-q', '-b', 'main');
  edit(
    FILE,
    ['    说明: 12 小时无活动自动报警', `    说明: 12 小时无活动自动报警，打 ${PHONE}`],
    ['  - 名称: 异常预警', `  - 名称: 值班电话${PHONE}\n  - 名称: 异常预警`],
    ['辖区有独居老人 1200 名', `联系人王小明，身份证${ID}。辖区有独居老人 1200 名`],
  );
  commit('2026-03-05T23:30:00+00:00');
  edit(
    FILE,
    [`，打 ${PHONE}`, ''],
    [`  - 名称: 值班电话${PHONE}\n`, ''],
    [`联系人王小明，身份证${ID}。`, ''],
    ['资金预算: 320', '资金预算: 380'],
    ['    金额: 200', '    金额: 260'],
    ['联系方式: 随纸质表报送', '联系方式: 当面报送'],
  );
  commit('2026-04-01T02:00:00+00:00');
  edit(FILE, ['不涉密承诺: true', '不涉密承诺:   true']);
  commit('2026-04-02T02:00:00+00:00');
  mkdirSync(join(root, 'projects', 'erhao'), { recursive: true });
  renameSync(join(root, FILE), join(root, MOVED));
  edit(MOVED, ['  - 物联网', '  - 物联网\n  - 大数据']);
  commit('2026-05-01T02:00:00+00:00');
});

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe('the history of a filing', () => {
  it('tells field by field what changed, also across a move to another unit', async () => {
    const rows = await rowsOf('erhao/guanai');
    expect(rows.map(({ day }) => day)).toEqual(['2026-05-01', '2026-04-02', '2026-04-01', '2026-03-06']);
    expect(rows[0]).toMatchObject({ from: 'shili' });
    const text = said(rows);
    expect(text).toContain('新技术：加上「大数据」');
    expect(text).toContain('2026-04-02\n只改了写法，各栏内容没有变');
    expect(text).toContain('资金预算：由 320.00 万元改为 380.00 万元');
    expect(text).toContain('资金来源：「区级财政」金额由 200.00 万元改为 260.00 万元');
    expect(text).toContain('项目概况：删去 1 句');
    expect(text).toContain('2026-03-06\n首次提交');
  });

  it('lets nothing return that was taken out: numbers, names, sealed contents', async () => {
    const text = said(await rowsOf('erhao/guanai'));
    for (const gone of [PHONE, ID, '王小明', '随纸质表报送', '当面报送']) expect(text).not.toContain(gone);
    expect(text).toContain('联系方式：封存的内容改了，不公开');
    expect(text).toContain('功能清单：去掉 1 项');
  });

  it('shows what is not committed yet', async () => {
    edit(MOVED, ['资金预算: 380', '资金预算: 390']);
    const [newest] = await rowsOf('erhao/guanai');
    expect(newest).toMatchObject({ day: undefined, commit: undefined });
    expect(newest?.changes).toEqual([{ label: '资金预算', words: '由 380.00 万元改为 390.00 万元' }]);
    git('checkout', '-q', '--', '.');
  });

  it('says how far it goes back: a shallow copy, and none at all', async () => {
    git('clone', '-q', '--depth', '1', `file://${join(scratch, 'work')}`, join(scratch, 'shallow'));
    const shallow = join(scratch, 'shallow', 'registry');
    expect(await historyOf(await loadRegistry(shallow), shallow)).toMatchObject({ reach: 'cut' });
    const bare = join(scratch, 'plain');
    cpSync(root, bare, { recursive: true });
    const { reach, rows } = await historyOf(await loadRegistry(bare), bare);
    expect({ reach, rows: rows.size }).toEqual({ reach: 'none', rows: 0 });
  });
});
