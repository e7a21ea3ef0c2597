import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readLimited } from './private-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'limited-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('a file of somebody else', () => {
  it.each([0, 1, 65_536, 200_000])('of %i bytes is read whole', (size) => {
    const path = join(folder, `a${size}`);
    writeFileSync(path, Buffer.alloc(size, 7));
    expect(readLimited(path, 200_000)).toEqual(Buffer.alloc(size, 7));
  });

  it('is not read above its limit', () => {
    const path = join(folder, 'b');
    writeFileSync(path, Buffer.alloc(11));
    expect(() => readLimited(path, 10)).toThrow(RangeError);
  });

  it.runIf(process.platform === 'linux')('is not read to its end where it has none', () => {
    expect(() => readLimited('/dev/zero', 1024 * 1024)).toThrow(RangeError);
  });
});
