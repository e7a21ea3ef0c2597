import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { git, tryGit } from '../scripts/rehearse/bare-git.ts';
import { writeAll } from '../scripts/rehearse/seed.ts';
import type { Forge, Proposal } from '../src/forge/forge.ts';
import { isMarked } from '../src/forge/marker.ts';
import { BOT, CLERK, SERVERS, type Server, STRANGER } from './forge/servers.ts';

const FILES = {
  'registry/units.yaml': 'jia: {}\n',
  'registry/projects/jia/old-a1b2.md': `${'one line\n'.repeat(9)}`,
};
const FILE = 'registry/projects/jia/new-c3d4.md';
const TOPIC = 'filing/jia/new-c3d4';

/** One suite for all: whatever a forge is, these things hold. */
describe.each(Object.entries(SERVERS))('%s', { timeout: 60_000 }, (name, start) => {
  let server: Server;
  let work: string;
  let bot: Forge;
  let clerk: Forge;

  beforeAll(async () => {
    server = await start(FILES);
    bot = server.as(BOT);
    clerk = server.as(CLERK);
    work = mkdtempSync(join(tmpdir(), 'clerk-'));
    git(work, 'clone', '--quiet', server.folder, '.');
  }, 60_000);
  afterAll(() => server.close());

  /** A commit on top of main as it is now, or on top of the last one. */
  function commit(
    files: Readonly<Record<string, string>>,
    from = 'origin/main',
    move?: readonly [string, string],
  ): string {
    git(work, 'fetch', '--quiet', 'origin');
    git(work, 'checkout', '--quiet', '--detach', from);
    writeAll(work, files);
    if (move) git(work, 'mv', ...move);
    git(work, 'add', '-A');
    git(work, 'commit', '--quiet', '-m', 'File 智慧养老');
    return git(work, 'rev-parse', 'HEAD');
  }

  const proposal = (sha: string, topic = TOPIC): Proposal => ({
    folder: work,
    commit: sha,
    topic,
    title: '备案：智慧养老 `$(touch x)` @all\n第二行',
    body: '第一行\n第二行',
  });
  const main = (): string => git(server.folder, 'rev-parse', 'refs/heads/main');
  const openOf = async (key: string) => (await bot.listOpen()).find((one) => one.key === key);

  it('takes a change, lists it once with its author, and brings it up to date', async () => {
    const first = commit({ [FILE]: '项目名称: 智慧养老\n' });
    const opened = await clerk.open(proposal(first));
    expect(opened.isNew).toBe(true);
    const again = await clerk.open(proposal(first));
    expect(again).toMatchObject({ key: opened.key, web: opened.web, isNew: false });
    expect(await bot.listOpen()).toMatchObject([{ key: opened.key, head: first }]);
    const second = commit({ [FILE]: '项目名称: 智慧养老二\n' }, first);
    expect((await clerk.open(proposal(second))).key).toBe(opened.key);
    const listed = await bot.listOpen();
    expect(listed).toMatchObject([{ key: opened.key, head: second, isDraft: false }]);
    expect(listed[0]?.title).not.toContain('\n');
    expect(tryGit(server.folder, 'rev-parse', '--verify', listed[0]?.ref ?? '')).toBe(second);
    if (name !== 'a bare repository') {
      expect(listed[0]?.author).toEqual({ id: String(CLERK.id), login: 'clerk' });
      expect(await bot.actor(opened.key)).toEqual({ id: String(CLERK.id), login: 'clerk' });
      expect(opened.web).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/.+\d$/);
    } else {
      // No hook has written down who pushed: then nobody did.
      expect(listed[0]?.author.id).toBeUndefined();
    }
  });

  it('names both sides of a rename', async () => {
    const sha = commit({}, 'origin/main', [
      'registry/projects/jia/old-a1b2.md',
      'registry/projects/jia/moved-e5f6.md',
    ]);
    const { key } = await clerk.open(proposal(sha, 'filing/jia/moved-e5f6'));
    expect(await bot.changedFiles(key)).toEqual({
      files: ['registry/projects/jia/moved-e5f6.md', 'registry/projects/jia/old-a1b2.md'],
      isComplete: true,
    });
  });

  it('keeps one comment of a topic, edited in place', async () => {
    const [change] = await bot.listOpen();
    const key = change?.key ?? '';
    expect(await bot.comment(key, 'gate', '第一次')).toBe('written');
    expect(await bot.comment(key, 'gate', '第一次')).toBe('same');
    expect(await bot.comment(key, 'gate', '第二次')).toBe('written');
    expect(await server.as(BOT).comment(key, 'gate', '第二次\n')).toBe('same');
    expect(await bot.comment(key, 'packet', '另一件事')).toBe('written');
    expect(await bot.comment(key, 'gate', '第二次')).toBe('same');
  });

  it("does not take another account's copy for its own", async () => {
    if (name === 'a bare repository') return expect(bot.kind).toBe('Git');
    const [change] = await bot.listOpen();
    const key = change?.key ?? '';
    await server.as(STRANGER).comment(key, 'verdict', '通过');
    expect(await bot.comment(key, 'verdict', '要补正')).toBe('written');
    expect(await bot.comment(key, 'verdict', '要补正')).toBe('same');
    // The stranger's own stays what it was: his, and no more than words.
    expect(await server.as(STRANGER).comment(key, 'verdict', '通过')).toBe('same');
    expect(isMarked('verdict', '<!-- registry:verdict -->\n通过')).toBe(true);
  });

  it('sets a status once, and sets it right when another account set it', async () => {
    const [change] = await bot.listOpen();
    const head = change?.head ?? '';
    const status = { context: 'registry/gate', state: 'failure', description: '要补正：3 处必改' } as const;
    // Gitee knows none: the comment has the words, and `bot merge` judges once more.
    if (name === 'Gitee') return expect(await bot.setStatus(head, status)).toBe('same');
    expect(await bot.setStatus(head, status)).toBe('written');
    expect(await bot.setStatus(head, status)).toBe('same');
    if (name !== 'a bare repository') {
      await server.as(STRANGER).setStatus(head, { ...status, state: 'success', description: '通过' });
      expect(await bot.setStatus(head, status)).toBe('written');
    }
    expect(await bot.setStatus(head, { ...status, state: 'success' })).toBe('written');
  });

  it('merges what was looked at and nothing newer', async () => {
    const old = (await openOf((await clerk.open(proposal(commit({ [FILE]: 'a: 1\n' })))).key))?.head ?? '';
    const fresh = commit({ [FILE]: 'a: 2\n' }, old);
    const { key } = await clerk.open(proposal(fresh));
    const before = main();
    const office = server.as(BOT);
    expect(await office.merge(key, old)).toMatchObject({ ok: false, why: 'moved' });
    expect(main()).toBe(before);
    const done = await office.merge(key, fresh);
    expect(done).toMatchObject({ ok: true });
    expect(done.ok && done.commit).toBe(main());
    expect(git(server.folder, 'show', `main:${FILE}`)).toBe('a: 2');
    expect(await office.merge(key, fresh)).toEqual(done);
    expect(await openOf(key)).toBeUndefined();
  });

  it('says what went wrong without telling the token', async () => {
    const wrong = server.as({ token: 'ghp_SecretSecretSecret' });
    const sha = commit({ 'registry/projects/jia/x-a1b2.md': 'x: 1\n' });
    const fault = await wrong.open(proposal(sha, 'filing/jia/x-a1b2')).then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(fault).toBeInstanceOf(Error);
    expect(String(fault)).toMatch(/令牌|账号/);
    expect(JSON.stringify([fault, String(fault), (fault as Error).stack])).not.toContain('SecretSecret');
  });

  it('leaves the folder of the clerk as it was', () => {
    writeFileSync(join(work, 'draft.txt'), 'draft');
    expect(git(work, 'status', '--porcelain')).toBe('?? draft.txt');
    expect(git(work, 'remote', '-v')).not.toContain('token');
  });
});
