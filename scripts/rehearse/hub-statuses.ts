import { tryGit } from './bare-git.ts';
import type { Account } from './git-http.ts';
import { fault, type HubRequest, type Json, ok, type Run } from './hub-request.ts';
import type { HubState, KeptStatus } from './hub-state.ts';

/** Statuses of a commit, the newest first. */
export const newest = (state: HubState, sha: string): readonly KeptStatus[] =>
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

export function userBody(origin: string, { id, login }: Account): Json {
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

export const setStatus: Run = async (request, [, sha = '']) => {
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

export const statuses: Run = async (request, [, sha = '']) =>
  ok(newest(request.state, sha).map((one) => statusBody(request, sha, one)));
