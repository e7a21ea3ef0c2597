import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createEmulator, type Emulator } from 'emulate';
import { type Account, accountOf, type GitBackend, gitPath, serveGit } from './git-http.ts';
import { shapeFaults } from './github-shapes.ts';
import { fault, type HubAnswer, type HubRequest } from './hub-request.ts';
import { ROUTES } from './hub-routes.ts';
import { type Call, HubState } from './hub-state.ts';

export interface HubOptions {
  /** Folder for the bare repositories. */
  readonly root: string;
  /** The first owns the registry. */
  readonly accounts: readonly Account[];
  /** `owner/name` of the registry. */
  readonly registry: string;
  /** Accounts that may write to the registry. */
  readonly writers: readonly string[];
  /** Instead of our own. */
  readonly routes?: typeof ROUTES;
}

/** GitHub on this machine: emulate's state behind the real interface, and real repositories behind Git over HTTP. */
export interface Hub {
  readonly origin: string;
  readonly api: string;
  readonly state: HubState;
  /** The emulator's own address, past all that is added here: for setting a scene quickly. */
  readonly emulator: string;
  /** Answers the next requests that match with this instead; for limits and faults. */
  fail(
    times: number,
    method: string,
    answer: { status: number; headers?: Record<string, string>; body?: unknown },
  ): void;
  /** Ends it; throws when something was asked or answered as GitHub does not describe it. */
  close(): Promise<void>;
}

const API = '/api/v3';

/** Starts the hub on loopback. The registry's repository has to lie in `root` already. */
export async function startHub(options: HubOptions): Promise<Hub> {
  const state = new HubState(options.root);
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const emulator = await startEmulator(options, `${origin}${API}`);
  const faults: {
    times: number;
    method: string;
    answer: { status: number; headers?: Record<string, string>; body?: unknown };
  }[] = [];
  const backend: GitBackend = {
    root: options.root,
    mayWrite: ({ login }, repository) =>
      repository.startsWith(`${login}/`) ||
      (repository === `${options.registry}.git` && options.writers.includes(login)),
  };
  server.on('request', (request, response) => {
    void answer(request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', origin);
    const account = accountOf(request, options.accounts);
    if (gitPath(url.pathname)) return serveGit(backend, account, request, response);
    const body = await bodyOf(request);
    const method = request.method ?? 'GET';
    const path = url.pathname.slice(API.length);
    const given = faults.find((one) => one.times > 0 && one.method === method);
    if (given) given.times--;
    const found = given
      ? { status: given.answer.status, headers: given.answer.headers ?? {}, body: given.answer.body ?? {} }
      : asGitHub(
          { method, path, sent: body },
          await route({
            method,
            path,
            query: url.searchParams,
            body,
            account,
            authorization: request.headers.authorization,
          }),
        );
    state.calls.push({ method, path, sent: body, status: found.status, body: found.body });
    response.writeHead(found.status, { 'content-type': 'application/json; charset=utf-8', ...found.headers });
    response.end(found.body === undefined ? '' : JSON.stringify(found.body));
  }

  /** Every answer is held against GitHub's own description here, whoever plays: an unlike one is no answer. */
  function asGitHub(asked: Pick<Call, 'method' | 'path' | 'sent'>, found: HubAnswer): HubAnswer {
    const unlike = shapeFaults([{ ...asked, status: found.status, body: found.body }]);
    if (unlike.length === 0) return found;
    state.unlikeGitHub.push(...unlike);
    return fault(500, `GitHub does not answer so: ${unlike.join('; ')}`);
  }

  async function route(request: Omit<HubRequest, 'state' | 'registry' | 'writers' | 'forward' | 'origin'>) {
    const full: HubRequest = {
      ...request,
      state,
      origin: `${origin}${API}`,
      registry: options.registry,
      writers: options.writers,
      forward,
    };
    for (const [method, pattern, run] of options.routes ?? ROUTES) {
      const match = method === request.method ? pattern.exec(request.path) : null;
      if (match) return run(full, match.slice(1));
    }
    return forward(request);
  }

  async function forward({
    method,
    path,
    query,
    body,
    authorization,
  }: Pick<HubRequest, 'method' | 'path' | 'query' | 'body' | 'authorization'>) {
    const search = query.size > 0 ? `?${query}` : '';
    const reply = await fetch(`${emulator.local}${path}${search}`, {
      method,
      headers: { 'content-type': 'application/json', ...(authorization ? { authorization } : {}) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await reply.text();
    const link = reply.headers.get('link');
    return {
      status: reply.status,
      headers: link === null ? {} : { link: link.replaceAll(emulator.local, `${origin}${API}`) },
      body: text === '' ? undefined : (JSON.parse(text) as unknown),
    };
  }

  return {
    origin,
    api: `${origin}${API}`,
    state,
    emulator: emulator.local,
    fail: (times, method, reply) => faults.push({ times, method, answer: reply }),
    close: async () => {
      await emulator.close();
      server.closeAllConnections();
      await new Promise<void>((done) => (server as Server).close(() => done()));
      const unlike = [...new Set(state.unlikeGitHub)];
      if (unlike.length > 0) throw new Error(`GitHub does not answer so:\n${unlike.join('\n')}`);
    },
  };
}

async function startEmulator(
  { accounts, registry, writers }: HubOptions,
  api: string,
): Promise<Emulator & { readonly local: string }> {
  const [owner = '', name = ''] = registry.split('/');
  const free = createServer();
  await new Promise<void>((done) => free.listen(0, '127.0.0.1', done));
  const { port } = free.address() as AddressInfo;
  await new Promise((done) => free.close(done));
  const emulator = await createEmulator({
    service: 'github',
    port,
    baseUrl: api,
    seed: {
      tokens: Object.fromEntries(
        accounts.map(({ token, login }) => [token, { login, scopes: ['repo', 'user'] }]),
      ),
      github: {
        users: accounts.map(({ login }) => ({ login })),
        repos: [{ owner, name, auto_init: true, default_branch: 'main' }],
      },
    },
  });
  const local = `http://127.0.0.1:${port}`;
  for (const { login, id } of accounts) {
    const user = (await (await fetch(`${local}/users/${login}`)).json()) as { readonly id: number };
    if (user.id !== id) throw new Error(`the emulator calls ${login} ${user.id}, not ${id}`);
  }
  const boss = accounts.find(({ login }) => login === owner);
  for (const login of writers.filter((one) => one !== owner)) {
    await fetch(`${local}/repos/${registry}/collaborators/${login}`, {
      method: 'PUT',
      headers: { authorization: `token ${boss?.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ permission: 'push' }),
    });
  }
  return Object.assign(emulator, { local });
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  const text = Buffer.concat(pieces).toString('utf8');
  return text === '' ? undefined : JSON.parse(text);
}
