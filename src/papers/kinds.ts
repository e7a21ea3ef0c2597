import type { Act } from '../records/lifecycle/derive.ts';

/** The papers that can be made of a project, by the name that people ask for. */
export const PAPER_KINDS = [
  '附件1',
  '附件2',
  '资料报送',
  '受理单',
  '备案回执',
  '补正通知',
  '不予受理告知',
  '审核意见',
  '专家论证意见',
  '验收意见',
] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

/** The papers of the office, as against the forms that the unit hands in. */
export type OfficeKind = Exclude<PaperKind, '附件1' | '附件2' | '资料报送'>;

/** What people also call a form. */
const OTHER_NAMES: Readonly<Record<string, PaperKind>> = {
  申请表: '附件1',
  备案表: '附件2',
  回执: '备案回执',
  受理通知: '受理单',
  补正: '补正通知',
  不予受理: '不予受理告知',
  审核: '审核意见',
  专家论证: '专家论证意见',
  论证意见: '专家论证意见',
  专家验收: '验收意见',
};

/** The kind that is meant by a word; undefined when it is none. */
export function paperKind(word: string): PaperKind | undefined {
  const folded = word.normalize('NFKC').replace(/\s/g, '');
  return (
    PAPER_KINDS.find((kind) => kind === folded) ??
    (Object.hasOwn(OTHER_NAMES, folded) ? OTHER_NAMES[folded] : undefined)
  );
}

/** The address of each blank paper on the site: /papers/annex1/, /papers/annex1.docx. */
export const PAPER_SLUGS = {
  附件1: 'annex1',
  附件2: 'annex2',
  资料报送: 'delivery',
  受理单: 'receipt',
  备案回执: 'filing-receipt',
  补正通知: 'correction',
  不予受理告知: 'refusal',
  审核意见: 'review',
  专家论证意见: 'panel',
  验收意见: 'acceptance',
} as const satisfies Readonly<Record<PaperKind, string>>;

/** How a paper of the office is headed, which events it gives account of, and whether it is handed out before they are. */
interface OfficePaperDef {
  readonly heading: string;
  readonly acts: readonly Act[];
  /** A sheet to be filled in by the office or the panel: it is printed first and recorded afterwards. */
  readonly sheet: boolean;
}

export const OFFICE_PAPERS = {
  受理单: { heading: '“数智化”建设项目受理单', acts: ['受理'], sheet: false },
  备案回执: { heading: '“数智化”建设项目备案回执', acts: ['受理'], sheet: false },
  补正通知: { heading: '“数智化”建设项目补正通知', acts: ['要求补正', '审核退回'], sheet: false },
  不予受理告知: {
    heading: '“数智化”建设项目不予受理告知',
    acts: ['不予受理', '不属于登记范围'],
    sheet: false,
  },
  审核意见: {
    heading: '“数智化”建设项目审核意见',
    acts: ['审核通过', '审核不通过', '审核退回'],
    sheet: true,
  },
  专家论证意见: { heading: '“数智化”建设项目专家论证意见', acts: ['论证通过', '论证不通过'], sheet: true },
  验收意见: { heading: '“数智化”建设项目验收意见', acts: ['验收通过', '验收不通过'], sheet: true },
} as const satisfies Readonly<Record<OfficeKind, OfficePaperDef>>;

/** Every kind of paper of the office. */
export const OFFICE_KINDS = Object.keys(OFFICE_PAPERS) as readonly OfficeKind[];

/** Whether it is a paper of the office. */
export const isOfficeKind = (kind: PaperKind): kind is OfficeKind => Object.hasOwn(OFFICE_PAPERS, kind);
