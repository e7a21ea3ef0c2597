import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { runGit } from '../io/run-git.ts';
import {
  authorRef,
  commentRef,
  FILING,
  filingKey,
  filingRef,
  mergedRef,
  type PushRecord,
  readPushRecord,
  statusRef,
} from './bare-refs.ts';
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
import { marked, saysSame } from './marker.ts';
import { mergeByGit } from './merge-by-git.ts';
import { fetchInto, listRefs, pushTo, type Remote } from './remote-git.ts';

export interface BareOptions extends Remote {
  readonly branch: string;
  /** A folder of our own in which the server's objects are kept; made when it is not there. */
  readonly folder: string;
}

/** Nothing but a Git server: branches are requests, refs hold the rest, and the hook judges at the door. */
export function bareForge(options: BareOptions): Forge {
  return new Bare(options);
}

class Bare implements Forge {
  readonly kind = 'Git';
  readonly remote: string;
  readonly #options: BareOptions;

  constructor(options: BareOptions) {
    this.#options = options;
    this.remote = options.url;
  }

  async open({ folder, commit, topic }: Proposal): Promise<Opened> {
    const key = topic.replace(/^filing\//, '');
    if (filingKey(filingRef(key)) === undefined) throw new ForgeError(`送件分支的名字写不成：${topic}。`);
    const ref = filingRef(key);
    const main = `refs/heads/${this.#options.branch}`;
    const before = await listRefs(folder, this.#options, [ref, main]);
    const standing = before.get(ref);
    // A branch that was merged is no request any more.
    const isOpen = standing !== undefined && !(await isIn(folder, standing, before.get(main) ?? ''));
    if (isOpen && (await heldAs(folder, this.#options, [ref], commit)) !== undefined)
      return { key, web: undefined, isNew: false, isSame: true, said: [] };
    const { said } = await pushTo(folder, this.#options, `+${commit}:${ref}`);
    return { key, web: undefined, isNew: !isOpen, said };
  }

  async listOpen(): Promise<readonly OpenChange[]> {
    await this.#fetch();
    const main = await this.#commit(`refs/heads/${this.#options.branch}`);
    const refs = await this.#git('for-each-ref', '--format=%(refname) %(objectname)', FILING);
    const changes: OpenChange[] = [];
    for (const line of refs.split('\n').filter(Boolean)) {
      const [ref = '', head = ''] = line.split(' ');
      const key = filingKey(ref);
      if (key === undefined || (main !== undefined && (await isIn(this.#options.folder, head, main))))
        continue;
      changes.push(await this.#change(key, head));
    }
    return changes.sort((a, b) => (a.createdAt + a.key < b.createdAt + b.key ? -1 : 1));
  }

  async changedFiles(key: string): Promise<ChangedFiles> {
    await this.#fetch();
    const range = `refs/heads/${this.#options.branch}...${filingRef(key)}`;
    const out = await this.#git('diff', '--no-renames', '--name-only', '-z', range);
    return { files: out.split('\0').filter(Boolean).sort(), isComplete: true };
  }

  async actor(key: string): Promise<Author> {
    await this.#fetch();
    const head = await this.#commit(filingRef(key));
    if (head === undefined) throw new ForgeError(`没有这个送件分支：${key}。`);
    return (await this.#change(key, head)).author;
  }

  async comment(key: string, topic: string, text: string): Promise<Written> {
    return this.#keep(commentRef(key, topic), marked(topic, text));
  }

  async setStatus(commit: string, { context, state, description }: SetStatus): Promise<Written> {
    return this.#keep(statusRef(commit, context), `${state}\n${description}`);
  }

  async merge(key: string, head: string): Promise<Merged> {
    await this.#fetch();
    const { branch } = this.#options;
    const done = await this.#commit(mergedRef(key, head));
    if (done !== undefined) return { ok: true, commit: done };
    if ((await this.#commit(filingRef(key))) !== head)
      return { ok: false, why: 'moved', said: '核对以后又有新的提交，没有并入；等新的核对结果。' };
    const main = await this.#commit(`refs/heads/${branch}`);
    if (main === undefined) throw new ForgeError(`登记库里没有 ${branch} 分支。`);
    return mergeByGit({
      folder: this.#options.folder,
      remote: this.#options,
      branch,
      main,
      head,
      message: `Merge filing ${key}`,
      also: mergedRef(key, head),
    });
  }

  async #change(key: string, head: string): Promise<OpenChange> {
    const record = await this.#record(key);
    const about = await this.#git('log', '-1', '--format=%s%x00%cI', head);
    const [title = '', written = ''] = about.trimEnd().split('\0');
    // A record of another commit was not written for this one: then nobody knows who pushed it.
    const id = record?.head === head ? record.actor : undefined;
    const createdAt = record?.since ?? new Date(written).toISOString();
    return {
      key,
      title,
      head,
      ref: filingRef(key),
      author: { id, login: '' },
      createdAt,
      labels: [],
      isDraft: false,
      web: undefined,
    };
  }

  async #record(key: string): Promise<PushRecord | undefined> {
    const found = await runGit(this.#options.folder, ['cat-file', 'blob', authorRef(key)]);
    return found.code === 0 ? readPushRecord(found.out.toString('utf8')) : undefined;
  }

  /** Keeps a text under a ref of the server. */
  async #keep(ref: string, text: string): Promise<Written> {
    await this.#fetch();
    const { folder } = this.#options;
    const now = await runGit(folder, ['cat-file', 'blob', ref]);
    if (now.code === 0 && saysSame(now.out.toString('utf8'), text)) return 'same';
    const made = await runGit(folder, ['hash-object', '-w', '--stdin'], text);
    await pushTo(folder, this.#options, `+${made.out.toString('utf8').trim()}:${ref}`);
    return 'written';
  }

  /** All that the server has, mirrored: what is gone there goes here too. */
  async #fetch(): Promise<void> {
    const { folder } = this.#options;
    if (!existsSync(`${folder}/HEAD`)) {
      await mkdir(folder, { recursive: true });
      await runGit(folder, ['init', '--quiet', '--bare']);
    }
    await fetchInto(folder, this.#options, [
      '--prune',
      '+refs/heads/*:refs/heads/*',
      '+refs/registry/*:refs/registry/*',
    ]);
  }

  async #commit(ref: string): Promise<string | undefined> {
    const found = await runGit(this.#options.folder, ['rev-parse', '--verify', '--quiet', `${ref}^{commit}`]);
    return found.code === 0 ? found.out.toString('utf8').trim() : undefined;
  }

  async #git(...args: string[]): Promise<string> {
    const { code, out, err } = await runGit(this.#options.folder, args);
    if (code !== 0) throw new ForgeError(`读不了登记库的副本：${err.slice(0, 200)}`);
    return out.toString('utf8');
  }
}

async function isIn(folder: string, commit: string, branch: string): Promise<boolean> {
  return (await runGit(folder, ['merge-base', '--is-ancestor', commit, branch])).code === 0;
}
