import { existsSync, readFileSync } from 'node:fs';
import { defineCommand } from 'citty';
import { compareNotices } from '../../src/desk/unfiled.ts';
import { refuseEmpty } from '../../src/io/import-references.ts';
import { readLexiconFile } from '../../src/io/lexicon-file.ts';
import { readLedger } from '../../src/io/read-ledger.ts';
import { say } from '../../src/io/say.ts';
import { UsageError } from '../../src/io/usage-error.ts';
import { LedgerError } from '../../src/ledger/grid.ts';
import { readAnswers } from '../../src/ledger/mapping.ts';
import type { Answers, Understood } from '../../src/ledger/reading.ts';
import { unfiledJson, unfiledText } from '../../src/report/unfiled.ts';
import { libraryOfRegistry } from '../../src/similarity/library.ts';
import { registryNeeds, termsOf } from '../../src/similarity/registry-needs.ts';
import { oneOf, ROOT, refuseUnknown, stop } from './exit.ts';
import { openRegistry } from './registry-input.ts';

const args = {
  root: ROOT,
  columns: { type: 'string', description: '列的读法（.yaml），与 import 的相同' },
  format: { type: 'string', description: '输出格式：pretty、json', default: 'pretty' },
  today: { type: 'string', description: '按哪一天的情况，例如 2026-03-05（默认今天）' },
} as const;

/** `unfiled FILE`: notices of purchases compared with the registry; those of a unit without a filing, by unit. */
export const unfiledCommand = defineCommand({
  meta: { name: 'unfiled', description: '采购意向、招标、中标公告与登记对照，列出请单位核对的' },
  args,
  run: async ({ args: given }) => {
    refuseUnknown(given, Object.keys(args));
    const format = oneOf('format', given.format, ['pretty', 'json']);
    const [file, ...more] = given._;
    if (file === undefined || more.length > 0)
      stop('写一个公告台账，例如 unfiled 采购意向.xlsx（.csv、.jsonl 也可以）。');
    const understood = await read(file, answersIn(given.columns));
    const { result, root } = openRegistry(given.root, given.today);
    const by = { concepts: readLexiconFile(root), ...termsOf(result.office) };
    const filings = registryNeeds(result).filter(({ unitCode }) => unitCode !== undefined);
    const compared = compareNotices(understood.projects, result, libraryOfRegistry(by, filings));
    say(format === 'json' ? unfiledJson(compared) : unfiledText(compared, result.office), format);
  },
});

async function read(file: string, answers: Answers | undefined): Promise<Understood> {
  try {
    const understood = await readLedger(file, answers);
    refuseEmpty(understood);
    return understood;
  } catch (error) {
    if (error instanceof LedgerError || error instanceof UsageError) stop(error.message);
    throw error;
  }
}

function answersIn(file: string | undefined): Answers | undefined {
  if (file === undefined) return undefined;
  if (!existsSync(file)) stop(`没有「${file}」这份列的读法；用 import --preview --columns 写一份。`);
  try {
    return readAnswers(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error instanceof LedgerError) stop(error.message);
    throw error;
  }
}
