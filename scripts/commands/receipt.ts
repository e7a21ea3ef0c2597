import { defineCommand } from 'citty';
import { accountsOn } from '../../src/accounts/account.ts';
import { isNoReceipt, receiptLines, receiptOf, receiptText } from '../../src/accounts/finance/receipt.ts';
import { diskReason } from '../../src/io/disk-reason.ts';
import { recordsCommit } from '../../src/io/records-commit.ts';
import { replaceFile } from '../../src/io/replace-file.ts';
import { emit, say } from '../../src/io/say.ts';
import { financePaper } from '../../src/papers/index.ts';
import { EXIT, oneOf, ROOT, refuseUnknown, stop } from './exit.ts';
import { findEntry, openRegistry } from './registry-input.ts';
import { PAPER_FORMATS, paperFormat, writePaper } from './write-paper.ts';

const args = {
  root: ROOT,
  approval: { type: 'string', description: '第几次批准；不写是最后一次' },
  format: {
    type: 'string',
    description: '输出格式：pretty、json（交给财政的文件用 json）',
    default: 'pretty',
  },
  to: { type: 'string', description: `打印用的：${PAPER_FORMATS.join('、')}` },
  out: { type: 'string', description: '写到哪个文件；不写就显示' },
  today: { type: 'string', description: '按哪一天的情况，例如 2026-03-05（默认今天）' },
} as const;

/** `receipt <id>`: what Finance holds in hand for an approved project. */
export const receiptCommand = defineCommand({
  meta: { name: 'receipt', description: '财政回执：批准了多少、付了多少、还余多少' },
  args,
  run: async ({ args: given }) => {
    refuseUnknown(given, Object.keys(args));
    const format = oneOf('format', given.format, ['pretty', 'json']);
    const [id, ...more] = given._;
    if (id === undefined || more.length > 0) stop('写一个项目：「单位代码/文件名」，或登记号。');
    const which = given.approval === undefined ? undefined : Number(given.approval);
    if (which !== undefined && !(Number.isInteger(which) && which > 0))
      stop('--approval 写 1、2 这样的整数。');
    const registry = openRegistry(given.root, given.today);
    const { id: project } = findEntry(registry, id);
    const account = accountsOn(registry.result, registry.today).find((one) => one.id === project);
    if (!account) stop(`${id} 那一天还没有填报。`);
    const commit = (await recordsCommit(registry.root, project)) ?? '没有版本库';
    const receipt = receiptOf(account, commit, registry.today, which);
    if (isNoReceipt(receipt)) stop(`${account.name}：${receipt.why}`, EXIT.findings);
    if (given.to !== undefined) {
      const paper = financePaper({
        project: account.name,
        office: registry.result.office?.name ?? '',
        demo: account.demo,
        lines: receiptLines(receipt),
        conditions: receipt.条件,
      });
      return writePaper(paper, paperFormat(given.to, given.out), { out: given.out });
    }
    const text = format === 'json' ? `${JSON.stringify(receipt, null, 2)}\n` : `${receiptText(receipt)}\n`;
    if (given.out === undefined) emit(text);
    else save(given.out, text);
  },
});

function save(file: string, text: string): void {
  try {
    replaceFile(file, text);
  } catch (error) {
    stop(`写不进 ${file}：${diskReason(error)}`);
  }
  say(`已写入 ${file}。`);
}
