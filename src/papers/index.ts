/** Papers: one model of what lies on A4, drawn as HTML for the page and the printer, and as .docx for Word and WPS. */
import { blankForm } from './form-paper.ts';
import { isOfficeKind, type PaperKind } from './kinds.ts';
import type { Paper } from './model.ts';
import { blankOfficePaper } from './office-paper.ts';

export type { Contacts, Extra } from './annex-paper.ts';
export { type FinancePaper, financePaper } from './finance-paper.ts';
export { type FormKind, formKind, formPaper } from './form-paper.ts';
export { type Heading, paperDocument, paperHtml } from './html.ts';
export {
  isOfficeKind,
  type OfficeKind,
  PAPER_KINDS,
  PAPER_SLUGS,
  type PaperKind,
  paperKind,
} from './kinds.ts';
export type { Paper } from './model.ts';
export type { OfficeFacts } from './office-facts.ts';
export { type MadePaper, officePaper } from './office-paper.ts';
export { expertPacket, type PacketFacts, type PacketLikeness } from './packet.ts';

/** Any paper as it is kept in a drawer. */
export function blankPaper(kind: PaperKind): Paper {
  return isOfficeKind(kind) ? blankOfficePaper(kind) : blankForm(kind);
}
