import type { Octokit } from 'octokit';
import {
  type Author,
  type ChangedFiles,
  type Extras,
  type Forge,
  ForgeError,
  type Merged,
  type OpenChange,
  type Opened,
  type Proposal,
  type SetStatus,
  type Written,
} from './forge.ts';
import { LOG_IN } from './git-faults.ts';
import { GitHubApi, type GitHubOptions, PER_PAGE } from './github-api.ts';
import { accountOf, GitHubExtras, ISSUE_BRANCH } from './github-extras.ts';
import { faultOf, isStatus } from './github-patience.ts';
import { heldAs } from './held.ts';
import { isMarked, marked, plainTitle, saysSame } from './marker.ts';
import { pushTo } from './remote-git.ts';

/** GitHub lists no more files of a pull request than these. */
const MOST_FILES = 3_000;

const refOf = ({ number }: PullRequest): string => `refs/pull/${number}/head`;

type PullRequest = Awaited<ReturnType<Octokit['rest']['pulls']['list']>>['data'][number];

/** GitHub by its REST interface: paginated, patient with limits, and the same twice. */
export function githubForge(options: GitHubOptions): Forge & Extras {
  return new GitHub(new GitHubApi(options));
}

class GitHub extends GitHubExtras implements Forge {
  readonly kind = 'GitHub';

  get remote(): string {
    return this.api.options.remote;
  }

  async open({ folder, commit, topic, title, body }: Proposal): Promise<Opened> {
    if (this.api.options.token === undefined) throw new ForgeError(LOG_IN);
    return this.api.call(async () => {
      const { owner, repo } = this.api.repo;
      const me = (await this.api.hub.rest.users.getAuthenticated()).data.login;
      const { permissions } = (await this.api.hub.rest.repos.get(this.api.repo)).data;
      // Units may not write to the registry: they hand in from a copy of their own.
      const own = permissions?.push ? this.api.repo : { owner: me, repo: await this.#fork(me) };
      const head = `${own.owner}:${topic}`;
      const { data: there } = await this.api.hub.rest.pulls.list({ ...this.api.repo, state: 'open', head });
      const known = there.find((pull) => pull.head.ref === topic);
      const { token } = this.api.options;
      if (known && (await heldAs(folder, { url: this.remote, token }, [refOf(known)], commit)) !== undefined)
        return { key: String(known.number), web: known.html_url, isNew: false, isSame: true, said: [] };
      const url = this.remote.replace(`/${owner}/${repo}`, () => `/${own.owner}/${own.repo}`);
      const { said } = await pushTo(folder, { url, token }, `+${commit}:refs/heads/${topic}`);
      if (known) return { key: String(known.number), web: known.html_url, isNew: false, said };
      const { data: made } = await this.api.hub.rest.pulls.create({
        ...this.api.repo,
        head,
        base: this.api.options.branch,
        title: plainTitle(title),
        body,
        maintainer_can_modify: true,
      });
      return { key: String(made.number), web: made.html_url, isNew: true, said };
    });
  }

  /** The name of the account's own copy, made when there is none. Making one twice gives the same. */
  async #fork(me: string): Promise<string> {
    const { data: fork } = await this.api.hub.rest.repos.createFork(this.api.repo);
    // GitHub copies in the background; Git finds nothing until it is done.
    for (let turn = 0; turn < 20; turn++) {
      const found = await this.api.hub.rest.repos
        .get({ owner: me, repo: fork.name })
        .then(() => true)
        .catch((error: unknown) => !isStatus(error, 404));
      if (found) return fork.name;
      await new Promise((done) => setTimeout(done, this.api.options.second ?? 1_000));
    }
    throw new ForgeError('GitHub 还没有复制好登记库：过几分钟再执行一次 submit。');
  }

