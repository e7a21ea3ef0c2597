import type { ChangedFile, Comment, CommitStatus, PullRequest, User } from 'gitea-js';
import type {
  Author,
  ChangedFiles,
  Forge,
  Merged,
  OpenChange,
  Opened,
  Proposal,
  SetStatus,
  Written,
} from './forge.ts';
import { isMarked, marked, plainTitle, saysSame } from './marker.ts';
import { pushTo } from './remote-git.ts';
import { Rest, RestError } from './rest.ts';

export interface GiteaOptions {
  readonly kind: 'Gitea' | 'Forgejo';
  /** Address of the interface, `https://git.example.cn/api/v1`. */
  readonly api: string;
  readonly owner: string;
  readonly name: string;
  readonly remote: string;
  readonly branch: string;
  /** Handing in needs none when Git itself knows who pushes. */
  readonly token: string | undefined;
  readonly second?: number;
}

/** Push options are one line each, and servers cut long ones. */
const MOST_DESCRIPTION = 1_000;

/** Gitea and Forgejo: handed in by a plain push (AGit), the rest by their interface. */
export function giteaForge(options: GiteaOptions): Forge {
  const { kind, branch, remote, token } = options;
  const rest = new Rest({
    api: options.api,
    name: kind,
    headers: token === undefined ? {} : { authorization: `token ${token}` },
    ...(options.second === undefined ? {} : { second: options.second }),
  });
  const repo = `/repos/${encodeURIComponent(options.owner)}/${encodeURIComponent(options.name)}`;
  let me: Promise<number | undefined> | undefined;
  const botId = (): Promise<number | undefined> => {
    me ??= rest.get<User>('/user').then(({ id }) => id);
    return me;
  };
  const pull = (key: string): Promise<PullRequest> => rest.get(`${repo}/pulls/${Number(key)}`);

  return {
    kind,
    remote,

    async open({ folder, commit, topic, title, body }: Proposal): Promise<Opened> {
      // The topic becomes the name of a branch below the account's own name: the same topic is the same request.
      const options = [
        '-o',
        `topic=${topic.replaceAll('/', '-')}`,
        '-o',
        `title=${plainTitle(title)}`,
        '-o',
        `description=${plainTitle(body, MOST_DESCRIPTION)}`,
        '-o',
        'force-push=true',
      ];
      const { said } = await pushTo(folder, { url: remote, token }, `${commit}:refs/for/${branch}`, options);
      const web = said
        .map((line) => /https?:\/\/\S+\/pulls\/(\d+)/.exec(line))
        .find((found) => found !== null);
      return {
        key: web?.[1] ?? topic,
        web: web?.[0],
        isNew: said.some((line) => /create a new pull request/i.test(line)),
        said,
      };
    },

    async listOpen(): Promise<readonly OpenChange[]> {
      const pulls = await rest.list<PullRequest>(`${repo}/pulls?state=open`);
      return pulls
        .filter(({ base }) => base?.ref === branch)
        .map(openChange)
        .sort((a, b) => Number(a.key) - Number(b.key));
    },

    async changedFiles(key: string): Promise<ChangedFiles> {
      const files = await rest.list<ChangedFile>(`${repo}/pulls/${Number(key)}/files`);
      const paths = files.flatMap(({ filename, previous_filename }) => [filename, previous_filename]);
      const named = paths.filter((path): path is string => path !== undefined && path !== '');
      const { changed_files } = await pull(key);
      return { files: [...new Set(named)].sort(), isComplete: files.length >= (changed_files ?? 0) };
    },

    actor: async (key: string): Promise<Author> => authorOf((await pull(key)).user),

    async comment(key: string, topic: string, text: string): Promise<Written> {
      const body = marked(topic, text);
      const bot = await botId();
      const all = await rest.list<Comment>(`${repo}/issues/${Number(key)}/comments`);
      const mine = all.find((one) => one.user?.id === bot && isMarked(topic, one.body));
      if (!mine) await rest.send('POST', `${repo}/issues/${Number(key)}/comments`, { body });
      else if (saysSame(mine.body, body)) return 'same';
      else await rest.send('PATCH', `${repo}/issues/comments/${mine.id}`, { body });
      return 'written';
    },

    async setStatus(sha: string, { context, state, description }: SetStatus): Promise<Written> {
      const bot = await botId();
      const all = await rest.list<CommitStatus>(`${repo}/commits/${sha}/statuses?sort=recentupdate`);
      const now = all
        .filter((one) => one.context === context)
        .reduce<CommitStatus | undefined>((a, b) => ((a?.id ?? 0) > (b.id ?? 0) ? a : b), undefined);
      const stands = now?.creator?.id === bot && now?.status === state && now.description === description;
      if (stands) return 'same';
      await rest.send('POST', `${repo}/statuses/${sha}`, { context, state, description });
      return 'written';
    },

    async merge(key: string, head: string): Promise<Merged> {
      try {
        await rest.send('POST', `${repo}/pulls/${Number(key)}/merge`, { Do: 'merge', head_commit_id: head });
      } catch (error) {
        if (!(error instanceof RestError)) throw error;
        const now = await pull(key);
        if (now.merged && now.head?.sha === head && now.merge_commit_sha)
          return { ok: true, commit: now.merge_commit_sha };
        const moved = error.status === 409 || now.head?.sha !== head;
        return { ok: false, why: moved ? 'moved' : 'refused', said: error.message };
      }
      return { ok: true, commit: (await pull(key)).merge_commit_sha ?? '' };
    },
  };
}

function authorOf(user: User | undefined): Author {
  return { id: user?.id === undefined ? undefined : String(user.id), login: user?.login ?? '' };
}

function openChange(pull: PullRequest): OpenChange {
  return {
    key: String(pull.number),
    title: pull.title ?? '',
    head: pull.head?.sha ?? '',
    ref: `refs/pull/${pull.number}/head`,
    author: authorOf(pull.user),
    createdAt: pull.created_at ?? '',
    labels: (pull.labels ?? []).flatMap(({ name }) => (name === undefined ? [] : [name])),
    isDraft: pull.draft ?? false,
    web: pull.html_url,
  };
}
