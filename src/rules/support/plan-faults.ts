import type { Filing } from '../../form/fields.ts';
import { type Fault, labelOf } from './define-rule.ts';

/**
 * A plan counts as delivered when it is named, dated and has a paper number, or is a sealed attachment:
 * whether that one is there is the matter of `annex-sealed-attachment-present`, as for every attachment.
 */
export function* planFaults(filing: Filing, plan: '实施方案' | '建设方案'): Iterable<Fault> {
  const label = labelOf('attachments');
  const attachments = filing.attachments ?? [];
  const accepted = plan === '实施方案' ? ['实施方案'] : ['建设方案', '实施方案'];
  const index = attachments.findIndex(({ name }) => accepted.some((word) => name.includes(word)));
  const found = attachments[index];
  const example = `${label}:\n  - 名称: 项目${plan === '实施方案' ? '建设实施方案' : plan}\n    日期: 2026-02-20\n    送达: 纸质\n    编号: 某办〔2026〕7号`;
  if (!found) {
    yield {
      path: [label],
      message: `${label}：缺${plan}`,
      fix: `登记${plan}的名称、日期和送达方式，例如：\n${example}`,
    };
    return;
  }
  if (found.delivery === '纸质' && found.number === undefined) {
    const message = `${label}：「${found.name}」是纸质的，没有写编号`;
    yield { path: [label, index], message, fix: '补上「编号」，例如「编号: 某办〔2026〕7号」。' };
  }
}
