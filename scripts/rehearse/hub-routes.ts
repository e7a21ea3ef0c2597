import { changedPaths, git, mergeCommits, tryGit } from './bare-git.ts';
import type { Account } from './git-http.ts';
import type { HubState, KeptStatus } from './hub-state.ts';

/** A request to the interface, with what the routes need. */
export interface HubRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly account: Account | undefined;
  readonly authorization: string | undefined;
  readonly state: HubState;
  readonly origin: string;
  readonly registry: string;
  readonly writers: readonly string[];
  /** Asks the emulator. */
  forward(
    request: Pick<HubRequest, 'method' | 'path' | 'query' | 'body' | 'authorization'>,
  ): Promise<HubAnswer>;
}

export interface HubAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

type Json = Record<string, unknown>;
type Run = (request: HubRequest, parts: readonly string[]) => Promise<HubAnswer>;

const MOST_FILES = 3_000;
const ok = (body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): HubAnswer => ({
  status,
  headers,
  body,
});
const fault = (status: number, message: string): HubAnswer =>
  ok({ message, documentation_url: 'https://docs.github.com/rest', status: String(status) }, status);

interface Pull extends Json {
  readonly number: number;
  readonly state: string;
  readonly merged?: boolean;
  readonly user: { readonly id: number; readonly login: string };
  readonly labels: readonly Json[];
  readonly head: {
    readonly ref: string;
    readonly label: string;
    readonly repo: { readonly full_name: string } | null;
  };
  readonly base: { readonly ref: string };
}

/** A pull request of the emulator with what Git knows of it. */
function withGit({ state, registry }: HubRequest, pull: Pull): Json {
  const from = pull.head.repo?.full_name ?? registry;
  const done = state.merged.get(`${registry}#${pull.number}`);
  const head = done?.head ?? state.sync(registry, pull.number, from, pull.head.ref);
  const base = state.tip(registry, pull.base.ref);
  const changed = head && base ? changedPaths(state.folder(registry), base, head).length : 0;
  return {
    ...pull,
    head: { ...pull.head, sha: head ?? '' },
    base: { ...pull.base, sha: base ?? '' },
    merge_commit_sha: done?.commit ?? null,
    ...('merged' in pull ? { changed_files: changed } : {}),
  };
}

const pullOf = async (request: HubRequest, number: string): Promise<Pull | undefined> => {
  const found = await request.forward({
    ...request,
    method: 'GET',
    path: `/repos/${request.registry}/pulls/${number}`,
    query: new URLSearchParams(),
    body: undefined,
  });
  return found.status === 200 ? (found.body as Pull) : undefined;
};

const list: Run = async (request) => {
  const found = await request.forward(request);
  if (!Array.isArray(found.body)) return found;
  const { state, registry } = request;
  const pulls = found.body as Pull[];
  const fromOf = ({ head }: Pull): string => head.repo?.full_name ?? registry;
  const heads = new Map<number, string>();
  for (const from of new Set(pulls.map(fromOf))) {
    const own = pulls.filter((pull) => fromOf(pull) === from);
    const synced = state.syncMany(
      registry,
      from,
      own.map(({ number, head }) => [number, head.ref] as const),
    );
    for (const [number, head] of synced) heads.set(number, head);
  }
  const base = state.tip(registry, 'main') ?? '';
  return {
    ...found,
    body: pulls.map((pull) => ({
      ...pull,
      // GitHub describes a text here; the emulator gives null.
      labels: pull.labels.map((label) => ({ ...label, description: label.description ?? '' })),
      head: {
        ...pull.head,
        sha: state.merged.get(`${registry}#${pull.number}`)?.head ?? heads.get(pull.number) ?? '',
      },
      base: { ...pull.base, sha: base },
    })),
  };
};

const get: Run = async (request) => {
  const found = await request.forward(request);
  return found.status === 200 ? { ...found, body: withGit(request, found.body as Pull) } : found;
};

