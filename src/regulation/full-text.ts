import { annexLines } from './annex.ts';
import { ANNEXES, ARTICLES } from './clauses.ts';
import { CHAPTERS, REGULATION } from './document.ts';
import type { Article } from './types.ts';

const articleLines = (article: Article): readonly string[] => [
  [article.label, article.heading, article.text].filter(Boolean).join(' '),
  ...article.items.map((item) => `${item.number}.${item.text}`),
];

const chapterLines = (chapter: (typeof CHAPTERS)[number]): readonly string[] => [
  `${chapter.label} ${chapter.title}`,
  ...ARTICLES.filter((article) => article.chapter === chapter.id).flatMap(articleLines),
];

const annexList = (): readonly string[] =>
  ANNEXES.map((annex, at) => `${at === 0 ? '附件：' : ''}${at + 1}.《${annex.title}》`);

/** The whole document in printed order, one paragraph or cell a line: letter, articles, annexes, copies. */
export function regulationText(): string {
  const { notice } = REGULATION;
  return [
    REGULATION.letterhead,
    REGULATION.number,
    notice.title,
    notice.addressees,
    notice.text,
    REGULATION.title,
    ...CHAPTERS.flatMap(chapterLines),
    ...annexList(),
    ...ANNEXES.flatMap((annex) => [annex.label, annex.title, ...annexLines(annex)]),
    ...REGULATION.copies,
    REGULATION.printedBy,
    REGULATION.printed,
  ].join('\n');
}
