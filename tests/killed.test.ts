import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { restoreSite } from '../scripts/site/build-site.ts';
import { receiveMerged } from '../src/forge/receive-merged.ts';
import { JOURNAL } from '../src/io/change-files.ts';
import { withLock } from '../src/io/lock.ts';
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

/**
 * Real processes, ended as by `kill -9` in the middle of their writing: what lies there afterwards is the old state or
 * the new one, and the next command finishes and tidies up. whole-files.test.ts goes through every step in process.
 */
const ID = 'shili/guanai-k7q2';
const scratch = mkdtempSync(join(tmpdir(), 'killed-'));
afterAll(() => rmSync(scratch, { recursive: true }));
const { publicKey } = await generateKeys();
/** A registry of its own for one command. */
const freshRegistry = (): string =>
  writeRegistry(join(mkdtempSync(join(scratch, 'r-')), 'registry'), publicKey);

const ANSWERS = join(scratch, 'answers.json');
const LEDGER = join(scratch, 'ledger.csv');
const CONTACT = join(scratch, 'contact.json');
writeFileSync(CONTACT, JSON.stringify({ 项目负责人: '演示人员' }));
writeFileSync(
  ANSWERS,
  JSON.stringify({
    牵头主体: { 类型: '街道办事处', 名称: '示例街道办事处' },
    建设阶段: '已建成',
    已建成日期: '2026-01-20',
    项目名称: '示例街道路灯控制',
    项目预期效果: '夜间亮灯率 99%。',
    资金预算: '20',
    项目类别: ['便民服务类'],
    资金来源: [{ 来源: '区级财政', 金额: '20' }],
    不涉密承诺: 'true',
    建设内容: '配置路灯单灯控制器和控制软件一套，供值班室使用，按时开关。',
  }),
);
writeFileSync(
  LEDGER,
  `项目名称,单位,金额（万元）,来源,建设内容\n${[1, 2, 3]
    .map((at) => `示例街道平台${at}号,示例街道办事处,${at}0,采购公告,${'建设停车引导系统。'.repeat(200)}`)
    .join('\n')}\n`,
);

const EDIT = `import { openEntry, writeEntry } from './src/io/entry-file.ts';
const opened = openEntry(process.argv[1], '${ID}');
writeEntry(opened.value, opened.value.text.replace('1200 名', '1300 名'));`;

/** What each command does; in how many places it is stopped. */
const COMMANDS: readonly (readonly [name: string, words: (root: string) => readonly string[]])[] = [
  ['new', (root) => cli(root, 'new', '--answers', ANSWERS)],
  ['edit', (root) => ['--input-type=module', '-e', EDIT, root]],
  ['import', (root) => cli(root, 'import', LEDGER)],
  ['import --as 备案', (root) => cli(root, 'import', LEDGER, '--as', '备案')],
  [
    'record',
    (root) =>
      cli(
        root,
        'record',
        ID,
        '受理',
        '--日期',
        '2026-05-01',
        '--登记号',
        '示登〔2026〕2号',
        '--经办',
        '办公室',
      ),
  ],
  ['seal', (root) => cli(root, 'seal', ID, '--values', CONTACT)],
  ['init', (root) => cli(root, 'init', '--yes')],
];

/** The places at which a command of so many steps is stopped: soon, half-way, and at the last. */
const placesIn = (steps: number): readonly number[] => [...new Set([2, Math.ceil(steps / 2), steps])];

