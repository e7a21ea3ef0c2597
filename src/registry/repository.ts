import { type FieldType, leaf } from '../form/kinds.ts';

/** The programs that keep repositories and have pages to write files on. */
export const PLATFORMS = ['GitHub', 'Gitea', 'Forgejo', 'GitLab', 'Gitee'] as const;
export type Platform = (typeof PLATFORMS)[number];

/** Where the registry's repository lies, as the office or the deployment wrote it. */
export interface Repository {
  /** The address of its page in a browser, without a slash at the end. */
  readonly web: string;
  readonly platform: Platform;
  readonly branch: string;
  /** The registry folder from the top of the tree, `registry`; blank when the repository is nothing else. */
  readonly folder: string;
}

const HOSTS: readonly (readonly [RegExp, Platform])[] = [
  [/(?:^|\.)github\.com$|(?:^|\.)ghe\.com$|^github\./, 'GitHub'],
  [/(?:^|\.)gitee\.com$/, 'Gitee'],
  [/(?:^|\.)gitlab\.com$|^gitlab\./, 'GitLab'],
  [/(?:^|\.)codeberg\.org$|^forgejo\./, 'Forgejo'],
  [/(?:^|\.)gitea\.com$|^gitea\./, 'Gitea'],
];

/** An address that can stand in a link: http or https, a path of its own, no account, no query. */
export function repositoryWeb(text: string): string | undefined {
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') return undefined;
  const path = url.pathname.replace(/\/+$/, '').replace(/\.git$/, '');
  // Owner and name at least; `%`, `"` and blanks do not stand in either.
  return /^(?:\/[\w.~-]+){2,10}$/.test(path) ? `${url.origin}${path}` : undefined;
}

/** The platform that a host is known to run; undefined for a host of one's own. */
export function platformOf(web: string): Platform | undefined {
  const host = URL.parse(web)?.hostname ?? '';
  return HOSTS.find(([pattern]) => pattern.test(host))?.[1];
}

/** The setting 登记库网址. */
export function repositoryAddress(): FieldType<string> {
  return leaf({
    kind: 'repositoryAddress',
    expects: '写登记库在代码平台上的网页地址，https 开头，不带账号和问号后面的内容',
    json: { type: 'string', pattern: '^https?://' },
    read: repositoryWeb,
    format: (value) => value,
  });
}

/** What is known of the repository's place: each may be blank. */
export interface RepositoryWritten {
  readonly address?: string | undefined;
  readonly platform?: Platform | undefined;
  readonly branch?: string | undefined;
  /** `registry` while nothing is said. */
  readonly folder?: string | undefined;
}

/** The repository of an address; undefined while there is none, or none that can stand in a link. */
export function repositoryAt({
  address,
  platform,
  branch,
  folder,
}: RepositoryWritten): Repository | undefined {
  const web = address === undefined ? undefined : repositoryWeb(address);
  if (web === undefined) return undefined;
  return {
    web,
    // A host of one's own most likely runs Gitea: the office says otherwise in 登记库平台.
    platform: platform ?? platformOf(web) ?? 'Gitea',
    branch: branch || 'main',
    folder: folder ?? 'registry',
  };
}
