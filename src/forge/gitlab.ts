import {
  type Author,
  type ChangedFiles,
  type Forge,
  ForgeError,
  type Merged,
  type OpenChange,
  type Opened,
  type Proposal,
  type SetStatus,
  type Written,
} from './forge.ts';
import { heldAs } from './held.ts';
import { isMarked, marked, plainTitle, saysSame } from './marker.ts';
import { pushTo } from './remote-git.ts';
import { Rest, RestError } from './rest.ts';

export interface GitLabOptions {
  /** Address of the interface, `https://gitlab.example.cn/api/v4`. */
  readonly api: string;
  /** Groups and name: `shuzhi/registry`. */
  readonly project: string;
  readonly remote: string;
  readonly branch: string;
  readonly token: string | undefined;
  readonly second?: number;
}

/** The parts of GitLab's answers that are used; https://docs.gitlab.com/api/merge_requests/ */
interface MergeRequest {
  readonly iid: number;
  readonly title: string;
  readonly sha: string;
  readonly state: 'opened' | 'closed' | 'locked' | 'merged';
  readonly author: { readonly id: number; readonly username: string };
  readonly created_at: string;
  readonly labels: readonly string[];
  readonly draft: boolean;
  readonly web_url: string;
  readonly merge_commit_sha?: string | null;
  readonly squash_commit_sha?: string | null;
  /** A number, `1000+` when there are too many. */
  readonly changes_count?: string | null;
}

interface Diff {
  readonly old_path: string;
  readonly new_path: string;
}

interface Note {
  readonly id: number;
  readonly body: string;
  readonly author: { readonly id: number };
}

interface CommitStatus {
  readonly name: string;
  readonly status: 'pending' | 'running' | 'success' | 'failed' | 'canceled';
  readonly description: string | null;
  readonly author: { readonly id: number } | null;
}

const STATES = { success: 'success', failure: 'failed', pending: 'pending' } as const;
const MOST_DESCRIPTION = 1_000;
const MADE = /https?:\/\/\S+\/merge_requests\/(\d+)/;

