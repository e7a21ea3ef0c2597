import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { replaceFile } from '../../src/io/replace-file.ts';
import { localToday } from '../../src/io/today.ts';

/**
 * Where a whole build leaves what a later one needs to draw a few pages anew: the program that draws them, and what it knew
 * of the registry. It is used as long as nothing else can alter a page: the same program, settings of the deployment and day.
 */
const PROJECT = resolve(import.meta.dirname, '../..');
const KEPT = join(PROJECT, 'node_modules/.cache/registry-site');
/** The program that draws the pages, and what Astro knows besides of a kind of page: its styles. */
export const PROGRAM = 'program';
export const PAGES = 'pages';
const MARK = 'made-by';
const STAMPS = 'stamps.json';
/** Three days. In milliseconds. */
const LONG_AGO = 3 * 86_400_000;
/** What the pages ask of the deployment. */
const ASKED = [
  ...['SITE', 'BASE_PATH', 'REPOSITORY_URL', 'REPOSITORY_BRANCH'],
  ...['GITHUB_SERVER_URL', 'GITHUB_REPOSITORY'],
];
/** What the program consists of. */
const SOURCES = ['src', 'scripts/site', 'astro.config.mjs', 'package-lock.json'];

/** The folder for one registry and one site. */
export function keptFolder(root: string, out: string): string {
  const of = createHash('sha256').update(`${root}\n${out}`).digest('hex');
  return join(KEPT, of.slice(0, 16));
}

/** What is kept is not to be used while a build is under way, nor after one that failed. */
export function forgetKept(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

/** Says that it is whole, and by what it was made; takes away what was left of other sites long ago. */
export function signKept(folder: string): void {
  replaceFile(join(folder, MARK), madeBy());
  const old = Date.now() - LONG_AGO;
  for (const name of readdirSync(KEPT)) {
    const other = join(KEPT, name);
    if (statSync(other).mtimeMs < old) rmSync(other, { recursive: true, force: true });
  }
}

/** Whether it is there, whole, and would be made the same today. */
export function isKeptSound(folder: string): boolean {
  const mark = join(folder, MARK);
  return existsSync(mark) && readFileSync(mark, 'utf8') === madeBy();
}

/** Keeps what tells that the files of the registry are still the same; taken before they were read. */
export function writeStamps(folder: string, stamps: ReadonlyMap<string, string>): void {
  replaceFile(join(folder, STAMPS), JSON.stringify([...stamps]));
}

/** What was kept of them. */
export function readStamps(folder: string): ReadonlyMap<string, string> {
  return new Map(JSON.parse(readFileSync(join(folder, STAMPS), 'utf8')) as [string, string][]);
}

function madeBy(): string {
  const digest = createHash('sha256').update(`${process.version}\n${localToday()}\n`);
  for (const name of ASKED) digest.update(`${name}=${process.env[name] ?? ''}\n`);
  for (const name of SOURCES) look(join(PROJECT, name), (stamp) => digest.update(`${stamp}\n`));
  return digest.digest('hex');
}

/** Files by size and time: reading all of them would take longer than drawing the page. */
function look(path: string, tell: (stamp: string) => void): void {
  const found = lstatSync(path);
  if (!found.isDirectory()) tell(`${path} ${found.size} ${found.mtimeMs} ${found.ino}`);
  else for (const name of readdirSync(path).sort()) look(join(path, name), tell);
}
