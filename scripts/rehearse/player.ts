import type { Forge, Opened } from '../../src/forge/forge.ts';
import { git } from './bare-git.ts';
import { type Files, temporary, writeAll } from './seed.ts';

/** Somebody with a folder of his own who commits and hands in, as a web page or an editor would: nothing is checked. */
export class Player {
  readonly folder: string;
  readonly #from: string;

  /** `from`: the bare repository that he follows. */
  constructor(name: string, from: string) {
    this.folder = temporary(name);
    this.#from = from;
    git(this.folder, 'clone', '--quiet', from, '.');
  }

  /** A commit on main as it is now, or on another commit. */
  commit(
    change: {
      readonly write?: Files;
      readonly remove?: readonly string[];
      readonly move?: readonly (readonly [string, string])[];
    },
    on?: string,
  ): string {
    git(this.folder, 'fetch', '--quiet', this.#from, '+refs/heads/main:refs/remotes/origin/main');
    git(this.folder, 'checkout', '--quiet', '--force', '--detach', on ?? 'refs/remotes/origin/main');
    for (const path of change.remove ?? []) git(this.folder, 'rm', '--quiet', path);
    for (const [from, to] of change.move ?? []) {
      writeAll(this.folder, { [`${to}.folder`]: '' });
      git(this.folder, 'mv', from, to);
      git(this.folder, 'clean', '--quiet', '-fd');
    }
    writeAll(this.folder, change.write ?? {});
    git(this.folder, 'add', '-A');
    git(this.folder, 'commit', '--quiet', '--allow-empty', '-m', 'Edit the registry');
    return git(this.folder, 'rev-parse', 'HEAD');
  }

  /** Hands a commit in under a topic. */
  handIn(forge: Forge, topic: string, commit: string, title = topic): Promise<Opened> {
    return forge.open({ folder: this.folder, commit, topic, title, body: '' });
  }
}
