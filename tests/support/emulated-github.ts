import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createEmulator } from 'emulate';
import type { BrowserContext } from 'playwright-core';

/** GitHub's interface on this machine, with one repository on it. */
export interface EmulatedGitHub {
  readonly local: string;
  tokenOf(login: string): string;
  /** What lies below the repository, or below an account's copy of it. */
  get(path: string, owner?: string): Promise<unknown>;
  close(): Promise<void>;
}

/** Starts it with a repository at this address, owned by the first account, and these accounts. */
export async function startGitHub(web: string, logins: readonly string[]): Promise<EmulatedGitHub> {
  const [owner = '', name = ''] = new URL(web).pathname.slice(1).split('/');
  const port = await freePort();
  const tokenOf = (login: string): string => `gho_of_${login}`;
  const emulator = await createEmulator({
    service: 'github',
    port,
    baseUrl: 'https://api.github.com',
    seed: {
      tokens: Object.fromEntries(
        logins.map((login) => [tokenOf(login), { login, scopes: ['repo', 'user'] }]),
      ),
      github: {
        users: logins.map((login) => ({ login })),
        repos: [{ owner, name, auto_init: true, default_branch: 'main' }],
      },
    },
  });
  const local = `http://127.0.0.1:${port}`;
  return {
    local,
    tokenOf,
    get: async (path, of = owner) => {
      const headers = { authorization: `token ${tokenOf(of)}` };
      const response = await fetch(`${local}/repos/${of}/${name}${path}`, { headers });
      if (!response.ok) throw new Error(`${response.status} for ${path}`);
      return response.json();
    },
    close: () => emulator.close(),
  };
}

/** Lets a page's calls to `from` reach `to`, with the headers by which GitHub lets pages of other sites in. */
export async function forward(
  context: BrowserContext,
  from: string,
  to: string,
): Promise<ReadonlySet<string>> {
  const tokens = new Set<string>();
  const open = {
    'access-control-allow-origin': '*',
    'access-control-allow-headers': '*, Authorization, Content-Type',
    'access-control-allow-methods': 'GET, POST, PATCH, PUT, DELETE',
  };
  await context.route(`${from}/**`, async (route) => {
    const request = route.request();
    if (request.method() === 'OPTIONS') return route.fulfill({ status: 204, headers: open });
    const { authorization = '', accept = '' } = request.headers();
    if (!authorization.includes('wrong')) tokens.add(authorization);
    const body = request.postData();
    const reply = await fetch(request.url().replace(from, to), {
      method: request.method(),
      headers: { authorization, accept, 'content-type': 'application/json' },
      ...(body === null ? {} : { body }),
    });
    const headers = { ...open, 'content-type': reply.headers.get('content-type') ?? 'application/json' };
    await route.fulfill({ status: reply.status, headers, body: await reply.text() });
  });
  return tokens;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}
