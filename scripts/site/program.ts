import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { deserialize } from 'node:v8';
import { warn } from '../../src/io/say.ts';
import { PAGES, PROGRAM } from './kept-folder.ts';

/** The route of the pages of projects: those are most of all pages. */
export const ENTRY_ROUTE = '/projects/[unit]/[slug]';

/** As much of a route as is used here. */
export interface Route {
  readonly route: string;
  readonly type: string;
}

/** The program that Astro has made to draw the pages. */
export interface App {
  readonly manifest: { readonly routes: readonly { readonly routeData: Route }[] };
  readonly setInternals: (internals: unknown) => void;
  readonly setOptions: (options: unknown) => void;
  readonly render: (
    request: Request,
    options: { readonly routeData: Route | undefined },
  ) => Promise<Response>;
}

/** The program kept in a folder, ready to draw. */
export async function programIn(folder: string): Promise<App> {
  const inside = join(folder, PROGRAM);
  const entry = readdirSync(inside).find((name) => name.startsWith('prerender-entry'));
  if (entry === undefined) throw new Error(`${inside} holds no program`);
  const { app } = (await import(pathToFileURL(join(inside, entry)).href)) as { readonly app: App };
  const pagesByKeys = deserialize(readFileSync(join(folder, PAGES))) as ReadonlyMap<string, unknown>;
  app.setInternals({ pagesByKeys, entrySpecifierToBundleMap: new Map() });
  const destination = { write: ({ message }: { readonly message: string }) => warn(message) };
  app.setOptions({ settings: { scripts: [] }, logger: { options: { destination } } });
  return app;
}

/** Draws what lies at a path of the site, such as `projects/x/y/`. */
export function draw(app: App, route: Route | undefined, path: string): Promise<Response> {
  const base = (process.env.BASE_PATH || '/').replace(/\/*$/, '/');
  const origin = process.env.SITE ? new URL(process.env.SITE).origin : 'http://localhost';
  return app.render(new Request(`${origin}${base}${path}`), { routeData: route });
}

/** The route of the pages of projects in a program. Throws where it has none. */
export function entryRoute({ manifest }: App): Route {
  const found = manifest.routes.find(({ routeData }) => routeData.route === ENTRY_ROUTE);
  if (!found) throw new Error(`The program has no pages at ${ENTRY_ROUTE}`);
  return found.routeData;
}
