import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check } from '../check.ts';
import { isEntryId, isSealedName, isUnitCode, MAX_ID } from '../form/entry-id.ts';
import { exampleFile, exampleNeighbours } from '../rules/examples/examples.ts';
import { hasPlace, idIn, idOf, nameProblem, projectFile, recordsFile, sealedFile } from './paths.ts';

const UTF8 = new TextEncoder();
const NEW = exampleFile({ base: '6.1', edit: { 项目名称: '示例街道智慧停车平台' } });

function findingsOf(file: string, text = NEW.text) {
  const files = [...exampleNeighbours(), { file, text }].map((one) => ({
    file: one.file,
    bytes: UTF8.encode(one.text),
  }));
  return check(files, { today: '2026-11-24', only: new Set([file]) });
}

describe('an id', () => {
  it.each(['shili/a', 'jingba-lu/zhi-hui-ting-che-k7q2', 'references/x-2', `a/${'b'.repeat(MAX_ID - 2)}`])(
    '%s can be written',
    (id) => expect(isEntryId(id)).toBe(true),
  );

  it.each([
    'a',
    'a/',
    '-a/b',
    'a/B',
    'a/b.c',
    'a/b_c',
    'a/con',
    'nul/a',
    'a/b/c',
    '某/项',
    `a/${'b'.repeat(MAX_ID - 1)}`,
  ])('%s cannot', (id) => expect(isEntryId(id)).toBe(false));

  it('is what a filing may be called, and no other: nobody is asked for an id that cannot be written', () => {
    const part = fc.string({ unit: fc.constantFrom(...'ab1-_.A 某con'), minLength: 1, maxLength: 48 });
    fc.assert(
      fc.property(part, part, (unit, slug) => {
        const id = `${unit}/${slug}`;
        const named = idOf('project', projectFile(id)) === id && nameProblem(projectFile(id)) === undefined;
        expect(named).toBe(isEntryId(id));
        if (named) expect(nameProblem(recordsFile(id))).toBeUndefined();
      }),
      { seed: 7, numRuns: 2000 },
    );
  });

  it('is found in a path', () => {
    expect(idIn('C:\\ku\\registry\\projects\\shili\\a.md')).toBe('shili/a');
    expect(idIn('registry/projects/shili/a.md')).toBe('shili/a');
    expect(idIn('references/a')).toBe('references/a');
  });

  it('begins with the code of a unit', () => {
    expect(['jingba-lu', 'a', 'references', 'A', 'a_b', 'con'].filter(isUnitCode)).toEqual([
      'jingba-lu',
      'a',
    ]);
  });
});

describe('a sealed attachment', () => {
  it('has a name that leads nowhere else', () => {
    const names = ['fang-an.pdf.age', 'a_b.age', '../a.age', 'a/b.age', 'con.age', 'a.pdf', 'A.age'];
    expect(names.filter(isSealedName)).toEqual(['fang-an.pdf.age', 'a_b.age']);
  });
});

describe('a file name that is to be put right', () => {
  it.each([
    ['projects/shili/zhihui_tingche.v2.md', 'projects/shili/zhihui-tingche-v2.md'],
    ['projects/shili/ZHIHUI tingche.md', 'projects/shili/zhihui-tingche.md'],
    ['records/shili/a_b.yaml', 'records/shili/a-b.yaml'],
    ['references/a.b.md', 'references/a-b.md'],
    ['projects/shi_li/a/Plan (1).pdf.age', 'projects/shi-li/a/plan-1-.pdf.age'],
  ])('%s becomes %s', (file, better) => {
    const problem = nameProblem(file);
    expect(problem).toMatchObject({ rule: 'hostile-name', severity: 'error' });
    expect(problem?.fix).toContain(`改名为「${better}」`);
    expect(nameProblem(better)).toBeUndefined();
  });

  it.each(['projects/shili/某项目.md', 'projects/shili/con.md', `projects/shili/${'a'.repeat(90)}.md`])(
    '%s is left to a person',
    (file) => expect(nameProblem(file)?.fix).toMatch(/^改成项目名称的拼音/),
  );

  it.each(['projects/shili/zhihui_tingche.v2.md', 'projects/shili/某项目.md', 'projects/shili/Tingche.md'])(
    '%s does not hide what else is wrong in the file',
    (file) => {
      const { findings, projects } = findingsOf(
        file,
        NEW.text.replace('联系方式: 随纸质表报送', '联系方式: 张三'),
      );
      expect(findings.map(({ rule }) => rule)).toEqual(
        expect.arrayContaining(['hostile-name', 'field-invalid']),
      );
      expect(projects.some(({ entry }) => entry.file === file)).toBe(true);
    },
  );

  it('is all that is wrong with a filing that is otherwise sound', () => {
    const wrong = findingsOf('projects/shili/zhihui_tingche.v2.md').findings.filter(
      (one) => one.severity === 'error',
    );
    expect(wrong.map(({ rule }) => rule)).toEqual(['hostile-name']);
  });
});

it('a note on a folder is no project', () => {
  expect(['README.md', 'projects/.gitkeep'].every(hasPlace)).toBe(true);
  expect(['projects/shili/README.md', 'references/README.md', 'projects/a.md'].some(hasPlace)).toBe(false);
  expect(findingsOf('projects/shili/README.md').findings.map(({ rule }) => rule)).toEqual(['file-place']);
});

it('a path too long for its id says so', () => {
  expect(nameProblem(projectFile(`shili/${'a'.repeat(82)}`))?.message).toContain(`超过 ${MAX_ID} 个字符`);
  expect(nameProblem(sealedFile('shili/a', `${'a'.repeat(90)}.age`))?.message).toContain('超过 100 个字符');
});
