import { describe, expect, it } from 'vitest';
import type { Settings } from '../../registry/settings.ts';
import { repositoryOf, sourceLinks } from '../build/source.ts';
import { pageNumbers, pagePath, paginate } from './paging.ts';

describe('pages of a list', () => {
  it('hold all items once, in order', () => {
    const pages = paginate([1, 2, 3, 4, 5], 2);
    expect(pages.flatMap(({ items }) => items)).toEqual([1, 2, 3, 4, 5]);
    expect(pages.map(({ page, pages: all, total }) => [page, all, total])).toEqual([
      [1, 3, 5],
      [2, 3, 5],
      [3, 3, 5],
    ]);
  });

  it('are one empty page for an empty list', () => {
    expect(paginate([])).toEqual([{ items: [], page: 1, pages: 1, total: 0, whole: [] }]);
  });

  it('have the list itself as their first address', () => {
    expect(pagePath('/projects/', 1)).toBe('/projects/');
    expect(pagePath('/projects/', 3)).toBe('/projects/page/3/');
  });

  it.each([
    [1, 1, [1]],
    [1, 2, [1, 2]],
    [5, 9, [1, 0, 4, 5, 6, 0, 9]],
    [2, 4, [1, 2, 3, 4]],
  ])('on page %i of %i link to %j', (page, pages, numbers) => {
    expect(pageNumbers(page, pages)).toEqual(numbers);
  });
});

describe('links to a registry file', () => {
  it('need a known repository', () => {
    expect(sourceLinks('projects/jia/a.md', undefined, {})).toEqual({
      path: 'registry/projects/jia/a.md',
      file: undefined,
      history: undefined,
    });
  });

  it('name the folder that the site shows', () => {
    const at = (REGISTRY_ROOT: string) => sourceLinks('references/a.md', undefined, { REGISTRY_ROOT }).path;
    expect(at('tests/fixtures')).toBe('tests/fixtures/references/a.md');
    expect(at('.')).toBe('references/a.md');
  });

  it('follow the repository that is set, or the one that builds', () => {
    const links = (settings: Settings, env: NodeJS.ProcessEnv) =>
      sourceLinks('references/a.md', repositoryOf(settings, env), {});
    const deployed = { REPOSITORY_URL: 'https://git.example.cn/qu/ku/', GITHUB_REPOSITORY: 'qu/other' };
    expect(links({}, deployed).file).toBe(
      'https://git.example.cn/qu/ku/src/branch/main/registry/references/a.md',
    );
    expect(links({}, { GITHUB_REPOSITORY: 'qu/ku' }).history).toBe(
      'https://github.com/qu/ku/commits/main/registry/references/a.md',
    );
    const set = { repository: 'https://code.example.cn/qu/ku', platform: 'GitLab' } as const;
    expect(links(set, { GITHUB_REPOSITORY: 'qu/mirror' }).file).toBe(
      'https://code.example.cn/qu/ku/-/blob/main/registry/references/a.md',
    );
  });
});
