import { resolve } from 'node:path';
import { type CheckResult, check } from '../check.ts';
import { readRegistryFiles } from './registry-files.ts';
import { localToday } from './today.ts';

/** A registry read from a folder and checked as of `today`. */
export async function loadRegistry(root: string, today = localToday()): Promise<CheckResult> {
  return check(readRegistryFiles(root), { today });
}

let loaded: Promise<CheckResult> | undefined;

/** The folder of the registry that the site shows. */
export function siteRoot(): string {
  return resolve(process.env.REGISTRY_ROOT ?? 'registry');
}

/** The registry that the site shows, read once for the whole build. */
export function siteRegistry(): Promise<CheckResult> {
  loaded ??= loadRegistry(siteRoot());
  return loaded;
}
