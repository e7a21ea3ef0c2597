import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pushTo } from '../src/forge/remote-git.ts';
import { say } from '../src/io/say.ts';
import { git } from './rehearse/bare-git.ts';
import { startBareWorld } from './rehearse/bare-world.ts';
import { CAST, temporary } from './rehearse/seed.ts';
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
} from './rehearse/story.ts';
import { approve, saidOn, startWorld, statusOf } from './rehearse/world.ts';

/**
 * `npm run rehearse`: one filing's whole life, played on this machine for people to watch: on a GitHub on loopback,
 * then on a Git server with the hook. Nothing leaves the machine. Exit 1 when a step does not go as it should.
 */
const { clerk, office, bot, stranger } = CAST;
let faults = 0;

function step(words: string, holds: boolean, seen: string): void {
  if (!holds) faults++;
  say(`${holds ? '✓' : '✗'} ${words}${seen === '' ? '' : `：${seen}`}`);
}

async function onGitHub(): Promise<string> {
  say('\n一、代码平台（本机上的 GitHub）');
  const world = await startWorld();
  try {
    const remote = { url: world.as(clerk).remote, token: clerk.token };
    const personal = await submit(world.as(clerk), remote, DRAFTS.personal);
    step('带手机号的草稿没有离开电脑', personal.kind === '没有送出', personal.kind);
    const player = world.player(clerk);
    let [key, head] = ['', ''];
    for (const [words, text, state] of [
      ['缺附件、金额对不上的，列出必改', DRAFTS.faulty, 'failure'],
      ['没有答复查重的，要求答复', DRAFTS.silent, 'failure'],
      ['都答复了，轮到办公室', DRAFTS.sound, 'success'],
    ] as const) {
      head = player.commit({ write: { [FILE]: text } });
      ({ key } = await player.handIn(world.as(clerk), 'filing/web', head));
      await world.sweep();
      const status = await statusOf(world, head);
      step(words, status?.state === state, status?.description ?? '没有状态');
    }
    const { comments, labels } = await saidOn(world, key);
    step('评论只有一条，原地更新', comments.length === 1, labels.join('、'));
    const own = await approve(world, clerk, key);
    const alone = await world.as(stranger).merge(key, head);
    step('申报单位和外人并不进去', own === 422 && !alone.ok, alone.ok ? '' : alone.said);
    await approve(world, office, key);
    const merged = await world.as(office).merge(key, head);
    step('办公室看过后并入', merged.ok, merged.ok ? merged.commit.slice(0, 12) : merged.said);
    const { received } = await receive({ url: world.as(office).remote, token: office.token });
    const given = received.map(({ number }) => number).join('、');
    step('并入以后的自动流程给了登记号，记了受理', given === NUMBER, given);
    const desk = world.player(office);
    let commit: string | undefined;
    for (const event of EVENTS)
      commit = desk.commit(
        { write: await recordedFile(desk.folder, event, commit ?? 'refs/remotes/origin/main') },
        commit,
      );
    const opened = await desk.handIn(world.as(office), 'records/first', commit ?? '');
    await world.sweep();
    await approve(world, bot, opened.key);
    await world.as(office).merge(opened.key, commit ?? '');
    const { label, number } = await standingNow(world.bare);
    step('记了审核和专家论证', number === NUMBER, `${number}，${label}`);
    const checkout = temporary('site');
    git(checkout, 'clone', '--quiet', world.bare, '.');
    return checkout;
  } finally {
    await world.close();
  }
}

async function onGitAlone(): Promise<void> {
  say('\n二、只有 Git 的服务器（钩子把关）');
  const world = await startBareWorld();
  try {
    const player = world.player(clerk);
    const faulty = player.commit({ write: { [FILE]: DRAFTS.faulty } });
    const ref = `refs/heads/filing/${ID}`;
    const said = await pushTo(player.folder, world.remote(clerk), `${faulty}:${ref}`).then(
      () => '收下了',
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    );
    step('有必改的，推上去当场说明，不收', /【要补正】/.test(said), said.split('\n')[0] ?? '');
    const sent = await submit(world.as(clerk), world.remote(clerk), DRAFTS.sound);
    step('改好以后收下', sent.kind === '送出了', sent.kind);
    const [open] = await world.as(office).listOpen();
    const merged = await world.as(office).merge(ID, open?.head ?? '');
    step('办公室并入', merged.ok, merged.ok ? merged.commit.slice(0, 12) : merged.said);
    const { received } = await receive(world.remote(office));
    const given = received.map(({ number }) => number).join('、');
    step('给了登记号，记了受理', given === NUMBER, given);
  } finally {
    await world.close();
  }
}

function rebuild(checkout: string): void {
  say('\n三、重新生成网站');
  const out = temporary('built');
  rmSync(out, { recursive: true });
  const env = { ...process.env, REGISTRY_ROOT: join(checkout, 'registry'), OUT_DIR: out };
  const built = spawnSync('npm', ['run', '-s', 'build'], { env, encoding: 'utf8' });
  const page = join(out, 'projects', ID, 'index.html');
  const html = existsSync(page) ? readFileSync(page, 'utf8') : '';
  const shown = html.includes(NUMBER) && html.includes('立项');
  step(
    '项目页写着登记号和办到哪一步',
    built.status === 0 && shown,
    built.status === 0 ? '' : built.stderr.slice(-300),
  );
}

const checkout = await onGitHub();
await onGitAlone();
if (process.argv.includes('--no-site')) say('\n（没有重新生成网站）');
else rebuild(checkout);
say(faults === 0 ? '\n演练完了，每一步都对。' : `\n有 ${faults} 步不对。`);
process.exitCode = faults === 0 ? 0 : 1;
