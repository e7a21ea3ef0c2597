import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { git } from '../scripts/rehearse/bare-git.ts';
import type { Player } from '../scripts/rehearse/player.ts';
import { CAST } from '../scripts/rehearse/seed.ts';
import { application, DRAFTS, FILE, length } from '../scripts/rehearse/story.ts';
import { approve, saidOn, startWorld, statusOf, type World } from '../scripts/rehearse/world.ts';
import { readParcel, writeParcel } from '../src/forge/read-decision.ts';

const { clerk, neighbour, office, stranger, bot } = CAST;
const OTHER = 'registry/projects/shili/zonghe-zhihui-a2b3.md';
/** A filing that nothing is to be said against, of the other unit. */
const FOREIGN = 'registry/projects/linjie/jie-shu-k3m4.md';
const harmless = application({
  项目名称: '邻街图书借阅自助终端',
  功能清单: [{ 名称: '自助借还', 说明: '刷卡借书还书' }],
  服务对象: ['社区读者'],
  项目概况: '图书室无人值守时不能借书。',
  建设内容: '配置自助借还柜、编目软件和读者卡，供社区图书室使用，夜间也能借还。',
  牵头主体: { 类型: '街道办事处', 名称: '邻街街道办事处' },
});

/** Strangers, clerks who go too far, and what two changes do to each other. Nothing of it reaches main. */
describe('on GitHub nobody gets', { timeout: 120_000 }, () => {
  let world: World;

  beforeAll(async () => {
    world = await startWorld();
  }, 60_000);
  afterAll(() => world.close());

  /** Hands in, lets the bot judge, and gives what stands on the request afterwards. */
  async function attack(
    account: typeof clerk,
    topic: string,
    change: Parameters<Player['commit']>[0],
    title = topic,
  ): Promise<{ key: string; head: string; state: string; comment: string; labels: readonly string[] }> {
    const player = world.player(account);
    const head = player.commit(change);
    const { key } = await player.handIn(world.as(account), topic, head, title);
    await world.sweep(undefined, key);
    const { comments, labels } = await saidOn(world, key);
    expect(comments).toHaveLength(1);
    await approve(world, office, key);
    const { state = '' } = (await statusOf(world, head)) ?? {};
    return { key, head, state, comment: comments[0] ?? '', labels };
  }

  it.each([
    ['the validator', { 'src/check.ts': 'export const check = false;\n' }],
    ['the workflow', { '.github/workflows/gate.yml': 'on: pull_request_target\n' }],
    ['CODEOWNERS', { '.github/CODEOWNERS': '* @clerk\n' }],
    [
      'an entry of another unit in units.yaml',
      {
        'registry/units.yaml': `linjie:\n  名称: 邻街街道办事处\n  类型: 街道办事处\n  账号: ['${clerk.id}']\n`,
      },
    ],
    [
      'a record of the office',
      {
        'registry/records/shili/ying-ji-zhi-hui-q7w3.yaml':
          '- 日期: 2026-11-10\n  事项: 受理\n  登记号: 示数备〔2026〕9号\n  经办: 办公室\n',
      },
    ],
  ])('%s past the gate', async (name, write) => {
    const before = length(world.bare);
    const topic = `attack/${name.replace(/\W+/g, '-')}`;
    const { key, head, state, labels } = await attack(clerk, topic, {
      write: { ...write, [FILE]: DRAFTS.sound },
    });
    expect(state).toBe('failure');
    expect(labels).toContain('越权改动');
    expect(await world.as(office).merge(key, head)).toMatchObject({ ok: false, why: 'refused' });
    expect(length(world.bare)).toBe(before);
  });

  it("another unit's entry by renaming over it", async () => {
    const { key, head, state, labels } = await attack(neighbour, 'attack/rename', {
      move: [[OTHER, FOREIGN]],
    });
    expect(state).toBe('failure');
    expect(labels).toContain('越权改动');
    expect((await world.as(bot).changedFiles(key)).files).toEqual([FOREIGN, OTHER]);
    expect(await world.as(office).merge(key, head)).toMatchObject({ ok: false });
  });

  it('a green status by setting one in the same name', async () => {
    const { key, head } = await attack(clerk, 'attack/status', { write: { [FILE]: DRAFTS.faulty } });
    const forged = { context: 'registry/gate', state: 'success', description: '通过' } as const;
    await world.as(stranger).setStatus(head, forged);
    expect(await statusOf(world, head)).toMatchObject({ state: 'success' });
    // Protection looks at who set it, and the next round sets it right.
    expect(await world.as(office).merge(key, head)).toMatchObject({ ok: false, why: 'refused' });
    await world.sweep();
    expect(await statusOf(world, head)).toMatchObject({ state: 'failure' });
  });

  it('a newer commit merged on an older approval', async () => {
    const player = world.player(neighbour);
    const seen = player.commit({ write: { [FOREIGN]: harmless } });
    const { key } = await player.handIn(world.as(neighbour), 'attack/stale', seen);
    await world.sweep();
    expect(await statusOf(world, seen)).toMatchObject({ state: 'success' });
    await approve(world, office, key);
    const later = player.commit({ write: { [OTHER]: 'x: 1\n' } }, seen);
    await player.handIn(world.as(neighbour), 'attack/stale', later);
    expect(await world.as(office).merge(key, seen)).toMatchObject({ ok: false, why: 'moved' });
    expect(await world.as(office).merge(key, later)).toMatchObject({ ok: false, why: 'refused' });
  });

  it('a duplicate in beside the one that was merged first', async () => {
    const texts = ['a', 'b'].map((letter) =>
      application({
        项目名称: `示例街道值守平台${letter}`,
        建设内容: '建设夜间值守模块、巡更打卡模块和钥匙柜管理模块，供社区保安使用，打卡记录留存。',
        功能清单: [
          { 名称: '巡更打卡', 说明: '按路线打卡，漏打提醒' },
          { 名称: '钥匙柜', 说明: '领用归还登记' },
        ],
        项目概况: '夜间值守靠纸本登记。',
        服务对象: ['社区保安'],
      }),
    );
    const [first, second] = await Promise.all(
      texts.map(async (text, at) => {
        const player = world.player(clerk);
        const head = player.commit({
          write: {
            [`registry/projects/shili/zhi-shou-${at}a1b.md`]: text,
          },
          remove: [],
        });
        return { player, head, topic: `filing/zhi-shou-${at}` };
      }),
    );
    if (!first || !second) throw new Error('two were made');
    const keys: string[] = [];
    for (const { player, head, topic } of [first, second])
      keys.push((await player.handIn(world.as(clerk), topic, head)).key);
    await world.sweep();
    const said = await saidOn(world, keys[1] ?? '');
    expect(said.labels).toContain('与在报项目相近');
    expect(said.comments[0]).toContain('值守平台a');
    for (const key of keys) await approve(world, office, key);
    expect(await world.as(office).merge(keys[0] ?? '', first.head)).toMatchObject({ ok: true });
    // Green from before, and no longer good: main has moved, and the next round looks at what it holds now.
    expect(await world.as(office).merge(keys[1] ?? '', second.head)).toMatchObject({ ok: false });
    await world.sweep();
    const after = await saidOn(world, keys[1] ?? '');
    expect(after.comments[0]).toContain('值守平台a');
    // Judged as it would be merged now: the first is registered, and has to be answered.
    expect(await statusOf(world, second.head)).toMatchObject({ state: 'failure' });
    expect(after.labels).toEqual(expect.arrayContaining(['待补正', '查重待答复']));
    expect(after.labels).not.toContain('与在报项目相近');
  });

  it('a shell or a page to act by titles, branches and file names', async () => {
    const nasty =
      '$(touch /tmp/owned) `id` <img src=x onerror=1> @everyone [x](javascript:1) ::set-output name=a::b';
    const name = 'registry/projects/shili/$(touch owned) `id` @all <b>.md';
    const { state, comment } = await attack(
      clerk,
      'filing/shell-$(id)',
      { write: { [name]: '**x** @all\n' } },
      nasty,
    );
    expect(state).toBe('failure');
    expect(comment).not.toMatch(/<img|<b>|@all|@everyone|\]\(javascript/);
    const [open] = (await world.as(bot).listOpen()).slice(-1);
    expect(open?.title).not.toMatch(/@everyone/);
  });

  it('3,001 files past a list that stops at 3,000', async () => {
    const write = Object.fromEntries(
      Array.from({ length: 3_001 }, (_, at) => [
        `registry/projects/linjie/many-${String(at).padStart(4, '0')}.txt`,
        `${at}\n`,
      ]),
    );
    const { key, state, labels } = await attack(clerk, 'attack/many', {
      write: { ...write, 'src/check.ts': 'x\n' },
    });
    expect(state).toBe('failure');
    expect(labels).toContain('越权改动');
    const { files, isComplete } = await world.as(bot).changedFiles(key);
    expect([files.length, isComplete]).toEqual([3_000, false]);
  });

  it('the program, the office or the other unit on main', () => {
    expect(world.show('src/check.ts')).toBe('export const check = true;');
    const started = git(world.bare, 'rev-list', '--max-parents=0', 'main');
    const changed = git(world.bare, 'diff', '--name-only', started, 'main').split('\n');
    expect(changed).toEqual(['registry/projects/shili/zhi-shou-0a1b.md']);
  });
});