  async listOpen(): Promise<readonly OpenChange[]> {
    return this.api.call(async () => {
      const pulls = await this.api.hub.paginate(this.api.hub.rest.pulls.list, {
        ...this.api.repo,
        state: 'open',
        base: this.api.options.branch,
        sort: 'created',
        direction: 'asc',
        per_page: PER_PAGE,
      });
      const changes: OpenChange[] = [];
      for (const pull of pulls) changes.push(openChange(pull, await this.#authorOf(pull)));
      return changes;
    });
  }

  async changedFiles(key: string): Promise<ChangedFiles> {
    return this.api.call(async () => {
      const pull_number = Number(key);
      const { data: pull } = await this.api.hub.rest.pulls.get({ ...this.api.repo, pull_number });
      const files = await this.api.hub.paginate(this.api.hub.rest.pulls.listFiles, {
        ...this.api.repo,
        pull_number,
        per_page: PER_PAGE,
      });
      const paths = files.flatMap((file) => [file.filename, file.previous_filename ?? []].flat());
      const isComplete = files.length < MOST_FILES && files.length >= pull.changed_files;
      return { files: [...new Set(paths)].sort(), isComplete };
    });
  }

  async actor(key: string): Promise<Author> {
    return this.api.call(async () => {
      const { data } = await this.api.hub.rest.pulls.get({ ...this.api.repo, pull_number: Number(key) });
      return this.#authorOf(data);
    });
  }

  /**
   * Who a request is from. One that we opened from a branch `issue/<n>` of the registry itself is from the author of
   * that issue: nobody else can open one in our name, and units may not push branches there.
   */
  async #authorOf({ user, head }: Pick<PullRequest, 'user' | 'head'>): Promise<Author> {
    const issue = ISSUE_BRANCH.exec(head.ref)?.[1];
    const { owner, repo } = this.api.repo;
    const isOwn = head.repo?.full_name.toLowerCase() === `${owner}/${repo}`.toLowerCase();
    if (issue === undefined || !isOwn || user?.id !== (await this.api.botId())) return accountOf(user);
    const written = await this.readIssue(Number(issue));
    return { ...(written?.author ?? { id: undefined, login: '' }), issue: Number(issue) };
  }

  async comment(key: string, topic: string, text: string): Promise<Written> {
    return this.api.call(async () => {
      const issue_number = Number(key);
      const bot = await this.api.botId();
      const body = marked(topic, text);
      const all = await this.commentsOf(issue_number);
      const [mine, ...doubles] = all.filter((one) => one.user?.id === bot && isMarked(topic, one.body));
      // Two runs at once may both have written one.
      for (const { id } of doubles)
        await this.api.hub.rest.issues.deleteComment({ ...this.api.repo, comment_id: id });
      if (!mine) await this.api.hub.rest.issues.createComment({ ...this.api.repo, issue_number, body });
      else if (saysSame(mine.body, body)) return doubles.length > 0 ? 'written' : 'same';
      else await this.api.hub.rest.issues.updateComment({ ...this.api.repo, comment_id: mine.id, body });
      return 'written';
    });
  }

  async setStatus(sha: string, { context, state, description }: SetStatus): Promise<Written> {
    return this.api.call(async () => {
      const bot = await this.api.botId();
      const { data } = await this.api.hub.rest.repos.listCommitStatusesForRef({
        ...this.api.repo,
        ref: sha,
        per_page: PER_PAGE,
      });
      // The newest first. One that somebody else set in the same name does not count, and is set right.
      const now = data.find((one) => one.context === context);
      const stands = now?.creator?.id === bot && now.state === state && now.description === description;
      if (stands) return 'same';
      await this.api.hub.rest.repos.createCommitStatus({
        ...this.api.repo,
        sha,
        context,
        state,
        description,
      });
      return 'written';
    });
  }

  async merge(key: string, head: string): Promise<Merged> {
    const pull_number = Number(key);
    return this.api.call(async () => {
      try {
        const { data } = await this.api.hub.rest.pulls.merge({
          ...this.api.repo,
          pull_number,
          sha: head,
          merge_method: 'merge',
        });
        return { ok: true, commit: data.sha };
      } catch (error) {
        const { data: pull } = await this.api.hub.rest.pulls.get({ ...this.api.repo, pull_number });
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
}

function openChange(pull: PullRequest, author: Author): OpenChange {
  return {
    key: String(pull.number),
    title: pull.title,
    head: pull.head.sha,
    ref: refOf(pull),
    author,
    createdAt: pull.created_at,
    labels: pull.labels.map(({ name }) => name),
    isDraft: pull.draft ?? false,
    web: pull.html_url,
  };
}