const create: Run = async (request) => {
  const { state, registry } = request;
  const { head = '', base = '' } = (request.body ?? {}) as Record<string, string>;
  const [owner, branch] = head.includes(':') ? head.split(':') : [registry.split('/')[0], head];
  const repository = `${owner}/${registry.split('/')[1]}`;
  const [from, to] = [state.tip(repository, branch ?? ''), state.tip(registry, base)];
  if (!from || !to) return fault(422, 'Validation Failed: head or base is not a branch');
  if (from === to) return fault(422, 'Validation Failed: no commits between base and head');
  const found = await request.forward(request);
  return found.status === 201 ? { ...found, body: withGit(request, found.body as Pull) } : found;
};

const files: Run = async (request, [, number = '']) => {
  const pull = await pullOf(request, number);
  if (!pull) return fault(404, 'Not Found');
  const full = withGit(request, pull) as unknown as { head: { sha: string }; base: { sha: string } };
  const folder = request.state.folder(request.registry);
  const all = changedPaths(folder, full.base.sha, full.head.sha).slice(0, MOST_FILES);
  const tree = git(folder, 'ls-tree', '-r', '-z', full.head.sha).split('\0').filter(Boolean);
  const blobs = new Map(
    tree.map((line) => [line.slice(line.indexOf('\t') + 1), line.split(/[ \t]/)[2] ?? '']),
  );
  const perPage = Math.min(Number(request.query.get('per_page') ?? 30), 100);
  const page = Number(request.query.get('page') ?? 1);
  const here = all.slice((page - 1) * perPage, page * perPage);
  const more = page * perPage < all.length;
  const next = `${request.origin}${request.path}?per_page=${perPage}&page=${page + 1}`;
  const words: Readonly<Record<string, string>> = {
    A: 'added',
    M: 'modified',
    D: 'removed',
    R: 'renamed',
    T: 'changed',
  };
  return ok(
    here.map(({ status, path, from }) => {
      const sha = blobs.get(path) ?? null;
      const url = `${request.origin}/repos/${request.registry}/contents/${encodeURI(path)}`;
      const counts = { additions: 1, deletions: 0, changes: 1 };
      const named = { sha, filename: path, status: words[status.charAt(0)] ?? 'changed', ...counts };
      const links = { blob_url: url, raw_url: url, contents_url: url };
      return { ...named, ...links, ...(from === undefined ? {} : { previous_filename: from }) };
    }),
    200,
    more ? { link: `<${next}>; rel="next"` } : {},
  );
};

const merge: Run = async (request, [, number = '']) => {
  const { state, registry, account } = request;
  const pull = await pullOf(request, number);
  if (!pull || !account) return fault(404, 'Not Found');
  const key = `${registry}#${number}`;
  const { head, base } = withGit(request, pull) as unknown as {
    head: { sha: string };
    base: { sha: string };
  };
  const { sha } = (request.body ?? {}) as { readonly sha?: string };
  if (state.merged.has(key)) return fault(405, 'Pull Request is not mergeable');
  if (sha !== undefined && sha !== head.sha)
    return fault(409, 'Head branch was modified. Review and try the merge again.');
  const wanting = unmet(state, key, head.sha) ?? behind(state, registry, base.sha, head.sha);
  if (wanting !== undefined) return fault(405, wanting);
  const folder = state.folder(registry);
  const commit = mergeCommits(folder, base.sha, head.sha, `Merge pull request #${number}`);
  if (!commit) return fault(405, 'Pull Request is not mergeable');
  // The emulator has commits of its own kind, and lets this one through: protection was judged above.
  const { sha: _, ...rest } = (request.body ?? {}) as Json;
  const found = await request.forward({ ...request, body: rest });
  if (found.status !== 200) return found;
  git(folder, 'update-ref', `refs/heads/${pull.base.ref}`, commit, base.sha);
  state.merged.set(key, { commit, head: head.sha });
  return ok({ sha: commit, merged: true, message: 'Pull Request successfully merged' });
};

