import type { Filing } from '../form/fields.ts';
import { CONTENT_PARTS } from '../regulation/annex.ts';
import { ANNEXES, annexOf } from '../regulation/index.ts';
import { FORM_TITLES } from '../regulation/vocabulary.ts';
import { blankAnnex, type Contacts, contentOf, type Extra, filledAnnex } from './annex-paper.ts';
import { boxes, filledIn } from './cells.ts';
import type { OfficeKind, PaperKind } from './kinds.ts';
import { cellLine, type GridRow, labelCell, type Paper, title, valueCell } from './model.ts';

/** The forms that the unit hands in. */
export type FormKind = Exclude<PaperKind, OfficeKind>;

/** The paper that goes with a filing when none is named. */
export function formKind({ form }: Filing): FormKind {
  if (form === '资料报送') return '资料报送';
  return form === undefined || form === '备案表' ? '附件2' : '附件1';
}

/** A form with what the filing says; names and phones only where the office has opened them. */
export function formPaper(
  kind: FormKind,
  filing: Filing,
  extra: readonly Extra[] = [],
  contacts: Contacts = {},
): Paper {
  if (kind === '资料报送') return deliveryPaper(filing, extra, contacts);
  return filledAnnex(annexOf(kind === '附件1' ? '申请表' : '备案表'), filing, extra, contacts);
}

/** A form as it is handed out. */
export function blankForm(kind: FormKind): Paper {
  if (kind === '资料报送') return deliveryPaper({}, [], {});
  return blankAnnex(ANNEXES.find(({ label }) => label === kind) ?? annexOf('申请表'));
}

/**
 * The cover of what 第六条第4项 has handed over, plan and content: the regulation has no form for it, so that the paper
 * says so and bears no opinion of a superior.
 */
function deliveryPaper(filing: Filing, extra: readonly Extra[], contacts: Contacts): Paper {
  const said = (label: string, key: string): string => filledIn({ label, fields: [key] }, filing);
  const two = (a: readonly [string, string], b: readonly [string, string]): GridRow => ({
    cells: [labelCell(a[0], 10), valueCell(a[1], 16), labelCell(b[0], 10), valueCell(b[1], 16)],
    height: 'line',
  });
  const contact = [contacts.项目联系人, contacts.项目联系人电话]
    .filter((one) => one !== undefined)
    .join('　');
  const content = contentOf(CONTENT_PARTS, filing, extra);
  return {
    name: FORM_TITLES.资料报送,
    flow: [
      title(FORM_TITLES.资料报送 + (filing.demo === true ? '（演示）' : '')),
      { kind: 'ends', texts: [`填报日期：${said('填报日期', 'filedOn')}`, '单位：万元、%'] },
      {
        kind: 'grid',
        rows: [
          two(['项目名称', said('项目名称', 'name')], ['项目建设期限', said('项目建设期限', 'period')]),
          two(['牵头主体', filing.lead?.name ?? ''], ['协调单位', filing.coordinator ?? '']),
          two(['资金预算(总投资)', said('资金预算', 'budget')], ['资金来源', said('资金来源', 'sources')]),
          { cells: [labelCell('项目类别', 10), valueCell(boxes(filing), 42)], height: 'line' },
          {
            cells: [labelCell('项目预期效果', 10), valueCell(said('项目预期效果', 'effect'), 42)],
            height: 'effect',
          },
          {
            cells: [labelCell('项目建设内容', 10), { span: 42, top: true, flow: content }],
            height: 'content',
          },
          two(['报送单位(盖章)', ''], ['协调单位(盖章)', '']),
        ],
      },
      { kind: 'ends', texts: [`项目联系人、电话：${contact}`] },
      cellLine('《办法》第六条第4项没有规定表式，本页是报送资料的封面。', { size: 'small' }),
    ],
  };
}
