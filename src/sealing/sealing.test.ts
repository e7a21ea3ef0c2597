import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { armoredBytes, isAgeFile, isSealedBlock } from '../form/age-file.ts';
import { unseenClass } from '../text/unseen.ts';
import { sealContact, unsealContact } from './contact.ts';
import { SEALED_FIELDS } from './contact-text.ts';
import { generateKeys, publicKeyOf, readPrivateKeys } from './keys.ts';
import { DEMO_RECIPIENT, isRecipient } from './recipient.ts';
import { seal, sealToBlock, unseal } from './seal.ts';

const old = await generateKeys();
const current = await generateKeys();
const ID = 'shili/guanai-k7q2';
const VALUES = { 项目负责人: '演示人员', 联系电话: '0371-00000000' };
const text = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

describe('keys', () => {
  it('are made anew each time, and the public half is one that check accepts', () => {
    expect(old.privateKey).not.toBe(current.privateKey);
    for (const { publicKey } of [old, current]) expect(isRecipient(publicKey)).toBe(true);
  });

  it('are read from a file with remarks, several of them, and not from a damaged one', async () => {
    const file = `# 私钥\r\n${current.privateKey}\r\n\n${old.privateKey}\n`;
    expect(await readPrivateKeys(file)).toEqual([current.privateKey, old.privateKey]);
    expect(await readPrivateKeys('# nothing\n')).toBeUndefined();
    expect(await readPrivateKeys(`${file}x`)).toBeUndefined();
    const last = current.privateKey.at(-1) === 'Q' ? 'P' : 'Q';
    expect(await readPrivateKeys(current.privateKey.slice(0, -1) + last)).toBeUndefined();
    expect(await publicKeyOf('AGE-SECRET-KEY-1')).toBeUndefined();
  });
});

describe('sealing', () => {
  it('gives back any text at all, as file and as block', async () => {
    const anyText = fc.string({ unit: 'grapheme', maxLength: 2_000 });
    await fc.assert(
      fc.asyncProperty(anyText, async (content) => {
        const file = await unseal(await seal(content, [current.publicKey]), [current.privateKey]);
        const block = await sealToBlock(content, [current.publicKey]);
        const opened = await unseal(block, [current.privateKey]);
        expect(isSealedBlock(block)).toBe(true);
        expect(file.ok && text(file.bytes)).toBe(content);
        expect(opened.ok && text(opened.bytes)).toBe(content);
      }),
      { numRuns: 60 },
    );
  });

  it('gives back any bytes, an empty file among them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 70_000 }), async (content) => {
        const opened = await unseal(await seal(content, [current.publicKey]), [current.privateKey]);
        expect(opened.ok && Buffer.from(opened.bytes).equals(Buffer.from(content))).toBe(true);
      }),
      { numRuns: 15 },
    );
  });

  it('keeps what an earlier key sealed readable by that key after a new one is in use', async () => {
    const before = await sealContact(ID, VALUES, [old.publicKey]);
    const after = await sealContact(ID, VALUES, [current.publicKey]);
    const both = [current.privateKey, old.privateKey];
    for (const block of [before, after]) {
      expect(await unsealContact(block, ID, both)).toEqual({ ok: true, values: VALUES });
    }
    expect(await unseal(before, [current.privateKey])).toEqual({ ok: false, why: 'wrongKey' });
    expect(await unseal(after, [old.privateKey])).toEqual({ ok: false, why: 'wrongKey' });
  });

  it('to several keys opens with each of them', async () => {
    const sealed = await seal('甲', [current.publicKey, old.publicKey]);
    for (const key of [current, old]) expect((await unseal(sealed, [key.privateKey])).ok).toBe(true);
  });

  it('refuses to seal to nobody, and to what is no key', async () => {
    await expect(seal('甲', [])).rejects.toThrow();
    await expect(seal('甲', ['age1nobody'])).rejects.toThrow();
  });

  it('does not open when any one byte is changed', async () => {
    const sealed = await seal('甲乙丙', [current.publicKey]);
    for (let at = 0; at < sealed.length; at++) {
      const damaged = Uint8Array.from(sealed, (byte, index) => (index === at ? byte ^ 1 : byte));
      expect((await unseal(damaged, [current.privateKey])).ok, `byte ${at}`).toBe(false);
    }
  });

  it.each([
    ['no block', '随纸质表报送'],
    ['plain words in Base64', block(Buffer.from(`age-encryption.org/v1\n${'张三 '.repeat(40)}`))],
    ['a block cut short', 'CUT'],
  ])('says that %s is not sealed', async (_, given) => {
    const whole = await sealToBlock('甲', [current.publicKey]);
    const sealed = given === 'CUT' ? whole.replace(/\n[^\n]+\n[^\n]+$/, '\n-----END AGE ENCRYPTED') : given;
    expect(isSealedBlock(sealed)).toBe(false);
    expect(await unseal(sealed, [current.privateKey])).toEqual({ ok: false, why: 'notSealed' });
  });
});

