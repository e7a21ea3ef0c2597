import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { StaticPaths, type StaticPathsApp } from 'astro/runtime/prerender/static-paths.js';
import { isAlikeThere, readEntryIds } from '../../src/site/build/worked-out.ts';
import { beApart, tellParent } from './apart.ts';
import { type App, draw, ENTRY_ROUTE, entryRoute, programIn, type Route } from './program.ts';

/**
 * Run by `build-site.ts`: draws pages into the site (first argument) by the program in the folder of the second, from what
 * was worked out in the third. The fourth says which: `all`, `others` than those of projects, or of those a part, as `0/4`.
 */
const [, , out = '', kept = '', told = '', which = ''] = process.argv;

/** Pages that tell what is like them wait for that to be worked out, and come last. */
const WAITING: ReadonlySet<string> = new Set([ENTRY_ROUTE, '/references/[slug]']);
/** In the language of the site's server these two are no folders. */
const STATUS_PAGES: ReadonlySet<string> = new Set(['/404', '/500']);

await beApart(async () => {
  process.env.REGISTRY_WORKED_OUT = told;
  if (which.includes('/')) await drawPart(which);
  else await drawFrom(which === 'all' ? () => true : (route) => route !== ENTRY_ROUTE);
});

/** The pages of some projects: only these are read. */
async function drawPart(part: string): Promise<void> {
  const [at = 0, of = 1] = part.split('/').map(Number);
  const all = readEntryIds(told);
  const ids = all.slice(Math.floor((all.length * at) / of), Math.floor((all.length * (at + 1)) / of));
  process.env.REGISTRY_KEPT = kept;
  process.env.REGISTRY_CHANGED = JSON.stringify(ids);
  const app = await programIn(kept);
  const route = entryRoute(app);
  for (const id of ids) await write(app, route, `/projects/${id}`);
}

/** All pages of the routes that are wanted. */
async function drawFrom(isWanted: (route: string) => boolean): Promise<void> {
  const app = await programIn(kept);
  const seen = new Set<string>();
  const pages = (await pathsOf(app, isWanted)).filter(
    ({ pathname }) => !seen.has(pathname) && seen.add(pathname),
  );
  const later = pages.filter(({ route }) => WAITING.has(route.route));
  for (const { pathname, route } of pages) if (!WAITING.has(route.route)) await write(app, route, pathname);
  if (later.length > 0 && !isAlikeThere(told)) tellParent({ waits: true });
  for (const { pathname, route } of later) await write(app, route, pathname);
}

interface Path {
  /** From the root of the site, with a slash at the end where the route has one. */
  readonly pathname: string;
  readonly route: Route;
}

async function pathsOf(app: App, isWanted: (route: string) => boolean): Promise<readonly Path[]> {
  const routes = app.manifest.routes.filter(({ routeData }) => isWanted(routeData.route));
  // What the program does itself it has to do: its own parts know each other.
  const some = Object.create(app, { manifest: { value: { ...app.manifest, routes } } }) as StaticPathsApp;
  return new StaticPaths(some).getAll();
}

/** Draws one page and writes it to where Astro writes it. */
async function write(app: App, route: Route, pathname: string): Promise<void> {
  const plain = pathname.replace(/\/$/, '');
  const isFile = route.type === 'endpoint';
  const answer = await draw(app, route, (isFile ? pathname : `${plain}/`).slice(1));
  const file = join(out, isFile ? plain : placeOf(plain));
  // A file of the public folder with the same name comes before it.
  if (!answer.body || existsSync(file)) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, Buffer.from(await answer.arrayBuffer()));
}

function placeOf(plain: string): string {
  return STATUS_PAGES.has(plain) ? `${plain}.html` : join(plain, 'index.html');
}
