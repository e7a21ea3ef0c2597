import { existsSync } from 'node:fs';
import { defineCommand } from 'citty';
import { accountsOn } from '../../src/accounts/account.ts';
import { type GivenReceipt, readReceipt } from '../../src/accounts/finance/read-receipt.ts';
import { isNoReceipt, receiptOf, receiptText } from '../../src/accounts/finance/receipt.ts';
import { type Known, type Verdict, verifyReceipt } from '../../src/accounts/finance/verify.ts';
import { readForeignFile } from '../../src/io/read-foreign.ts';
import { knowsCommit, recordsCommit } from '../../src/io/records-commit.ts';
import { say } from '../../src/io/say.ts';
import { EXIT, oneOf, ROOT, refuseUnknown, stop } from './exit.ts';
import { findEntry, openRegistry, type Registry } from './registry-input.ts';

/** A receipt is a page; what is larger is none. */
const LARGEST = 100_000;
const args = {
  root: ROOT,
  format: { type: 'string', description: '输出格式：pretty、json', default: 'pretty' },
  today: { type: 'string', description: '按哪一天的情况，例如 2026-03-05（默认今天）' },
} as const;

/** A name with a suffix is a file whether it is there or not; a number has none. */
function isFile(what: string): boolean {
  return /\.(?:json|txt|md)$/i.test(what) || existsSync(what);
}

/** `verify FILE|登记号`: whether a receipt still holds; by number, whether a project is approved and for how much. */
export const verifyCommand = defineCommand({
  meta: { name: 'verify', description: '核对财政回执还有没有效；写登记号的，查批准了多少' },
  args,
  run: async ({ args: given }) => {
    refuseUnknown(given, Object.keys(args));
    const format = oneOf('format', given.format, ['pretty', 'json']);
    const [what, ...more] = given._;
    if (what === undefined || more.length > 0) stop('写一份回执的文件，或一个登记号。');
    const registry = openRegistry(given.root, given.today);
    const verdict = isFile(what) ? await ofFile(registry, what) : await ofNumber(registry, what);
    if (format === 'json') say(JSON.stringify(verdict, null, 2), format);
    else say(verdictText(verdict));
    process.exitCode = verdict.standing === '有效' ? EXIT.ok : EXIT.findings;
  },
});

async function ofFile(registry: Registry, file: string): Promise<Verdict> {
  const receipt = receiptIn(file);
  const { 提交: commit } = receipt;
  const known = commit === undefined || commit === '' ? '没有写' : await knowsCommit(registry.root, commit);
  return verifyReceipt(receipt, knownOn(registry, known));
}

function knownOn({ result, today }: Registry, commit: Known['commit']): Known {
  return { accounts: accountsOn(result, today), commit, day: today };
}

/** By number there is no paper to compare: the registry's own receipt is judged. */
async function ofNumber(registry: Registry, number: string): Promise<Verdict> {
  const { id } = findEntry(registry, number);
  const account = accountsOn(registry.result, registry.today).find((one) => one.id === id);
  if (!account) return { standing: '不符', says: ['那一天还没有填报。'] };
  const commit = (await recordsCommit(registry.root, id)) ?? '';
  const receipt = receiptOf(account, commit, registry.today);
  if (isNoReceipt(receipt)) return { standing: '不符', says: [`${account.name}：${receipt.why}`] };
  return verifyReceipt(receipt, knownOn(registry, commit === '' ? '没有版本库' : '在历史里'));
}

function receiptIn(file: string): GivenReceipt {
  const read = readForeignFile(file);
  if ('fault' in read) stop(read.fault);
  if (read.text.length > LARGEST) stop(`${file} 太大，不是财政回执。`);
  const receipt = readReceipt(read.text);
  if ('why' in receipt) stop(`${file}：${receipt.why}`);
  return receipt;
}

function verdictText({ standing, says, now }: Verdict): string {
  return [`${standing}：${says.join('')}`, ...(now ? ['', '现在的情况：', receiptText(now)] : [])].join('\n');
}
