import { folderInRepository, registryRoot } from '../../io/root.ts';
import { type Repository, repositoryAt } from '../../registry/repository.ts';
import { historyPage, issuePage, viewPage } from '../../registry/repository-pages.ts';
import type { Settings } from '../../registry/settings.ts';

/** Where a registry file and its history can be seen. */
export interface SourceLinks {
  /** Path in the repository, `registry/projects/…` where the folder is called that. */
  readonly path: string;
  readonly file: string | undefined;
  readonly history: string | undefined;
}

/**
 * The repository that the pages link to: set by the deployment, or by the office, or what GitHub tells its own builds.
 * Undefined while nobody says where it lies.
 */
export function repositoryOf(
  { repository, platform }: Pick<Settings, 'repository' | 'platform'>,
  env: NodeJS.ProcessEnv = process.env,
): Repository | undefined {
  const { REPOSITORY_URL, REPOSITORY_BRANCH: branch, GITHUB_SERVER_URL, GITHUB_REPOSITORY } = env;
  const folder = folderInRepository(registryRoot(env));
  if (REPOSITORY_URL || repository)
    return repositoryAt({ address: REPOSITORY_URL || repository, platform, branch, folder });
  if (!GITHUB_REPOSITORY) return undefined;
  const address = `${GITHUB_SERVER_URL ?? 'https://github.com'}/${GITHUB_REPOSITORY}`;
  return repositoryAt({ address, platform: platform ?? 'GitHub', branch, folder });
}

/** Links to a file of the registry and to its history; without a known repository only the path. */
export function sourceLinks(
  file: string,
  repository: Repository | undefined,
  env: NodeJS.ProcessEnv = process.env,
): SourceLinks {
  const path = [folderInRepository(registryRoot(env)), file].filter((part) => part !== '').join('/');
  return {
    path,
    file: repository && viewPage(repository, file),
    history: repository && historyPage(repository, file),
  };
}

/** The form with which to ask for the reuse of something; undefined without a known repository. */
export function reuseForm(repository: Repository | undefined): string | undefined {
  return repository && issuePage(repository, 'reuse-request.yml');
}
