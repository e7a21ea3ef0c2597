import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Files } from '../hostile/registry.ts';

const DATE = '2026-11-01T00:00:00Z';
/** What a gitlink points to: nothing that is there. */
const NOWHERE = '1'.repeat(40);

type Variables = Readonly<Record<string, string>>;

/** A bare repository whose commits are made of objects alone: there is no work tree, and nothing is ever checked out. */
export class GitObjects {
  readonly scratch: string;
  readonly repository: string;
  readonly #environment: Variables;
  readonly #blobs = new Map<string, string>();
  #made = 0;

  constructor(name: string) {
    this.scratch = mkdtempSync(join(tmpdir(), `registry-${name}-`));
    this.repository = join(this.scratch, 'repository.git');
    this.#environment = {
      PATH: process.env.PATH ?? '',
      GIT_DIR: this.repository,
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_AUTHOR_NAME: 'a',
      GIT_AUTHOR_EMAIL: 'a@example.invalid',
      GIT_AUTHOR_DATE: DATE,
      GIT_COMMITTER_NAME: 'a',
      GIT_COMMITTER_EMAIL: 'a@example.invalid',
      GIT_COMMITTER_DATE: DATE,
    };
    execFileSync('git', ['init', '-q', '--bare', '-b', 'main', this.repository]);
  }

  /** The registry folder in it. */
  get root(): string {
    return join(this.repository, 'registry');
  }

  git(args: readonly string[], input?: string | Uint8Array, more: Variables = {}): string {
    const env = { ...this.#environment, ...more };
    const given = input === undefined ? {} : { input };
    return execFileSync('git', args, { env, ...given, maxBuffer: 1 << 28 })
      .toString()
      .trim();
  }

  /** A commit of these files; `beside` lies beside the registry folder, paths from the top. */
  commit(
    files: Files,
    parents: readonly string[],
    beside: Files | Readonly<Record<string, string>> = {},
  ): string {
    const outside = beside instanceof Map ? [...(beside as Files)] : Object.entries(beside).map(asFile);
    const lines = [
      ...[...files].map(([file, one]) => this.#line(`registry/${file}`, one)),
      ...outside.map(([path, one]) => this.#line(path, one)),
    ];
    const index = { GIT_INDEX_FILE: join(this.scratch, `index-${this.#made++}`) };
    this.git(['update-index', '-z', '--index-info'], lines.join(''), index);
    return this.of(this.git(['write-tree'], undefined, index), parents);
  }

  /** A commit of a tree that is there. */
  of(tree: string, parents: readonly string[]): string {
    return this.git(['commit-tree', tree, '-m', 'x', ...parents.flatMap((parent) => ['-p', parent])]);
  }

  remove(): void {
    rmSync(this.scratch, { recursive: true, force: true });
  }

  #line(
    path: string,
    { bytes, mode = '100644' }: { readonly bytes: Uint8Array; readonly mode?: string },
  ): string {
    return `${mode} ${mode === '160000' ? NOWHERE : this.#blob(bytes)}\t${path}\0`;
  }

  #blob(bytes: Uint8Array): string {
    const key = Buffer.from(bytes).toString('base64');
    const id = this.#blobs.get(key) ?? this.git(['hash-object', '-w', '--stdin'], bytes);
    this.#blobs.set(key, id);
    return id;
  }
}

const asFile = ([path, text]: readonly [string, string]): readonly [
  string,
  { readonly bytes: Uint8Array },
] => [path, { bytes: new TextEncoder().encode(text) }];
