import type { RuleId } from '../catalogue.ts';
import type { Example } from '../support/define-rule.ts';

/** Executed examples of the dictionary's own rules, which have no file of their own. */
export const FIELD_EXAMPLES = {
  'field-missing': {
    ok: [{ says: '写了项目名称', base: '6.1', edit: {} }],
    bad: [{ says: '没有写项目名称', base: '6.1', edit: { 项目名称: null } }],
  },
  'field-invalid': {
    ok: [{ says: '金额只写数字', base: '6.1', edit: {} }],
    bad: [
      { says: '金额带了单位', base: '6.1', edit: { 资金预算: '320万元' } },
      { says: '日期用了斜线', base: '6.1', edit: { 已建成日期: '2025/12/20' } },
    ],
  },
  'field-unknown': {
    ok: [{ says: '栏目名与表上一致', base: '6.1', edit: {} }],
    bad: [{ says: '栏目名写错了字', base: '6.1', edit: { 数据归聚: '每日归集。', 数据归集: null } }],
  },
  'field-expected': {
    ok: [{ says: '写了功能清单', base: '6.1', edit: {} }],
    bad: [{ says: '没有写功能清单', base: '6.1', edit: { 功能清单: null } }],
  },
  'field-other-form': {
    ok: [{ says: '备案表写实际完成投资', base: '6.1', edit: { 实际完成投资: '318' } }],
    bad: [{ says: '申请表写了实际完成投资', base: '6.2财政', edit: { 实际完成投资: '0' } }],
  },
} as const satisfies Readonly<
  Record<
    Extract<RuleId, `field-${string}`>,
    { readonly ok: readonly Example[]; readonly bad: readonly Example[] }
  >
>;
