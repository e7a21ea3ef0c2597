import { mkdir } from 'node:fs/promises';
import { runGit } from '../io/run-git.ts';
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
  type Written,
} from './forge.ts';
import { LOG_IN } from './git-faults.ts';
import { heldAs } from './held.ts';
import { isMarked, marked, plainTitle, saysSame } from './marker.ts';
import { mergeByGit } from './merge-by-git.ts';
import { fetchInto, pushTo } from './remote-git.ts';
import { Rest, RestError } from './rest.ts';

export interface GiteeOptions {
  /** Address of the interface, `https://gitee.com/api/v5`. */
  readonly api: string;
  readonly owner: string;
  readonly name: string;
  readonly remote: string;
  readonly branch: string;
  readonly token: string | undefined;
  /** A folder of our own, in which merges are made; made when it is not there. */
  readonly folder: string;
  readonly second?: number;
}

interface User {
  readonly id: number;
  readonly login: string;
}

/** The parts of Gitee's answers that are used; https://gitee.com/api/v5/swagger */
interface Pull {
  readonly number: number;
  readonly state: 'open' | 'closed' | 'merged';
  readonly title: string;
  readonly draft?: boolean;
  readonly html_url: string;
  readonly created_at: string;
  readonly user: User;
  readonly head: { readonly label: string; readonly ref: string; readonly sha: string };
  readonly base: { readonly ref: string };
  readonly labels?: readonly { readonly name: string }[];
}

interface Comment {
  readonly id: number;
  readonly body: string;
  readonly user: User;
}

/** Gitee lists no more files of a request. */
const MOST_FILES = 300;
const MAIN = 'refs/merging/main';
const HEAD = 'refs/merging/head';

/**
 * Gitee: handed in from a copy of one's own, the rest by its interface. It knows no status of a commit, and its merging
 * takes no head: the verdict stands in the comment and the labels, and what is merged is pushed, head and branch exactly.
 */
