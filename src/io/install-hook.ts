import { chmodSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { replaceFile } from './replace-file.ts';
import { UsageError } from './usage-error.ts';

/** The two hooks: one judges before a push is taken, the other writes down who pushed. */
export const HOOKS = ['pre-receive', 'post-receive'] as const;
export type HookName = (typeof HOOKS)[number];

/** By this line our own hook is known again. */
const OURS = '# registry hook';

export interface HookSettings {
  /** The bare repository on the server. */
  readonly repository: string;
  /** This program: Node, and the script that takes commands. */
  readonly node: string;
  readonly script: string;
  /** The environment variable in which the server says who pushes. */
  readonly variable: string;
  readonly branch: string;
  /** The registry folder in the repository. */
  readonly folder: string;
  /** A rehearsal plays on one day; a server judges by its clock. */
  readonly today?: string;
}

/**
 * Puts the hooks into a bare repository. Throws a UsageError when it is none, or when a hook of somebody else stands
 * there already: that one may guard something too.
 */
export function installHooks(settings: HookSettings): readonly string[] {
  const repository = resolve(settings.repository);
  if (!existsSync(join(repository, 'HEAD')) || !existsSync(join(repository, 'objects')))
    throw new UsageError(`${settings.repository} 不是服务器上的版本库（裸库），装不了钩子。`);
  const written = HOOKS.map((name) => [join(repository, 'hooks', name), scriptOf(name, settings)] as const);
  for (const [path] of written) {
    if (existsSync(path) && !readFileSync(path, 'utf8').includes(OURS))
      throw new UsageError(`${path} 已经有别的钩子，没有改动；把两个钩子并成一个，再装一次。`);
  }
  mkdirSync(join(repository, 'hooks'), { recursive: true });
  for (const [path, text] of written) {
    replaceFile(path, text);
    chmodSync(path, 0o755);
  }
  return written.map(([path]) => path);
}

function scriptOf(name: HookName, settings: HookSettings): string {
  const { node, script, variable, branch, folder, today } = settings;
  const day = today === undefined ? [] : ['--today', today];
  const words = [
    node,
    script,
    'hook',
    name,
    '--variable',
    variable,
    '--branch',
    branch,
    '--folder',
    folder,
    ...day,
  ];
  return ['#!/bin/sh', OURS, `exec ${words.map(quoted).join(' ')}`, ''].join('\n');
}

const quoted = (word: string): string => `'${word.replaceAll("'", `'\\''`)}'`;
