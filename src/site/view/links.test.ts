import { describe, expect, it } from 'vitest';
import { cleanBase, withBase } from './links.ts';

describe('site addresses', () => {
  it.each([
    ['', '/'],
    ['/', '/'],
    ['registry', '/registry/'],
    ['/registry', '/registry/'],
    ['/a/b/', '/a/b/'],
  ])('take the base path %j as %j', (given, base) => {
    expect(cleanBase(given)).toBe(base);
  });

  it('stand below the base path', () => {
    expect(withBase('/registry', '/projects/?q=停车#list')).toBe('/registry/projects/?q=停车#list');
    expect(withBase('/', '/projects/')).toBe('/projects/');
    expect(withBase('/registry', '/')).toBe('/registry/');
  });

  it('leave anchors and other sites alone', () => {
    expect(withBase('/registry', '#main')).toBe('#main');
    expect(withBase('/registry', 'https://www.example.cn/')).toBe('https://www.example.cn/');
    expect(withBase('/registry', '//example.cn/')).toBe('//example.cn/');
  });
});