function block(bytes: Uint8Array): string {
  const lines =
    Buffer.from(bytes)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return ['-----BEGIN AGE ENCRYPTED FILE-----', ...lines, '-----END AGE ENCRYPTED FILE-----'].join('\n');
}

const UNSEEN_CHARACTERS = new RegExp(
  `[\\t\\n\\r${unseenClass('control', 'bidi', 'invisible', 'encoding')}]`,
  'gu',
);

describe('the contact block', () => {
  it('opens for its own entry and for no other', async () => {
    const sealed = await sealContact(ID, VALUES, [current.publicKey]);
    expect(await unsealContact(sealed, ID, [current.privateKey])).toEqual({ ok: true, values: VALUES });
    const other = await unsealContact(sealed, 'shili/other-2222', [current.privateKey]);
    expect(other.ok).toBe(false);
    expect(JSON.stringify(other)).toContain(ID);
    expect(JSON.stringify(other)).not.toContain('演示人员');
  });

  it('holds any values that the form takes', async () => {
    const value = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
      .map((one) => one.replace(UNSEEN_CHARACTERS, '').trim())
      .filter((one) => one !== '' && one.length <= 50);
    const labels = fc.subarray(
      SEALED_FIELDS.map(({ label }) => label),
      { minLength: 1 },
    );
    const values = labels.chain((some) =>
      fc
        .tuple(...some.map(() => value))
        .map((all) => Object.fromEntries(some.map((one, at) => [one, all[at] ?? '']))),
    );
    await fc.assert(
      fc.asyncProperty(values, async (given) => {
        const sealed = await sealContact(ID, given, [current.publicKey]);
        expect(await unsealContact(sealed, ID, [current.privateKey])).toEqual({ ok: true, values: given });
      }),
      { numRuns: 40 },
    );
  });

  it('does not tell by its length how long a name is', async () => {
    const short = await sealContact(ID, { 项目负责人: '甲' }, [current.publicKey]);
    const long = await sealContact(ID, { 项目负责人: '欧阳演示人员', 邮箱: 'x'.repeat(60) }, [
      current.publicKey,
    ]);
    expect(short.length).toBe(long.length);
  });

  it('that holds something else is refused in words', async () => {
    for (const content of [
      '',
      '甲',
      '{}',
      '{"格式":"联系方式/1","项目":"shili/guanai-k7q2","内容":{"密码":"1"}}',
    ]) {
      const sealed = await sealToBlock(content, [current.publicKey]);
      const read = await unsealContact(sealed, ID, [current.privateKey]);
      expect(read.ok).toBe(false);
      expect(JSON.stringify(read)).toMatch(/\p{Script=Han}{6}/u);
    }
  });
});

describe('the demonstration key', () => {
  it('is the one whose private half lies open in tests/keys', async () => {
    const { readFileSync } = await import('node:fs');
    const [key = ''] = (await readPrivateKeys(readFileSync('tests/keys/demo-key.txt', 'utf8'))) ?? [];
    expect(await publicKeyOf(key)).toBe(DEMO_RECIPIENT);
  });
});

describe('an age file', () => {
  it('is told from a text and from a file under a password', async () => {
    const sealed = await seal('甲', [current.publicKey]);
    expect(isAgeFile(sealed)).toBe(true);
    expect(isAgeFile(sealed.subarray(0, -20))).toBe(false);
    expect(isAgeFile(new TextEncoder().encode('%PDF-1.7'))).toBe(false);
    const { Encrypter } = await import('age-encryption');
    const locked = new Encrypter();
    locked.setScryptWorkFactor(2);
    locked.setPassphrase('demo');
    expect(isAgeFile(await locked.encrypt('甲'))).toBe(false);
    expect(armoredBytes('-----BEGIN AGE ENCRYPTED FILE-----')).toBeUndefined();
  });
});
