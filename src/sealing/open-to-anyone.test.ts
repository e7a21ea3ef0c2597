import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { generateKeys } from './keys.ts';
import { opensToAnyone } from './open-to-anyone.ts';
import { DEMO_RECIPIENT } from './recipient.ts';
import { seal, sealToBlock } from './seal.ts';

const own = await generateKeys();

describe('opensToAnyone', () => {
  it('knows what is sealed to the demonstration key, alone or among others', async () => {
    expect(opensToAnyone(await sealToBlock('甲', [DEMO_RECIPIENT]))).toBe(true);
    expect(opensToAnyone(await seal('甲', [own.publicKey, DEMO_RECIPIENT]))).toBe(true);
  });

  it('says nothing of what only the office opens, and of what is not sealed', async () => {
    expect(opensToAnyone(await sealToBlock('甲', [own.publicKey]))).toBe(false);
    expect(opensToAnyone('随纸质表报送')).toBe(false);
    const damaged = await seal('甲', [DEMO_RECIPIENT]);
    expect(opensToAnyone(damaged.subarray(0, 60))).toBe(false);
  });

  it('tries the very key that lies open', () => {
    const written = readFileSync('src/sealing/open-to-anyone.ts', 'utf8');
    const [key = 'none'] =
      readFileSync('tests/keys/demo-key.txt', 'utf8').match(/^AGE-SECRET-KEY-\w+$/m) ?? [];
    expect(written).toContain(key);
  });
});
