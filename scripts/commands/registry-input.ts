import { resolve } from 'node:path';
import { type CheckResult, check } from '../../src/check.ts';
import { isDay } from '../../src/form/dates.ts';
import type { Entry } from '../../src/form/entry.ts';
import { diskReason } from '../../src/io/disk-reason.ts';
import { readRegistryFiles } from '../../src/io/registry-files.ts';
import { warn } from '../../src/io/say.ts';
import { localToday } from '../../src/io/today.ts';
import { idIn } from '../../src/registry/paths.ts';
import type { SourceFile } from '../../src/registry/source-file.ts';
import { unitNames } from '../../src/registry/unit-names.ts';
import type { Unit } from '../../src/registry/units.ts';
import { foldPlain } from '../../src/text/fold.ts';
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
    stop(`读不到文件夹 ${root}：${diskReason(error)}`);
  }
}

/** The project meant by an id, a 登记号, the path of its file or a part of its name; ends the run when there is no such one. */
export function findEntry({ result }: Pick<Registry, 'result'>, given: string): Entry {
  const id = idIn(given);
  const numbered = [...result.records.values()].find(({ events }) =>
    events.some(({ number }) => number === given),
  );
  const found = result.projects.find(({ entry }) => entry.id === id || entry.id === numbered?.id);
  return found?.entry ?? entryCalled(result, given);
}

/** So many are named where a part of a name means several. */
const MOST = 8;

/** The one project whose name has these words, or their signs in this order: 「视频运维」 for 「视频监控平台运维」. */
/** What somebody types who means a file that lies on the disk. */
const LIKE_A_FILE = /[\\/]$|\.(?:docx?|wps|pdf|txt|md|xlsx?|et|odt|rtf|html?|json)$/i;

function entryCalled({ projects }: CheckResult, given: string): Entry {
  const said = foldPlain(given);
  const named = projects.map(({ entry }) => ({ entry, name: entry.filing.name ?? '' }));
  const whole = named.filter(
    ({ name, entry }) =>
      entry.id.split('/')[1] === given || (said.length >= 2 && foldPlain(name).includes(said)),
  );
  const found =
    whole.length > 0
      ? whole
      : named.filter(({ name }) => said.length >= 3 && holdsInOrder(foldPlain(name), said));
  const [only, ...others] = found;
  if (!only && LIKE_A_FILE.test(given)) stop(`没有「${given}」这个文件；核对文件名和所在的文件夹。`);
  if (!only) stop(`登记库里没有「${given}」；写项目名称的一部分、登记号，或「单位代码/文件名」。`);
  if (others.length === 0) {
    warn(`按名称找到「${only.name}」（${only.entry.id}）。`);
    return only.entry;
  }
  const list = found.slice(0, MOST).map(({ entry, name }) => `  ${name}　${entry.id}`);
  const more = found.length > MOST ? `\n  还有 ${found.length - MOST} 个` : '';
  return stop(`「${given}」有 ${found.length} 个项目，写全一点，或写编号：\n${list.join('\n')}${more}`);
}

function holdsInOrder(text: string, signs: string): boolean {
  let at = 0;
  for (const sign of signs) {
    at = text.indexOf(sign, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** The unit meant by a code or a name of the 名录; ends the run when there is none. */
export function unitGiven({ units }: Pick<CheckResult, 'units'>, written: string): Unit {
  const found = units.get(written) ?? unitNames(units)(written)?.unit;
  return found ?? stop(`单位名录里没有「${written}」；写单位代码或全称。`);
}
