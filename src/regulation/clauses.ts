import { type Annex, annexLines } from './annex.ts';
import { ANNEX_1 } from './annex1.ts';
import { ANNEX_2 } from './annex2.ts';
import { ARTICLES_1_TO_6 } from './articles-1-6.ts';
import { ARTICLES_7_TO_12 } from './articles-7-12.ts';
import type { Article } from './types.ts';
import type { Form } from './vocabulary.ts';

/** 第一条 to 第十二条, in order. */
export const ARTICLES = [...ARTICLES_1_TO_6, ...ARTICLES_7_TO_12] as const;

export const ANNEXES = [ANNEX_1, ANNEX_2] as const;

/** The annex that a 表式 fills in; 资料报送 has none of its own, and the words of the application fit best. */
export const annexOf = (form: Form): Annex => (form === '备案表' ? ANNEX_2 : ANNEX_1);

export type ArticleId = (typeof ARTICLES)[number]['id'];
export type ItemId = (typeof ARTICLES)[number]['items'][number]['id'];
export type AnnexId = (typeof ANNEXES)[number]['id'];

/** Every place that can be cited: a literal union, so that a wrong citation does not compile. */
export type ClauseId = ArticleId | ItemId | AnnexId;

/** A citable piece of the regulation. `title` is how people cite it; `text` is verbatim, one paragraph a line. */
export interface Clause {
  readonly id: ClauseId;
  readonly title: string;
  readonly text: string;
}

const articleText = (article: Article): string =>
  [article.text, ...article.items.map((item) => `${item.number}.${item.text}`)].join('\n');

function articleClauses(article: (typeof ARTICLES)[number]): readonly Clause[] {
  const items = article.items.map((item) => ({
    id: item.id,
    title: `${article.label}第${item.number}项`,
    text: item.text,
  }));
  return [{ id: article.id, title: article.label, text: articleText(article) }, ...items];
}

/** All clauses in reading order; an article comes before its items. */
export const CLAUSES: readonly Clause[] = [
  ...ARTICLES.flatMap(articleClauses),
  ...ANNEXES.map((annex) => ({
    id: annex.id,
    title: `${annex.label}（${annex.name}）`,
    text: annexLines(annex).join('\n'),
  })),
];

const BY_ID: ReadonlyMap<string, Clause> = new Map(CLAUSES.map((each) => [each.id, each]));

/** True for a string that names a clause: for ids that come from a file or an address. */
export const isClauseId = (id: string): id is ClauseId => BY_ID.has(id);

/** The clause of this id. Throws on an unknown one: ids are written by us, never by clerks. */
export function clause(id: ClauseId): Clause {
  const found = BY_ID.get(id);
  if (!found) throw new Error(`Unknown clause id: ${id}`);
  return found;
}

/** What a thing rests on that no clause asks for. */
export const OWN_BASIS = '登记库的规定';

/** How the clause is cited, for example 「第六条第2项」 or 「附件1（申请表）」; what has none is the registry's own. */
export const clauseTitle = (id: ClauseId | undefined): string => (id ? clause(id).title : OWN_BASIS);
