import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runNightly, runSay } from '../scripts/commands/bot-say.ts';
import { git } from '../scripts/rehearse/bare-git.ts';
import { CAST, temporary } from '../scripts/rehearse/seed.ts';
import {
  application,
  DRAFTS,
  EVENTS,
  FILE,
  ID,
  NUMBER,
  receive,
  recordedFile,
} from '../scripts/rehearse/story.ts';
import { approve, saidOn, startWorld, statusOf, TODAY, type World } from '../scripts/rehearse/world.ts';
import { labelClosed } from '../src/forge/label-closed.ts';

const { clerk, office, bot } = CAST;
const API = '/repos/dsj/registry';
let world: World;

beforeAll(async () => {
  world = await startWorld();
}, 60_000);
afterAll(() => world.close());

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** The command as a workflow runs it, against the hub. */
function run(root: string, ...args: readonly string[]): Promise<Ran> {
  const given = ['--root', root, '--today', TODAY, '--to', `${world.hub.origin}/dsj/registry`];
  const child = spawn(
    process.execPath,
    ['scripts/registry.ts', 'bot', ...args, ...given, '--platform', 'GitHub'],
    { env: { PATH: process.env.PATH, REGISTRY_TOKEN: bot.token, REGISTRY_API: world.hub.api } },
  );
  const said = { out: '', err: '' };
  child.stdout.on('data', (piece: Buffer) => (said.out += piece.toString('utf8')));
  child.stderr.on('data', (piece: Buffer) => (said.err += piece.toString('utf8')));
  return new Promise((done) => child.on('close', (code) => done({ code, ...said })));
}

/** A working copy of main as it is now, as a checkout in a workflow is. */
const checkout = (): string => join(world.player(office).folder, 'registry');

interface Remark {
  readonly body: string;
  /** Left out where the line reads otherwise by now. */
  readonly line?: number;
}

const remarksOn = async (key: string): Promise<readonly Remark[]> =>
  (await world.ask<readonly Remark[]>(bot, 'GET', `${API}/pulls/${key}/comments`)).body;

/** The file with what the blocks of the remarks say, as a click on each would leave it. */
function accepted(text: string, remarks: readonly Remark[]): string {
  const lines = text.split('\n');
  for (const { body, line } of remarks) {
    const block = /```suggestion\n([\s\S]*?)\n```/.exec(body)?.[1];
    if (line === undefined || block === undefined) throw new Error(`no button: ${body}`);
    lines[line - 1] = block;
  }
  return lines.join('\n');
}

describe('suggestions', { timeout: 60_000 }, () => {
  const faulty = application()
    .replace(/^填报日期: .*$/m, '填报日期: 2026.3.5')
    .replace(/^资金预算: .*$/m, '资金预算：３２０万元');

  it('are posted once, move with their line, and are gone when they were accepted', async () => {
    const player = world.player(clerk);
    const file = 'registry/projects/shili/cai-na-a1b2.md';
    const first = player.commit({ write: { [file]: faulty } });
    const { key } = await player.handIn(world.as(clerk), 'filing/shili/cai-na-a1b2', first);
    await world.sweep();
    const posted = await remarksOn(key);
    expect(posted).toHaveLength(2);
    expect((await saidOn(world, key)).comments[0]).toContain('2 条修改建议');
    expect(await world.sweep()).toMatchObject({ written: 0 });
    // A newer commit that does not touch those lines: the buttons are still there, and no second ones.
    const more = `${faulty}\n运行后每季度检修。\n`;
    const second = player.commit({ write: { [file]: more } }, first);
    await player.handIn(world.as(clerk), 'filing/shili/cai-na-a1b2', second);
    await world.sweep();
    expect(await remarksOn(key)).toHaveLength(2);
    const third = player.commit({ write: { [file]: accepted(more, posted) } }, second);
    await player.handIn(world.as(clerk), 'filing/shili/cai-na-a1b2', third);
    await world.sweep();
    const after = await remarksOn(key);
    expect(after.map(({ line }) => line)).toEqual([undefined, undefined]);
    const [comment] = (await saidOn(world, key)).comments;
    expect(comment).not.toMatch(/修改建议|field-invalid|parse-fullwidth/);
    await world.ask(clerk, 'PATCH', `${API}/pulls/${key}`, { state: 'closed' });
  });
});

