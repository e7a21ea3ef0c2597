import { Octokit } from 'octokit';
import {
  type Author,
  type ChangedFiles,
  type Extras,
  type Forge,
  ForgeError,
  type KeptIssue,
  type Merged,
  type OpenChange,
  type Opened,
  type Proposal,
  type Repair,
  type SetStatus,
  type Written,
} from './forge.ts';
import { faultOf, isStatus, patience } from './github-patience.ts';
import { isMarked, marked, plainTitle, saysSame } from './marker.ts';
import { pushTo } from './remote-git.ts';

export interface GitHubOptions {
  /** https://api.github.com, or the address of an Enterprise Server's API. */
  readonly api: string;
  readonly owner: string;
  readonly name: string;
  /** The address for Git, without a secret. */
  readonly remote: string;
  readonly branch: string;
  readonly token: string | undefined;
  /** The account under which the bot writes; asked for when not given. Actions' own token may not ask. */
  readonly botId?: number | undefined;
  /** Milliseconds that stand for a second when waiting; 1,000 outside of tests. */
  readonly second?: number;
}

const PER_PAGE = 100;
/** GitHub lists no more files of a pull request than these. */
const MOST_FILES = 3_000;

type PullRequest = Awaited<ReturnType<Octokit['rest']['pulls']['list']>>['data'][number];

/** GitHub by its REST interface: paginated, patient with limits, and the same twice. */
export function githubForge(options: GitHubOptions): Forge & Extras {
  return new GitHub(options);
}

class GitHub implements Forge, Extras {
  readonly kind = 'GitHub';
  readonly remote: string;
  readonly #options: GitHubOptions;
  readonly #hub: Octokit;
  readonly #repo: { readonly owner: string; readonly repo: string };
  #bot: Promise<number> | undefined;

  constructor(options: GitHubOptions) {
    this.#options = options;
    this.remote = options.remote;
    this.#repo = { owner: options.owner, repo: options.name };
    this.#hub = new Octokit({ ...patience(options.second), auth: options.token, baseUrl: options.api });
  }

