import { isSurelyDigital, scopeOf } from './digital.ts';
import type { LeftOut } from './grid.ts';
import type { LedgerProject, Question } from './project.ts';
import type { Answers } from './reading.ts';

/** Rows that tell nothing digital: left out of a budget, asked about in another ledger that is not of digital projects. */
export function inScope(
  found: readonly LedgerProject[],
  titles: readonly string[],
  heading: string,
  answers: Answers,
  left: LeftOut[],
  questions: Question[],
): readonly LedgerProject[] {
  const told = answers.scope === '全部' ? 'all' : answers.scope === '只要数字化' ? 'digital-only' : undefined;
  const scope =
    told ??
    scopeOf(
      found.map(({ name }) => name),
      titles,
      heading,
    );
  if (scope === 'all') return found;
  const isIn = ({ name, digital }: LedgerProject): boolean =>
    scope === 'digital-only' ? isSurelyDigital(name) : digital;
  const others = found.filter((project) => !isIn(project));
  const [first] = others;
  if (!first) return found;
  if (scope === 'ask') {
    questions.push({
      sheet: first.sheet,
      asks: `这本台账里有 ${others.length} 个项目从名称看不出是数字化项目，一并导入吗？`,
      choices: ['全部', '只要数字化'],
      taken: true,
    });
    return found;
  }
  for (const { sheet, row, name } of others)
    left.push({
      sheet,
      row,
      why: `「${name.slice(0, 30)}」从名称看不出是数字化项目，没有导入；是的，导入时写明「数字化: 全部」，或改名称。`,
    });
  if (told === undefined)
    questions.push({
      sheet: first.sheet,
      asks: `这是各项支出的预算：${others.length} 行从名称看不出是数字化项目，没有导入，对不对？`,
      choices: ['只要数字化', '全部'],
      taken: true,
    });
  return found.filter(isIn);
}
