import { Octokit, RequestError } from 'octokit';
import { type RepositorySettings, RULESETS, type Ruleset } from '../gate/protection.ts';

/** A repository on GitHub, and the account that asks. */
export interface GitHubPlace {
  readonly api: string;
  readonly owner: string;
  readonly repo: string;
  readonly token: string | undefined;
}

/** Reads back what holds for a repository. What the account may not read is undefined, never taken for good. */
export async function readSettings({ api, owner, repo, token }: GitHubPlace): Promise<RepositorySettings> {
  const hub = new Octokit({ baseUrl: api, auth: token });
  const at = { owner, repo };
  const get = async <T>(route: string): Promise<T | undefined> => {
    try {
      return (await hub.request(`GET ${route}`, at)).data as T;
    } catch (error) {
      // Not there, not allowed: not known. Anything else is a fault of the way.
      if (
        typeof error === 'object' &&
        error !== null &&
        'status' in error &&
        [403, 404].includes(Number(error.status))
      )
        return undefined;
      throw error;
    }
  };
  const workflow = await get<{
    default_workflow_permissions: string;
    can_approve_pull_request_reviews: boolean;
  }>('/repos/{owner}/{repo}/actions/permissions/workflow');
  const fork = await get<{ approval_policy: string }>(
    '/repos/{owner}/{repo}/actions/permissions/fork-pr-contributor-approval',
  );
  const owners = await get<{ errors: readonly { line: number; message: string }[] }>(
    '/repos/{owner}/{repo}/codeowners/errors',
  );
  const pages = await get<{ build_type?: string }>('/repos/{owner}/{repo}/pages');
  return {
    rulesets: await readRulesets(hub, at),
    workflowDefault: workflow?.default_workflow_permissions,
    workflowsApprove: workflow?.can_approve_pull_request_reviews,
    forkApproval: fork?.approval_policy,
    writers: await readWriters(hub, at),
    ownersErrors: owners?.errors.map(({ line, message }) => `第 ${line} 行：${message.split('\n')[0]}`),
    pages: pages?.build_type,
  };
}

type At = { readonly owner: string; readonly repo: string };

async function readRulesets(hub: Octokit, at: At): Promise<readonly Ruleset[] | undefined> {
  try {
    const all = await hub.paginate(hub.rest.repos.getRepoRulesets, {
      ...at,
      per_page: 100,
      includes_parents: false,
    });
    const ours = all.filter(({ name }) => RULESETS.some((one) => one.name === name));
    const read: Ruleset[] = [];
    // The list leaves the rules out: each is asked for by itself.
    for (const { id } of ours)
      read.push((await hub.rest.repos.getRepoRuleset({ ...at, ruleset_id: id })).data as Ruleset);
    return read;
  } catch (error) {
    if (isRefusal(error)) return undefined;
    throw error;
  }
}

async function readWriters(hub: Octokit, at: At): Promise<readonly string[] | undefined> {
  try {
    const all = await hub.paginate(hub.rest.repos.listCollaborators, {
      ...at,
      permission: 'push',
      per_page: 100,
    });
    return all.map(({ id }) => String(id));
  } catch (error) {
    if (isRefusal(error)) return undefined;
    throw error;
  }
}

function isRefusal(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'status' in error &&
    [403, 404].includes(Number(error.status))
  );
}

/** What applying did to each ruleset. */
export interface Applied {
  readonly name: string;
  readonly done: '新设' | '改回';
  /** True when GitHub refused those who may go round it: the rules hold, the job after a merge cannot push. */
  readonly withoutBypass: boolean;
}

/** Sets the rulesets as they are written down; one of the same name is put right, others are left alone. */
export async function applyRulesets({ api, owner, repo, token }: GitHubPlace): Promise<readonly Applied[]> {
  const hub = new Octokit({ baseUrl: api, auth: token });
  const at = { owner, repo };
  const there = await hub.paginate(hub.rest.repos.getRepoRulesets, {
    ...at,
    per_page: 100,
    includes_parents: false,
  });
  const done: Applied[] = [];
  for (const wanted of RULESETS) {
    const found = there.find(({ name }) => name === wanted.name);
    const set = (ruleset: Sent): Promise<unknown> =>
      found
        ? hub.request('PUT /repos/{owner}/{repo}/rulesets/{ruleset_id}', {
            ...at,
            ruleset_id: found.id,
            ...ruleset,
          })
        : hub.request('POST /repos/{owner}/{repo}/rulesets', { ...at, ...ruleset });
    const withoutBypass = await set(plain(wanted)).then(
      () => false,
      async (error: unknown) => {
        if (!refusesBypass(error)) throw error;
        // The protection is what counts. Whoever may go round it already, because somebody set it by hand, still may.
        await set(plain({ ...wanted, bypass_actors: undefined }));
        return true;
      },
    );
    done.push({ name: wanted.name, done: found ? '改回' : '新设', withoutBypass });
  }
  return done;
}

/** GitHub's answer where its own Actions may not be named: in the repository of a person. */
function refusesBypass(error: unknown): boolean {
  return (
    error instanceof RequestError &&
    error.status === 422 &&
    /must be part of the ruleset source/i.test(error.message)
  );
}

type Sent = { readonly name: string; readonly enforcement: 'active' };

/** Octokit's types want lists that may be written to; what is sent is a copy, without what is undefined. */
function plain(ruleset: object): Sent {
  return JSON.parse(JSON.stringify(ruleset));
}
