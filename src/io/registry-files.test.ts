import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MAX_BYTES } from '../text/decode.ts';
import { readRegistryFiles } from './registry-files.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'files-'));
  mkdirSync(join(root, 'projects/jia'), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));
const put = (file: string, content: string | Uint8Array): void => writeFileSync(join(root, file), content);
const named = (file: string) => readRegistryFiles(root).find((one) => one.file === file);

describe('readRegistryFiles', () => {
  it('lists files by path, without hidden ones, and follows no link', () => {
    put('units.yaml', 'a: b');
    put('.registry-lock', 'x');
    put('projects/jia/a.md', 'text');
    symlinkSync('/etc/hostname', join(root, 'projects/jia/link.md'));
    expect(readRegistryFiles(root).map(({ file, mode }) => [file, mode])).toEqual([
      ['projects/jia/a.md', undefined],
      ['projects/jia/link.md', '120000'],
      ['units.yaml', undefined],
    ]);
  });

  it('reads what is larger than any filing only when it is looked at, as it is then', () => {
    put('projects/jia/a.age', new Uint8Array(MAX_BYTES + 1));
    const found = named('projects/jia/a.age');
    expect(found).toMatchObject({ length: MAX_BYTES + 1 });
    put('projects/jia/a.age', new Uint8Array(MAX_BYTES + 1).fill(7));
    expect(found?.bytes[0]).toBe(7);
    expect(found?.bytes.length).toBe(MAX_BYTES + 1);
  });

  it('refuses in words what is no registry, before it is all in memory', () => {
    for (const name of ['a.md', 'b.md', 'c.md']) put(name, 'x'.repeat(100));
    expect(() => readRegistryFiles(root, { files: 2, bytes: 1_000 })).toThrow(/文件太多.*没有核对/);
    expect(() => readRegistryFiles(root, { files: 10, bytes: 250 })).toThrow(/文字太多.*没有核对/);
    expect(readRegistryFiles(root, { files: 10, bytes: 300 })).toHaveLength(3);
  });

  it('takes no notice of rights where every file has them', () => {
    for (const name of ['a.md', 'b.md']) {
      put(name, 'x');
      chmodSync(join(root, name), 0o755);
    }
    expect(readRegistryFiles(root).map(({ mode }) => mode)).toEqual([undefined, undefined]);
    chmodSync(join(root, 'a.md'), 0o644);
    expect(readRegistryFiles(root).map(({ mode }) => mode)).toEqual([undefined, '100755']);
  });
});
