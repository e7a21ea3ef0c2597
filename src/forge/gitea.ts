import type { ChangedFile, Comment, CommitStatus, PullRequest, User } from 'gitea-js';
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
import { PushRefused } from './git-faults.ts';
import { heldAs } from './held.ts';
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
/** What services/agit of Gitea and Forgejo answers to a commit that the request has already. */
const SAME = /same with old commit/;

/** Both say `Visit the existing pull request:` of a new one too, so the words tell nothing; Forgejo adds the branch. */
const PAGE = /https?:\/\/\S+\/pulls\/\d+/;
const webOf = (said: readonly string[]): string | undefined =>
  said.map((line) => PAGE.exec(line)?.[0]).find((web) => web !== undefined);

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
  /** Undefined when nobody may ask. */
  const openNow = async (): Promise<readonly PullRequest[] | undefined> =>
    token === undefined
      ? undefined
      : rest.list<PullRequest>(`${repo}/pulls?state=open`).catch((error: unknown) => {
          if (error instanceof RestError) return undefined;
          throw error;
        });
  /** The account's own open request that holds these files already. */
  const sameIn = async (
    open: readonly PullRequest[],
    folder: string,
    commit: string,
  ): Promise<PullRequest | undefined> => {
    const me = await botId();
    const own = open.filter(({ user, base }) => user?.id === me && base?.ref === branch);
    const held = await heldAs(folder, { url: remote, token }, own.map(refOf), commit);
    return own.find((one) => refOf(one) === held);
  };
  /** What the server said; undefined when its request has this commit already, which it calls a fault. */
  const push = async (
    folder: string,
    refspec: string,
    options: readonly string[],
  ): Promise<readonly string[] | undefined> => {
    try {
      return (await pushTo(folder, { url: remote, token }, refspec, options)).said;
    } catch (error) {
      if (error instanceof PushRefused && SAME.test(error.reason)) return undefined;
      throw error;
    }
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
      const before = await openNow();
      const there = before && (await sameIn(before, folder, commit));
      if (there)
        return { key: String(there.number), web: there.html_url, isNew: false, isSame: true, said: [] };
      const words = await push(folder, `${commit}:refs/for/${branch}`, options);
      if (words === undefined) return { key: topic, web: undefined, isNew: false, isSame: true, said: [] };
      // The server may be told to say nothing; then the request is the one that has this commit.
      const web = webOf(words) ?? (await openNow())?.find(({ head }) => head?.sha === commit)?.html_url;
      const key = /\/pulls\/(\d+)/.exec(web ?? '')?.[1];
      if (key === undefined && before)
        throw new ForgeError(
          `${kind} 收下了推送，没有开出送件单：这个版本太旧，不认 refs/for；在网页上传，或者把文件交给办公室。`,
        );
      const said = words.filter((line) => !PAGE.test(line) && !/^Visit the existing pull request/.test(line));
      return {
        key: key ?? topic,
        web,
        isNew: before && !before.some((one) => String(one.number) === key),
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

const refOf = ({ number }: PullRequest): string => `refs/pull/${number}/head`;

function authorOf(user: User | undefined): Author {
  return { id: user?.id === undefined ? undefined : String(user.id), login: user?.login ?? '' };
}

function openChange(pull: PullRequest): OpenChange {
  return {
    key: String(pull.number),
    title: pull.title ?? '',
    head: pull.head?.sha ?? '',
    ref: refOf(pull),
    author: authorOf(pull.user),
    createdAt: pull.created_at ?? '',
    labels: (pull.labels ?? []).flatMap(({ name }) => (name === undefined ? [] : [name])),
    isDraft: pull.draft ?? false,
    web: pull.html_url,
  };
}
