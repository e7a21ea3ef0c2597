import { existsSync, realpathSync } from 'node:fs';
import { basename, join, relative, resolve, sep } from 'node:path';
import { repositoryAround } from './private-files.ts';

/** The registry folder that the site shows and commands work in, unless they are given another; as it was written. */
export function givenRoot(env: NodeJS.ProcessEnv = process.env): string {
  return env.REGISTRY_ROOT || 'registry';
}

/** The same, as an address on disk. */
export function registryRoot(env: NodeJS.ProcessEnv = process.env): string {
  return resolve(givenRoot(env));
}

/**
 * A registry folder as its repository knows it, `registry`; blank when the repository is nothing but the registry.
 * Without a repository (a copy from an archive) the folder in which the program lies stands for it.
 */
export function folderInRepository(root: string): string {
  const real = existsSync(root) ? realpathSync(root) : root;
  const inside = relative(repositoryAround(join(real, 'x')) ?? resolve(), real);
  return inside.startsWith('..') ? basename(root) : inside.replaceAll(sep, '/');
}
