import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { FIXTURES, openFixtures, writeFiles } from '../../tests/support/fixture.ts';
import { comeAndGone, settle, summary, wordsOf } from './golden-difference.ts';
import { fixtureDifferences } from './golden-fixtures.ts';

const UTF8 = new TextEncoder();
const FAULTY = 'record-has-project--misspelt';
const folder = mkdtempSync(join(tmpdir(), 'registry-golden-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const put = (file: string, text: string): void => writeFiles([{ file, bytes: UTF8.encode(text) }], folder);
const differences = () => fixtureDifferences(openFixtures(folder));
const fixtureText = (file: string): string =>
  new TextDecoder().decode(FIXTURES.filesOf(FAULTY).find((source) => source.file === file)?.bytes);

/** A base, and one fixture whose expectation is right. */
beforeEach(() => {
  rmSync(folder, { recursive: true, force: true });
  writeFiles(FIXTURES.base, join(folder, '_base'));
  put(`${FAULTY}/records/shili/guanni.yaml`, fixtureText('records/shili/guanni.yaml'));
  put(`${FAULTY}.expected.json`, readFileSync(FIXTURES.expectationOf(FAULTY), 'utf8'));
});

describe('fixtures over a base', () => {
  it('hold the files of the base, their own, and none that is said to be absent', () => {
    put('sound--a/office.yaml', '甲');
    put('sound--a/units.yaml.absent', '');
    const files = openFixtures(folder).filesOf('sound--a');
    const names = FIXTURES.base.map(({ file }) => file).filter((file) => file !== 'units.yaml');
    expect(files.map(({ file }) => file)).toEqual(names);
    expect(files.find(({ file }) => file === 'office.yaml')?.bytes).toHaveLength(3);
  });
});

describe('expectations', () => {
  it('that are right are left alone', () => {
    expect(differences()).toEqual([]);
    expect(summary([], true)).toBe('期待的结果都与程序一致。');
  });

  it('say in words what came and what went, and are rewritten to the byte', () => {
    const right = readFileSync(join(folder, `${FAULTY}.expected.json`), 'utf8');
    put(`${FAULTY}.expected.json`, right.replace('"line":1', '"line":7'));
    const found = differences();
    expect(found.map(wordsOf)).toEqual([
      `${FAULTY}
  少了：必改 record-has-project，records/shili/guanni.yaml 第 7 行第 1 列「办理记录」
  多了：必改 record-has-project，records/shili/guanni.yaml 第 1 行第 1 列「办理记录」`,
    ]);
    expect(summary(found, true)).toMatch(/^有 1 份与程序不一致/);
    found.forEach(settle);
    expect(readFileSync(join(folder, `${FAULTY}.expected.json`), 'utf8')).toBe(right);
  });

  it('are written for a new fixture', () => {
    rmSync(join(folder, `${FAULTY}.expected.json`));
    expect(differences()[0]?.words[0]).toBe('新样例');
    differences().forEach(settle);
    expect(differences()).toEqual([]);
  });

  it('are not written where the name of the fixture says something else', () => {
    put('sound--b/records/shili/guanni.yaml', fixtureText('records/shili/guanni.yaml'));
    put('art3-definition--c/office.yaml.absent', '');
    const found = differences();
    expect(found.map(({ refused }) => refused)).toEqual([
      '名称说的是 art3-definition，却没有这条提示',
      '名称以 sound 开头，就不应有任何提示',
    ]);
    expect(summary(found, false)).toContain('2 份没有重写');
    found.forEach(settle);
    expect(existsSync(join(folder, 'sound--b.expected.json'))).toBe(false);
  });

  it('go when their fixture is gone, and so does a file that is no different from the base', () => {
    put('sound--gone.expected.json', '[]\n');
    put(`${FAULTY}/units.yaml`, fixtureText('units.yaml'));
    put(`${FAULTY}/nowhere.yaml.absent`, '');
    expect(differences()).toHaveLength(3);
    differences().forEach(settle);
    expect(differences()).toEqual([]);
    expect(openFixtures(folder).names).toEqual([FAULTY]);
  });

  it('count a line as often as it stands', () => {
    expect(comeAndGone(['a', 'a', 'b'], ['a', 'c'])).toEqual(['少了：a', '少了：b', '多了：c']);
    expect(comeAndGone(['a', 'b'], ['b', 'a'])).toEqual([]);
  });

  it('say so when only the order or the writing differs', () => {
    const file = `${FAULTY}.expected.json`;
    put(file, JSON.stringify(JSON.parse(readFileSync(join(folder, file), 'utf8'))));
    expect(differences().map(({ words }) => words)).toEqual([['内容没变，只是次序或写法变了']]);
  });
});
