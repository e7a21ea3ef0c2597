/**
 * 金政〔2021〕22号 as data, verbatim. The pages, the rules and the messages all cite from here, so that the
 * text stands once.
 */
export type { AnnexId, ArticleId, Clause, ClauseId, ItemId } from './clauses.ts';
export { ANNEXES, ARTICLES, CLAUSES, clause, clauseTitle, isClauseId } from './clauses.ts';
export { CHAPTERS, REGULATION } from './document.ts';
export { regulationText } from './full-text.ts';
export type { Annex, AnnexCell, Article, Chapter, Item, OpinionParty } from './types.ts';
