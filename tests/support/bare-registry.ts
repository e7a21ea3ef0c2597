import { execFileSync } from 'node:child_process';
import type { soundRegistry } from '../hostile/registry.ts';

type Files = ReturnType<typeof soundRegistry>;

/** A bare repository with a registry in it, made of commits without a working tree. */
export interface BareRegistry {
  readonly git: (args: readonly string[], input?: string | Uint8Array) => string;
  /** A commit that holds exactly these files below `registry/`; gives its id. */
  readonly commit: (files: Files, parents: readonly string[]) => string;
}

export function bareRegistry(bare: string): BareRegistry {
  const git = (args: readonly string[], input?: string | Uint8Array): string =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.invalid', ...args], {
      env: { PATH: process.env.PATH ?? '', GIT_DIR: bare, GIT_CONFIG_GLOBAL: '/dev/null' },
      ...(input === undefined ? {} : { input }),
    })
      .toString()
      .trim();
  git(['init', '-q', '--bare', '-b', 'main', bare]);
  const commit = (files: Files, parents: readonly string[]): string => {
    const lines = [...files].map(
      ([file, one]) => `100644 ${git(['hash-object', '-w', '--stdin'], one.bytes)}\tregistry/${file}\0`,
    );
    git(['read-tree', '--empty']);
    git(['update-index', '-z', '--index-info'], lines.join(''));
    return git(['commit-tree', git(['write-tree']), '-m', 'x', ...parents.flatMap((one) => ['-p', one])]);
  };
  return { git, commit };
}
