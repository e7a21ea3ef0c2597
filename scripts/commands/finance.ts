import { defineCommand } from 'citty';
import { accountsOn } from '../../src/accounts/account.ts';
import { say } from '../../src/io/say.ts';
import { financeJson, financeText } from '../../src/report/finance.ts';
import { oneOf, ROOT, refuseUnknown, stop } from './exit.ts';
import { openRegistry } from './registry-input.ts';

const args = {
  root: ROOT,
  format: { type: 'string', description: '输出格式：pretty、json', default: 'pretty' },
  today: { type: 'string', description: '按哪一天的情况，例如 2026-03-05（默认今天）' },
} as const;

/** `finance`: public money without approval, and what is approved, paid and left. */
export const financeCommand = defineCommand({
  meta: { name: 'finance', description: '财政资金：没有批准的，和已批准的余额' },
  args,
  run: ({ args: given }) => {
    refuseUnknown(given, Object.keys(args));
    if (given._.length > 0) stop(`finance 不带「${given._.join(' ')}」；看一个项目用 receipt。`);
    const format = oneOf('format', given.format, ['pretty', 'json']);
    const { result, today } = openRegistry(given.root, given.today);
    const accounts = accountsOn(result, today);
    say(
      format === 'json' ? financeJson(accounts, result.findings) : financeText(accounts, result.findings),
      format,
    );
  },
});
