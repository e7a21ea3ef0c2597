import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type StaticServer, serveStatic } from './static-server.ts';

type Answer = {
  readonly status: number;
  readonly type: string;
  readonly location: string;
  readonly body: string;
};

describe('serveStatic', () => {
  let dir: string;
  let server: StaticServer;

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'server-'));
    const site = join(dir, 'site');
    await mkdir(join(site, 'projects', '空 格'), { recursive: true });
    await mkdir(join(site, 'empty'));
    await mkdir(join(site, 'assets'));
    await mkdir(join(dir, 'site-2'));
    const files = {
      'secret.txt': '秘密',
      'site-2/secret.txt': '秘密',
      'site/index.html': '首页',
      'site/404.html': '找不到',
      'site/projects/index.html': '目录',
      'site/projects/空 格/index.html': '项目',
      'site/.env': '秘密',
      'site/a.wasm': '',
      'site/a.pf_index': '',
      'site/a.JS': '',
      'site/assets/long.js': 'let 数 = 1;\n'.repeat(500),
      'site/long.pf_index': 'x'.repeat(5_000),
    };
    for (const [name, text] of Object.entries(files)) await writeFile(join(dir, name), text);
    await symlink(join(dir, 'secret.txt'), join(site, 'link.txt'));
    server = await serveStatic(site);
  });

  afterAll(async () => {
    await server.close();
    await rm(dir, { recursive: true });
  });

  /** Sends the path as it is; `fetch` would tidy it first. */
  function ask(path: string, method = 'GET'): Promise<Answer> {
    const { hostname, port } = new URL(server.url);
    return new Promise((done, fail) => {
      const sent = request({ hostname, port, path, method }, async (response) => {
        const chunks: Buffer[] = [];
        for await (const chunk of response) chunks.push(chunk);
        const { 'content-type': type = '', location = '' } = response.headers;
        done({ status: response.statusCode ?? 0, type, location, body: Buffer.concat(chunks).toString() });
      });
      sent.on('error', fail).end();
    });
  }

  it.each([
    ['/', '首页'],
    ['/index.html?x=1', '首页'],
    ['/projects/', '目录'],
    [`/projects/${encodeURIComponent('空 格')}/`, '项目'],
  ])('gives %s', async (path, body) => {
    expect(await ask(path)).toMatchObject({ status: 200, type: 'text/html; charset=utf-8', body });
  });

  it.each([
    ['/a.wasm', 'application/wasm'],
    ['/a.pf_index', 'application/octet-stream'],
    ['/a.JS', 'text/javascript; charset=utf-8'],
  ])('gives %s as %s', async (path, type) => {
    expect(await ask(path)).toMatchObject({ status: 200, type });
  });

  it('redirects a folder to its address with a slash and keeps the query', async () => {
    expect(await ask('/projects?q=1')).toMatchObject({ status: 301, location: '/projects/?q=1' });
  });

  it.each([
    '/nothing',
    '/empty/',
    '/index.html/',
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/..%5csecret.txt',
    '/../site-2/secret.txt',
    '/projects/../../secret.txt',
    '/.env',
    '/link.txt',
    '/%00',
    '/%zz',
    '//example.org/projects',
    'http://example.org/',
  ])('answers %s with the page for unknown addresses and status 404', async (path) => {
    expect(await ask(path)).toMatchObject({ status: 404, type: 'text/html; charset=utf-8', body: '找不到' });
  });

  it('gives a HEAD request everything but the body', async () => {
    expect(await ask('/', 'HEAD')).toMatchObject({ status: 200, type: 'text/html; charset=utf-8', body: '' });
  });

  it('packs text, keeps what is named by its content for a year, and says when nothing has changed', async () => {
    const script = await fetch(`${server.url}/assets/long.js`);
    expect(await script.text()).toBe('let 数 = 1;\n'.repeat(500));
    expect(Object.fromEntries(script.headers)).toMatchObject({
      'content-encoding': 'gzip',
      'cache-control': 'public, max-age=31536000, immutable',
    });
    const index = await fetch(`${server.url}/long.pf_index`);
    expect(index.headers.get('content-encoding')).toBeNull();
    expect(index.headers.get('content-length')).toBe('5000');
    const page = await fetch(`${server.url}/`);
    expect(page.headers.get('cache-control')).toBe('no-cache');
    const tag = page.headers.get('etag') ?? '';
    const again = await fetch(`${server.url}/`, { headers: { 'If-None-Match': tag } });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('refuses %s', async (method) => {
    expect(await ask('/', method)).toMatchObject({ status: 405 });
  });

  it('fails to start on a folder that is not there', async () => {
    await expect(serveStatic(join(dir, 'nowhere'))).rejects.toThrow('ENOENT');
  });
});
