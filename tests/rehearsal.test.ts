import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CAST } from '../scripts/rehearse/seed.ts';
import {
  DRAFTS,
  EVENTS,
  FILE,
  ID,
  length,
  NUMBER,
  receive,
  recordedFile,
  standingNow,
  submit,
} from '../scripts/rehearse/story.ts';
import { approve, saidOn, startWorld, statusOf, type World } from '../scripts/rehearse/world.ts';

const { clerk, office, bot, stranger } = CAST;

/** The whole life of a filing on GitHub, step by step; every step stands on the one before. */
describe('a filing on GitHub', { timeout: 120_000 }, () => {
  let world: World;
  let key = '';
  let head = '';
  const remote = () => ({ url: world.as(clerk).remote, token: clerk.token });

  beforeAll(async () => {
    world = await startWorld();
  }, 60_000);
  afterAll(() => world.close());

  it('does not leave the machine with a mobile number in it', async () => {
    const result = await submit(world.as(clerk), remote(), DRAFTS.personal);
    expect(result.kind).toBe('没有送出');
    expect(result.kind === '没有送出' && result.findings.some(({ message }) => /手机/.test(message))).toBe(
      true,
    );
    expect(world.hub.state.calls).toEqual([]);
    expect(await world.as(bot).listOpen()).toEqual([]);
  });

  it('gets its findings as one comment when it comes over the web page', async () => {
    const player = world.player(clerk);
    head = player.commit({ write: { [FILE]: DRAFTS.faulty } });
    key = (await player.handIn(world.as(clerk), `filing/web`, head, '申请表：应急指挥')).key;
    expect(await world.sweep()).toMatchObject({ judged: 1, failed: [], postponed: [] });
    const { comments, labels } = await saidOn(world, key);
    expect(comments).toHaveLength(1);
    expect(comments[0]).toMatch(/必改/);
    expect(comments[0]).toMatch(/附件/);
    expect(labels).toContain('待补正');
    expect(await statusOf(world, head)).toMatchObject({ state: 'failure' });
    await approve(world, office, key);
    expect(await world.as(office).merge(key, head)).toMatchObject({ ok: false, why: 'refused' });
  });

  it('is asked about the project that does the same already', async () => {
    const player = world.player(clerk);
    head = player.commit({ write: { [FILE]: DRAFTS.silent } });
    await player.handIn(world.as(clerk), 'filing/web', head);
    await world.sweep();
    const { comments, labels } = await saidOn(world, key);
    expect(comments).toHaveLength(1);
    expect(comments[0]).toContain('示例街道综合指挥平台');
    expect(labels).toContain('查重待答复');
    expect(await statusOf(world, head)).toMatchObject({ state: 'failure' });
  });

  it('waits for the office once everything is answered, and the bot says it once', async () => {
    const player = world.player(clerk);
    head = player.commit({ write: { [FILE]: DRAFTS.sound } });
    await player.handIn(world.as(clerk), 'filing/web', head);
    await world.sweep();
    const { comments, labels } = await saidOn(world, key);
    expect(comments).toHaveLength(1);
    expect(labels).toContain('待受理');
    expect(labels).not.toContain('待补正');
    expect(await statusOf(world, head)).toMatchObject({ state: 'success' });
    expect(await world.sweep()).toMatchObject({ written: 0 });
  });

  it('is not merged by the clerk, by a stranger or unseen', async () => {
    expect(await approve(world, clerk, key)).toBe(422);
    expect(await world.as(stranger).merge(key, head)).toMatchObject({ ok: false });
    expect(await world.as(clerk).merge(key, head)).toMatchObject({ ok: false });
    expect(length(world.bare)).toBe(1);
  });

  it('is merged by the office, gets its number, its review and its panel', async () => {
    expect(await approve(world, office, key)).toBe(200);
    expect(await world.as(office).merge(key, head)).toMatchObject({ ok: true });
    expect(world.show(FILE)).toContain('应急指挥');
    const received = await receive({ url: world.as(office).remote, token: office.token });
    expect(received).toMatchObject({ received: [{ id: ID, number: NUMBER }], left: [] });
    // A second run finds nothing left to do.
    expect(await receive({ url: world.as(office).remote, token: office.token })).toMatchObject({
      received: [],
      commit: undefined,
    });
    const player = world.player(office);
    let commit: string | undefined;
    for (const event of EVENTS) {
      const write = await recordedFile(player.folder, event, commit ?? 'refs/remotes/origin/main');
      commit = player.commit({ write }, commit);
    }
    const opened = await player.handIn(world.as(office), 'records/first', commit ?? '');
    await world.sweep();
    expect(await statusOf(world, commit ?? '')).toMatchObject({ state: 'success' });
    await approve(world, bot, opened.key);
    expect(await world.as(office).merge(opened.key, commit ?? '')).toMatchObject({ ok: true });
    expect(await standingNow(world.bare)).toEqual({
      label: '准予实施，待申报单位办理立项',
      number: NUMBER,
    });
  });
});
