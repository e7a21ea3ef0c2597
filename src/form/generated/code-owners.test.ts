import { expect, it } from 'vitest';
import { codeOwners } from './code-owners.ts';

const UNITS = [
  { code: 'wenhua-lu', name: '郑州市金水区文化路街道办事处', demo: false },
  { code: 'yanshi-jia', name: '演示街道办事处（甲）', demo: true },
];

/** Who is asked for a path: the last line that matches wins. */
function ownerOf(text: string, path: string): string | undefined {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const rules = lines.map((line) => line.split(/ +/));
  return rules.findLast(([pattern = '']) => pattern === '*' || `/${path}`.startsWith(pattern))?.[1];
}

it.each([
  'registry/units.yaml',
  'registry/office.yaml',
  'registry/numbers.yaml',
  'registry/records/wenhua-lu/x.yaml',
  'registry/projects/wenhua-lu/x.md',
  '.github/workflows/gate.yml',
  'src/gate/decide.ts',
  'package.json',
  'README.md',
])('asks the team of the office for %s', (path) => {
  expect(ownerOf(codeOwners({ settings: { reviewTeam: '@jinshui/office' } }, UNITS), path)).toBe(
    '@jinshui/office',
  );
});

it('has a line for every real unit, under its name', () => {
  const text = codeOwners({ settings: {} }, UNITS);
  expect(text).toContain('# 郑州市金水区文化路街道办事处\n/registry/projects/wenhua-lu/');
  expect(text).not.toContain('yanshi-jia');
  expect(text).toContain('is not set yet');
});
