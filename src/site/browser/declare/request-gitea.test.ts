import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { SmallGitea } from '../../../../tests/support/small-gitea.ts';
import { RefusedError, requestFault } from './open-request.ts';
import { openOnGitea } from './request-gitea.ts';

const WEB = 'https://git.example.cn/dsj/dengji';
const REPOSITORY = { web: WEB, platform: 'Gitea', branch: 'main', folder: 'registry' } as const;
let server: Server;
let api = '';
let gitea: SmallGitea;

beforeEach(async () => {
  gitea = new SmallGitea(WEB);
  server = createServer(async (request, response) => {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    const text = Buffer.concat(pieces).toString('utf8');
    const url = new URL(request.url ?? '/', 'http://localhost');
    const body = text === '' ? {} : (JSON.parse(text) as Record<string, string>);
    const [status, given] = gitea.answer(
      request.method ?? '',
      url,
      request.headers.authorization ?? '',
      body,
    );
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(given ?? {}));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  api = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1`;
});

afterEach(() => new Promise<void>((done) => server.close(() => done())));

const handIn = (login: string, text: string): Promise<string> =>
  openOnGitea({
    api,
    token: `of-${login}`,
    repository: REPOSITORY,
    id: 'shili/jing-gai-k7q2',
    title: '井盖感知平台',
    files: [{ file: 'projects/shili/jing-gai-k7q2.md', bytes: new TextEncoder().encode(text) }],
    told: () => {},
  });

it.each(['dsj', 'clerk'])('hands in for %s, and brings the same request up to date', async (login) => {
  expect(await handIn(login, '甲')).toBe(`${WEB}/pulls/1`);
  expect(await handIn(login, '乙')).toBe(`${WEB}/pulls/1`);
  expect(gitea.pulls).toHaveLength(1);
  expect(gitea.pulls[0]?.head.repo.owner.login).toBe(login);
  const kept = gitea.files.get(
    `${login}/filing/shili/jing-gai-k7q2/registry/projects/shili/jing-gai-k7q2.md`,
  );
  expect(Buffer.from(kept ?? '', 'base64').toString('utf8')).toBe('乙');
});

it('finds its request among more than are given at once', async () => {
  for (let at = 1; at <= 60; at++)
    gitea.pulls.push({
      html_url: `${WEB}/pulls/${at}`,
      head: { ref: `filing/shili/other-${at}`, repo: { owner: { login: 'dsj' } } },
    });
  expect(await handIn('clerk', '甲')).toBe(`${WEB}/pulls/61`);
  expect(await handIn('clerk', '乙')).toBe(`${WEB}/pulls/61`);
});

it('says in words what was refused, and never the token', async () => {
  const wrong = await handIn('', '甲').catch((error: unknown) => error);
  expect(wrong).toBeInstanceOf(RefusedError);
  expect(requestFault(wrong, REPOSITORY)).toContain('令牌不对，或者已经过期');
  const closed = requestFault(new TypeError('Failed to fetch'), REPOSITORY);
  expect(closed).toContain('连不上 Gitea：网络断了，或者它没有打开网页直连');
  // As octokit gives a call that no answer came to: a status of its own making, and no answer.
  const unanswered = Object.assign(new Error('fetch failed'), { status: 500, request: {} });
  const hub = { ...REPOSITORY, platform: 'GitHub' } as const;
  expect(requestFault(unanswered, hub)).toContain('连不上 GitHub');
  const refused = Object.assign(new Error('Server Error'), { status: 500, request: {}, response: {} });
  expect(requestFault(refused, hub)).toContain('GitHub 没有接受（500）');
  expect(requestFault(new Error('GitHub 还没有复制好'), REPOSITORY)).toContain('草稿还在');
});
