import { formatDay, formatExpected } from '../../form/dates.ts';
import type { Filing } from '../../form/fields.ts';
import { type Fen, formatWan, wanText } from '../../form/money.ts';
import { CATEGORIES, FORM_TITLES } from '../../regulation/vocabulary.ts';
import type { TextSection } from './filing-view.ts';
import { FORM_ANNEX } from './forms.ts';
import { escapeHtml } from './html.ts';
import { percent } from './value.ts';

/** A cell of the printed form: label or content, and how many of the six columns it takes. */
export interface PaperCell {
  readonly kind: 'label' | 'value';
  readonly html: string;
  readonly span: number;
}

/** The official form, filled in. */
export interface Paper {
  readonly title: string;
  readonly filedOn: string;
  readonly rows: readonly (readonly PaperCell[])[];
  /** 项目建设内容: too long for one row of cells, so it may break across sheets. */
  readonly content: readonly TextSection[];
}

const label = (html: string, span = 1): PaperCell => ({ kind: 'label', html, span });
const value = (text: string | undefined, span: number): PaperCell => ({
  kind: 'value',
  html: escapeHtml(text ?? ''),
  span,
});

/** Kept off public pages; the office's own print carries it. */
const BLANK = '';

/** The annex's layout (附件1 for 申请表 and 资料报送, 附件2 for 备案表) with what the filing says. */
export function paperOf(filing: Filing, content: readonly TextSection[]): Paper {
  const form = filing.form ?? '备案表';
  const rows = FORM_ANNEX[form] === 'annex1' ? annex1Rows(filing) : annex2Rows(filing);
  return {
    title: FORM_TITLES[form] + (filing.demo === true ? '（演示）' : ''),
    filedOn: filing.filedOn === undefined ? '　　　年　　月　　日' : formatDay(filing.filedOn),
    rows,
    content,
  };
}

function annex1Rows(filing: Filing): PaperCell[][] {
  return [
    [label('项目名称'), value(filing.name, 2), label('项目建设期限'), value(period(filing), 2)],
    contactRow(),
    [label('项目预期效果'), value(filing.effect, 5)],
    [label('项目类别'), { kind: 'value', html: boxesHtml(filing), span: 5 }],
    [
      label('资金预算<br>(总投资)'),
      value(wan(filing.budget), 2),
      label('资金来源'),
      value(sources(filing), 2),
    ],
    subsidyRow(filing),
  ];
}

function annex2Rows(filing: Filing): PaperCell[][] {
  return [
    [label('项目名称'), value(filing.name, 2), label('已建成日期'), value(completed(filing), 2)],
    contactRow(),
    [label('项目预期效果'), value(filing.effect, 5)],
    [label('项目备案类别'), { kind: 'value', html: boxesHtml(filing), span: 5 }],
    [
      label('资金预算<br>(总投资)'),
      value(wan(filing.budget), 2),
      label('实际完成投资金额'),
      value(wan(filing.actual), 2),
    ],
    [label('资金来源'), value(sources(filing), 5)],
    subsidyRow(filing),
  ];
}

function contactRow(): PaperCell[] {
  return [
    label('项目负责人'),
    value(BLANK, 1),
    label('联系电话'),
    value(BLANK, 1),
    label('邮箱'),
    value(BLANK, 1),
  ];
}

function subsidyRow(filing: Filing): PaperCell[] {
  return [
    label('申请补助资金额<br>(国家\\省\\市)'),
    value(subsidy(filing), 2),
    label('使用社会资金金额'),
    value(wan(filing.socialFunds), 2),
  ];
}

function period({ period: given }: Filing): string {
  return given ? `${formatDay(given.from)}至${formatDay(given.to)}` : '';
}

function completed({ completedOn, expectedOn }: Filing): string {
  if (completedOn !== undefined) return formatDay(completedOn);
  return expectedOn === undefined ? '' : formatExpected(expectedOn);
}

/** ☑ and □ for the five boxes of both annexes; a box and its word stay in one line. */
export function boxesHtml({ categories = [], categoryNote }: Filing): string {
  const boxes = CATEGORIES.map((category) => {
    const box = categories.includes(category) ? '☑' : '□';
    return `<span class="nowrap">${box}${category}</span>`;
  });
  return `${boxes.join('　')}${categoryNote === undefined ? '' : escapeHtml(`（${categoryNote}）`)}`;
}

/** The form's head says 万元, so amounts stand without the unit. */
function wan(amount: Fen | undefined): string {
  return amount === undefined ? '' : formatWan(amount).replace(/\s*万元$/, '');
}

function sources({ sources: given = [], budget = 0 }: Filing): string {
  return given
    .map(
      ({ source, amount }) =>
        `${source} ${wanText(amount)}${budget > 0 ? `（${percent(amount, budget)}）` : ''}`,
    )
    .join('；');
}

function subsidy({ subsidy: given }: Filing): string {
  const { national, provincial, municipal } = given ?? {};
  return [
    ['国家', national],
    ['省', provincial],
    ['市', municipal],
  ]
    .filter((pair): pair is [string, Fen] => pair[1] !== undefined)
    .map(([level, amount]) => `${level} ${wanText(amount)}`)
    .join('；');
}
