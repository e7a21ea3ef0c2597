/**
 * Opens the request on GitHub from the page: branch, files, request. The token lives in this call only. Each step may be
 * made a second time: a branch or request that is there already is brought up to date.
 */
import { Octokit } from 'octokit';
import type { ParcelFile } from '../../../declare/parcel.ts';
import type { Repository } from '../../../registry/repository.ts';

export interface RequestPlan {
  readonly api: string;
  readonly token: string;
  readonly repository: Repository;
  /** `<unit>/<slug>` */
  readonly id: string;
  readonly title: string;
  readonly files: readonly ParcelFile[];
  /** Says what is being done. */
  readonly told: (words: string) => void;
}

type Place = { readonly owner: string; readonly repo: string };

/** GitHub copies in the background; a copy is asked for so many times, a second apart. */
const TURNS = 20;

/** The address of the opened request. Throws with GitHub's own status where a step is refused. */
export async function openRequest({
  api,
  token,
  repository,
  id,
  title,
  files,
  told,
}: RequestPlan): Promise<string> {
  const hub = new Octokit({
    auth: token,
    baseUrl: api,
    log: QUIET,
    throttle: { enabled: false },
    retry: { enabled: false },
  });
  const [owner = '', repo = ''] = new URL(repository.web).pathname.split('/').filter((part) => part !== '');
  const upstream: Place = { owner, repo };
  told('正在核对账号……');
  const { data: me } = await hub.rest.users.getAuthenticated();
  const { data: there } = await hub.rest.repos.get(upstream);
  const own = there.permissions?.push ? upstream : await copyOf(hub, upstream, me.login, told);
  const branch = `filing/${id}`;
  told('正在建分支……');
  const { data: base } = await hub.rest.git.getRef({ ...upstream, ref: `heads/${repository.branch}` });
  await makeBranch(hub, own, branch, base.object.sha);
  for (const { file, bytes } of files) {
    told(`正在放文件 ${file}……`);
    await putFile(
      hub,
      own,
      branch,
      [repository.folder, file].filter((part) => part !== '').join('/'),
      bytes,
      title,
    );
  }
  told('正在开送件单……');
  const head = `${own.owner}:${branch}`;
  const { data: open } = await hub.rest.pulls.list({ ...upstream, state: 'open', head });
  const known = open.find((one) => one.head.ref === branch);
  if (known) return known.html_url;
  const body = `申报：${title}\n\n由填表页送出。`;
  const { data: made } = await hub.rest.pulls.create({
    ...upstream,
    head,
    base: repository.branch,
    title,
    body,
  });
  return made.html_url;
}

const QUIET = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

async function copyOf(
  hub: Octokit,
  upstream: Place,
  login: string,
  told: (words: string) => void,
): Promise<Place> {
  told('账号没有写入权限，正在复制一份登记库……');
  const { data: fork } = await hub.rest.repos.createFork(upstream);
  const own = { owner: login, repo: fork.name };
  for (let turn = 0; turn < TURNS; turn++) {
    const ready = await hub.rest.repos.get(own).then(
      () => true,
      () => false,
    );
    if (ready) return own;
    await new Promise((done) => setTimeout(done, 1_000));
  }
  throw new Error('GitHub 还没有复制好，过几分钟再点一次');
}

/** A new branch at this commit; one that is there already goes on where it is. */
async function makeBranch(hub: Octokit, own: Place, branch: string, sha: string): Promise<void> {
  try {
    await hub.rest.git.createRef({ ...own, ref: `refs/heads/${branch}`, sha });
  } catch (error) {
    if (statusOf(error) !== 422) throw error;
  }
}

async function putFile(
  hub: Octokit,
  own: Place,
  branch: string,
  path: string,
  bytes: Uint8Array,
  title: string,
): Promise<void> {
  const known = await hub.rest.repos.getContent({ ...own, path, ref: branch }).then(
    ({ data }) => (Array.isArray(data) ? undefined : data.sha),
    (error: unknown) => {
      if (statusOf(error) !== 404) throw error;
      return undefined;
    },
  );
  await hub.rest.repos.createOrUpdateFileContents({
    ...own,
    path,
    branch,
    message: `申报：${title}`,
    content: base64(bytes),
    ...(known === undefined ? {} : { sha: known }),
  });
}

function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8_192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  return btoa(text);
}

function statusOf(error: unknown): number | undefined {
  const status = (error as { readonly status?: unknown } | null)?.status;
  return typeof status === 'number' ? status : undefined;
}

/** What went wrong, in a sentence for the person. The token is never in it. */
export function requestFault(error: unknown): string {
  const status = statusOf(error);
  if (status === 401) return '令牌不对，或者已经过期：重新建一个，勾选仓库读写。';
  if (status === 403) return '令牌没有足够的权限，或者一小时内请求太多：核对勾选的权限，过一会儿再点。';
  if (status === 404) return '没有找到登记库，或者令牌看不到它：核对令牌的范围。';
  if (status !== undefined) return `GitHub 没有接受（${status}）。改用上面的办法送出，草稿还在。`;
  return `没有送成：${error instanceof Error ? error.message : '网络可能断了'}。改用上面的办法送出，草稿还在。`;
}
