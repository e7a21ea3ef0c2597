import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer, type Server as Relay } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { git } from '../scripts/rehearse/bare-git.ts';
import { CAST, rehearsalFiles, temporary, writeAll } from '../scripts/rehearse/seed.ts';
import { application, DRAFTS, FILE, ID, submit } from '../scripts/rehearse/story.ts';
import type { Forge } from '../src/forge/forge.ts';
import { giteaForge } from '../src/forge/gitea.ts';
import type { HandInResult } from '../src/forge/hand-in.ts';
import { DISPATCH_ANSWER } from '../src/rules/examples/duplicate-examples.ts';
import { BOT, CLERK, SERVERS, type Server, VOICES } from './forge/servers.ts';

const NOBODY = { token: undefined } as unknown as { readonly token: string };
const more = (size: string): string =>
  application({ 查重说明: [DISPATCH_ANSWER], 建设规模: `覆盖 ${size} 个社区。` });

/** A clerk hands in over each of the servers, and things go wrong. */
describe.each(Object.entries(SERVERS))('over %s', { timeout: 60_000 }, (name, start) => {
  let server: Server;
  beforeAll(async () => {
    server = await start(rehearsalFiles(CAST));
  }, 60_000);
  afterAll(() => server.close());

  const handInBy = (
    account: { readonly token: string },
    text: string,
    url?: string,
  ): Promise<HandInResult> => {
    const forge = server.as(account);
    return submit(forge, { url: url ?? forge.remote, token: account.token }, text);
  };
  const fault = (run: Promise<unknown>): Promise<string> =>
    run.then(
      () => 'no fault',
      (error: unknown) => String(error),
    );
  const heads = async (): Promise<readonly string[]> =>
    (await server.as(BOT).listOpen()).map(({ head }) => head);

  it('is told that the account is not known, or that there is none', async () => {
    expect(await fault(handInBy({ token: 'nonsense' }, DRAFTS.sound))).toContain('有没有写错、过期');
    expect(await fault(handInBy(NOBODY, DRAFTS.sound))).toContain('先登录');
    expect(await heads()).toEqual([]);
  });

  it('is told in Chinese why the server refuses, with nothing that could steer the terminal', async () => {
    // On GitHub and Gitee a clerk pushes to a copy of his own: there is no hook of ours in the way.
    if (name === 'GitHub' || name === 'Gitee') return expect(server.as(CLERK).kind).toBe(name);
    const hook = join(server.folder, 'hooks', 'pre-receive');
    mkdirSync(join(server.folder, 'hooks'), { recursive: true });
    writeFileSync(hook, '#!/bin/sh\nexit 1\n');
    chmodSync(hook, 0o755);
    expect(await fault(handInBy(CLERK, DRAFTS.sound))).toContain('没有收下，也没有说为什么');
    writeFileSync(hook, '#!/bin/sh\necho "先补盖章页" >&2\nexit 1\n');
    expect(await fault(handInBy(CLERK, DRAFTS.sound))).toContain('先补盖章页');
    writeFileSync(hook, '#!/bin/sh\nexit 0\n');
    expect(await heads()).toEqual([]);
  });

  it('hands in once: the same again is no push, a newer draft is one, and after the merge it is a new one', async () => {
    expect(await handInBy(CLERK, DRAFTS.sound)).toMatchObject({ opened: { isNew: true } });
    const [first] = await heads();
    expect(await handInBy(CLERK, DRAFTS.sound)).toMatchObject({ opened: { isNew: false, isSame: true } });
    // Whoever looked at it has still looked at it.
    expect(await heads()).toEqual([first]);
    const updated = await handInBy(CLERK, more('13'));
    expect(updated).toMatchObject({ opened: { isNew: false } });
    expect(updated).not.toMatchObject({ opened: { isSame: true } });
    const [open] = await server.as(BOT).listOpen();
    expect(open?.head).not.toBe(first);
    await server.as(BOT).merge(open?.key ?? '', open?.head ?? '');
    expect(await handInBy(CLERK, more('13'))).toEqual({ kind: '没有改动' });
    // What the server says of its page is shown already.
    const said = name === 'a bare repository' ? expect.anything() : [];
    expect(await handInBy(CLERK, more('14'))).toMatchObject({ opened: { isNew: true, said } });
    expect(await heads()).toHaveLength(1);
  });
});