  async open({ folder, commit, topic, title, body }: Proposal): Promise<Opened> {
    return this.#call(async () => {
      const { owner, repo } = this.#repo;
      const me = (await this.#hub.rest.users.getAuthenticated()).data.login;
      const { permissions } = (await this.#hub.rest.repos.get(this.#repo)).data;
      // Units may not write to the registry: they hand in from a copy of their own.
      const own = permissions?.push ? this.#repo : { owner: me, repo: await this.#fork(me) };
      const url = this.remote.replace(`/${owner}/${repo}`, () => `/${own.owner}/${own.repo}`);
      const { said } = await pushTo(
        folder,
        { url, token: this.#options.token },
        `+${commit}:refs/heads/${topic}`,
      );
      const head = `${own.owner}:${topic}`;
      const { data: there } = await this.#hub.rest.pulls.list({ ...this.#repo, state: 'open', head });
      const known = there.find((pull) => pull.head.ref === topic);
      if (known) return { key: String(known.number), web: known.html_url, isNew: false, said };
      const { data: made } = await this.#hub.rest.pulls.create({
        ...this.#repo,
        head,
        base: this.#options.branch,
        title: plainTitle(title),
        body,
        maintainer_can_modify: true,
      });
      return { key: String(made.number), web: made.html_url, isNew: true, said };
    });
  }

  /** The name of the account's own copy, made when there is none. Making one twice gives the same. */
  async #fork(me: string): Promise<string> {
    const { data: fork } = await this.#hub.rest.repos.createFork(this.#repo);
    // GitHub copies in the background; Git finds nothing until it is done.
    for (let turn = 0; turn < 20; turn++) {
      const found = await this.#hub.rest.repos
        .get({ owner: me, repo: fork.name })
        .then(() => true)
        .catch((error: unknown) => !isStatus(error, 404));
      if (found) return fork.name;
      await new Promise((done) => setTimeout(done, this.#options.second ?? 1_000));
    }
    throw new ForgeError('GitHub 还没有复制好登记库：过几分钟再执行一次 submit。');
  }

  async listOpen(): Promise<readonly OpenChange[]> {
    return this.#call(async () => {
      const pulls = await this.#hub.paginate(this.#hub.rest.pulls.list, {
        ...this.#repo,
        state: 'open',
        base: this.#options.branch,
        sort: 'created',
        direction: 'asc',
        per_page: PER_PAGE,
      });
      return pulls.map(openChange);
    });
  }

  async changedFiles(key: string): Promise<ChangedFiles> {
    return this.#call(async () => {
      const pull_number = Number(key);
      const { data: pull } = await this.#hub.rest.pulls.get({ ...this.#repo, pull_number });
      const files = await this.#hub.paginate(this.#hub.rest.pulls.listFiles, {
        ...this.#repo,
        pull_number,
        per_page: PER_PAGE,
      });
      const paths = files.flatMap((file) => [file.filename, file.previous_filename ?? []].flat());
      const isComplete = files.length < MOST_FILES && files.length >= pull.changed_files;
      return { files: [...new Set(paths)].sort(), isComplete };
    });
  }

  async actor(key: string): Promise<Author> {
    return this.#call(async () => {
      const { data } = await this.#hub.rest.pulls.get({ ...this.#repo, pull_number: Number(key) });
      return authorOf(data.user);
    });
  }

  async comment(key: string, topic: string, text: string): Promise<Written> {
    return this.#call(async () => {
      const issue_number = Number(key);
      const bot = await this.#botId();
      const body = marked(topic, text);
      const all = await this.#hub.paginate(this.#hub.rest.issues.listComments, {
        ...this.#repo,
        issue_number,
        per_page: PER_PAGE,
      });
      const [mine, ...doubles] = all.filter((one) => one.user?.id === bot && isMarked(topic, one.body));
      // Two runs at once may both have written one.
      for (const { id } of doubles)
        await this.#hub.rest.issues.deleteComment({ ...this.#repo, comment_id: id });
      if (!mine) await this.#hub.rest.issues.createComment({ ...this.#repo, issue_number, body });
      else if (saysSame(mine.body, body)) return doubles.length > 0 ? 'written' : 'same';
      else await this.#hub.rest.issues.updateComment({ ...this.#repo, comment_id: mine.id, body });
      return 'written';
    });
  }

  async setStatus(sha: string, { context, state, description }: SetStatus): Promise<Written> {
    return this.#call(async () => {
      const bot = await this.#botId();
      const { data } = await this.#hub.rest.repos.listCommitStatusesForRef({
        ...this.#repo,
        ref: sha,
        per_page: PER_PAGE,
      });
      // The newest first. One that somebody else set in the same name does not count, and is set right.
      const now = data.find((one) => one.context === context);
      const stands = now?.creator?.id === bot && now.state === state && now.description === description;
      if (stands) return 'same';
      await this.#hub.rest.repos.createCommitStatus({ ...this.#repo, sha, context, state, description });
      return 'written';
    });
  }

  async merge(key: string, head: string): Promise<Merged> {
    const pull_number = Number(key);
    return this.#call(async () => {
      try {
        const { data } = await this.#hub.rest.pulls.merge({
          ...this.#repo,
          pull_number,
          sha: head,
          merge_method: 'merge',
        });
        return { ok: true, commit: data.sha };
      } catch (error) {
        const { data: pull } = await this.#hub.rest.pulls.get({ ...this.#repo, pull_number });
        if (pull.merged && pull.head.sha === head && pull.merge_commit_sha)
          return { ok: true, commit: pull.merge_commit_sha };
        if (pull.head.sha !== head || isStatus(error, 409))
          return { ok: false, why: 'moved', said: '核对以后又有新的提交，没有并入；等新的核对结果。' };
        if (isStatus(error, 403, 405, 422))
          return { ok: false, why: 'refused', said: faultOf(error).message };
        throw error;
      }
    });
  }

  async setLabels(change: OpenChange, wanted: readonly string[], ours: readonly string[]): Promise<Written> {
    const kept = change.labels.filter((label) => !ours.includes(label));
    const labels = [...kept, ...wanted];
    const same = labels.length === change.labels.length && labels.every((one) => change.labels.includes(one));
    if (same) return 'same';
    return this.#call<Written>(async () => {
      await this.#hub.rest.issues.setLabels({ ...this.#repo, issue_number: Number(change.key), labels });
      return 'written';
    });
  }

  async suggest(change: OpenChange, suggestions: readonly Repair[]): Promise<Written> {
    if (suggestions.length === 0) return 'same';
    return this.#call(async () => {
      const pull_number = Number(change.key);
      const bot = await this.#botId();
      const there = await this.#hub.paginate(this.#hub.rest.pulls.listReviewComments, {
        ...this.#repo,
        pull_number,
        per_page: PER_PAGE,
      });
      const mine = there.filter((one) => one.user?.id === bot);
      const stands = ({ path, body }: Repair): boolean =>
        mine.some((one) => one.path === path && saysSame(one.body, marked('suggestion', body)));
      const fresh = suggestions.filter((one) => !stands(one));
      if (fresh.length === 0) return 'same';
      await this.#hub.rest.pulls.createReview({
        ...this.#repo,
        pull_number,
        commit_id: change.head,
        event: 'COMMENT',
        comments: fresh.map(({ path, from, to, body }) => ({
          path,
          body: marked('suggestion', body),
          side: 'RIGHT',
          line: to,
          ...(from === to ? {} : { start_line: from, start_side: 'RIGHT' }),
        })),
      });
      return 'written';
    });
  }

  async keepIssue(topic: string, issue: KeptIssue | undefined): Promise<Written> {
    return this.#call(async () => {
      const bot = await this.#botId();
      const all = await this.#hub.paginate(this.#hub.rest.issues.listForRepo, {
        ...this.#repo,
        state: 'all',
        per_page: PER_PAGE,
        ...(issue ? { labels: issue.label } : {}),
      });
      const mine = all.find((one) => !one.pull_request && one.user?.id === bot && isMarked(topic, one.body));
      if (!issue) {
        if (!mine || mine.state === 'closed') return 'same';
        await this.#hub.rest.issues.update({ ...this.#repo, issue_number: mine.number, state: 'closed' });
        return 'written';
      }
      const body = marked(topic, issue.body);
      const title = plainTitle(issue.title);
      if (!mine) await this.#hub.rest.issues.create({ ...this.#repo, title, body, labels: [issue.label] });
      else if (mine.state === 'open' && mine.title === title && saysSame(mine.body, body)) return 'same';
      else
        await this.#hub.rest.issues.update({
          ...this.#repo,
          issue_number: mine.number,
          title,
          body,
          state: 'open',
        });
      return 'written';
    });
  }

  #botId(): Promise<number> {
    const given = this.#options.botId;
    this.#bot ??=
      given === undefined
        ? this.#hub.rest.users.getAuthenticated().then(({ data }) => data.id)
        : Promise.resolve(given);
    return this.#bot;
  }

  /** Faults of the API in words. */
  async #call<T>(run: () => Promise<T>): Promise<T> {
    try {
      return await run();
    } catch (error) {
      throw error instanceof ForgeError ? error : faultOf(error);
    }
  }
}

function authorOf(user: { readonly id: number; readonly login: string } | null): Author {
  return { id: user ? String(user.id) : undefined, login: user?.login ?? '' };
}

function openChange(pull: PullRequest): OpenChange {
  return {
    key: String(pull.number),
    title: pull.title,
    head: pull.head.sha,
    ref: `refs/pull/${pull.number}/head`,
    author: authorOf(pull.user),
    createdAt: pull.created_at,
    labels: pull.labels.map(({ name }) => name),
    isDraft: pull.draft ?? false,
    web: pull.html_url,
  };
}
