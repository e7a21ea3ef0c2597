import { describe, expect, it } from 'vitest';
import { sealAttachment, unsealAttachment } from './attachment.ts';
import { generateKeys } from './keys.ts';
import { seal } from './seal.ts';

const { publicKey, privateKey } = await generateKeys();
const PLAN = new TextEncoder().encode('方案\n第二行\n');

describe('a sealed attachment', () => {
  it('opens for its own project, and for the ids that the project had before', async () => {
    const sealed = await sealAttachment('shili/a-2222', PLAN, [publicKey]);
    const opened = { ok: true, bytes: PLAN, unbound: false };
    expect(await unsealAttachment(sealed, ['shili/a-2222'], [privateKey])).toEqual(opened);
    expect(await unsealAttachment(sealed, ['linjie/b-2222', 'shili/a-2222'], [privateKey])).toEqual(opened);
  });

  it('is not opened for a project into whose folder it was copied', async () => {
    const sealed = await sealAttachment('shili/a-2222', PLAN, [publicKey]);
    const opened = await unsealAttachment(sealed, ['linjie/b-2222'], [privateKey]);
    expect(opened).toEqual({ ok: false, why: expect.stringContaining('为「shili/a-2222」封存的') });
  });

  it('that names no project is opened, and that is told', async () => {
    const opened = await unsealAttachment(await seal(PLAN, [publicKey]), ['shili/a-2222'], [privateKey]);
    expect(opened).toEqual({ ok: true, bytes: PLAN, unbound: true });
  });

  it.each(['登记库附件/1 {"项目":', '登记库附件/1 {"项目":"../x"}\n甲', '登记库附件/1 []\n'])(
    'with a damaged first line stays shut: %j',
    async (text) => {
      const opened = await unsealAttachment(await seal(text, [publicKey]), ['shili/a-2222'], [privateKey]);
      expect(opened.ok).toBe(false);
    },
  );
});
