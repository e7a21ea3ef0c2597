/**
 * 金政〔2021〕22号 as data, verbatim. The pages, the rules and the messages all cite from here, so that the
 * text stands once.
 */
export type { Annex, AnnexCell, OpinionCell } from './annex.ts';
export { annexCells, annexLines, cellWords } from './annex.ts';
export type { AnnexId, ArticleId, Clause, ClauseId, ItemId } from './clauses.ts';
export {
  ANNEXES,
  ARTICLES,
  annexOf,
  CLAUSES,
  clause,
  clauseTitle,
  isClauseId,
  OWN_BASIS,
} from './clauses.ts';
export { CHAPTERS, REGULATION } from './document.ts';
export { regulationText } from './full-text.ts';
export type { Article, Chapter, Item } from './types.ts';
