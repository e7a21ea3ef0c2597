import { describe, expect, it } from 'vitest';
import { type Platform, repositoryAt, repositoryWeb } from './repository.ts';
import {
  archivePage,
  editPage,
  historyPage,
  issuePage,
  newFilingPage,
  requestsPage,
  uploadPage,
  viewPage,
} from './repository-pages.ts';

const ID = 'jingba-lu/zhi-hui-yang-lao-k7q2';
const at = (address: string, platform?: Platform) => {
  const found = repositoryAt({ address, platform });
  if (!found) throw new Error(`no repository at ${address}`);
  return found;
};

describe('the repository of an address', () => {
  it.each([
    ['https://github.com/shuzhi/registry', 'GitHub'],
    ['https://github.com/shuzhi/registry.git', 'GitHub'],
    ['https://gitee.com/shuzhi/registry/', 'Gitee'],
    ['https://gitlab.jinshui.example/dsj/shuzhi/registry', 'GitLab'],
    ['http://10.1.2.3:3000/shuzhi/registry', 'Gitea'],
    ['https://codeberg.org/shuzhi/registry', 'Forgejo'],
  ])('%s is kept by %s', (address, platform) => {
    expect(at(address).platform).toBe(platform);
    expect(at(address).web).not.toMatch(/\/$|\.git$/);
  });

  it('is what the office says it is, where its host does not tell', () => {
    expect(at('https://code.jinshui.example/shuzhi/registry', 'GitLab').platform).toBe('GitLab');
  });

  it.each([
    'github.com/shuzhi/registry',
    'https://github.com/',
    'https://github.com/shuzhi',
    'https://user:secret@github.com/shuzhi/registry',
    'https://github.com/shuzhi/registry?tab=readme',
    'https://github.com/shuzhi/registry#top',
    'javascript:alert(1)//a/b',
    'file:///etc/passwd/a',
    'https://github.com/shuzhi/"onclick=x',
    'https://github.com/数智/登记库',
  ])('%s is none', (address) => {
    expect(repositoryWeb(address)).toBeUndefined();
    expect(repositoryAt({ address })).toBeUndefined();
  });
});

describe('the page of a new filing', () => {
  it('is filled with name and text on GitHub', () => {
    expect(newFilingPage(at('https://github.com/a/b'), ID, '---\n项目名称: 某平台\n')).toEqual({
      url: 'https://github.com/a/b/new/main/registry/projects/jingba-lu?filename=zhi-hui-yang-lao-k7q2.md&value=---%0A%E9%A1%B9%E7%9B%AE%E5%90%8D%E7%A7%B0%3A%20%E6%9F%90%E5%B9%B3%E5%8F%B0%0A',
      named: true,
      filled: true,
    });
  });

  it('is filled likewise on Gitea', () => {
    const { url, filled } = newFilingPage(at('https://git.jinshui.example/a/b'), ID, 'x');
    expect(url).toBe(
      'https://git.jinshui.example/a/b/_new/main/registry/projects/jingba-lu?filename=zhi-hui-yang-lao-k7q2.md&value=x',
    );
    expect(filled).toBe(true);
  });

  it('does not claim to be filled where it cannot be', () => {
    const long = newFilingPage(at('https://github.com/a/b'), ID, '长'.repeat(3_000));
    expect(long).toMatchObject({ named: true, filled: false });
    expect(long.url.length).toBeLessThan(200);
    expect(newFilingPage(at('https://gitlab.com/a/b'), ID, 'x')).toMatchObject({
      named: true,
      filled: false,
    });
    expect(newFilingPage(at('https://gitee.com/a/b'), ID, 'x')).toEqual({
      url: 'https://gitee.com/a/b/new/main/registry/projects/jingba-lu',
      named: false,
      filled: false,
    });
  });

  it('lies at the top where the repository is nothing but the registry', () => {
    const repository = repositoryAt({ address: 'https://github.com/a/b', branch: '主干', folder: '' });
    expect(repository && newFilingPage(repository, ID, '').url).toBe(
      'https://github.com/a/b/new/%E4%B8%BB%E5%B9%B2/projects/jingba-lu?filename=zhi-hui-yang-lao-k7q2.md',
    );
  });
});

describe('the other pages', () => {
  it('are spelt as each platform spells them', () => {
    const hub = at('https://github.com/a/b');
    const tea = at('https://git.jinshui.example/a/b');
    const lab = at('https://gitlab.com/g/a/b');
    expect(uploadPage(hub, 'jingba-lu')).toBe(
      'https://github.com/a/b/upload/main/registry/projects/jingba-lu',
    );
    expect(uploadPage(tea, 'jingba-lu')).toBe(
      'https://git.jinshui.example/a/b/_upload/main/registry/projects/jingba-lu',
    );
    expect(uploadPage(lab, 'jingba-lu')).toBeUndefined();
    expect(editPage(hub, `projects/${ID}.md`)).toBe(
      `https://github.com/a/b/edit/main/registry/projects/${ID}.md`,
    );
    expect(viewPage(tea, 'units.yaml')).toBe(
      'https://git.jinshui.example/a/b/src/branch/main/registry/units.yaml',
    );
    expect(historyPage(lab, 'units.yaml')).toBe(
      'https://gitlab.com/g/a/b/-/commits/main/registry/units.yaml',
    );
    expect(requestsPage(lab)).toBe('https://gitlab.com/g/a/b/-/merge_requests');
    expect(archivePage(hub)).toBe('https://github.com/a/b/archive/refs/heads/main.zip');
    expect(archivePage(lab)).toBe('https://gitlab.com/g/a/b/-/archive/main/b-main.zip');
    expect(issuePage(hub, 'reuse-request.yml')).toBe(
      'https://github.com/a/b/issues/new?template=reuse-request.yml',
    );
    expect(issuePage(lab, 'reuse-request.yml')).toBe('https://gitlab.com/g/a/b/-/issues/new');
  });
});
