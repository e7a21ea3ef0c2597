import { projectFile } from './paths.ts';
import type { Platform, Repository } from './repository.ts';

/** A page of the forge on which a file is written. */
export interface FilePage {
  readonly url: string;
  /** Whether the page opens with the file's name in its box. */
  readonly named: boolean;
  /** Whether the page opens with the text in its box; otherwise the text has to be pasted. */
  readonly filled: boolean;
}

/** How a platform spells its pages. Only what its documentation or its own buttons use. */
interface Spelling {
  readonly create: string;
  readonly upload: string | undefined;
  readonly edit: string;
  readonly view: string;
  readonly history: string;
  readonly requests: string;
  readonly commit: string;
  readonly issue: string;
  readonly archive: (branch: string, name: string) => string;
  /** The query that fills the box for the name and the one for the text, where there is such a query. */
  readonly nameQuery: string | undefined;
  readonly textQuery: string | undefined;
}

const GITEA: Spelling = {
  create: '_new',
  upload: '_upload',
  edit: '_edit',
  view: 'src/branch',
  history: 'commits/branch',
  requests: 'pulls',
  commit: 'commit',
  issue: 'issues/new',
  archive: (branch) => `archive/${branch}.zip`,
  nameQuery: 'filename',
  textQuery: 'value',
};

const SPELLINGS: Readonly<Record<Platform, Spelling>> = {
  GitHub: {
    create: 'new',
    upload: 'upload',
    edit: 'edit',
    view: 'blob',
    history: 'commits',
    requests: 'pulls',
    commit: 'commit',
    issue: 'issues/new',
    archive: (branch) => `archive/refs/heads/${branch}.zip`,
    nameQuery: 'filename',
    textQuery: 'value',
  },
  Gitea: GITEA,
  Forgejo: GITEA,
  GitLab: {
    create: '-/new',
    upload: undefined,
    edit: '-/edit',
    view: '-/blob',
    history: '-/commits',
    requests: '-/merge_requests',
    commit: '-/commit',
    issue: '-/issues/new',
    archive: (branch, name) => `-/archive/${branch}/${name}-${branch}.zip`,
    nameQuery: 'file_name',
    textQuery: undefined,
  },
  Gitee: {
    create: 'new',
    upload: undefined,
    edit: 'edit',
    view: 'blob',
    history: 'commits',
    requests: 'pulls',
    commit: 'commit',
    issue: 'issues/new',
    archive: (branch) => `repository/archive/${branch}.zip`,
    nameQuery: undefined,
    textQuery: undefined,
  },
};

/** Servers in front of the forges refuse longer addresses (8 KB), and some office browsers cut them earlier. */
const LONGEST_URL = 7_000;

const encodePath = (path: string): string => path.split('/').map(encodeURIComponent).join('/');
const inFolder = ({ folder }: Repository, path: string): string =>
  [folder, path].filter((part) => part !== '').join('/');

function page(repository: Repository, kind: string, path: string): string {
  const { web, branch } = repository;
  return `${web}/${kind}/${encodePath(branch)}/${encodePath(inFolder(repository, path))}`.replace(/\/+$/, '');
}

/**
 * The page on which a unit's new filing is written: in the unit's folder, with name and text in their boxes where the
 * platform can do that and the address stays short enough. The folder need not exist: saving makes it.
 */
export function newFilingPage(repository: Repository, id: string, text: string): FilePage {
  const path = projectFile(id);
  const [folder, name] = [path.slice(0, path.lastIndexOf('/')), path.slice(path.lastIndexOf('/') + 1)];
  const spelling = SPELLINGS[repository.platform];
  const bare = page(repository, spelling.create, folder);
  if (spelling.nameQuery === undefined) return { url: bare, named: false, filled: false };
  const named = `${bare}?${spelling.nameQuery}=${encodeURIComponent(name)}`;
  const full = `${named}&${spelling.textQuery}=${encodeURIComponent(text)}`;
  if (spelling.textQuery === undefined || text === '' || full.length > LONGEST_URL)
    return { url: named, named: true, filled: false };
  return { url: full, named: true, filled: true };
}

/** The page on which a file of a unit is dropped from the computer; undefined where the platform has none. */
export function uploadPage(repository: Repository, unit: string): string | undefined {
  const { upload } = SPELLINGS[repository.platform];
  return upload === undefined ? undefined : page(repository, upload, `projects/${unit}`);
}

/** The page on which a file of the registry is edited. */
export function editPage(repository: Repository, file: string): string {
  return page(repository, SPELLINGS[repository.platform].edit, file);
}

/** The page that shows a file of the registry. */
export function viewPage(repository: Repository, file: string): string {
  return page(repository, SPELLINGS[repository.platform].view, file);
}

/** The page that lists what was changed in a file of the registry, and when. */
export function historyPage(repository: Repository, file: string): string {
  return page(repository, SPELLINGS[repository.platform].history, file);
}

/** The page that shows what one commit changed. */
export function commitPage({ web, platform }: Repository, commit: string): string {
  return `${web}/${SPELLINGS[platform].commit}/${commit}`;
}

/** The list of changes that are handed in and not merged. */
export function requestsPage({ web, platform }: Repository): string {
  return `${web}/${SPELLINGS[platform].requests}`;
}

/** The whole repository as one .zip. */
export function archivePage({ web, platform, branch }: Repository): string {
  const name = web.slice(web.lastIndexOf('/') + 1);
  return `${web}/${SPELLINGS[platform].archive(encodePath(branch), name)}`;
}

/** A new issue; `template` is a file of .github/ISSUE_TEMPLATE, which GitHub, Gitea and Forgejo read. */
export function issuePage({ web, platform }: Repository, template?: string): string {
  const takesTemplate = platform === 'GitHub' || platform === 'Gitea' || platform === 'Forgejo';
  const query = template !== undefined && takesTemplate ? `?template=${encodeURIComponent(template)}` : '';
  return `${web}/${SPELLINGS[platform].issue}${query}`;
}
