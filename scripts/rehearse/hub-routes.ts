import { create, files, get, list, merge } from './hub-pulls.ts';
import { allOf, COUNTS, fault, type Json, ok, type Run } from './hub-request.ts';
import { remarks, review } from './hub-reviews.ts';
import { setStatus, statuses } from './hub-statuses.ts';

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
  return found.status < 300 ? { ...found, status: 202, body: { ...(found.body as Json), ...COUNTS } } : found;
};

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
  return found.status === 200
    ? { ...found, body: { ...(found.body as Json), ...COUNTS, permissions } }
    : found;
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
  ['GET', route('/pulls/(\\d+)/comments'), remarks],
  ['POST', route('/statuses/([0-9a-f]{40})'), setStatus],
  ['GET', route('/commits/([0-9a-f]{40})/statuses'), statuses],
  ['POST', route('/forks'), fork],
];
