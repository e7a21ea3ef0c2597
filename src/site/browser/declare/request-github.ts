/** Opens the request on GitHub: branch, files, request. */
import { Octokit } from 'octokit';
import { base64, bodyOf, inFolder, ownerAndName, type RequestPlan, statusOf } from './open-request.ts';

type Place = { readonly owner: string; readonly repo: string };

/** GitHub copies in the background; a copy is asked for so many times, a second apart. */
const TURNS = 20;

/** The address of the opened request. Throws with GitHub's own status where a step is refused. */
export async function openOnGitHub(plan: RequestPlan): Promise<string> {
  const { api, token, repository, id, title, files, told } = plan;
  const hub = new Octokit({
    auth: token,
    baseUrl: api,
    log: QUIET,
    throttle: { enabled: false },
    retry: { enabled: false },
  });
  const { owner, name: repo } = ownerAndName(repository);
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
    await putFile(hub, own, branch, inFolder(repository, file), bytes, title);
  }
  told('正在开送件单……');
  const head = `${own.owner}:${branch}`;
  const { data: open } = await hub.rest.pulls.list({ ...upstream, state: 'open', head });
  const known = open.find((one) => one.head.ref === branch);
  if (known) return known.html_url;
  const { data: made } = await hub.rest.pulls.create({
    ...upstream,
    head,
    base: repository.branch,
    title,
    body: bodyOf(plan),
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
  const { data: fork } = await hub.rest.repos.createFork({ ...upstream, default_branch_only: true });
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
