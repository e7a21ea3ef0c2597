import { ANNEXES, ARTICLES } from './clauses.ts';
import { CHAPTERS, REGULATION } from './document.ts';
import type { Annex, Article } from './types.ts';

const articleLines = (article: Article): readonly string[] => [
  [article.label, article.heading, article.text].filter(Boolean).join(' '),
  ...article.items.map((item) => `${item.number}.${item.text}`),
];

const chapterLines = (chapter: (typeof CHAPTERS)[number]): readonly string[] => [
  `${chapter.label} ${chapter.title}`,
  ...ARTICLES.filter((article) => article.chapter === chapter.id).flatMap(articleLines),
];

const annexLines = (annex: Annex): readonly string[] => [
  annex.label,
  annex.title,
  ...annex.cells.flatMap((cell) => [cell.label, ...(cell.choices ?? []), cell.instruction ?? '']),
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
    ...ANNEXES.flatMap(annexLines),
    ...REGULATION.copies,
    REGULATION.printedBy,
    REGULATION.printed,
  ]
    .filter(Boolean)
    .join('\n');
}