describe.each(Object.entries(VOICES))('%s', { timeout: 60_000 }, (_, start) => {
  let server: Server;
  beforeAll(async () => {
    server = await start(rehearsalFiles(CAST));
  }, 60_000);
  afterAll(() => server.close());

  it('is understood: the number of the request, and whether it is new', async () => {
    const forge = server.as(CLERK);
    const hand = (text: string) => submit(forge, { url: forge.remote, token: CLERK.token }, text);
    const web = expect.stringMatching(/\/dsj\/registry\/pulls\/1$/);
    expect(await hand(DRAFTS.sound)).toMatchObject({ opened: { key: '1', web, isNew: true } });
    expect(await hand(more('13'))).toMatchObject({ opened: { key: '1', web, isNew: false } });
  });

  it('calls a commit that it has already a fault, and the clerk is told that it is there', async () => {
    const url = new URL(server.as(CLERK).remote);
    Object.assign(url, { username: 'clerk', password: CLERK.token });
    // Git knows who pushes, as over SSH; nobody may ask the interface.
    const forge: Forge = giteaForge({
      ...{ kind: 'Gitea', api: `${url.origin}/api/v1`, owner: 'dsj', name: 'registry', branch: 'main' },
      ...{ remote: url.href, token: undefined },
    });
    const work = temporary('clerk');
    git(work, 'clone', '--quiet', server.folder, '.');
    writeAll(work, { 'registry/projects/shili/other-a2b3.md': 'x' });
    git(work, 'add', '-A');
    git(work, 'commit', '--quiet', '-m', 'x');
    const proposal = {
      folder: work,
      commit: git(work, 'rev-parse', 'HEAD'),
      topic: 'other',
      title: 'x',
      body: 'x',
    };
    expect(await forge.open(proposal)).not.toHaveProperty('isSame');
    expect(await forge.open(proposal)).toMatchObject({ isNew: false, isSame: true });
  });
});

describe('submit', { timeout: 60_000 }, () => {
  let server: Server;
  let relay: Relay;
  const work = temporary('clerk');
  beforeAll(async () => {
    server = await (SERVERS['a bare repository'] as (typeof SERVERS)[string])(rehearsalFiles(CAST));
    git(work, 'clone', '--quiet', server.folder, '.');
    writeAll(work, { [FILE]: DRAFTS.sound });
    relay = await breakingRelay(Number(new URL(server.as(CLERK).remote).port));
  }, 60_000);
  afterAll(async () => {
    relay.close();
    await server.close();
  });

  async function run(
    to: string,
    ...args: readonly string[]
  ): Promise<{ readonly code: number; readonly said: string }> {
    const given = ['submit', ID, '--to', to, '--platform', 'Git', '--today', '2026-11-24', ...args];
    const env = { ...process.env, REGISTRY_TOKEN: CLERK.token };
    const child = spawn(process.execPath, [join(process.cwd(), 'scripts/registry.ts'), ...given], {
      cwd: work,
      env,
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => (said += piece));
    return new Promise((done) => child.on('close', (code) => done({ code: code ?? -1, said })));
  }

  it('keeps the draft and says where it is when the network stops in the middle of the push', async () => {
    const through = new URL(server.as(CLERK).remote);
    through.port = String((relay.address() as AddressInfo).port);
    const { code, said } = await run(through.href);
    expect(code).toBe(2);
    expect(said).toContain('网络中途断了');
    expect(said).toContain(`草稿还在：${FILE}`);
    expect(said).not.toMatch(/fatal|error|\n\s+at /);
    expect(readFileSync(join(work, FILE), 'utf8')).toBe(DRAFTS.sound);
  });

  it.each([
    ['no such registry', (to: string) => to.replace('registry.git', 'nothing.git'), [], '没有这个登记库'],
    ['no such branch', (to: string) => to, ['--branch', 'trunk'], '核对分支名'],
    ['nobody at the address', () => 'http://127.0.0.1:1/dsj/registry.git', [], '连不上服务器'],
  ])('says what to look at: %s', async (_, to, args, words) => {
    const { code, said } = await run(to(server.as(CLERK).remote), ...args);
    expect([code, said]).toEqual([2, expect.stringContaining(words)]);
    expect(said).not.toMatch(/fatal|error/);
  });
});

/** Passes everything on until a push begins, then hangs up. */
async function breakingRelay(port: number): Promise<Relay> {
  const relay = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    const end = (): void => {
      near.destroy();
      far.destroy();
    };
    near.on('data', (piece) =>
      /^POST \S*git-receive-pack/.test(piece.toString('latin1')) ? end() : void far.write(piece),
    );
    far.on('data', (piece) => void near.write(piece));
    for (const one of [near, far]) one.on('close', end).on('error', end);
  });
  await new Promise<void>((done) => relay.listen(0, '127.0.0.1', done));
  return relay;
}
