/**
 * 金政〔2021〕22号 as data, verbatim. The pages, the rules and the messages all cite from here, so that the
 * text stands once.
 */
export type { AnnexId, ArticleId, Clause, ClauseId, ItemId } from './regulation/clauses.ts';
export { ANNEXES, ARTICLES, CLAUSES, clause, clauseTitle, isClauseId } from './regulation/clauses.ts';
export { CHAPTERS, REGULATION } from './regulation/document.ts';
export { regulationText } from './regulation/full-text.ts';
export type { Annex, AnnexCell, Article, Chapter, Item, OpinionParty } from './regulation/types.ts';
