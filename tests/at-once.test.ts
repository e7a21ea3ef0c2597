import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { generateKeys } from '../src/sealing/keys.ts';
import { bytes, filing, soundRegistry } from './hostile/registry.ts';
import { bareRegistry } from './support/bare-registry.ts';
import {
  cli,
  faultsOf,
  hiddenIn,
  REPOSITORY,
  run,
  stateOf,
  TODAY,
  writeRegistry,
} from './support/real-processes.ts';

/** Two commands at the same time on the same registry, as real processes: what both said they did is there. */
const ID = 'shili/guanai-k7q2';
const scratch = mkdtempSync(join(tmpdir(), 'at-once-'));
afterAll(() => rmSync(scratch, { recursive: true }));
const { publicKey } = await generateKeys();
const freshRegistry = (): string =>
  writeRegistry(join(mkdtempSync(join(scratch, 'r-')), 'registry'), publicKey);

function ledger(name: string, projects: readonly string[]): string {
  const file = join(scratch, name);
  const rows = projects.map((project) => `${project},示例街道办事处,30,采购公告,建设${project}一套`);
  writeFileSync(file, ['项目名称,单位,金额（万元）,来源,建设内容', ...rows].join('\n'));
  return file;
}
const ONE = ledger('one.csv', ['停车引导平台', '图书借阅平台', '垃圾分类平台']);
const OTHER = ledger('other.csv', ['路灯控制平台', '气象观测平台']);
const CONTACT = join(scratch, 'contact.json');
writeFileSync(CONTACT, JSON.stringify({ 项目负责人: '演示人员' }));

type Words = (root: string) => readonly string[];
const record: Words = (root) =>
  cli(root, 'record', ID, '受理', '--日期', '2026-05-01', '--登记号', '示登〔2026〕2号', '--经办', '办公室');
const seal: Words = (root) => cli(root, 'seal', ID, '--values', CONTACT);
const imported =
  (file: string, ...more: readonly string[]): Words =>
  (root) =>
    cli(root, 'import', file, ...more);

const RECORDED = /登记号: 示登〔2026〕2号/g;
const SEALED = /BEGIN AGE ENCRYPTED FILE/g;
const named = (...names: readonly string[]): RegExp =>
  new RegExp(`^(?:名称|项目名称): (?:${names.join('|')})$`, 'gm');

/** Two commands, and how often what they write is to be found in the files of the registry. */
const PAIRS: readonly (readonly [string, Words, Words, readonly (readonly [RegExp, number])[]])[] = [
  [
    'two ledgers',
    imported(ONE),
    imported(OTHER),
    [[named('停车引导平台', '图书借阅平台', '垃圾分类平台', '路灯控制平台', '气象观测平台'), 5]],
  ],
  [
    'the same ledger twice',
    imported(ONE),
    imported(ONE),
    [[named('停车引导平台', '图书借阅平台', '垃圾分类平台'), 3]],
  ],
  [
    'the same ledger twice as filings',
    imported(ONE, '--as', '备案'),
    imported(ONE, '--as', '备案'),
    [[named('停车引导平台', '图书借阅平台', '垃圾分类平台'), 3]],
  ],
  [
    'a ledger and an event',
    imported(ONE),
    record,
    [
      [named('停车引导平台'), 1],
      [RECORDED, 1],
    ],
  ],
  [
    'an event and a contact',
    record,
    seal,
    [
      [RECORDED, 1],
      [SEALED, 1],
    ],
  ],
  ['the same number twice', record, record, [[RECORDED, 1]]],
];

describe('two at once', { timeout: 120_000 }, () => {
  it.each(PAIRS)('%s: nothing is lost and nothing twice', async (_, one, other, wanted) => {
    const root = freshRegistry();
    const ended = await Promise.all([run(one(root)), run(other(root))]);
    const said = ended.map((each) => each.said).join('\n');
    expect(said).not.toMatch(/\n\s+at /);
    const text = [...stateOf(root).values()].join('\n');
    for (const [pattern, times] of wanted) expect(text.match(pattern) ?? [], said).toHaveLength(times);
    expect(faultsOf(root), said).toEqual([]);
    expect(hiddenIn(root), said).toEqual([]);
  });

  it('the job after a merge: every number once, in one commit', async () => {
    const bare = join(mkdtempSync(join(scratch, 'm-')), 'main.git');
    const { git, commit } = bareRegistry(bare);
    const start = soundRegistry().set('numbers.yaml', { bytes: bytes('# 登记号索引\n') });
    const add = filing({
      项目名称: '示例街道路灯控制',
      功能清单: [{ 名称: '路灯甲', 说明: '一' }],
      项目概况: '路灯没有人管。',
    });
    const merged = commit(new Map(start).set('projects/shili/ludeng-a2b3.md', { bytes: bytes(add) }), [
      commit(start, []),
    ]);
    git(['update-ref', 'refs/heads/main', merged]);
    const job = [join(REPOSITORY, 'scripts/registry.ts'), 'after-merge', '--remote', bare, '--today', TODAY];
    const ended = await Promise.all([run(job), run(job)]);
    const said = ended.map((each) => each.said).join('\n');
    expect(
      ended.map(({ status }) => status),
      said,
    ).toEqual([0, 0]);
    expect(git(['rev-list', '--count', `${merged}..main`])).toBe('1');
    expect(git(['show', 'main:registry/numbers.yaml']).match(/备〔2026〕1号/g)).toHaveLength(1);
  });

  it('submit: both filings arrive, and the same filing twice is one', async () => {
    const bare = join(mkdtempSync(join(scratch, 's-')), 'main.git');
    const { git, commit } = bareRegistry(bare);
    git(['update-ref', 'refs/heads/main', commit(soundRegistry(), [])]);
    const clone = join(scratch, 'clone');
    execFileSync('git', ['clone', '-q', bare, clone]);
    const root = join(clone, 'registry');
    const write = (id: string, name: string, work: string): void =>
      writeFileSync(
        join(root, `projects/${id}.md`),
        filing({ 项目名称: name, 功能清单: [{ 名称: work, 说明: '一' }], 项目概况: `${work}没有人管。` }),
      );
    write('shili/ludeng-a2b3', '示例街道路灯控制', '路灯开关');
    write('shili/qixiang-c4d5', '示例街道气象观测', '雨量观测');
    const words = (id: string) => cli(root, 'submit', id, '--to', bare, '--platform', 'Git');
    const ids = ['shili/ludeng-a2b3', 'shili/qixiang-c4d5', 'shili/ludeng-a2b3'];
    const ended = await Promise.all(ids.map((id) => run(words(id))));
    const said = ended.map((each) => each.said).join('\n');
    expect(said).not.toMatch(/\n\s+at /);
    for (const id of new Set(ids)) {
      const arrived = git(['show', `filing/${id}:registry/projects/${id}.md`]);
      expect(`${arrived}\n`, said).toBe(readFileSync(join(root, `projects/${id}.md`), 'utf8'));
    }
    expect(ended.filter(({ status }) => status === 0).length, said).toBeGreaterThanOrEqual(2);
  });
});