describe('what one job judged and another says', { timeout: 120_000 }, () => {
  it('is said from the artefact, once, and no longer when the request has moved on', async () => {
    const player = world.player(clerk);
    const head = player.commit({ write: { [FILE]: DRAFTS.faulty } });
    const { key } = await player.handIn(world.as(clerk), `filing/${ID}`, head);
    const folder = temporary('artefact');
    const [facts, zip] = [join(folder, 'facts.json'), join(folder, 'facts.zip')];
    const root = checkout();
    const judged = await run(
      root,
      ...['gate', '--change', key, '--head', head, '--facts', facts, '--out', join(folder, 'decision.json')],
    );
    expect([judged.code, judged.err]).toEqual([1, '']);
    expect(judged.out).toMatch(/^要补正：/);
    // The job that judges writes nothing at all.
    expect(await saidOn(world, key)).toEqual({ comments: [], labels: [] });
    expect(await statusOf(world, head)).toBeUndefined();
    writeFileSync(zip, zipSync({ 'facts.json': readFileSync(facts) }));
    const site = ['--site', 'https://dsj.example.cn/registry/'];
    expect(await run(root, 'say', '--zip', zip, ...site)).toMatchObject({ code: 0, out: '写了 2 处。\n' });
    const said = await saidOn(world, key);
    expect(said.comments).toHaveLength(1);
    expect(said.comments[0]).toContain('](https://dsj.example.cn/registry/rules/');
    expect(said.labels).toContain('待补正');
    expect(await run(root, 'say', '--zip', zip, ...site)).toMatchObject({ out: '和上次一样，没有改。\n' });
    await player.handIn(world.as(clerk), `filing/${ID}`, player.commit({ write: { [FILE]: DRAFTS.silent } }));
    expect((await run(root, 'say', '--zip', zip)).out).toContain('不写旧的评论');
    expect(await saidOn(world, key)).toEqual(said);
  });

  it('is nothing when the artefact names another request, or an older state', async () => {
    const player = world.player(clerk);
    const [mine, other] = await Promise.all(
      ['mine', 'other'].map(async (name) => {
        const file = `registry/projects/shili/${name}-c3d4.md`;
        const head = player.commit({ write: { [file]: application({ 项目名称: name }) } });
        return { head, ...(await player.handIn(world.as(clerk), `filing/shili/${name}-c3d4`, head)) };
      }),
    );
    if (!mine || !other) throw new Error('two were made');
    const facts = JSON.parse(readFileSync('tests/gate/sound-filing/facts.json', 'utf8'));
    const zip = join(temporary('artefact'), 'facts.zip');
    for (const places of [
      { number: Number(other.key), head: mine.head },
      { number: Number(mine.key), head: 'a'.repeat(40) },
      { number: 9_999, head: mine.head },
      { head: mine.head },
    ]) {
      const forged = { ...facts, places: { folder: 'registry', ...places } };
      writeFileSync(zip, zipSync({ 'facts.json': new TextEncoder().encode(JSON.stringify(forged)) }));
      await runSay({ forge: world.as(bot) }, zip, {});
    }
    for (const { key } of [mine, other]) {
      expect(await saidOn(world, key)).toEqual({ comments: [], labels: [] });
      await world.ask(clerk, 'PATCH', `${API}/pulls/${key}`, { state: 'closed' });
    }
  });

  it('is nothing when the artefact is another’s', async () => {
    const zip = join(temporary('artefact'), 'facts.zip');
    writeFileSync(zip, zipSync({ '../../registry/units.yaml': new Uint8Array([65]) }));
    const ran = await run(checkout(), 'say', '--zip', zip);
    expect([ran.code, ran.out]).toEqual([2, '']);
    expect(ran.err).toContain('没有写评论');
  });
});

describe('after the merge', { timeout: 120_000 }, () => {
  /** What `bot label` does, without octokit's second between two writes. */
  const label = () => {
    const root = checkout();
    return labelClosed(world.as(bot), {
      root,
      repository: dirname(root),
      branch: 'main',
      remote: { url: `${world.hub.origin}/dsj/registry.git` },
      around: { today: TODAY, places: {} },
    });
  };
  let key = '';

  it('the request bears how far its filing has come, and the same run changes nothing twice', async () => {
    const player = world.player(clerk);
    const head = player.commit({ write: { [FILE]: DRAFTS.sound } });
    ({ key } = await player.handIn(world.as(clerk), `filing/${ID}`, head));
    await world.sweep();
    expect((await saidOn(world, key)).labels).toContain('待受理');
    await approve(world, office, key);
    expect(await world.as(office).merge(key, head)).toMatchObject({ ok: true });
    await label();
    expect((await saidOn(world, key)).labels).toEqual(['待受理']);
    const { received } = await receive({ url: world.as(office).remote, token: office.token });
    expect(received).toEqual([{ id: ID, number: NUMBER }]);
    expect(await label()).toMatchObject({ written: 1 });
    expect((await saidOn(world, key)).labels).toEqual(['待审核']);
    expect(await label()).toMatchObject({ written: 0 });
  });

  it('moves on with the records, as the command says it, and a label of people stays', async () => {
    await world.ask(office, 'POST', `${API}/issues/${key}/labels`, { labels: ['重点'] });
    const player = world.player(office);
    const [review, panel] = EVENTS;
    let commit = 'refs/remotes/origin/main';
    for (const [event, wanted] of [
      [review, '待论证'],
      [panel, '办结'],
    ] as const) {
      commit = player.commit({ write: await recordedFile(player.folder, event ?? {}, commit) });
      git(player.folder, 'push', '--quiet', world.bare, `${commit}:refs/heads/main`);
      if (wanted === '待论证') await label();
      else expect(await run(checkout(), 'label')).toMatchObject({ code: 0 });
      expect((await saidOn(world, key)).labels.toSorted()).toEqual([wanted, '重点'].toSorted());
    }
  });

  it('ends for one that was closed without a merge', async () => {
    const player = world.player(clerk);
    const gone = await player.handIn(
      world.as(clerk),
      'filing/shili/gone-a1b2',
      player.commit({ write: { 'registry/projects/shili/gone-a1b2.md': DRAFTS.faulty } }),
    );
    await world.sweep();
    expect((await saidOn(world, gone.key)).labels).toContain('待补正');
    await world.ask(clerk, 'PATCH', `${API}/pulls/${gone.key}`, { state: 'closed' });
    await label();
    expect((await saidOn(world, gone.key)).labels).toEqual(['办结']);
  });
});