export function giteeForge(options: GiteeOptions): Forge & Pick<Extras, 'setLabels'> {
  const { branch, remote, token, owner, name, folder } = options;
  const rest = new Rest({
    api: options.api,
    name: 'Gitee',
    headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
    ...(options.second === undefined ? {} : { second: options.second }),
  });
  const path = (whose: string): string => `/repos/${encodeURIComponent(whose)}/${encodeURIComponent(name)}`;
  const repo = path(owner);
  let asked: Promise<User> | undefined;
  const me = (): Promise<User> => {
    asked ??= rest.get<User>('/user');
    return asked;
  };
  const at = (
    login: string,
  ): { readonly url: string; readonly token: string | undefined; readonly user: string } => ({
    url: remote.replace(`/${owner}/${name}`, () => `/${login}/${name}`),
    token,
    user: 'oauth2',
  });
  const openPulls = async (): Promise<readonly Pull[]> =>
    (await rest.list<Pull>(`${repo}/pulls?state=open`)).filter(({ base }) => base.ref === branch);
  const pull = (key: string): Promise<Pull> => rest.get(`${repo}/pulls/${Number(key)}`);

  /** Whose copy is pushed to: the registry itself where the account may write, else its own. */
  async function whereToPush(login: string): Promise<string> {
    const { permission } = await rest.get<{ readonly permission?: { readonly push?: boolean } }>(repo);
    if (permission?.push === true || login === owner) return owner;
    const isThere = (): Promise<boolean> =>
      rest.get(path(login)).then(
        () => true,
        (error: unknown) => {
          if (error instanceof RestError && error.status === 404) return false;
          throw error;
        },
      );
    if (await isThere()) return login;
    await rest.send('POST', `${repo}/forks`, {});
    // Gitee copies in the background.
    for (let turn = 0; turn < 20; turn++) {
      if (await isThere()) return login;
      await new Promise((done) => setTimeout(done, options.second ?? 1_000));
    }
    throw new ForgeError('Gitee 还没有复制好登记库：过一会儿再送一次。');
  }

  async function mergedAs(head: string): Promise<string | undefined> {
    const range = ['rev-list', '--first-parent', '--merges', '--parents', MAIN];
    const lines = (await runGit(folder, range)).out.toString('utf8').split('\n');
    return lines.find((line) => line.split(' ').slice(2).includes(head))?.split(' ')[0];
  }

  return {
    kind: 'Gitee',
    remote,

    async open({ folder: from, commit, topic, title, body }: Proposal): Promise<Opened> {
      if (token === undefined) throw new ForgeError(LOG_IN);
      const { id, login } = await me();
      const whose = await whereToPush(login);
      const there = (await openPulls()).find(({ head, user }) => head.ref === topic && user.id === id);
      const known = there && { key: String(there.number), web: there.html_url, isNew: false };
      if (known && (await heldAs(from, at(owner), [refOf(there)], commit)) !== undefined)
        return { ...known, isSame: true, said: [] };
      const { said } = await pushTo(from, at(whose), `+${commit}:refs/heads/${topic}`);
      if (known) return { ...known, said };
      const made = await rest.send<Pull>('POST', `${repo}/pulls`, {
        title: plainTitle(title),
        head: whose === owner ? topic : `${whose}:${topic}`,
        base: branch,
        body,
      });
      return { key: String(made.number), web: made.html_url, isNew: true, said };
    },

    listOpen: async () => (await openPulls()).map(openChange).sort((a, b) => Number(a.key) - Number(b.key)),

    async changedFiles(key: string): Promise<ChangedFiles> {
      const files = await rest.get<readonly FileDiff[]>(`${repo}/pulls/${Number(key)}/files`);
      const paths = files.flatMap(({ filename, patch }) => [filename, patch?.old_path ?? filename]);
      return { files: [...new Set(paths)].sort(), isComplete: files.length < MOST_FILES };
    },

    actor: async (key: string): Promise<Author> => authorOf(await pull(key)),

    async comment(key: string, topic: string, text: string): Promise<Written> {
      const body = marked(topic, text);
      const { id } = await me();
      const all = await rest.list<Comment>(`${repo}/pulls/${Number(key)}/comments`);
      const mine = all.find((one) => one.user.id === id && isMarked(topic, one.body));
      if (!mine) await rest.send('POST', `${repo}/pulls/${Number(key)}/comments`, { body });
      else if (saysSame(mine.body, body)) return 'same';
      else await rest.send('PATCH', `${repo}/pulls/comments/${mine.id}`, { body });
      return 'written';
    },

    setStatus: async () => 'same',

    async setLabels({ key, labels }, wanted, ours): Promise<Written> {
      const kept = labels.filter((one) => !ours.includes(one));
      const next = [...kept, ...wanted];
      if (next.length === labels.length && next.every((one) => labels.includes(one))) return 'same';
      await rest.send('PUT', `${repo}/pulls/${Number(key)}/labels`, next);
      return 'written';
    },

    async merge(key: string, head: string): Promise<Merged> {
      await mkdir(folder, { recursive: true });
      await runGit(folder, ['init', '--quiet', '--bare']);
      const now = await pull(key);
      await fetchInto(folder, at(owner), [`+refs/heads/${branch}:${MAIN}`, `+${refOf(now)}:${HEAD}`]);
      const found = await runGit(folder, ['rev-parse', MAIN, HEAD]);
      const [main = '', fetched = ''] = found.out.toString('utf8').split('\n');
      const done = await mergedAs(head);
      if (done !== undefined) return { ok: true, commit: done };
      if (fetched !== head || now.head.sha !== head)
        return { ok: false, why: 'moved', said: '核对以后又有新的提交，没有并入；等新的核对结果。' };
      const message = `Merge filing !${now.number}`;
      const merged = await mergeByGit({ folder, remote: at(owner), branch, main, head, message });
      // Gitee takes a request whose commits are in for a merged one; where it does not, it is closed.
      if (merged.ok && (await pull(key)).state === 'open')
        await rest.send('PATCH', `${repo}/pulls/${Number(key)}`, { state: 'closed' });
      return merged;
    },
  };
}

interface FileDiff {
  readonly filename: string;
  readonly patch?: { readonly old_path?: string };
}

const refOf = ({ number }: Pull): string => `refs/pull/${number}/head`;
const authorOf = ({ user }: Pull): Author => ({ id: String(user.id), login: user.login });

function openChange(one: Pull): OpenChange {
  return {
    key: String(one.number),
    title: one.title,
    head: one.head.sha,
    ref: refOf(one),
    author: authorOf(one),
    createdAt: one.created_at,
    labels: (one.labels ?? []).map(({ name }) => name),
    isDraft: one.draft ?? false,
    web: one.html_url,
  };
}
