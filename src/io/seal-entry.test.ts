import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { check } from '../check.ts';
import { MAX_ID } from '../form/entry-id.ts';
import { OFFICE_FILE, projectFile, UNITS_FILE } from '../registry/paths.ts';
import { exampleFile } from '../rules/examples/examples.ts';
import { DEMO_RECIPIENT } from '../sealing/recipient.ts';
import { openEntry } from './entry-file.ts';
import { readRegistryFiles } from './registry-files.ts';
import { sealAttachmentInto } from './seal-entry.ts';
import { slugFor } from './slug.ts';

const root = mkdtempSync(join(tmpdir(), 'registry-seal-'));
const source = join(root, '..', 'registry-seal-plan.pdf');
const NAME = '智慧社区独居老人关爱服务平台建设项目实施方案';

const put = (file: string, text: string): void => {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
};

put(
  OFFICE_FILE,
  readFileSync('registry/office.yaml', 'utf8').replace(/封存公钥: .*/, `封存公钥: ${DEMO_RECIPIENT}`),
);
put(UNITS_FILE, 'shili:\n  名称: 示例街道办事处\n  类型: 街道办事处\n  演示: true\n');
writeFileSync(source, '方案');
afterAll(() => {
  rmSync(root, { recursive: true });
  rmSync(source);
});

function errorsAfter(id: string) {
  const only = new Set([projectFile(id)]);
  const files = readRegistryFiles(root).filter(({ file }) => file.includes(id) || !file.includes('/'));
  const { findings } = check(files, { today: '2026-11-24', similarity: { compare: '不查' } });
  return findings.filter(
    ({ rule, file }) => only.has(file) || file.endsWith('.age') || rule === 'hostile-name',
  );
}

async function seal(id: string, name: string) {
  put(projectFile(id), exampleFile({ base: '6.2财政', edit: { 演示: 'true' } }).text);
  const entry = openEntry(root, id);
  if (!entry.ok) throw new Error(entry.why);
  return sealAttachmentInto(entry.value, { source, name, date: '2026-02-20' });
}

describe('an attachment is sealed under a path that check takes', () => {
  it.each(['shili/a-k7q2', `shili/${slugFor(NAME, 'k7q2')}`])('beside %s', async (id) => {
    const sealed = await seal(id, NAME);
    expect(sealed.ok).toBe(true);
    expect(errorsAfter(id).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('or it says so before anything is written', async () => {
    const id = `shili/${'a'.repeat(MAX_ID - 6)}`;
    expect(await seal(id, NAME)).toMatchObject({ ok: false, why: expect.stringContaining('文件名') });
    expect(await seal('shili/b', 'con')).toMatchObject({
      ok: false,
      why: expect.stringContaining('「con」'),
    });
    expect(readRegistryFiles(root).some(({ file }) => file.endsWith('con.pdf.age'))).toBe(false);
  });
});

describe('an entry is opened', () => {
  it('by exactly the names that check takes', () => {
    put('projects/shili/zhihui_tingche.v2.md', exampleFile({ base: '6.1', edit: {} }).text);
    const opened = openEntry(root, join(root, 'projects/shili/zhihui_tingche.v2.md'));
    expect(opened).toMatchObject({ ok: false, why: expect.stringContaining('zhihui-tingche-v2.md') });
  });
});
