import type { ChangedFile, Comment, CommitStatus, PullRequest, User } from 'gitea-js';
import type { Account } from '../../scripts/rehearse/git-http.ts';
import type { Answer, Dialect, KeptRequest, StandIn } from './stand-in.ts';

/** What differs between the versions: whether anything is said of a push, and what stands behind the address. */
export interface Voice {
  readonly speaks: boolean;
  readonly after: string;
}

/**
 * What Gitea and Forgejo do and answer: the shapes are those of their published interface (gitea-js is made from it), a
 * push is taken as their services/agit takes it, and the words are those of their cmd/hook.
 */
export const gitea = (voice: Voice): Dialect => ({
  api: '/api/v1',
  refs: 'refs/pull',
  config: [['receive.procReceiveRefs', 'refs/for']],
  hook: 'proc-receive',

  pushed(state, ref, head, options, author) {
    const branch = ref.replace(/^refs\/for\//, '');
    const option = (name: string): string =>
      options.find((one) => one.startsWith(`${name}=`))?.slice(name.length + 1) ?? '';
    const topic = option('topic');
    const refused =
      branch !== state.branch ? 'base-branch does not exist' : topic === '' ? 'topic-branch is not set' : '';
    if (refused !== '') return { said: '', refused };
    const open = state.requests.find(
      (one) => one.topic === topic && one.author.id === author.id && !one.merged,
    );
    if (open && state.head(open) === head) return { said: '', refused: 'new commit is same with old commit' };
    const { request } = state.take(topic, head, author, option('title'), option('description'));
    const page = `${state.origin}/dsj/registry/pulls/${request.number}`;
    return { said: voice.speaks ? `\nVisit the existing pull request:\n  ${page}${voice.after}\n\n` : '' };
  },

  answer(state, method, path, query, body, account) {
    const page = <T>(all: readonly T[]): Answer => {
      const [number, limit] = [Number(query.get('page') ?? 1), Number(query.get('limit') ?? 30)];
      return { status: 200, body: all.slice((number - 1) * limit, number * limit) };
    };
    if (!account) return { status: 401, body: { message: 'token is required' } };
    const at = `${method} ${path.replace(/^\/repos\/dsj\/registry/, '')}`;
    const number = Number(/\/(?:pulls|issues)\/(\d+)/.exec(at)?.[1]);
    const request = state.requests.find((one) => one.number === number);
    if (at === 'GET /user') return { status: 200, body: user(account) };
    if (at === 'GET /pulls')
      return page(state.requests.filter((one) => !one.merged).map((one) => pull(state, one)));
    if (/^POST \/statuses\/[0-9a-f]+$/.test(at)) return setStatus(state, at.slice(15), body, account);
    const sha = /^GET \/commits\/([0-9a-f]+)\/statuses$/.exec(at)?.[1];
    if (sha) return page(state.statuses.filter((one) => one.sha === sha).map(statusBody));
    const comment = /^PATCH \/issues\/comments\/(\d+)$/.exec(at)?.[1];
    if (comment) return editComment(state, Number(comment), body, account);
    if (!request) return { status: 404, body: { message: 'not found' } };
    if (/^GET \/pulls\/\d+$/.test(at)) return { status: 200, body: pull(state, request) };
    if (/files$/.test(at)) return page(state.files(request).map(file));
    if (/^GET .*comments$/.test(at))
      return page(
        state.comments
          .filter((one) => one.request === number)
          .map((one) => commentBody(one.id, one.body, one.author)),
      );
    if (/^POST .*comments$/.test(at)) {
      const one = { id: state.nextId(), request: number, author: account, body: String(body.body) };
      state.comments.push(one);
      return { status: 201, body: commentBody(one.id, one.body, account) };
    }
    if (/^POST .*merge$/.test(at)) {
      const done = state.merge(request, String(body.head_commit_id));
      if (done === 'merged') return { status: 200 };
      return done === 'moved'
        ? { status: 409, body: { message: 'head out of date' } }
        : { status: 405, body: { message: 'Please try again later' } };
    }
    return { status: 404, body: { message: 'not found' } };
  },
});

const user = ({ id, login }: Account): User => ({ id, login, full_name: '', active: true });

function pull(state: StandIn, one: KeptRequest): PullRequest {
  const files = state.files(one).length;
  return {
    id: one.number,
    number: one.number,
    title: one.title,
    body: one.body,
    state: one.merged ? 'closed' : 'open',
    user: user(one.author),
    labels: [],
    draft: false,
    merged: one.merged !== undefined,
    ...(one.merged ? { merge_commit_sha: one.merged.commit } : {}),
    html_url: `${state.origin}/dsj/registry/pulls/${one.number}`,
    created_at: one.createdAt,
    changed_files: files,
    base: { ref: state.branch, sha: state.main(), label: state.branch },
    head: { ref: `refs/pull/${one.number}/head`, sha: state.head(one), label: one.topic },
  };
}

function file([status, path, from]: readonly [string, string, string?]): ChangedFile {
  const words: Readonly<Record<string, string>> = { A: 'added', M: 'changed', D: 'deleted', R: 'renamed' };
  return {
    filename: path,
    status: words[status.charAt(0)] ?? 'changed',
    ...(from === undefined ? {} : { previous_filename: from }),
  };
}

const commentBody = (id: number, body: string, author: Account): Comment => ({
  id,
  body,
  user: user(author),
});

function editComment(state: StandIn, id: number, body: Record<string, unknown>, account: Account): Answer {
  const one = state.comments.find((comment) => comment.id === id);
  if (!one) return { status: 404, body: {} };
  if (one.author.id !== account.id) return { status: 403, body: {} };
  one.body = String(body.body);
  return { status: 200, body: commentBody(id, one.body, one.author) };
}

function setStatus(state: StandIn, sha: string, body: Record<string, unknown>, account: Account): Answer {
  if (!state.exists(sha)) return { status: 404, body: {} };
  const { context, state: value, description } = body as Record<string, string>;
  const one = {
    id: state.nextId(),
    sha,
    context: context ?? '',
    state: value ?? '',
    description: description ?? '',
    author: account,
  };
  state.statuses.push(one);
  return { status: 201, body: statusBody(one) };
}

function statusBody(one: StandIn['statuses'][number]): CommitStatus {
  const { id, context, state, description, author } = one;
  return { id, context, status: state, description, creator: user(author) };
}
