import type { Office } from '../registry/office.ts';

/** Where data goes out: who gives it, as of which day, at which address, under which licence. */
export interface About {
  readonly publisher: string;
  readonly area: string;
  /** The day of the data, YYYY-MM-DD. */
  readonly day: string;
  /** Address of the site with a slash at its end; undefined while nobody has said where it stands. */
  readonly site: string | undefined;
  readonly licence: Licence | undefined;
}

/** Licences that an office can choose for its data, with their canonical address. */
export const LICENCES = {
  'CC BY 4.0': { name: '知识共享 署名 4.0 国际', url: 'https://creativecommons.org/licenses/by/4.0/' },
  'CC0 1.0': { name: '知识共享 公有领域贡献 1.0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' },
  'ODbL 1.0': { name: '开放数据库许可 1.0', url: 'https://opendatacommons.org/licenses/odbl/1-0/' },
} as const;
export type LicenceName = keyof typeof LICENCES;
export interface Licence {
  readonly name: string;
  readonly url: string;
}

/** What is said of data that goes out on a day. */
export function aboutData(office: Office | undefined, day: string, site: string | undefined): About {
  return {
    publisher: office?.name || '办公室没有写名称',
    area: office?.area ?? '',
    day,
    site: site === undefined ? undefined : site.replace(/\/*$/, '/'),
    licence: office?.licence === undefined ? undefined : LICENCES[office.licence],
  };
}

/**
 * The site's address with a slash at its end: `site` may be the origin alone, or have the base path in it already.
 * `base`: where the site stands on its host, with a slash at both ends.
 */
export function addressBelow(site: string, base: string): string {
  const bare = `${site.replace(/\/+$/, '')}/`;
  return base !== '/' && bare.endsWith(base) ? bare : `${bare.slice(0, -1)}${base}`;
}

/** The identifier of a project in the world: its page where the site's address is known, else a name of its own. */
export function projectIri({ site }: Pick<About, 'site'>, id: string): string {
  return site === undefined ? `urn:shuzhi-registry:${id}` : `${site}projects/${id}/`;
}

/** The identifier of the whole. */
export function registryIri({ site }: Pick<About, 'site'>, path = ''): string {
  return site === undefined ? `urn:shuzhi-registry:${path === '' ? 'registry' : path}` : `${site}${path}`;
}

/** A day as a moment: the registry knows no hours. */
export const moment = (day: string): string => `${day}T00:00:00Z`;
