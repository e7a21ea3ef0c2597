import { folderInRepository, registryRoot } from '../../io/root.ts';

/** Where a registry file and its history can be seen. */
export interface SourceLinks {
  /** Path in the repository, `registry/projects/…` where the folder is called that. */
  readonly path: string;
  readonly file: string | undefined;
  readonly history: string | undefined;
}

/** The repository's address: set by the deployment, or what GitHub tells its own builds. */
function repository(env: NodeJS.ProcessEnv): string | undefined {
  const { REPOSITORY_URL, GITHUB_SERVER_URL, GITHUB_REPOSITORY } = env;
  const given =
    REPOSITORY_URL ??
    (GITHUB_REPOSITORY && `${GITHUB_SERVER_URL ?? 'https://github.com'}/${GITHUB_REPOSITORY}`);
  return given?.replace(/\/+$/, '');
}

/** Links to a file of the registry and to its history; without a known repository only the path. */
export function sourceLinks(file: string, env: NodeJS.ProcessEnv = process.env): SourceLinks {
  const path = [folderInRepository(registryRoot(env)), file].filter((part) => part !== '').join('/');
  const base = repository(env);
  const branch = env.REPOSITORY_BRANCH ?? 'main';
  const link = (view: string): string | undefined => base && `${base}/${view}/${branch}/${encodeURI(path)}`;
  return { path, file: link('blob'), history: link('commits') };
}

/** The form with which to ask for the reuse of something; undefined without a known repository. */
export function reuseForm(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const base = repository(env);
  return base && `${base}/issues/new?template=reuse-request.yml`;
}
