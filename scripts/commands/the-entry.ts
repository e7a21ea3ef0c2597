import { type EntryFile, type Outcome, openEntry } from '../../src/io/entry-file.ts';
import { EXIT, stop } from './exit.ts';

/** The one entry that a command is about; anything else ends the run. */
export function theEntry(root: string, given: readonly string[]): EntryFile {
  const [first] = given;
  if (first === undefined) stop('没有说是哪个项目。写项目编号（单位代码/文件名），或项目文件的路径。');
  if (given.length > 1) stop('一次只写一个项目。');
  return orStop(openEntry(root, first), EXIT.usage);
}

/** The value, or the end of the run with the sentence that says why not. */
export function orStop<T>(outcome: Outcome<T>, code: (typeof EXIT)[keyof typeof EXIT]): T {
  return outcome.ok ? outcome.value : stop(outcome.why, code);
}