/** What branch protection still waits for. */
function unmet(state: HubState, key: string, head: string): string | undefined {
  const { protection } = state;
  if (!protection) return undefined;
  const status = newest(state, head).find(({ context }) => context === protection.context);
  if (status?.state !== 'success' || status.creator.id !== protection.by)
    return `Required status check "${protection.context}" is expected.`;
  const approved = new Set(
    (state.reviews.get(key) ?? []).filter((one) => one.head === head).map(({ by }) => by),
  );
  return approved.size < protection.approvals ? 'At least 1 approving review is required.' : undefined;
}

function behind(state: HubState, registry: string, base: string, head: string): string | undefined {
  const contains = tryGit(state.folder(registry), 'merge-base', '--is-ancestor', base, head) !== undefined;
  return state.protection?.strict && !contains
    ? 'The head branch is not up to date with the base.'
    : undefined;
}

/** Statuses of a commit, the newest first. */
const newest = (state: HubState, sha: string): readonly KeptStatus[] =>
  [...(state.statuses.get(sha) ?? [])].reverse();

function statusBody({ origin, registry }: HubRequest, sha: string, one: KeptStatus): Json {
  const avatar = `${origin}/avatars/u/${one.creator.login}`;
  return {
    url: `${origin}/repos/${registry}/statuses/${sha}`,
    avatar_url: avatar,
    id: one.id,
    node_id: `SC_${one.id}`,
    state: one.state,
    description: one.description,
    target_url: null,
    context: one.context,
    created_at: one.at,
    updated_at: one.at,
    creator: userBody(origin, one.creator),
  };
}

function userBody(origin: string, { id, login }: Account): Json {
  const url = `${origin}/users/${login}`;
  const links = [
    'followers',
    'following',
    'gists',
    'starred',
    'subscriptions',
    'organizations',
    'repos',
    'events',
  ];
  return {
    login,
    id,
    node_id: `U_${id}`,
    avatar_url: `${origin}/avatars/u/${login}`,
    gravatar_id: '',
    url,
    html_url: url,
    ...Object.fromEntries(links.map((name) => [`${name}_url`, `${url}/${name}`])),
    received_events_url: `${url}/received_events`,
    type: 'User',
    site_admin: false,
  };
}

const setStatus: Run = async (request, [, sha = '']) => {
  const { state, registry, account } = request;
  if (!account) return fault(401, 'Requires authentication');
  if (tryGit(state.folder(registry), 'cat-file', '-e', `${sha}^{commit}`) === undefined)
    return fault(422, 'No commit found for SHA');
  const given = (request.body ?? {}) as Record<string, string | undefined>;
  if ((given.description ?? '').length > 140)
    return fault(422, 'description is too long (maximum is 140 characters)');
  const one: KeptStatus = {
    id: state.nextId(),
    state: given.state ?? 'pending',
    context: given.context ?? 'default',
    description: given.description ?? null,
    creator: account,
    at: new Date().toISOString().replace(/\.\d+/, ''),
  };
  state.statuses.set(sha, [...(state.statuses.get(sha) ?? []), one]);
  return ok(statusBody(request, sha, one), 201);
};

const statuses: Run = async (request, [, sha = '']) =>
  ok(newest(request.state, sha).map((one) => statusBody(request, sha, one)));

const review: Run = async (request, [, number = '']) => {
  const { state, registry, account } = request;
  const pull = await pullOf(request, number);
  if (!pull || !account) return fault(404, 'Not Found');
  const given = (request.body ?? {}) as { readonly event?: string; readonly comments?: readonly Json[] };
  if (given.event === 'APPROVE' && pull.user.id === account.id)
    return fault(422, 'Unprocessable Entity: Can not approve your own pull request');
  const { head } = withGit(request, pull) as unknown as { head: { sha: string } };
  // The emulator knows places in a diff only; GitHub takes lines of the file.
  const comments = (given.comments ?? []).map((one) => ({ ...one, position: one.line ?? 1 }));
  const found = await request.forward({ ...request, body: { ...given, comments } });
  const key = `${registry}#${number}`;
  if (found.status < 300 && given.event === 'APPROVE')
    state.reviews.set(key, [...(state.reviews.get(key) ?? []), { by: account.id, head: head.sha }]);
  return found.status < 300 ? { ...found, status: 200 } : found;
};

