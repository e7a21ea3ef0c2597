import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { preparedEntry } from '../scripts/prepared/current.ts';
import { putTogether } from '../scripts/prepared/put-together.ts';

const ROOT = process.cwd();
let root = '';

const file = (name: string): string => join(root, name);
const run = (entry: string | undefined, ...args: readonly string[]) =>
  spawnSync(process.execPath, [entry ?? '', ...args], { encoding: 'utf8' });

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'prepared-'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('a program put together from its sources', () => {
  beforeAll(async () => {
    mkdirSync(file('src'));
    writeFileSync(file('src/word.ts'), "export const WORD: string = '一';\n");
    writeFileSync(file('src/later.ts'), 'export const HERE: string = import.meta.dirname;\n');
    writeFileSync(
      file('main.ts'),
      "import { WORD } from './src/word.ts';\nconst { HERE } = await import('./src/later.ts');\nconsole.log(WORD, HERE);\n",
    );
    await putTogether(root, 'main.ts');
  });

  it('says what its sources say, and knows where they lie', () => {
    expect(run(preparedEntry(root)).stdout).toBe(`一 ${file('src')}\n`);
  });

  it('is still theirs when they were only copied or touched', () => {
    utimesSync(file('src/word.ts'), new Date(), new Date());
    expect(preparedEntry(root)).toBeDefined();
  });

  it.each([
    ['of another length', "export const WORD: string = '二二';\n"],
    ['as long as it was', "export const WORD: string = '二';\n"],
  ])('is not taken once a source is another, %s, and is put together anew', async (_, text) => {
    const before = readFileSync(file('src/word.ts'));
    writeFileSync(file('src/word.ts'), text);
    expect(preparedEntry(root)).toBeUndefined();
    await putTogether(root, 'main.ts');
    expect(run(preparedEntry(root)).stdout).toContain('二');
    writeFileSync(file('src/word.ts'), before);
    expect(preparedEntry(root)).toBeUndefined();
    await putTogether(root, 'main.ts');
  });

  it('is not taken when a source is gone, when it is of another Node or cannot be read', () => {
    const manifest = join(preparedEntry(root) ?? '', '../../manifest.json');
    const written = readFileSync(manifest, 'utf8');
    for (const damaged of [
      written.replace(process.version, 'v1.0.0'),
      written.replace('src/word.ts', 'src/gone.ts'),
      written.slice(0, 100),
      '{}',
    ]) {
      writeFileSync(manifest, damaged);
      expect(preparedEntry(root)).toBeUndefined();
    }
    writeFileSync(manifest, written);
    expect(preparedEntry(root)).toBeDefined();
  });
});

it('the command line put together says what its sources say', async () => {
  const folder = file('program');
  mkdirSync(folder);
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction');
  await putTogether(ROOT, 'scripts/cli.ts', folder);
  const entry = preparedEntry(ROOT, folder);
  for (const args of [
    ['check', '--root', 'tests/fixtures/_base', '--today', '2026-03-05', '--format', 'json'],
    ['route', '--lead', '街道办事处', '--stage', '新建', '--fiscal', '是'],
    ['gate'],
  ]) {
    const [put, sources] = [run(entry, ...args), run('scripts/cli.ts', ...args)];
    expect([put.status, put.stdout, put.stderr]).toEqual([sources.status, sources.stdout, sources.stderr]);
  }
});
