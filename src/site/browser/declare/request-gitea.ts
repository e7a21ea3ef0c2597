/** Opens the request on Gitea or Forgejo by their own interface, which differs from GitHub's in a few words. */
import type { Repository as GiteaRepository, PullRequest } from 'gitea-js';
import { base64, bodyOf, inFolder, ownerAndName, RefusedError, type RequestPlan } from './open-request.ts';

/** One call; `undefined` where there is nothing (404). Throws `RefusedError` for every other refusal. */
type Call = <T>(method: string, path: string, body?: object) => Promise<T | undefined>;

/** Gitea copies at once, and says so when the copy was there. */
const THERE = 409;

/** The address of the opened request. */
export async function openOnGitea(plan: RequestPlan): Promise<string> {
  const { repository, id, title, files, told } = plan;
  const call = caller(plan);
  const { owner, name } = ownerAndName(repository);
  const upstream = `/repos/${encodeURIComponent(owner)}/${encodeURIComponent(name)}`;
  told('正在核对账号……');
  const me = await call<{ readonly login: string }>('GET', '/user');
  const there = await call<GiteaRepository>('GET', upstream);
  if (!me || !there) throw new RefusedError(404, 'The repository is not there');
  const isOwn = there.permissions?.push === true;
  const own = isOwn ? upstream : await copyOf(call, upstream, me.login, name, plan);
  const branch = `filing/${id}`;
  told('正在建分支……');
  const known = await call('GET', `${own}/branches/${encodeURIComponent(branch)}`);
  if (!known)
    await call('POST', `${own}/branches`, {
      new_branch_name: branch,
      old_branch_name: repository.branch,
    });
  for (const { file, bytes } of files) {
    told(`正在放文件 ${file}……`);
    await putFile(call, own, branch, inFolder(repository, file), bytes, title);
  }
  told('正在开送件单……');
  const from = isOwn ? owner : me.login;
  const same = await openRequestOf(call, upstream, from, branch);
  const made =
    same ??
    (await call<PullRequest>('POST', `${upstream}/pulls`, {
      head: isOwn ? branch : `${from}:${branch}`,
      base: repository.branch,
      title,
      body: bodyOf(plan),
    }));
  return made?.html_url ?? `${repository.web}/pulls`;
}

/** As many as the platform gives at once. */
const PAGE = 50;
/** More open requests than any registry has. */
const MOST_PAGES = 40;

/** The request that is open already for a branch of an account. */
async function openRequestOf(
  call: Call,
  upstream: string,
  from: string,
  branch: string,
): Promise<PullRequest | undefined> {
  for (let page = 1; page <= MOST_PAGES; page++) {
    const path = `${upstream}/pulls?state=open&limit=${PAGE}&page=${page}`;
    const open = (await call<readonly PullRequest[]>('GET', path)) ?? [];
    const same = open.find(({ head }) => head?.ref === branch && head.repo?.owner?.login === from);
    if (same || open.length === 0) return same;
  }
  return undefined;
}

function caller({ api, token }: RequestPlan): Call {
  return async <T>(method: string, path: string, body?: object): Promise<T | undefined> => {
    const response = await fetch(`${api}${path}`, {
      method,
      headers: {
        authorization: `token ${token}`,
        accept: 'application/json',
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (response.status === 404) return undefined;
    if (!response.ok) throw new RefusedError(response.status, `${method} ${path}`);
    return response.status === 204 ? undefined : ((await response.json()) as T);
  };
}

/** The account's own copy, brought up to date where the platform knows how. */
async function copyOf(
  call: Call,
  upstream: string,
  login: string,
  name: string,
  { repository, told }: RequestPlan,
): Promise<string> {
  told('账号没有写入权限，正在复制一份登记库……');
  const fork = await call<GiteaRepository>('POST', `${upstream}/forks`, {}).catch((error: unknown) => {
    if (error instanceof RefusedError && error.status === THERE) return undefined;
    throw error;
  });
  const own = `/repos/${encodeURIComponent(login)}/${encodeURIComponent(fork?.name ?? name)}`;
  // An older copy lacks what was merged since; platforms before 1.23 cannot help that, and a request from it works too.
  await call('POST', `${own}/merge-upstream`, { branch: repository.branch }).catch(() => undefined);
  return own;
}

/** A new file is made with POST and a known one with PUT. */
async function putFile(
  call: Call,
  own: string,
  branch: string,
  path: string,
  bytes: Uint8Array,
  title: string,
): Promise<void> {
  const address = `${own}/contents/${path.split('/').map(encodeURIComponent).join('/')}`;
  const known = await call<{ readonly sha: string }>('GET', `${address}?ref=${encodeURIComponent(branch)}`);
  const written = { branch, message: `申报：${title}`, content: base64(bytes) };
  if (known) await call('PUT', address, { ...written, sha: known.sha });
  else if (!(await call('POST', address, written))) throw new RefusedError(404, 'The branch is not there');
}
