import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { git, tryGit } from './bare-git.ts';
import type { Account } from './git-http.ts';
import type { KeptRemark } from './hub-reviews.ts';

/** A commit status as it was set. */
export interface KeptStatus {
  readonly id: number;
  readonly state: string;
  readonly context: string;
  readonly description: string | null;
  readonly creator: Account;
  readonly at: string;
}

/** What a call cost, for counting. */
export interface Call {
  readonly method: string;
  readonly path: string;
  /** What was sent, where something was. */
  readonly sent?: unknown;
  readonly status: number;
  readonly body: unknown;
}

/** What branch protection asks for before a merge. */
export interface Protection {
  readonly context: string;
  /** Only a status that this account set counts: GitHub ties a required check to an app. */
  readonly by: number;
  readonly approvals: number;
  /** The head has to contain main as it is now. */
  readonly strict: boolean;
}

/** The half of GitHub that the emulator does not keep: repositories in Git, statuses, what was merged as which commit. */
export class HubState {
  readonly root: string;
  readonly statuses = new Map<string, KeptStatus[]>();
  readonly merged = new Map<string, { readonly commit: string; readonly head: string }>();
  readonly reviews = new Map<string, { readonly by: number; readonly head: string }[]>();
  /** Remarks beside lines, by the id of their comment. */
  readonly remarks = new Map<number, KeptRemark>();
  readonly calls: Call[] = [];
  /** Where an answer, or what was asked, is not as GitHub describes it. */
  readonly unlikeGitHub: string[] = [];
  protection: Protection | undefined;
  #next = 1;

  constructor(root: string) {
    this.root = root;
  }

  nextId(): number {
    return this.#next++;
  }

  folder(repository: string): string {
    return join(this.root, `${repository.replace(/\.git$/, '')}.git`);
  }

  /** Makes the repository of a fork when there is none. */
  fork(from: string, to: string): void {
    if (existsSync(this.folder(to))) return;
    mkdirSync(dirname(this.folder(to)), { recursive: true });
    git(this.root, 'clone', '--quiet', '--bare', this.folder(from), this.folder(to));
    git(this.folder(to), 'config', 'http.receivepack', 'true');
  }

  /** The commit at the tip of a branch. */
  tip(repository: string, branch: string): string | undefined {
    return tryGit(
      this.folder(repository),
      'rev-parse',
      '--verify',
      '--quiet',
      `refs/heads/${branch}^{commit}`,
    );
  }

  /** The same for many requests of one fork, with one fetch. */
  syncMany(
    repository: string,
    from: string,
    pulls: readonly (readonly [number: number, branch: string])[],
  ): ReadonlyMap<number, string> {
    const folder = this.folder(repository);
    const specs = pulls.map(([number, branch]) => `+refs/heads/${branch}:refs/pull/${number}/head`);
    tryGit(folder, 'fetch', '--quiet', this.folder(from), ...specs);
    const lines = git(folder, 'for-each-ref', '--format=%(refname) %(objectname)', 'refs/pull').split('\n');
    const heads = lines.map((line) => /^refs\/pull\/(\d+)\/head (\w+)$/.exec(line));
    return new Map(heads.flatMap((found) => (found ? [[Number(found[1]), found[2] ?? '']] : [])));
  }

  /** Brings `refs/pull/<n>/head` of the registry up to the branch that the request was made from. */
  sync(repository: string, number: number, from: string, branch: string): string | undefined {
    const ref = `refs/pull/${number}/head`;
    const done = tryGit(
      this.folder(repository),
      'fetch',
      '--quiet',
      this.folder(from),
      `+refs/heads/${branch}:${ref}`,
    );
    // A branch that was deleted leaves the last head, as on GitHub.
    const now = tryGit(this.folder(repository), 'rev-parse', '--verify', '--quiet', ref);
    return done === undefined && now === undefined ? undefined : now;
  }
}
