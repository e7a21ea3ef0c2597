import { stableSuffix } from '../registry/stable-suffix.ts';
import type { Column, ToldColumn } from './columns.ts';
import { MEANINGS, type Meaning, MONEY } from './meanings.ts';
import type { Question } from './project.ts';
import type { Answers, Understood } from './reading.ts';
import { foldTitle, MONEY_UNITS } from './title.ts';

/** What a person says when a question is to stay open. */
export const LEAVE = '先不答，照现在的读';

/** The questions that somebody is worth asking: of columns and sheets all, of cells those without which a sum is lost. */
export function worthAsking({ questions }: Understood): readonly Question[] {
  const columns = questions.filter(({ cell }) => cell === undefined);
  const cells = questions.filter(({ cell, taken }) => cell !== undefined && taken !== true);
  return [...columns, ...cells];
}

/** The answers with one more. `said` is one of the question's choices, or words where it has none. */
export function withAnswer(
  answers: Answers,
  question: Question,
  said: string,
  tables: Understood['tables'],
): Answers {
  const { sheet, column, cell, choices } = question;
  if (cell !== undefined)
    return { ...answers, cells: new Map([...answers.cells, [`${sheet}!${cell}`, said]]) };
  if (said === '全部' || said === '只要数字化') return { ...answers, scope: said };
  if (column === undefined || choices.length === 0) return { ...answers, unit: said };
  const told = new Map(answers.columns);
  const factor = MONEY_UNITS[said];
  if (factor !== undefined) {
    for (const one of unitless(tables)) told.set(foldTitle(one.title), { ...of(told, one), factor });
  } else told.set(foldTitle(column), { meaning: meaningOf(said) });
  return { ...answers, columns: told };
}

const of = (told: ReadonlyMap<string, ToldColumn>, { title, meaning }: Column): ToldColumn =>
  told.get(foldTitle(title)) ?? { meaning };

const meaningOf = (said: string): Meaning | undefined =>
  Object.keys(MEANINGS).includes(said) ? (said as Meaning) : undefined;

/** The columns of money whose unit nobody stated: one answer holds for all of them. */
function unitless(tables: Understood['tables']): readonly Column[] {
  return tables
    .flatMap(({ columns }) => columns)
    .filter(
      ({ column, unit }) =>
        column.meaning && MONEY.has(column.meaning) && (unit?.by === '大小' || unit?.by === '不知'),
    )
    .map(({ column }) => column);
}

/** What tells a ledger of the same shape: its titles, whatever their order. Undefined where it has no titles. */
export function shapeOf({ tables }: Understood): string | undefined {
  const titles = new Set(
    tables.flatMap(({ columns }) => columns.map(({ column }) => foldTitle(column.title))),
  );
  return titles.size === 0 ? undefined : stableSuffix([...titles].sort().join('\n'));
}

/** What of the answers holds for the next ledger of that shape too: not its cells, and not whose it is. */
export function forTheShape(answers: Answers): Answers {
  return { ...answers, cells: new Map(), unit: undefined };
}
