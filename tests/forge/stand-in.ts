import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { git, mergeCommits, tryGit } from '../../scripts/rehearse/bare-git.ts';
import { type Account, accountOf, gitPath, serveGit } from '../../scripts/rehearse/git-http.ts';

/** A request for a merge as a stand-in keeps it. */
export interface KeptRequest {
  readonly number: number;
  readonly topic: string;
  readonly title: string;
  readonly body: string;
  readonly author: Account;
  readonly createdAt: string;
  merged?: { readonly commit: string; readonly head: string };
}

export interface KeptComment {
  readonly id: number;
  readonly request: number;
  readonly author: Account;
  body: string;
}

export interface KeptStatus {
  readonly id: number;
  readonly sha: string;
  readonly context: string;
  readonly state: string;
  readonly description: string;
  readonly author: Account;
}

/** One exchange with the interface, as it went over the wire. */
export interface Exchange {
  readonly request: { readonly method: string; readonly path: string; readonly body?: unknown };
  readonly response: { readonly status: number; readonly body?: unknown };
}

/** What a stand-in keeps, whatever language its interface speaks. */
export class StandIn {
  readonly folder: string;
  readonly branch = 'main';
  readonly requests: KeptRequest[] = [];
  readonly comments: KeptComment[] = [];
  readonly statuses: KeptStatus[] = [];
  readonly exchanges: Exchange[] = [];
  origin = '';
  #next = 1;

  /** Below which refs the heads of requests are fetched. */
  readonly #refs: string;

  constructor(folder: string, refs: string) {
    this.folder = folder;
    this.#refs = refs;
  }

  nextId(): number {
    return this.#next++;
  }

  ref(number: number): string {
    return `${this.#refs}/${number}/head`;
  }

  head(request: KeptRequest): string {
    return request.merged?.head ?? git(this.folder, 'rev-parse', this.ref(request.number));
  }

  main(): string {
    return git(this.folder, 'rev-parse', `refs/heads/${this.branch}`);
  }

  /** A pushed topic: a new request, or a newer head of the open one. */
  take(
    topic: string,
    head: string,
    author: Account,
    title: string,
    body: string,
  ): { request: KeptRequest; isNew: boolean } {
    const open = this.requests.find(
      (one) => one.topic === topic && one.author.id === author.id && !one.merged,
    );
    const request = open ?? {
      number: this.requests.length + 1,
      topic,
      title,
      body,
      author,
      createdAt: '2026-03-05T02:00:00Z',
    };
    if (!open) this.requests.push(request);
    git(this.folder, 'update-ref', this.ref(request.number), head);
    return { request, isNew: !open };
  }

  merge(request: KeptRequest, head: string): 'merged' | 'moved' | 'refused' {
    if (request.merged) return 'refused';
    if (this.head(request) !== head) return 'moved';
    const commit = mergeCommits(this.folder, this.main(), head, `Merge ${request.number}`);
    if (!commit) return 'refused';
    git(this.folder, 'update-ref', `refs/heads/${this.branch}`, commit);
    request.merged = { commit, head };
    return 'merged';
  }

  files(request: KeptRequest): readonly (readonly [status: string, path: string, from?: string])[] {
    const out = git(this.folder, 'diff', '--name-status', '-M', `${this.branch}...${this.head(request)}`);
    return out
      .split('\n')
      .filter(Boolean)
      .map((line) => line.split('\t'))
      .map(([status = '', path = '', to]) => (to === undefined ? [status, path] : [status, to, path]));
  }

  exists(sha: string): boolean {
    return tryGit(this.folder, 'cat-file', '-e', `${sha}^{commit}`) !== undefined;
  }
}

export interface Answer {
  readonly status: number;
  readonly body?: unknown;
}

/** What a server makes of a pushed ref: words for the clerk, and why not, where it does not take it. */
export interface Took {
  readonly said: string;
  readonly refused?: string;
}

/** How a product speaks: what it does with a push, and what its interface answers. */
export interface Dialect {
  readonly api: string;
  readonly refs: string;
  readonly config: readonly (readonly [string, string])[];
  /** Which of Git's hooks the product answers in. */
  readonly hook: 'post-receive' | 'proc-receive';
  pushed(state: StandIn, ref: string, head: string, options: readonly string[], author: Account): Took;
  answer(
    state: StandIn,
    method: string,
    path: string,
    query: URLSearchParams,
    body: Record<string, unknown>,
    account: Account | undefined,
  ): Answer;
}

const HOOKS = dirname(fileURLToPath(import.meta.url));

/** Starts a stand-in on loopback, before a repository that lies in `root` as `<name>.git`. */
export async function startStandIn(
  dialect: Dialect,
  root: string,
  name: string,
  accounts: readonly Account[],
): Promise<{ state: StandIn; origin: string; close(): Promise<void> }> {
  const state = new StandIn(join(root, `${name}.git`), dialect.refs);
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  state.origin = origin;
  for (const [key, value] of dialect.config) git(state.folder, 'config', key, value);
  git(state.folder, 'config', 'receive.advertisePushOptions', 'true');
  mkdirSync(join(state.folder, 'hooks'), { recursive: true });
  const hook = join(state.folder, 'hooks', dialect.hook);
  writeFileSync(hook, `#!/bin/sh\nexec '${process.execPath}' '${HOOKS}/${dialect.hook}.mjs'\n`, {
    mode: 0o755,
  });
  const backend = { root, environment: { PUSHED_URL: `${origin}/_pushed` }, mayWrite: () => true };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', origin);
    const account = accountOf(request, accounts);
    if (gitPath(url.pathname)) return serveGit(backend, account, request, response);
    const text = await bodyOf(request);
    if (url.pathname === '/_pushed') return void response.end(JSON.stringify(told(text)));
    const path = url.pathname.slice(dialect.api.length);
    const body = text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
    const found = dialect.answer(state, request.method ?? 'GET', path, url.searchParams, body, account);
    state.exchanges.push({
      request: { method: request.method ?? 'GET', path, ...(text === '' ? {} : { body }) },
      response: found,
    });
    response.writeHead(found.status, { 'content-type': 'application/json' });
    response.end(found.body === undefined ? '' : JSON.stringify(found.body));
  }

  function told(text: string): readonly Took[] {
    const { updates, options, actor } = JSON.parse(text) as {
      updates: string[][];
      options: string[];
      actor: number;
    };
    const author = accounts.find(({ id }) => id === actor);
    return updates.map(([, head = '', ref = '']) =>
      author
        ? dialect.pushed(state, ref, head, options, author)
        : { said: '', refused: 'User permission denied.' },
    );
  }

  server.on('request', (request, response) => {
    answer(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise<void>((done) => server.close(() => done()));
  };
  return { state, origin, close };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString('utf8');
}
