import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as XLSX from '@e965/xlsx';
import { afterAll, expect, it } from 'vitest';
import { readRegistryFiles } from '../src/io/registry-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'return-'));
const root = join(folder, 'registry');
cpSync('registry', root, { recursive: true });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const registry = (...args: readonly string[]) =>
  spawnSync(process.execPath, ['scripts/registry.ts', ...args, '--root', root], { encoding: 'utf8' });
const registryIds = (): readonly string[] =>
  [...texts().keys()].flatMap((file) => /^records\/(.+)\.yaml$/.exec(file)?.[1] ?? []);
const texts = (): ReadonlyMap<string, string> =>
  new Map(readRegistryFiles(root).map(({ file, bytes }) => [file, new TextDecoder().decode(bytes)]));

it('an export that an office changed changes exactly those cells of the registry, and is shown first', () => {
  const file = join(folder, '台账.xlsx');
  const [id] = registryIds();
  // It waits to be received: its money is still the unit's to say.
  rmSync(join(root, 'records', `${id}.yaml`));
  registry('export', '--out', file, '--today', '2026-11-27');
  const book = XLSX.read(readFileSync(file));
  const sheet = book.Sheets.台账 ?? {};
  const rows = XLSX.utils.sheet_to_json<Record<string, unknown>>(sheet, { defval: '' });
  const open = rows.find((row) => row.登记库编号 === id);
  if (!open) throw new Error('every project is in the ledger');
  open.项目名称 = `${open.项目名称}（改）`;
  open['资金预算（万元）'] = 77.5;
  const again = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(again, XLSX.utils.json_to_sheet(rows), '台账');
  writeFileSync(file, XLSX.write(again, { type: 'buffer', bookType: 'xlsx' }) as Uint8Array);
  const before = texts();
  expect(registry('import', file, '--preview').stdout).toContain('试运行，没有写文件：');
  expect(texts()).toEqual(before);
  const { stdout, status } = registry('import', file, '--as', '备案');
  expect([status, stdout]).toEqual([0, expect.stringContaining('改了 1 个（2 格），其余没有变')]);
  expect(stdout).toContain('+ 77.5');
  const after = texts();
  const path = `projects/${open.登记库编号}.md`;
  expect([...after.keys()]).toEqual([...before.keys()]);
  expect([...after.keys()].filter((name) => after.get(name) !== before.get(name))).toEqual([path]);
  const old = new Set(before.get(path)?.split('\n'));
  expect(
    after
      .get(path)
      ?.split('\n')
      .filter((line) => !old.has(line)),
  ).toEqual([`项目名称: ${open.项目名称}`, '资金预算: 77.5']);
}, 60_000);