/** What the job that judged hands to the job that may write, forged. */
describe('a forged decision', () => {
  const sound = {
    status: { context: 'registry/gate', state: 'success', description: '可以受理' },
    comment: '好',
    labels: ['待受理'],
    suggestions: [{ path: 'registry/projects/shili/a-b2c3.md', from: 1, to: 2, body: '改' }],
  } as const;
  const text = writeParcel({ change: '17', head: 'a'.repeat(40) }, sound);
  const edited = (edit: (parcel: Record<string, never>) => void): string => {
    const parcel = JSON.parse(text);
    edit(parcel);
    return JSON.stringify(parcel);
  };

  it('comes through when it is whole', () => {
    expect(readParcel(text)?.change).toBe('17');
  });

  it.each([
    ['a number that is none', edited((one) => Object.assign(one, { change: '17\nother=1' }))],
    ['a path for a number', edited((one) => Object.assign(one, { change: '../../17' }))],
    ['a head that is none', edited((one) => Object.assign(one, { head: 'main' }))],
    ['another context', text.replace('registry/gate', 'ci-ok')],
    ['a description of two lines', text.replace('可以受理', '可以\\n受理')],
    ['a label of its own', text.replace('待受理', '已合并')],
    [
      'a path that leads out',
      text.replace('registry/projects/shili/a-b2c3.md', 'registry/../.github/workflows/gate.yaml'),
    ],
    ['one thing more', text.replace('"change"', '"token":"x","change"')],
    ['too much', text.replace('好', '好'.repeat(1_000_001))],
    ['no JSON', 'zip:'],
  ])('is refused with %s', (_, forged) => {
    expect(readParcel(forged)).toBeUndefined();
  });
});
