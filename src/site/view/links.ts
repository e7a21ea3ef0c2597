/** The site's base path with a slash at both ends; `/` unless the site stands in a sub-folder of its host. */
export function cleanBase(base: string): string {
  const inner = base.replace(/^\/+|\/+$/g, '');
  return inner === '' ? '/' : `/${inner}/`;
}

/** A site address such as `/projects/` below a base path. Addresses of other sites and `#` anchors stay as they are. */
export function withBase(base: string, path: string): string {
  return path.startsWith('/') && !path.startsWith('//') ? cleanBase(base) + path.slice(1) : path;
}

/** The base path of this build. Node scripts have no `import.meta.env`, and need no base path either. */
export const BASE: string = cleanBase(import.meta.env?.BASE_URL ?? '/');

/** The address to write in a page for a site address such as `/projects/`. Every link goes through here. */
export function href(path: string): string {
  return withBase(BASE, path);
}

/** A place of the main navigation. */
export interface NavItem {
  readonly path: string;
  readonly label: string;
}

/** The main navigation, in order. A page names its place by the path. */
export const NAV = [
  { path: '/', label: '首页' },
  { path: '/projects/', label: '查项目' },
  { path: '/similar/', label: '我想建' },
  { path: '/declare/', label: '我要申报' },
  { path: '/queue/', label: '办理进度' },
  { path: '/statistics/', label: '统计' },
  { path: '/regulation/', label: '办法' },
  { path: '/units/', label: '单位' },
  { path: '/rules/', label: '规则' },
  { path: '/guides/', label: '指南' },
] as const satisfies readonly NavItem[];

export type NavPath = (typeof NAV)[number]['path'];

export const SITE_NAME = '数智金水项目登记库';

/** The page of an entry by its id: `<unit>/<slug>` of a filing, `references/<slug>` of a reference. */
export function entryLink(id: string): string {
  return href(id.startsWith('references/') ? `/${id}/` : `/projects/${id}/`);
}

/** Where a clause of the regulation stands: `/regulation/#art6-2`. */
export function clauseLink(clause: string): string {
  return href(`/regulation/#${clause}`);
}