const fork: Run = async (request) => {
  const { state, registry, account } = request;
  if (!account) return fault(401, 'Requires authentication');
  const name = registry.split('/')[1] ?? '';
  const there = await request.forward({
    ...request,
    method: 'GET',
    path: `/repos/${account.login}/${name}`,
    body: undefined,
  });
  const found =
    there.status === 200
      ? { ...there, status: 202 }
      : await request.forward({ ...request, body: request.body ?? {} });
  if (found.status < 300) state.fork(registry, `${account.login}/${name}`);
  return found.status < 300 ? { ...found, status: 202 } : found;
};

/** All items of a list of the emulator. */
async function allOf(request: HubRequest, path: string, query: string): Promise<readonly Json[]> {
  const all: Json[] = [];
  for (let page = 1; ; page++) {
    const found = await request.forward({
      ...request,
      method: 'GET',
      path,
      query: new URLSearchParams(`${query}&per_page=100&page=${page}`),
      body: undefined,
    });
    const items = Array.isArray(found.body) ? (found.body as Json[]) : [];
    all.push(...items);
    if (items.length < 100) return all;
  }
}

/** The emulator takes `comments` for the number of an issue. */
const repositoryComments: Run = async (request, [name = '']) => {
  const issues = `/repos/${name}/issues`;
  // And its list of issues leaves the pull requests out.
  const both = [issues, `/repos/${name}/pulls`].map((path) => allOf(request, path, 'state=all'));
  const numbers = (await Promise.all(both)).flat().map(({ number }) => Number(number));
  const lists = await Promise.all(
    numbers.map((number) => allOf(request, `${issues}/${number}/comments`, '')),
  );
  const since = request.query.get('since') ?? '';
  const all = lists.flat().filter(({ updated_at }) => String(updated_at) >= since);
  all.sort((a, b) => Number(a.id) - Number(b.id));
  const perPage = Math.min(Number(request.query.get('per_page') ?? 30), 100);
  const page = Number(request.query.get('page') ?? 1);
  const next = new URLSearchParams(request.query);
  next.set('page', String(page + 1));
  const more = page * perPage < all.length;
  return ok(
    all.slice((page - 1) * perPage, page * perPage),
    200,
    more ? { link: `<${request.origin}${request.path}?${next}>; rel="next"` } : {},
  );
};

/** The emulator calls everybody's rights the owner's. */
const repository: Run = async (request, [name = '']) => {
  const found = await request.forward(request);
  const { account, registry, writers } = request;
  const push =
    name === registry ? writers.includes(account?.login ?? '') : name.startsWith(`${account?.login}/`);
  const permissions = { admin: false, maintain: false, push, triage: push, pull: true };
  return found.status === 200 ? { ...found, body: { ...(found.body as Json), permissions } } : found;
};

const REPO = '/repos/([^/]+/[^/]+)';
const route = (rest: string): RegExp => new RegExp(`^${REPO}${rest}$`);

/** Where the emulator falls short of GitHub, or knows nothing of Git. All else is the emulator's own answer. */
export const ROUTES: readonly (readonly [string, RegExp, Run])[] = [
  ['GET', route(''), repository],
  ['GET', route('/issues/comments'), repositoryComments],
  ['GET', route('/pulls'), list],
  ['POST', route('/pulls'), create],
  ['GET', route('/pulls/(\\d+)'), get],
  ['GET', route('/pulls/(\\d+)/files'), files],
  ['PUT', route('/pulls/(\\d+)/merge'), merge],
  ['POST', route('/pulls/(\\d+)/reviews'), review],
  ['POST', route('/statuses/([0-9a-f]{40})'), setStatus],
  ['GET', route('/commits/([0-9a-f]{40})/statuses'), statuses],
  ['POST', route('/forks'), fork],
];
