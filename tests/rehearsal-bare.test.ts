import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { git } from '../scripts/rehearse/bare-git.ts';
import { type BareWorld, startBareWorld } from '../scripts/rehearse/bare-world.ts';
import { Player } from '../scripts/rehearse/player.ts';
import { CAST, rehearsalFiles, seedRepository, temporary } from '../scripts/rehearse/seed.ts';
import {
  DRAFTS,
  EVENTS,
  FILE,
  ID,
  NUMBER,
  receive,
  recordedFile,
  standingNow,
  submit,
} from '../scripts/rehearse/story.ts';
import { TODAY } from '../scripts/rehearse/world.ts';
import { judgePush } from '../src/forge/push.ts';
import { pushTo } from '../src/forge/remote-git.ts';

const { clerk, office, neighbour, stranger } = CAST;

/** The same life on a server that has nothing but Git: the hook answers the clerk who pushes. */
describe('a filing on a bare repository with the hook', { timeout: 120_000 }, () => {
  let world: BareWorld;

  beforeAll(async () => {
    world = await startBareWorld();
  }, 60_000);
  afterAll(() => world.close());

  const tip = (ref: string): string | undefined =>
    git(world.bare, 'for-each-ref', '--format=%(objectname)', ref) || undefined;
  /** What the server answers to a push of a commit; undefined when it takes it. */
  async function refused(
    account: typeof clerk,
    ref: string,
    write: Record<string, string>,
  ): Promise<string | undefined> {
    const player = world.player(account);
    const commit = player.commit({ write });
    return pushTo(player.folder, world.remote(account), `+${commit}:${ref}`).then(
      () => undefined,
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    );
  }

  it('is answered in Chinese with what to mend, and not taken', async () => {
    const said = await refused(clerk, `refs/heads/filing/${ID}`, { [FILE]: DRAFTS.faulty });
    expect(said).toMatch(/【要补正】/);
    expect(said).toMatch(/必改　projects\/shili\/ying-ji-zhi-hui-q7w3\.md 第 \d+ 行/);
    expect(said).toMatch(/修改：/);
    expect(said).toMatch(/没有收下/);
    expect(tip(`refs/heads/filing/${ID}`)).toBeUndefined();
  });

  it('is taken from the unit whose it is, with the verdict', async () => {
    const result = await submit(world.as(clerk), world.remote(clerk), DRAFTS.sound);
    expect(result.kind).toBe('送出了');
    expect(result.kind === '送出了' && result.opened.said.join('\n')).toMatch(/【可以受理】/);
    const [open] = await world.as(office).listOpen();
    expect(open).toMatchObject({ key: ID, author: { id: String(clerk.id) } });
  });

  it('is merged by the office while it is what was looked at', async () => {
    const forge = world.as(office);
    const [open] = await forge.listOpen();
    expect(await forge.merge(ID, '0'.repeat(40))).toMatchObject({ ok: false, why: 'moved' });
    expect(await forge.merge(ID, open?.head ?? '')).toMatchObject({ ok: true });
    expect(await forge.listOpen()).toEqual([]);
  });

  it('gets its number, its review and its panel', async () => {
    const received = await receive(world.remote(office));
    expect(received).toMatchObject({ received: [{ id: ID, number: NUMBER }], left: [] });
    // A second run finds nothing left to do.
    expect(await receive(world.remote(office))).toMatchObject({ received: [], commit: undefined });
    const player = world.player(office);
    let commit: string | undefined;
    for (const event of EVENTS) {
      const write = await recordedFile(player.folder, event, commit ?? 'main');
      commit = player.commit({ write }, commit);
    }
    await pushTo(player.folder, world.remote(office), `${commit}:refs/heads/main`);
    expect(await standingNow(world.bare)).toEqual({
      label: '准予实施，待申报单位办理立项',
      number: NUMBER,
    });
  });
});

