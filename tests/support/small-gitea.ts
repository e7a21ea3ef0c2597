/** What an account has opened. */
interface Pull {
  readonly html_url: string;
  readonly head: { readonly ref: string; readonly repo: { readonly owner: { readonly login: string } } };
}
export type GiteaAnswer = readonly [status: number, body?: unknown];

/** Gitea gives lists in pages, whatever is asked for at most so many. */
const PAGE = 50;

/**
 * Gitea as far as handing in goes, for one repository `dsj/dengji`: whose token it is (`of-<login>`), copies, branches,
 * files with their checksums, requests.
 */
export class SmallGitea {
  readonly web: string;
  readonly files = new Map<string, string>();
  readonly branches = new Set<string>();
  readonly copies = new Set<string>();
  readonly pulls: Pull[] = [];

  constructor(web: string) {
    this.web = web;
  }

  /** `token` is the whole header. */
  answer(method: string, url: URL, token: string, body: Readonly<Record<string, string>>): GiteaAnswer {
    const login = /^token of-(\w+)$/.exec(token)?.[1];
    if (login === undefined) return [401, { message: 'invalid token' }];
    const path = decodeURIComponent(url.pathname.replace('/api/v1', ''));
    if (path === '/user') return [200, { login }];
    const [, owner = '', rest = ''] = /^\/repos\/(\w+)\/dengji(.*)$/.exec(path) ?? [];
    if (owner !== 'dsj' && !this.copies.has(owner)) return [404];
    const mayWrite = owner === login;
    if (method === 'GET' && rest === '') return [200, { name: 'dengji', permissions: { push: mayWrite } }];
    if (rest === '/forks') {
      if (this.copies.has(login)) return [409, { message: 'exists' }];
      this.copies.add(login);
      return [202, { name: 'dengji' }];
    }
    if (rest === '/merge-upstream') return [404];
    if (rest === '/pulls' && method === 'GET') {
      const from = (Number(url.searchParams.get('page') ?? '1') - 1) * PAGE;
      return [200, this.pulls.slice(from, from + PAGE)];
    }
    if (rest === '/pulls') {
      const [from, ref = ''] = body.head?.includes(':') ? body.head.split(':') : [owner, body.head];
      const same = this.pulls.some(({ head }) => head.ref === ref && head.repo.owner.login === from);
      if (same || !this.branches.has(`${from}/${ref}`)) return [same ? 409 : 404];
      const pull = {
        html_url: `${this.web}/pulls/${this.pulls.length + 1}`,
        head: { ref, repo: { owner: { login: from ?? '' } } },
      };
      this.pulls.push(pull);
      return [201, pull];
    }
    if (rest.startsWith('/branches/'))
      return [this.branches.has(`${owner}/${rest.slice(10)}`) ? 200 : 404, {}];
    if (!mayWrite && method !== 'GET') return [403];
    if (rest === '/branches') {
      this.branches.add(`${owner}/${body.new_branch_name}`);
      return [201, {}];
    }
    const key = `${owner}/${body.branch ?? url.searchParams.get('ref')}${rest.replace('/contents', '')}`;
    const known = this.files.get(key);
    if (method === 'GET') return known === undefined ? [404] : [200, { sha: `sha-${known}` }];
    if (method === 'POST' && known !== undefined) return [422, { message: 'exists' }];
    if (method === 'PUT' && body.sha !== `sha-${known}`) return [409, { message: 'sha' }];
    this.files.set(key, body.content ?? '');
    return [method === 'POST' ? 201 : 200, {}];
  }
}
