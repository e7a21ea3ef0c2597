import { changedPaths, git, mergeCommits, tryGit } from './bare-git.ts';
import { fault, type HubRequest, type Json, ok, type Run } from './hub-request.ts';
import type { HubState } from './hub-state.ts';
import { newest } from './hub-statuses.ts';

/** GitHub lists no more files of a request. */
const MOST_FILES = 3_000;

export interface Pull extends Json {
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
export function withGit({ state, registry }: HubRequest, pull: Pull): Json {
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

export const pullOf = async (request: HubRequest, number: string): Promise<Pull | undefined> => {
  const found = await request.forward({
    ...request,
    method: 'GET',
    path: `/repos/${request.registry}/pulls/${number}`,
    query: new URLSearchParams(),
    body: undefined,
  });
  return found.status === 200 ? (found.body as Pull) : undefined;
};

export const list: Run = async (request) => {
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
      merge_commit_sha: state.merged.get(`${registry}#${pull.number}`)?.commit ?? null,
    })),
  };
};

export const get: Run = async (request) => {
  const found = await request.forward(request);
  return found.status === 200 ? { ...found, body: withGit(request, found.body as Pull) } : found;
};

export const create: Run = async (request) => {
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

export const files: Run = async (request, [, number = '']) => {
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

export const merge: Run = async (request, [, number = '']) => {
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