/** GitLab: handed in by push options, the rest by its interface. */
export function gitlabForge(options: GitLabOptions): Forge {
  const { branch, remote, token } = options;
  const rest = new Rest({
    api: options.api,
    name: 'GitLab',
    headers: token === undefined ? {} : { 'private-token': token },
    ...(options.second === undefined ? {} : { second: options.second }),
  });
  const project = `/projects/${encodeURIComponent(options.project)}`;
  let me: Promise<number> | undefined;
  const botId = (): Promise<number> => {
    me ??= rest.get<{ readonly id: number }>('/user').then(({ id }) => id);
    return me;
  };
  /** The open request from a branch, none or one; undefined when nobody may ask. */
  const openFor = async (topic: string): Promise<readonly MergeRequest[] | undefined> => {
    if (token === undefined) return undefined;
    const query = `state=opened&source_branch=${encodeURIComponent(topic)}`;
    return rest.list<MergeRequest>(`${project}/merge_requests?${query}`).catch((error: unknown) => {
      if (error instanceof RestError) return undefined;
      throw error;
    });
  };
  const request = (key: string): Promise<MergeRequest> =>
    rest.get(`${project}/merge_requests/${Number(key)}`);

  return {
    kind: 'GitLab',
    remote,

    async open({ folder, commit, topic, title, body }: Proposal): Promise<Opened> {
      const option = (text: string): string[] => ['-o', `merge_request.${text}`];
      const known = await openFor(topic);
      const [there] = known ?? [];
      if (there && (await heldAs(folder, { url: remote, token }, [refOf(there)], commit)) !== undefined)
        return { key: String(there.iid), web: there.web_url, isNew: false, isSame: true, said: [] };
      const { said: words } = await pushTo(folder, { url: remote, token }, `+${commit}:refs/heads/${topic}`, [
        ...option('create'),
        ...option(`target=${branch}`),
        ...option(`title=${plainTitle(title)}`),
        ...option(`description=${plainTitle(body, MOST_DESCRIPTION)}`),
        ...option('remove_source_branch'),
      ]);
      // `View merge request for …` is said of a new one too. `…/-/merge_requests/new?…` is an invitation to open one:
      // then the server has push options switched off.
      const web = words.map((line) => MADE.exec(line)).find((one) => one !== null);
      const said = words.filter((line) => !MADE.test(line) && !/^View merge request for /.test(line));
      if (web) return { key: web[1] ?? topic, web: web[0], isNew: known && known.length === 0, said };
      // A push that brings nothing new runs none of the server's hooks: the request is there from before.
      const [standing] = (await openFor(topic)) ?? [];
      if (standing) return { key: String(standing.iid), web: standing.web_url, isNew: false, said };
      throw new ForgeError(
        'GitLab 收下了分支，没有说开出了送件单：打开登记库网页看「合并请求」，没有的，点「Create merge request」。',
      );
    },

    async listOpen(): Promise<readonly OpenChange[]> {
      const query = `state=opened&target_branch=${encodeURIComponent(branch)}&order_by=created_at&sort=asc`;
      return (await rest.list<MergeRequest>(`${project}/merge_requests?${query}`)).map(openChange);
    },

    async changedFiles(key: string): Promise<ChangedFiles> {
      const diffs = await rest.list<Diff>(`${project}/merge_requests/${Number(key)}/diffs`);
      const { changes_count } = await request(key);
      const files = [...new Set(diffs.flatMap(({ old_path, new_path }) => [old_path, new_path]))].sort();
      // Without a number, or with `1000+`, nobody knows whether the list is whole.
      return {
        files,
        isComplete: /^\d+$/.test(changes_count ?? '') && diffs.length >= Number(changes_count),
      };
    },

    actor: async (key: string): Promise<Author> => authorOf(await request(key)),

    async comment(key: string, topic: string, text: string): Promise<Written> {
      const body = marked(topic, text);
      const bot = await botId();
      const notes = `${project}/merge_requests/${Number(key)}/notes`;
      const all = await rest.list<Note>(notes);
      const mine = all.find((one) => one.author.id === bot && isMarked(topic, one.body));
      if (!mine) await rest.send('POST', notes, { body });
      else if (saysSame(mine.body, body)) return 'same';
      else await rest.send('PUT', `${notes}/${mine.id}`, { body });
      return 'written';
    },

    async setStatus(sha: string, { context, state, description }: SetStatus): Promise<Written> {
      const bot = await botId();
      const query = `name=${encodeURIComponent(context)}&order_by=id&sort=desc`;
      const all = await rest.list<CommitStatus>(`${project}/repository/commits/${sha}/statuses?${query}`);
      const now = all[0];
      const stands =
        now?.author?.id === bot && now.status === STATES[state] && now.description === description;
      if (stands) return 'same';
      await rest.send('POST', `${project}/statuses/${sha}`, {
        state: STATES[state],
        name: context,
        description,
      });
      return 'written';
    },

    async merge(key: string, head: string): Promise<Merged> {
      try {
        const path = `${project}/merge_requests/${Number(key)}/merge`;
        const done = await rest.send<MergeRequest>('PUT', path, { sha: head });
        return { ok: true, commit: mergedAs(done) };
      } catch (error) {
        if (!(error instanceof RestError)) throw error;
        const now = await request(key);
        if (now.state === 'merged' && now.sha === head) return { ok: true, commit: mergedAs(now) };
        const moved = error.status === 409 || now.sha !== head;
        return { ok: false, why: moved ? 'moved' : 'refused', said: error.message };
      }
    },
  };
}

const mergedAs = ({ merge_commit_sha, squash_commit_sha, sha }: MergeRequest): string =>
  merge_commit_sha ?? squash_commit_sha ?? sha;

const refOf = ({ iid }: MergeRequest): string => `refs/merge-requests/${iid}/head`;

function authorOf({ author }: MergeRequest): Author {
  return { id: String(author.id), login: author.username };
}

function openChange(one: MergeRequest): OpenChange {
  return {
    key: String(one.iid),
    title: one.title,
    head: one.sha,
    ref: refOf(one),
    author: authorOf(one),
    createdAt: one.created_at,
    labels: one.labels,
    isDraft: one.draft,
    web: one.web_url,
  };
}
