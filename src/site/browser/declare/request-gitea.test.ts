import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { RefusedError, requestFault } from './open-request.ts';
import { openOnGitea } from './request-gitea.ts';

/** Gitea as far as handing in goes: whose token it is, copies, branches, files with their checksums, requests. */
interface Pull {
  readonly html_url: string;
  readonly head: { readonly ref: string; readonly repo: { readonly owner: { readonly login: string } } };
}
type Answer = readonly [status: number, body?: unknown];

const WEB = 'https://git.example.cn/dsj/dengji';
const REPOSITORY = { web: WEB, platform: 'Gitea', branch: 'main', folder: 'registry' } as const;
let server: Server;
let api = '';
let files: Map<string, string>;
let branches: Set<string>;
let copies: Set<string>;
let pulls: Pull[];

function answer(method: string, url: URL, token: string, body: Record<string, string>): Answer {
  const login = /^token of-(\w+)$/.exec(token)?.[1];
  if (login === undefined) return [401, { message: 'invalid token' }];
  const path = decodeURIComponent(url.pathname.replace('/api/v1', ''));
  if (path === '/user') return [200, { login }];
  const [, owner = '', rest = ''] = /^\/repos\/(\w+)\/dengji(.*)$/.exec(path) ?? [];
  if (owner !== 'dsj' && !copies.has(owner)) return [404];
  const mayWrite = owner === login;
  if (method === 'GET' && rest === '') return [200, { name: 'dengji', permissions: { push: mayWrite } }];
  if (rest === '/forks') {
    if (copies.has(login)) return [409, { message: 'exists' }];
    copies.add(login);
    return [202, { name: 'dengji' }];
  }
  if (rest === '/merge-upstream') return [404];
  if (rest === '/pulls' && method === 'GET') return [200, pulls];
  if (rest === '/pulls') {
    const [from, ref = ''] = body.head?.includes(':') ? body.head.split(':') : [owner, body.head];
    const same = pulls.some(({ head }) => head.ref === ref && head.repo.owner.login === from);
    if (same || !branches.has(`${from}/${ref}`)) return [same ? 409 : 404];
    const pull = {
      html_url: `${WEB}/pulls/${pulls.length + 1}`,
      head: { ref, repo: { owner: { login: from ?? '' } } },
    };
    pulls.push(pull);
    return [201, pull];
  }
  if (rest.startsWith('/branches/')) return [branches.has(`${owner}/${rest.slice(10)}`) ? 200 : 404, {}];
  if (!mayWrite && method !== 'GET') return [403];
  if (rest === '/branches') {
    branches.add(`${owner}/${body.new_branch_name}`);
    return [201, {}];
  }
  const key = `${owner}/${body.branch ?? url.searchParams.get('ref')}${rest.replace('/contents', '')}`;
  const known = files.get(key);
  if (method === 'GET') return known === undefined ? [404] : [200, { sha: `sha-${known}` }];
  if (method === 'POST' && known !== undefined) return [422, { message: 'exists' }];
  if (method === 'PUT' && body.sha !== `sha-${known}`) return [409, { message: 'sha' }];
  files.set(key, body.content ?? '');
  return [method === 'POST' ? 201 : 200, {}];
}

beforeEach(async () => {
  [files, branches, copies, pulls] = [new Map(), new Set(), new Set(), []];
  server = createServer(async (request, response) => {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    const text = Buffer.concat(pieces).toString('utf8');
    const url = new URL(request.url ?? '/', 'http://localhost');
    const body = text === '' ? {} : (JSON.parse(text) as Record<string, string>);
    const [status, given] = answer(request.method ?? '', url, request.headers.authorization ?? '', body);
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
  expect(pulls).toHaveLength(1);
  expect(pulls[0]?.head.repo.owner.login).toBe(login);
  const kept = files.get(`${login}/filing/shili/jing-gai-k7q2/registry/projects/shili/jing-gai-k7q2.md`);
  expect(Buffer.from(kept ?? '', 'base64').toString('utf8')).toBe('乙');
});

it('says in words what was refused, and never the token', async () => {
  const wrong = await handIn('', '甲').catch((error: unknown) => error);
  expect(wrong).toBeInstanceOf(RefusedError);
  expect(requestFault(wrong, REPOSITORY)).toContain('令牌不对，或者已经过期');
  const closed = requestFault(new TypeError('Failed to fetch'), REPOSITORY);
  expect(closed).toContain('连不上 Gitea：网络断了，或者它没有打开网页直连');
  expect(requestFault(new Error('GitHub 还没有复制好'), REPOSITORY)).toContain('草稿还在');
});
