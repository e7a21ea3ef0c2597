import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createEmulator } from 'emulate';
import type { BrowserContext } from 'playwright-core';
import { shapeFaults } from '../../scripts/rehearse/github-shapes.ts';
import { COUNTS } from '../../scripts/rehearse/hub-request.ts';

/** GitHub's interface on this machine, with one repository on it. */
export interface EmulatedGitHub {
  readonly local: string;
  /** The address of the repository's page. */
  readonly web: string;
  /** Whose token it is. */
  loginOf(token: string): string | undefined;
  tokenOf(login: string): string;
  /** What lies below the repository, or below an account's copy of it. */
  get(path: string, owner?: string): Promise<unknown>;
  /** What was asked or answered otherwise than GitHub describes it. */
  readonly unlike: string[];
  /** Ends it; throws when anything was unlike GitHub. */
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
  const unlike: string[] = [];
  return {
    unlike,
    local,
    web,
    tokenOf,
    loginOf: (token) => logins.find((login) => tokenOf(login) === token),
    get: async (path, of = owner) => {
      const headers = { authorization: `token ${tokenOf(of)}` };
      const response = await fetch(`${local}/repos/${of}/${name}${path}`, { headers });
      if (!response.ok) throw new Error(`${response.status} for ${path}`);
      return response.json();
    },
    close: async () => {
      await emulator.close();
      if (unlike.length > 0)
        throw new Error(`GitHub does not answer so:\n${[...new Set(unlike)].join('\n')}`);
    },
  };
}

/**
 * Lets a page's calls to GitHub reach it, with the headers by which GitHub lets pages of other sites in. What the emulator
 * takes too lightly is as on GitHub: a token that nobody has is refused, and only the owner may write.
 */
export async function forward(
  context: BrowserContext,
  from: string,
  { local, web, loginOf, unlike }: EmulatedGitHub,
): Promise<ReadonlySet<string>> {
  const own = new URL(web).pathname;
  const owner = own.split('/')[1];
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
    const login = loginOf(authorization.replace(/^\S+ /, ''));
    const { pathname: path, search } = new URL(request.url());
    const [method, body] = [request.method(), request.postData()];
    const sent = body === null ? {} : { sent: JSON.parse(body) as unknown };
    /** Every answer is held against GitHub's own description, as in the rehearsal. */
    const answer = (status: number, given: unknown): Promise<void> => {
      unlike.push(...shapeFaults([{ method, path, ...sent, status, body: given }]));
      return route.fulfill({ status, headers: open, json: given });
    };
    if (login === undefined)
      return answer(401, { message: 'Bad credentials', documentation_url: 'https://docs.github.com/rest' });
    tokens.add(authorization);
    const reply = await asGitHub(local, own, { method, path, search, authorization, accept, body });
    const given = (await reply.json()) as Record<string, unknown>;
    const isRepository = /^\/repos\/[^/]+\/[^/]+(?:\/forks)?$/.test(path) && reply.ok;
    const mayWrite = path !== `/repos${own}` || login === owner;
    const permissions = { admin: mayWrite, push: mayWrite, pull: true };
    // GitHub makes a copy in its own time, and says so.
    const status = path.endsWith('/forks') && reply.ok ? 202 : reply.status;
    await answer(status, isRepository ? { ...given, ...COUNTS, permissions } : given);
  });
  return tokens;
}

interface Call {
  readonly method: string;
  readonly path: string;
  readonly search: string;
  readonly authorization: string;
  readonly accept: string;
  readonly body: string | null;
}

/**
 * Asks the emulator, where it differs from GitHub in GitHub's way: a copy shares its objects with the repository that it was
 * made from, and who asks for a copy again is given the one that is there.
 */
async function asGitHub(local: string, own: string, call: Call): Promise<Response> {
  const { method, path, search, authorization, accept, body } = call;
  const ask = (at: string, how: string, what: string | null): Promise<Response> =>
    fetch(`${local}${at}`, {
      method: how,
      headers: { authorization, accept, 'content-type': 'application/json' },
      ...(what === null ? {} : { body: what }),
    });
  const copy = /^\/repos\/[^/]+\/[^/]+(?=\/git\/refs$)/.exec(path)?.[0];
  if (method === 'POST' && copy !== undefined && copy !== `/repos${own}`) {
    const main = (await (await ask(`${copy}/git/ref/heads/main`, 'GET', null)).json()) as { object: object };
    return ask(path, method, JSON.stringify({ ...JSON.parse(body ?? '{}'), ...main.object }));
  }
  const reply = await ask(`${path}${search}`, method, body);
  if (reply.status !== 422 || !path.endsWith('/forks')) return reply;
  const me = (await (await ask('/user', 'GET', null)).json()) as { login: string };
  return ask(`/repos/${me.login}/${own.split('/')[2]}`, 'GET', null);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}