describe('every night', { timeout: 120_000 }, () => {
  /** What `bot nightly` does, without octokit's second between two writes. */
  const nightly = (root: string) => runNightly({ forge: world.as(bot) }, root, TODAY);
  interface Issue {
    readonly number: number;
    readonly title: string;
    readonly body: string;
    readonly state: string;
  }
  /** The issues that the bot keeps, by what their hidden line says they are about. */
  async function kept(): Promise<Readonly<Record<string, Issue>>> {
    const { body } = await world.ask<readonly Issue[]>(bot, 'GET', `${API}/issues?state=all&labels=催办`);
    return Object.fromEntries(body.map((one) => [/registry:([\w-]+)/.exec(one.body)?.[1] ?? '', one]));
  }
  /** Main with what the office records, as a checkout. */
  async function recorded(event: Parameters<typeof recordedFile>[1]): Promise<void> {
    const player = world.player(office);
    const commit = player.commit({ write: await recordedFile(player.folder, event) });
    git(player.folder, 'push', '--quiet', world.bare, `${commit}:refs/heads/main`);
  }

  it('one issue a unit says what it owes, one of the office its own silence; twice is the same', async () => {
    const player = world.player(clerk);
    const waiting = await player.handIn(
      world.as(clerk),
      'filing/shili/waits-a1b2',
      player.commit({
        write: {
          'registry/projects/shili/waits-a1b2.md': application({ 项目名称: '等着看的项目', 功能清单: null }),
        },
      }),
      '申请表：等着看的 @all <b>项目</b>',
    );
    await world.sweep();
    await world.ask(office, 'PUT', `${API}/issues/${waiting.key}/labels`, { labels: ['待受理'] });
    const ran = await run(checkout(), 'nightly');
    expect([ran.code, ran.err]).toEqual([0, '']);
    const issues = await kept();
    expect(Object.keys(issues).toSorted()).toEqual(['office', 'unit-shili']);
    expect(issues['unit-shili']?.title).toMatch(/^示例街道办事处：\d+ 件事等着办$/);
    expect(issues['unit-shili']?.body).toContain('应急指挥');
    // The office is reminded of what waits for it, by the label that the gate has set.
    expect(issues.office?.body).toContain(`第 ${waiting.key} 号`);
    expect(JSON.stringify(issues)).not.toMatch(/@all|<b>/);
    const from = world.hub.state.calls.length;
    await nightly(checkout());
    expect(world.hub.state.calls.slice(from).filter(({ method }) => method !== 'GET')).toEqual([]);
    expect(await kept()).toEqual(issues);
    await world.ask(clerk, 'PATCH', `${API}/pulls/${waiting.key}`, { state: 'closed' });
  });

  it('the same issue is edited in place, and closed when nothing is owed any more', async () => {
    const before = await kept();
    await recorded({ 日期: TODAY, 事项: '立项', 金额: '320', 文号: '示发改〔2026〕1号', 经办: '办公室' });
    await nightly(checkout());
    const after = await kept();
    expect(after['unit-shili']?.number).toBe(before['unit-shili']?.number);
    expect(after['unit-shili']?.body).not.toBe(before['unit-shili']?.body);
    expect(after['unit-shili']?.state).toBe('open');
    await recorded({ 日期: TODAY, 事项: '撤回', 说明: '不建了', 经办: '办公室' });
    await nightly(checkout());
    const last = await kept();
    expect(last['unit-shili']).toMatchObject({ number: before['unit-shili']?.number, state: 'closed' });
  });
});
