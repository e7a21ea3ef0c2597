import type { ClosedRequest } from '../gate/labels-after.ts';
import type {
  Author,
  Extras,
  KeptIssue,
  OpenChange,
  Opened,
  Proposal,
  Repair,
  Written,
  WrittenIssue,
} from './forge.ts';
import { type GitHubApi, PER_PAGE } from './github-api.ts';
import { isStatus } from './github-patience.ts';
import { isMarked, marked, plainTitle, saysSame } from './marker.ts';
import { pushTo } from './remote-git.ts';

/** Branches of the registry itself that the bot makes out of issues. */
export const ISSUE_BRANCH = /^issue\/([1-9]\d{0,8})$/;

/** Who an account is; nobody when it was deleted. */
export function accountOf(user: { readonly id: number; readonly login: string } | null | undefined): Author {
  return { id: user ? String(user.id) : undefined, login: user?.login ?? '' };
}

/** What is needed of a comment. */
interface KeptComment {
  readonly id: number;
  readonly body?: string | undefined;
  readonly user: { readonly id: number } | null;
}

/** Labels, suggestions and kept issues: what GitHub has besides the seven calls. */
export class GitHubExtras implements Extras {
  protected readonly api: GitHubApi;

  constructor(api: GitHubApi) {
    this.api = api;
  }

  /** Comments that were read ahead, by the number of the request; each is used once. */
  readonly #ahead = new Map<number, readonly KeptComment[]>();

  async readAhead(changes: readonly OpenChange[]): Promise<void> {
    const [first] = changes.map(({ createdAt }) => createdAt).sort();
    if (first === undefined) return;
    await this.api.call(async () => {
      const all = await this.api.hub.paginate(this.api.hub.rest.issues.listCommentsForRepo, {
        ...this.api.repo,
        since: first,
        sort: 'created',
        direction: 'asc',
        per_page: PER_PAGE,
      });
      const of = (key: string): readonly KeptComment[] =>
        all.filter(({ issue_url }) => issue_url.endsWith(`/issues/${key}`));
      for (const { key } of changes) this.#ahead.set(Number(key), of(key));
    });
  }

  protected async commentsOf(issue_number: number): Promise<readonly KeptComment[]> {
    const ahead = this.#ahead.get(issue_number);
    this.#ahead.delete(issue_number);
    const page = { ...this.api.repo, issue_number, per_page: PER_PAGE };
    return ahead ?? this.api.hub.paginate(this.api.hub.rest.issues.listComments, page);
  }

  async listClosed(): Promise<readonly ClosedRequest[]> {
    return this.api.call(async () => {
      const pulls = await this.api.hub.paginate(this.api.hub.rest.pulls.list, {
        ...this.api.repo,
        state: 'closed',
        base: this.api.options.branch,
        sort: 'created',
        direction: 'asc',
        per_page: PER_PAGE,
      });
      return pulls.map(({ number, labels, merged_at, merge_commit_sha }) => ({
        key: String(number),
        labels: labels.map(({ name }) => name),
        // One that was never merged may bear the commit of a trial.
        mergedAs: merged_at === null ? undefined : (merge_commit_sha ?? undefined),
      }));
    });
  }

  async setLabels(
    change: Pick<OpenChange, 'key' | 'labels'>,
    wanted: readonly string[],
    ours: readonly string[],
  ): Promise<Written> {
    const kept = change.labels.filter((label) => !ours.includes(label));
    const labels = [...kept, ...wanted];
    const same = labels.length === change.labels.length && labels.every((one) => change.labels.includes(one));
    if (same) return 'same';
    return this.api.call<Written>(async () => {
      await this.api.hub.rest.issues.setLabels({
        ...this.api.repo,
        issue_number: Number(change.key),
        labels,
      });
      return 'written';
    });
  }

  async suggest(change: OpenChange, suggestions: readonly Repair[]): Promise<Written> {
    if (suggestions.length === 0) return 'same';
    return this.api.call(async () => {
      const pull_number = Number(change.key);
      const bot = await this.api.botId();
      const there = await this.api.hub.paginate(this.api.hub.rest.pulls.listReviewComments, {
        ...this.api.repo,
        pull_number,
        per_page: PER_PAGE,
      });
      const mine = there.filter((one) => one.user?.id === bot);
      // One whose line has changed since has no line any more, and no button.
      const stands = ({ path, to, body }: Repair): boolean =>
        mine.some(
          (one) => one.path === path && one.line === to && saysSame(one.body, marked('suggestion', body)),
        );
      const fresh = suggestions.filter((one) => !stands(one));
      if (fresh.length === 0) return 'same';
      await this.api.hub.rest.pulls.createReview({
        ...this.api.repo,
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

  async readIssue(issue_number: number): Promise<WrittenIssue | undefined> {
    return this.api.call(async () => {
      try {
        const { data } = await this.api.hub.rest.issues.get({ ...this.api.repo, issue_number });
        if (data.pull_request) return undefined;
        return {
          number: data.number,
          title: data.title,
          body: data.body ?? '',
          author: accountOf(data.user),
          createdAt: data.created_at,
          isOpen: data.state === 'open',
        };
      } catch (error) {
        // Taken away, for ever or to another repository.
        if (isStatus(error, 404, 410)) return undefined;
        throw error;
      }
    });
  }

  async openOwn({ folder, commit, topic, title, body }: Proposal): Promise<Opened> {
    return this.api.call(async () => {
      const { owner } = this.api.repo;
      const { remote, token, branch } = this.api.options;
      const { said } = await pushTo(folder, { url: remote, token }, `+${commit}:refs/heads/${topic}`);
      const head = `${owner}:${topic}`;
      const { data: there } = await this.api.hub.rest.pulls.list({ ...this.api.repo, state: 'open', head });
      const known = there.find((pull) => pull.head.ref === topic);
      if (known) return { key: String(known.number), web: known.html_url, isNew: false, said };
      const { data: made } = await this.api.hub.rest.pulls.create({
        ...this.api.repo,
        head: topic,
        base: branch,
        title: plainTitle(title),
        body,
      });
      return { key: String(made.number), web: made.html_url, isNew: true, said };
    });
  }

  async keepIssue(topic: string, issue: KeptIssue | undefined): Promise<Written> {
    return this.api.call(async () => {
      const bot = await this.api.botId();
      const all = await this.api.hub.paginate(this.api.hub.rest.issues.listForRepo, {
        ...this.api.repo,
        state: 'all',
        per_page: PER_PAGE,
        ...(issue ? { labels: issue.label } : {}),
      });
      const mine = all.find((one) => !one.pull_request && one.user?.id === bot && isMarked(topic, one.body));
      if (!issue) {
        if (!mine || mine.state === 'closed') return 'same';
        await this.api.hub.rest.issues.update({
          ...this.api.repo,
          issue_number: mine.number,
          state: 'closed',
        });
        return 'written';
      }
      const body = marked(topic, issue.body);
      const title = plainTitle(issue.title);
      if (!mine)
        await this.api.hub.rest.issues.create({ ...this.api.repo, title, body, labels: [issue.label] });
      else if (mine.state === 'open' && mine.title === title && saysSame(mine.body, body)) return 'same';
      else
        await this.api.hub.rest.issues.update({
          ...this.api.repo,
          issue_number: mine.number,
          title,
          body,
          state: 'open',
        });
      return 'written';
    });
  }
}
