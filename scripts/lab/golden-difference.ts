import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** An expectation that does not say what the program does now. */
export interface Difference {
  readonly title: string;
  /** What came and what went. */
  readonly words: readonly string[];
  readonly file: string;
  /** What the file has to say; undefined when it has to go. Nothing is written where `refused` says why. */
  readonly text?: string;
  readonly refused?: string;
}

/** The difference as it is printed. */
export function wordsOf({ title, words, refused }: Difference): string {
  return [title, ...words, ...(refused === undefined ? [] : [`不重写：${refused}`])].join('\n  ');
}

/** Writes what the file has to say, unless that is refused. */
export function settle({ file, text, refused }: Difference): void {
  if (refused !== undefined) return;
  if (text === undefined) {
    rmSync(file);
    return;
  }
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** The last line: how many differ, and what to do next. */
export function summary(differences: readonly Difference[], checking: boolean): string {
  if (differences.length === 0) return '期待的结果都与程序一致。';
  if (checking) return `有 ${differences.length} 份与程序不一致；属于有意的改动，就执行 npm run golden。`;
  const left = differences.filter(({ refused }) => refused !== undefined).length;
  const next = left > 0 ? `；${left} 份没有重写，先改程序或样例` : '';
  return `已重写或删去 ${differences.length - left} 份${next}。提交前用 git diff 再看一遍。`;
}

/** In words, what of these lines went and what came, whatever their order; a line that stands twice counts twice. */
export function comeAndGone(before: readonly string[], now: readonly string[]): readonly string[] {
  return [
    ...without(before, now).map((line) => `少了：${line}`),
    ...without(now, before).map((line) => `多了：${line}`),
  ];
}

function without(lines: readonly string[], others: readonly string[]): readonly string[] {
  const left = [...others];
  return lines.filter((line) => {
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
