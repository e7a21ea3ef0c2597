import type { Account } from '../../scripts/rehearse/git-http.ts';
import type { Answer, Dialect, KeptRequest, StandIn } from './stand-in.ts';

const PROJECT = /^\/projects\/dsj%2Fregistry/;

/** What GitLab does and answers, in the shapes that docs.gitlab.com/api describes. */
export const GITLAB: Dialect = {
  api: '/api/v4',
  refs: 'refs/merge-requests',
  config: [],
  hook: 'post-receive',

  pushed(state, ref, head, options, author) {
    const topic = ref.replace(/^refs\/heads\//, '');
    if (!options.includes('merge_request.create')) return { said: '' };
    const option = (name: string): string =>
      options.find((one) => one.startsWith(`merge_request.${name}=`))?.slice(name.length + 15) ?? '';
    const { request } = state.take(topic, head, author, option('title'), option('description'));
    // The request is made before the words are, so a new one is viewed as well.
    const page = `${state.origin}/dsj/registry/-/merge_requests/${request.number}`;
    return { said: `\nView merge request for ${topic}:\n  ${page}\n\n` };
  },

  answer(state, method, path, query, body, account) {
    if (!account) return { status: 401, body: { message: '401 Unauthorized' } };
    const page = <T>(all: readonly T[]): Answer => {
      const [number, size] = [Number(query.get('page') ?? 1), Number(query.get('per_page') ?? 20)];
      return { status: 200, body: all.slice((number - 1) * size, number * size) };
    };
    const at = `${method} ${path.replace(PROJECT, '')}`;
    if (at === 'GET /user') return { status: 200, body: { id: account.id, username: account.login } };
    if (!PROJECT.test(path)) return { status: 404, body: { message: '404 Project Not Found' } };
    if (at === 'GET /merge_requests')
      return page(
        state.requests
          .filter((one) => !one.merged && (query.get('source_branch') ?? one.topic) === one.topic)
          .map((one) => request(state, one)),
      );
    const sha = /^GET \/repository\/commits\/([0-9a-f]+)\/statuses$/.exec(at)?.[1];
    if (sha) {
      const named = state.statuses.filter((one) => one.sha === sha && one.context === query.get('name'));
      return page(named.map(statusBody).reverse());
    }
    if (/^POST \/statuses\//.test(at)) return setStatus(state, at.slice(15), body, account);
    const iid = Number(/merge_requests\/(\d+)/.exec(at)?.[1]);
    const found = state.requests.find(({ number }) => number === iid);
    if (!found) return { status: 404, body: { message: '404 Not found' } };
    if (/^GET \/merge_requests\/\d+$/.test(at)) return { status: 200, body: request(state, found) };
    if (/diffs$/.test(at))
      return page(state.files(found).map(([, path, from]) => ({ new_path: path, old_path: from ?? path })));
    return notes(state, at, found, body, account, page) ?? mergeOrNothing(state, at, found, body);
  },
};

function notes(
  state: StandIn,
  at: string,
  { number }: KeptRequest,
  body: Record<string, unknown>,
  account: Account,
  page: <T>(all: readonly T[]) => Answer,
): Answer | undefined {
  const show = (one: StandIn['comments'][number]) => ({
    id: one.id,
    body: one.body,
    author: { id: one.author.id, username: one.author.login },
  });
  if (/^GET .*notes$/.test(at)) return page(state.comments.filter((one) => one.request === number).map(show));
  if (/^POST .*notes$/.test(at)) {
    const one = { id: state.nextId(), request: number, author: account, body: String(body.body) };
    state.comments.push(one);
    return { status: 201, body: show(one) };
  }
  const id = Number(/^PUT .*notes\/(\d+)$/.exec(at)?.[1]);
  const one = state.comments.find((comment) => comment.id === id);
  if (!one) return undefined;
  if (one.author.id !== account.id) return { status: 403, body: {} };
  one.body = String(body.body);
  return { status: 200, body: show(one) };
}

function mergeOrNothing(
  state: StandIn,
  at: string,
  found: KeptRequest,
  body: Record<string, unknown>,
): Answer {
  if (!/^PUT .*merge$/.test(at)) return { status: 404, body: {} };
  const done = state.merge(found, String(body.sha));
  if (done === 'merged') return { status: 200, body: request(state, found) };
  return done === 'moved'
    ? { status: 409, body: { message: 'SHA does not match HEAD of source branch' } }
    : { status: 405, body: { message: '405 Method Not Allowed' } };
}

function request(state: StandIn, one: KeptRequest) {
  return {
    iid: one.number,
    title: one.title,
    sha: state.head(one),
    state: one.merged ? 'merged' : 'opened',
    author: { id: one.author.id, username: one.author.login },
    created_at: one.createdAt,
    labels: [],
    draft: false,
    web_url: `${state.origin}/dsj/registry/-/merge_requests/${one.number}`,
    merge_commit_sha: one.merged?.commit ?? null,
    changes_count: String(state.files(one).length),
  };
}

function statusBody({ context, state, description, author }: StandIn['statuses'][number]) {
  return { name: context, status: state, description, author: { id: author.id } };
}

function setStatus(state: StandIn, sha: string, body: Record<string, unknown>, account: Account): Answer {
  if (!state.exists(sha)) return { status: 404, body: {} };
  const { name, state: value, description } = body as Record<string, string>;
  const one = {
    id: state.nextId(),
    sha,
    context: name ?? '',
    state: value ?? '',
    description: description ?? '',
    author: account,
  };
  state.statuses.push(one);
  return { status: 201, body: statusBody(one) };
}
