import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { say, warn } from '../../src/io/say.ts';
import { readBook } from '../../src/ledger/read-book.ts';
import { understand } from '../../src/ledger/understand.ts';
import { foldPlain } from '../../src/text/fold.ts';

/** A project as a careful reader wrote it down, one JSON object a line. */
interface Expected {
  readonly id?: string;
  readonly name: string;
  readonly unit_raw?: string;
  readonly unit?: string;
  readonly amount: number | null;
}

/**
 * `node scripts/lab/score-ledger.ts LEDGER EXPECTED.jsonl`: compares what an import understands of a ledger with what a
 * careful reader got out of it, and prints the shares and every difference.
 */
function main(ledger: string, truth: string): void {
  const expected = readFileSync(truth, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Expected);
  const { projects, left, questions } = understand(readBook(readFileSync(ledger), basename(ledger)));
  const open = [...projects];
  let found = 0;
  let amounts = 0;
  let units = 0;
  for (const want of expected) {
    const named = open.filter(({ name }) => foldPlain(name) === foldPlain(want.name));
    const got = named.find(({ amount }) => same(amount ?? null, want.amount)) ?? named[0];
    if (!got) {
      say(`- 没有：${want.id ?? ''} ${want.name}（${want.amount}）`);
      continue;
    }
    open.splice(open.indexOf(got), 1);
    found += 1;
    const unit = want.unit_raw ?? want.unit ?? '';
    if (foldPlain(got.unit ?? '') === foldPlain(unit)) units += 1;
    else say(`~ 单位：第 ${got.row} 行「${got.unit}」，应为「${unit}」`);
    if (same(got.amount ?? null, want.amount)) amounts += 1;
    else
      say(`! 金额：第 ${got.row} 行 ${want.name.slice(0, 30)}：${got.amount ?? '没有'}，应为 ${want.amount}`);
  }
  for (const { row, name, amount } of open) say(`+ 多出：第 ${row} 行 ${name}（${amount}）`);
  const share = (count: number, of: number): string =>
    `${count}/${of}（${((100 * count) / Math.max(of, 1)).toFixed(1)}%）`;
  say(
    `项目 ${share(found, expected.length)}，金额 ${share(amounts, found)}，单位 ${share(units, found)}，多出 ${open.length}，留下 ${left.length}，要问 ${questions.length}`,
  );
}

function same(a: number | null, b: number | null): boolean {
  if (a === null || b === null) return a === b;
  return Math.abs(a - b) <= Math.max(0.01, Math.abs(b) * 0.000_1);
}

const [ledger, truth] = process.argv.slice(2);
if (ledger === undefined || truth === undefined) warn('写明台账和仔细读出来的 .jsonl 两个文件。');
else main(ledger, truth);