/** What the hook says, asked without a server: the same function, many cases. */
describe('the hook at the door', { timeout: 60_000 }, () => {
  let bare: string;

  beforeAll(() => {
    bare = seedRepository(temporary('door'), 'dsj/registry', rehearsalFiles(CAST));
  });

  /** A push of one commit, made by `account`, which the server may or may not name. */
  async function push(
    ref: string,
    change: Parameters<Player['commit']>[0],
    actor: string | undefined,
    on?: string,
  ): Promise<string> {
    const player = new Player('door', bare);
    const commit = player.commit(change, on);
    git(player.folder, 'branch', '--quiet', 'pushed', commit);
    git(bare, 'fetch', '--quiet', player.folder, 'refs/heads/pushed');
    const old = git(bare, 'for-each-ref', '--format=%(objectname)', ref) || '0'.repeat(40);
    const place = {
      repository: bare,
      folder: 'registry',
      branch: 'main',
      today: TODAY,
      quarantine: undefined,
    };
    const { ok, lines } = await judgePush([{ old, now: commit, ref }], { ...place, actor });
    return `${ok ? '收下' : '不收'} ${lines.join('\n')}`;
  }

  const sound = { write: { [FILE]: DRAFTS.sound } };
  const mine = `refs/heads/filing/${ID}`;
  const who = { clerk: String(clerk.id), neighbour: String(neighbour.id), office: String(office.id) };

  it.each([
    ['nobody known', mine, sound, undefined, /不收 服务器没有说是谁推的/],
    ['a stranger', mine, sound, String(stranger.id), /不收 .*没有登记在「shili」名下/],
    ['another unit, on the branch of this', mine, sound, who.neighbour, /不收 .*没有登记在「shili」名下/],
    [
      'another unit, on its own branch',
      'refs/heads/filing/linjie/x-a1b2',
      sound,
      who.neighbour,
      /不收[\s\S]*由「示例街道办事处」负责/,
    ],
    ['the unit itself', mine, sound, who.clerk, /^收下 【可以受理】/],
    ['the unit itself, on main', 'refs/heads/main', sound, who.clerk, /不收 main 由办公室并入/],
    [
      'the unit itself, on what the server keeps',
      'refs/registry/authors/shili/x',
      sound,
      who.clerk,
      /不收 .*由服务器和办公室写/,
    ],
    ['the unit itself, on a tag', 'refs/tags/main', sound, who.clerk, /不收 只收送件分支/],
    [
      'the unit itself, with the program',
      mine,
      { write: { 'src/check.ts': 'export {};' } },
      who.clerk,
      /不收/,
    ],
    ['the unit itself, with nothing', mine, {}, who.clerk, /不收 【没有核对】/],
    ['the office, on main', 'refs/heads/main', sound, who.office, /^收下 /],
  ] as const)('answers %s', async (_, ref, change, actor, expected) => {
    expect(await push(ref, change, actor)).toMatch(expected);
  });

  it('lets nobody rewrite what is public', async () => {
    const player = new Player('other', bare);
    git(player.folder, 'checkout', '--quiet', '--orphan', 'other');
    git(player.folder, 'commit', '--quiet', '-m', 'Begin anew');
    git(bare, 'fetch', '--quiet', player.folder, 'refs/heads/other');
    const now = git(player.folder, 'rev-parse', 'HEAD');
    const old = git(bare, 'rev-parse', 'main');
    const place = {
      repository: bare,
      folder: 'registry',
      branch: 'main',
      today: TODAY,
      quarantine: undefined,
    };
    const said = await judgePush([{ old, now, ref: 'refs/heads/main' }], { ...place, actor: who.office });
    expect(said).toMatchObject({ ok: false });
    expect(said.lines.join()).toMatch(/历史不能改写/);
    const gone = await judgePush([{ old, now: '0'.repeat(40), ref: 'refs/heads/main' }], {
      ...place,
      actor: who.office,
    });
    expect(gone.lines.join()).toMatch(/不能删除/);
  });
});