describe('ended by kill -9, or out of room on the disk', { timeout: 300_000 }, () => {
  it.concurrent.each(COMMANDS)('%s leaves whole files, and the next one tidies up', async (name, words) => {
    const whole = freshRegistry();
    const before = stateOf(whole);
    const count = `${whole}.count`;
    const first = await run(words(whole), { COUNT_INTO: count });
    expect([0, 1], first.said).toContain(first.status);
    const [steps, after] = [Number(readFileSync(count, 'utf8')), stateOf(whole)];
    expect(steps).toBeGreaterThan(4);
    expect([...after].filter(([file, text]) => before.get(file) !== text).length, first.said).toBeGreaterThan(
      0,
    );
    for (const at of placesIn(steps)) {
      const root = freshRegistry();
      const { signal } = await run(words(root), { KILL_AT: String(at) });
      expect(signal, `${name}, step ${at}`).toBe('SIGKILL');
      if (!existsSync(join(root, JOURNAL))) expect(faultsOf(root), `${name}, step ${at}`).toEqual([]);
      withLock(root, () => {});
      expect(faultsOf(root), `${name}, step ${at}, finished`).toEqual([]);
      if (at === 2 || at === steps) continue;
      const again = await run(words(root), {});
      expect([0, 1, 2], again.said).toContain(again.status);
      expect(again.said).not.toMatch(/\n\s+at /);
      expect(faultsOf(root), `${name}, step ${at}, again`).toEqual([]);
      expect(hiddenIn(root), `${name}, step ${at}, again`).toEqual([]);
      if (name !== 'new') expect([...stateOf(root).keys()], name).toEqual([...after.keys()]);
    }
    const root = freshRegistry();
    const full = await run(words(root), { FULL_AT: String(Math.ceil(steps / 2)) });
    expect(full.signal, full.said).toBeNull();
    if (full.status !== 0) expect(full.said, name).toMatch(/磁盘满了|ENOSPC|必改|应填/);
    if (!existsSync(join(root, JOURNAL))) expect(faultsOf(root), `${name}, full`).toEqual([]);
    await run(words(root));
    expect(faultsOf(root), `${name}, full, again`).toEqual([]);
    expect(hiddenIn(root), `${name}, full, again`).toEqual([]);
    if (name !== 'new') expect([...stateOf(root).keys()], name).toEqual([...after.keys()]);
  });

  it.concurrent('generate leaves whole files, and the next one finishes', async () => {
    const script = join(REPOSITORY, 'scripts/registry.ts');
    const folder = (): string => mkdtempSync(join(scratch, 'g-'));
    const [whole, count] = [folder(), join(scratch, 'generate.count')];
    await run([script, 'generate'], { COUNT_INTO: count }, whole);
    const wanted = textsIn(whole);
    for (const at of placesIn(Number(readFileSync(count, 'utf8'))).slice(1, 2)) {
      const cut = folder();
      expect((await run([script, 'generate'], { KILL_AT: String(at) }, cut)).signal).toBe('SIGKILL');
      const full = await run([script, 'generate'], { FULL_AT: '2' }, cut);
      expect(full.said).toContain('磁盘满了');
      expect(full.status).toBe(2);
      for (const [file, text] of textsIn(cut)) expect(text, file).toBe(wanted.get(file));
      await run([script, 'generate'], {}, cut);
      expect(textsIn(cut)).toEqual(wanted);
      expect(
        readdirSync(cut, { recursive: true, encoding: 'utf8' }).filter((one) => one.endsWith('.tmp')),
      ).toEqual([]);
    }
  });

  it.concurrent('build keeps the old site until the new one is in its place', async () => {
    const PUT = `import { putInPlace } from './scripts/site/build-site.ts';
await putInPlace(process.argv[1] + '.new', process.argv[1]);`;
    for (let at = 1; ; at++) {
      const out = join(mkdtempSync(join(scratch, 'b-')), 'dist');
      for (const [folder, text] of [
        [out, 'old'],
        [`${out}.new`, 'new'],
      ] as const) {
        mkdirSync(folder);
        for (const page of ['index.html', 'a.html']) writeFileSync(join(folder, page), text);
      }
      const { signal } = await run(['--input-type=module', '-e', PUT, out], { KILL_AT: String(at) });
      restoreSite(out);
      const pages = readdirSync(out)
        .sort()
        .map((page) => readFileSync(join(out, page), 'utf8'));
      expect([
        ['old', 'old'],
        ['new', 'new'],
      ]).toContainEqual(pages);
      if (signal === null) break;
      expect(at).toBeLessThan(10);
    }
  });

  it.concurrent('the job after a merge gives every number once', async () => {
    const bare = join(mkdtempSync(join(scratch, 'm-')), 'main.git');
    const { git, commit } = bareRegistry(bare);
    const start = soundRegistry().set('numbers.yaml', { bytes: bytes('# 登记号索引\n') });
    const add = {
      项目名称: '示例街道路灯控制',
      功能清单: [{ 名称: '路灯甲', 说明: '一' }],
      项目概况: '路灯没有人管。',
    };
    const more = new Map(start).set('projects/shili/ludeng-a2b3.md', { bytes: bytes(filing(add)) });
    const merged = commit(more, [commit(start, [])]);
    const place = {
      remote: { url: bare },
      branch: 'main',
      folder: 'registry',
      today: TODAY,
      publishes: true,
    };
    const JOB = `import { receiveMerged } from './src/forge/receive-merged.ts';
await receiveMerged(JSON.parse(process.argv[1]));`;
    const words = ['--input-type=module', '-e', JOB, JSON.stringify(place)];
    const count = `${bare}.count`;
    git(['update-ref', 'refs/heads/main', merged]);
    const all = await run(words, { COUNT_INTO: count });
    expect(all.status, all.said).toBe(0);
    const number = git(['show', 'main:registry/numbers.yaml']);
    expect(number).toContain('备〔2026〕1号');
    const steps = Number(readFileSync(count, 'utf8'));
    for (const at of [2, Math.ceil(steps / 2), steps]) {
      git(['update-ref', 'refs/heads/main', merged]);
      const full = await run(words, { FULL_AT: String(at) });
      expect(full.signal, full.said).toBeNull();
      expect(['0', '1']).toContain(git(['rev-list', '--count', `${merged}..main`]));
    }
    for (const at of placesIn(steps).slice(1)) {
      git(['update-ref', 'refs/heads/main', merged]);
      expect((await run(words, { KILL_AT: String(at) })).signal).toBe('SIGKILL');
      expect(['0', '1']).toContain(git(['rev-list', '--count', `${merged}..main`]));
      await receiveMerged(place);
      expect(git(['show', 'main:registry/numbers.yaml'])).toBe(number);
      expect(git(['rev-list', '--count', `${merged}..main`])).toBe('1');
    }
  });
});

function textsIn(folder: string): ReadonlyMap<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((one) => one.isFile() && !one.name.endsWith('.tmp'));
  return new Map(
    files.map(({ parentPath, name }): [string, string] => {
      const path = join(parentPath, name);
      return [path.slice(folder.length), readFileSync(path, 'utf8')];
    }),
  );
}
