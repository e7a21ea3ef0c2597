import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { accountsOn } from '../../src/accounts/account.ts';
import { applyCells } from '../../src/filing/apply-cells.ts';
import { changeFiles, type FileChange } from '../../src/io/change-files.ts';
import { say } from '../../src/io/say.ts';
import type { Understood } from '../../src/ledger/reading.ts';
import { compareReturned, type ReturnedCell } from '../../src/open-data/returned.ts';
import { projectFile } from '../../src/registry/paths.ts';
import { type ReturnedReport, returnedJson, returnedText } from '../../src/report/returned.ts';
import { EXIT } from './exit.ts';
import { openRegistry } from './registry-input.ts';

/**
 * An export of this registry that comes back: only what somebody changed in it changes, and nothing is made anew. False
 * for any other ledger, also for the export of another registry.
 */
export function takeBack(
  understood: Understood,
  root: string,
  dryRun: boolean,
  format: 'pretty' | 'json',
): boolean {
  if (understood.exported.length === 0) return false;
  const registry = openRegistry(root, undefined);
  const returned = compareReturned(understood.exported, accountsOn(registry.result, registry.today));
  if (returned.known === 0) return false;
  const changes: FileChange[] = [];
  const taken: ReturnedCell[] = [];
  const refused = returned.cells.filter(({ label }) => label === undefined);
  for (const [id, cells] of Map.groupBy(returned.cells, (cell) => cell.id)) {
    const values = cells.flatMap(({ label, after, value }) =>
      label === undefined ? [] : [[label, value ?? after] as const],
    );
    if (values.length === 0) continue;
    const text = applyCells(readFileSync(join(root, projectFile(id)), 'utf8'), new Map(values));
    const mine = cells.filter(({ label }) => label !== undefined);
    if (text === undefined) {
      const why = '项目文件有读不出来的地方，没有改；先运行 check 改好它。';
      refused.push(...mine.map((cell) => ({ ...cell, why })));
      continue;
    }
    taken.push(...mine);
    changes.push({ file: projectFile(id), bytes: new TextEncoder().encode(text) });
  }
  const numbered = new Set(understood.exported.map(({ sheet, row }) => `${sheet}\n${row}`));
  const sheets = new Set(understood.exported.map(({ sheet }) => sheet));
  const added = understood.projects
    .filter(({ sheet, row }) => sheets.has(sheet) && !numbered.has(`${sheet}\n${row}`))
    .map(({ sheet, row, name }) => ({ sheet, row, name }));
  if (!dryRun && changes.length > 0) changeFiles(root, changes);
  const report: ReturnedReport = { ...returned, taken, refused, added };
  say(format === 'json' ? returnedJson(report) : returnedText(report, dryRun), format);
  const open = refused.length + returned.strangers.length + added.length;
  process.exitCode = open > 0 ? EXIT.findings : EXIT.ok;
  return true;
}
