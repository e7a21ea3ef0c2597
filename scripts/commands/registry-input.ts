import { resolve } from 'node:path';
import { type CheckResult, check } from '../../src/check.ts';
import { isDay } from '../../src/form/dates.ts';
import type { Entry } from '../../src/form/entry.ts';
import { readRegistryFiles } from '../../src/io/registry-files.ts';
import { localToday } from '../../src/io/today.ts';
import { idIn } from '../../src/registry/paths.ts';
import type { SourceFile } from '../../src/registry/source-file.ts';
import { unitNames } from '../../src/registry/unit-names.ts';
import type { Unit } from '../../src/registry/units.ts';
import { stop } from './exit.ts';

/** A registry as a command was told to look at it. */
export interface Registry {
  readonly root: string;
  readonly files: readonly SourceFile[];
  readonly today: string;
  readonly result: CheckResult;
}

/** Reads the registry of --root as of --today; ends the run when either cannot be used. */
export function openRegistry(root: string, day: string | undefined): Registry {
  const today = day ?? localToday();
  if (!isDay(today)) stop(`--today 写成 2026-03-05 这样的日期，不能是「${today}」。`);
  const folder = resolve(root);
  const files = readFiles(folder);
  return { root: folder, files, today, result: check(files, { today, similarity: { compare: '不查' } }) };
}

function readFiles(root: string): readonly SourceFile[] {
  try {
    return readRegistryFiles(root);
  } catch (error) {
    stop(`读不到文件夹 ${root}：${error instanceof Error ? error.message : String(error)}`);
  }
}

/** The project meant by an id, a 登记号, or the path of its file; ends the run when there is none. */
export function findEntry({ result }: Pick<Registry, 'result'>, given: string): Entry {
  const id = idIn(given);
  const numbered = [...result.records.values()].find(({ events }) =>
    events.some(({ number }) => number === given),
  );
  const found = result.projects.find(({ entry }) => entry.id === id || entry.id === numbered?.id);
  if (!found) stop(`登记库里没有「${given}」；写成「单位代码/文件名」，或写登记号。`);
  return found.entry;
}

/** The unit meant by a code or a name of the 名录; ends the run when there is none. */
export function unitGiven({ units }: Pick<CheckResult, 'units'>, written: string): Unit {
  const found = units.get(written) ?? unitNames(units)(written)?.unit;
  return found ?? stop(`单位名录里没有「${written}」；写单位代码或全称。`);
}
