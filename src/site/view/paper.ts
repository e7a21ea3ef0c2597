import type { Filing } from '../../form/fields.ts';
import { type Annex, type AnnexCell, annexOf, cellWords, type OpinionCell } from '../../regulation/index.ts';
import { FORM_TITLES } from '../../regulation/vocabulary.ts';
import type { TextSection } from './filing-view.ts';
import { escapeHtml } from './html.ts';
import { boxesHtml, filledIn } from './paper-cells.ts';

/** How many columns every row of a form's table fills. */
export const PAPER_COLUMNS = 6;

/** A cell of the table: label or content, and how many columns it takes. A text is too long for one sheet. */
export interface PaperCell {
  readonly kind: 'label' | 'value' | 'text';
  readonly html: string;
  readonly span: number;
}

/** An official form as it lies on the page, blank or filled in. */
export interface Paper {
  readonly title: string;
  /** Above the table: date and unit of money. */
  readonly head: readonly string[];
  readonly rows: readonly (readonly PaperCell[])[];
  /** Room for each party's opinion, signature, seal and date; written by hand. */
  readonly opinions: readonly (readonly OpinionCell[])[];
  /** Below the table: the contact lines, kept off public pages. */
  readonly foot: readonly string[];
}

/** What stands in a cell, as HTML. */
type Fill = (cell: AnnexCell) => string;

/** The annex as it is handed out: boxes to tick, and what to write where. */
export function blankPaper(annex: Annex): Paper {
  return lay(annex, annex.title, ({ choices, instruction = '' }) =>
    choices ? boxesHtml({}) : escapeHtml(instruction),
  );
}

/** The annex with what the filing says (附件1 for 申请表 and 资料报送, 附件2 for 备案表). */
export function paperOf(filing: Filing, content: readonly TextSection[]): Paper {
  const form = filing.form ?? '备案表';
  const sections = content.map(({ title, html }) => `<h2>${escapeHtml(title)}</h2>${html}`).join('');
  const title = FORM_TITLES[form] + (filing.demo === true ? '（演示）' : '');
  return lay(annexOf(form), title, (cell) => {
    if (cell.instruction !== undefined) return sections;
    return cell.choices ? boxesHtml(filing) : escapeHtml(filledIn(cell, filing));
  });
}

function lay({ head, rows, opinions, foot }: Annex, title: string, fill: Fill): Paper {
  return {
    title,
    head: head.map((cell) => cell.label + fill(cell)),
    rows: rows.map((cells) => cells.flatMap((cell) => pair(cell, PAPER_COLUMNS / cells.length - 1, fill))),
    opinions: (['申报单位', '主管单位'] as const).map((party) =>
      opinions.filter((cell) => cell.party === party),
    ),
    foot: foot.map(({ label }) => label),
  };
}

/** A label and what stands beside it; the bracketed half of a label has a line of its own. */
function pair(cell: AnnexCell, span: number, fill: Fill): PaperCell[] {
  const kind = cell.instruction === undefined ? 'value' : 'text';
  return [
    { kind: 'label', html: cellWords(cell).replace('(', '<br>('), span: 1 },
    { kind, html: fill(cell), span },
  ];
}
