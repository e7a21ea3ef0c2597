import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { git, tryGit } from '../../scripts/rehearse/bare-git.ts';
import type { Account } from '../../scripts/rehearse/git-http.ts';
import type { Answer, Dialect, KeptRequest, StandIn } from './stand-in.ts';

const LABELS = new WeakMap<KeptRequest, readonly string[]>();
const CLOSED = new WeakSet<KeptRequest>();

/** What Gitee does and answers, in the shapes of its API v5 and of its own command line tool. */
export const GITEE: Dialect = {
  api: '/api/v5',
  refs: 'refs/pull',
  config: [],
  hook: 'post-receive',

  pushed: () => ({ said: 'Powered by GITEE.COM' }),

  answer(state, method, path, query, body, account) {
    if (!account) return { status: 401, body: { message: '401 Unauthorized: Access token does not exist' } };
    const page = <T>(all: readonly T[]): Answer => {
      const [number, size] = [Number(query.get('page') ?? 1), Number(query.get('per_page') ?? 20)];
      return { status: 200, body: all.slice((number - 1) * size, number * size) };
    };
    if (path === '/user') return { status: 200, body: user(account) };
    const copy = /^\/repos\/([\w-]+)\/registry$/.exec(path)?.[1];
    if (copy) return repository(state, copy, account);
    const at = `${method} ${path.replace(/^\/repos\/dsj\/registry/, '')}`;
    if (at === 'POST /forks') return fork(state, account);
    for (const one of state.requests) follow(state, one);
    if (at === 'GET /pulls') return page(state.requests.filter(isOpen).map((one) => pull(state, one)));
    if (at === 'POST /pulls') return create(state, body as Readonly<Record<string, string>>, account);
    const edited = /^PATCH \/pulls\/comments\/(\d+)$/.exec(at)?.[1];
    if (edited) return edit(state, Number(edited), body, account);
    const request = state.requests.find((one) => one.number === Number(/\/pulls\/(\d+)/.exec(at)?.[1]));
    if (!request) return { status: 404, body: { message: '404 Not Found' } };
    const rest = at.replace(/\/pulls\/\d+/, '');
    if (rest === 'PATCH ' && body.state === 'closed') CLOSED.add(request);
    if (rest === 'GET ' || rest === 'PATCH ') return { status: 200, body: pull(state, request) };
    if (rest === 'GET /files') return { status: 200, body: state.files(request).map(file) };
    if (rest === 'GET /comments')
      return page(state.comments.filter((one) => one.request === request.number).map(comment));
    if (rest === 'POST /comments') {
      const made = { id: state.nextId(), request: request.number, author: account, body: String(body.body) };
      state.comments.push(made);
      return { status: 201, body: comment(made) };
    }
    if (rest === 'PUT /labels') {
      LABELS.set(request, body as unknown as readonly string[]);
      return { status: 200, body: labelsOf(request) };
    }
    return { status: 404, body: { message: '404 Not Found' } };
  },
};

const isOpen = (one: KeptRequest): boolean => !one.merged && !CLOSED.has(one);
const user = ({ id, login }: Account) => ({ id, login, name: login, type: 'User' });
const labelsOf = (one: KeptRequest) =>
  (LABELS.get(one) ?? []).map((name, id) => ({ id, name, color: 'ededed' }));
const folderOf = (state: StandIn, login: string): string =>
  join(dirname(dirname(state.folder)), login, 'registry.git');

function repository(state: StandIn, whose: string, account: Account): Answer {
  if (!existsSync(folderOf(state, whose))) return { status: 404, body: { message: 'Not Found Project' } };
  const push = whose === account.login || (whose === 'dsj' && account.login === 'registry-bot');
  return {
    status: 200,
    body: { full_name: `${whose}/registry`, permission: { pull: true, push, admin: false } },
  };
}

function fork(state: StandIn, { login }: Account): Answer {
  const folder = folderOf(state, login);
  if (existsSync(folder)) return { status: 403, body: { message: '已经存在同名仓库, fork 失败' } };
  git(dirname(dirname(state.folder)), 'clone', '--quiet', '--bare', state.folder, folder);
  git(folder, 'config', 'http.receivepack', 'true');
  return { status: 201, body: { full_name: `${login}/registry`, fork: true } };
}

function create(state: StandIn, body: Readonly<Record<string, string>>, account: Account): Answer {
  const { head = '', title = '', body: words = '' } = body;
  const [login, topic] = head.includes(':') ? head.split(':') : ['dsj', head];
  const sha = tryGit(folderOf(state, login ?? ''), 'rev-parse', '--verify', `refs/heads/${topic}`);
  if (!sha || login !== (head.includes(':') ? account.login : 'dsj'))
    return { status: 400, body: { message: '源分支不存在' } };
  git(state.folder, 'fetch', '--quiet', folderOf(state, login ?? ''), `refs/heads/${topic}`);
  const { request } = state.take(topic ?? '', sha, account, title, words);
  return { status: 201, body: pull(state, request) };
}

/** A request follows its branch, and is merged once the main branch has its head. */
function follow(state: StandIn, one: KeptRequest): void {
  if (!isOpen(one)) return;
  const spec = `+refs/heads/${one.topic}:${state.ref(one.number)}`;
  for (const login of [one.author.login, 'dsj'])
    if (
      existsSync(folderOf(state, login)) &&
      tryGit(state.folder, 'fetch', '--quiet', folderOf(state, login), spec) !== undefined
    )
      break;
  const head = git(state.folder, 'rev-parse', state.ref(one.number));
  if (tryGit(state.folder, 'merge-base', '--is-ancestor', head, state.main()) !== undefined)
    one.merged = { commit: state.main(), head };
}

function edit(state: StandIn, id: number, body: Record<string, unknown>, account: Account): Answer {
  const found = state.comments.find((one) => one.id === id);
  if (!found) return { status: 404, body: { message: '404 Not Found' } };
  if (found.author.id !== account.id) return { status: 403, body: { message: '403 Forbidden' } };
  found.body = String(body.body);
  return { status: 200, body: comment(found) };
}

const comment = (one: StandIn['comments'][number]) => ({
  id: one.id,
  body: one.body,
  user: user(one.author),
  comment_type: 'pr_comment',
});

const file = ([status, path, from]: readonly [string, string, string?]) => ({
  filename: path,
  status: { A: 'added', D: 'removed', R: 'renamed' }[status.charAt(0)] ?? null,
  patch: { new_path: path, old_path: from ?? path, renamed_file: from !== undefined },
});

function pull(state: StandIn, one: KeptRequest) {
  const head = { label: one.topic, ref: one.topic, sha: state.head(one) };
  return {
    number: one.number,
    state: one.merged ? 'merged' : isOpen(one) ? 'open' : 'closed',
    title: one.title,
    body: one.body,
    draft: false,
    html_url: `${state.origin}/dsj/registry/pulls/${one.number}`,
    created_at: one.createdAt,
    user: user(one.author),
    head,
    base: { label: 'main', ref: 'main', sha: state.main() },
    labels: labelsOf(one),
  };
}
