import { readFileSync } from 'node:fs';
import { defineCommand } from 'citty';
import { z } from 'zod';
import { accountsOn } from '../../src/accounts/account.ts';
import { isNoReceipt, type Receipt, receiptOf, receiptText } from '../../src/accounts/finance/receipt.ts';
import { type Verdict, verifyReceipt } from '../../src/accounts/finance/verify.ts';
import { diskReason } from '../../src/io/disk-reason.ts';
import { knowsCommit, recordsCommit } from '../../src/io/records-commit.ts';
import { say } from '../../src/io/say.ts';
import { EXIT, oneOf, ROOT, refuseUnknown, stop } from './exit.ts';
import { findEntry, openRegistry, type Registry } from './registry-input.ts';

/** A receipt is a page; what is larger is none. */
const LARGEST = 100_000;
const RECEIPT = z.object({
  登记号: z.string(),
  编号: z.string(),
  项目名称: z.string(),
  单位: z.string(),
  依据: z.string(),
  第几次批准: z.int().positive(),
  批准日期: z.string(),
  意见书编号: z.string(),
  批准总投资: z.number(),
  提交: z.string(),
  截至: z.string(),
  立项文号: z.string().optional(),
  立项金额: z.number().optional(),
  累计下达: z.number(),
  余额: z.number(),
  条件: z.array(z.string()),
  摘要: z.string(),
});

const args = {
  root: ROOT,
  format: { type: 'string', description: '输出格式：pretty、json', default: 'pretty' },
  today: { type: 'string', description: '按哪一天的情况，例如 2026-03-05（默认今天）' },
} as const;

/** `verify FILE|登记号`: whether a receipt still holds; by number, whether a project is approved and for how much. */
export const verifyCommand = defineCommand({
  meta: { name: 'verify', description: '核对财政回执还有没有效；写登记号的，查批准了多少' },
  args,
  run: async ({ args: given }) => {
    refuseUnknown(given, Object.keys(args));
    const format = oneOf('format', given.format, ['pretty', 'json']);
    const [what, ...more] = given._;
    if (what === undefined || more.length > 0) stop('写一份回执文件（.json），或一个登记号。');
    const registry = openRegistry(given.root, given.today);
    const verdict = what.endsWith('.json') ? await ofFile(registry, what) : await ofNumber(registry, what);
    if (format === 'json') say(JSON.stringify(verdict, null, 2), format);
    else say(verdictText(verdict));
    process.exitCode = verdict.standing === '有效' ? EXIT.ok : EXIT.findings;
  },
});

async function ofFile(registry: Registry, file: string): Promise<Verdict> {
  const receipt = readReceipt(file);
  const account = accountsOn(registry.result, registry.today).find(
    ({ id, life }) => id === receipt.编号 && life.number === receipt.登记号,
  );
  return verifyReceipt(receipt, account, await knowsCommit(registry.root, receipt.提交), registry.today);
}

/** By number there is no paper to compare: the registry's own receipt is judged. */
async function ofNumber(registry: Registry, number: string): Promise<Verdict> {
  const { id } = findEntry(registry, number);
  const account = accountsOn(registry.result, registry.today).find((one) => one.id === id);
  if (!account) return { standing: '不符', says: ['那一天还没有填报。'] };
  const commit = (await recordsCommit(registry.root, id)) ?? '';
  const receipt = receiptOf(account, commit, registry.today);
  if (isNoReceipt(receipt)) return { standing: '不符', says: [`${account.name}：${receipt.why}`] };
  return verifyReceipt(receipt, account, commit === '' ? '没有版本库' : '在历史里', registry.today);
}

function readReceipt(file: string): Receipt {
  let text = '';
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    stop(`读不到 ${file}：${diskReason(error)}`);
  }
  if (text.length > LARGEST) stop(`${file} 太大，不是财政回执。`);
  try {
    const { 立项文号, 立项金额, ...rest } = RECEIPT.parse(JSON.parse(text));
    return {
      ...rest,
      ...(立项文号 === undefined ? {} : { 立项文号 }),
      ...(立项金额 === undefined ? {} : { 立项金额 }),
    };
  } catch {
    stop(`${file} 不是财政回执；回执由 receipt 命令写出（--format json --out 文件）。`);
  }
}

function verdictText({ standing, says, now }: Verdict): string {
  return [`${standing}：${says.join('')}`, ...(now ? ['', '现在的情况：', receiptText(now)] : [])].join('\n');
}
