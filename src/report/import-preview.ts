import { MONEY } from '../ledger/meanings.ts';
import type { LedgerProject } from '../ledger/project.ts';
import { readWords } from '../ledger/read-words.ts';
import type { Understood } from '../ledger/reading.ts';
import { printableLine } from '../text/finding.ts';

/** What an import understood, for programs: the contract of `import --preview --format json`. */
export function previewJson({ projects, left, faults, questions }: Understood): string {
  const shown = {
    projects: projects.map(projectShown),
    left: [...left, ...faults],
    questions: questions.map(({ sheet, row, column, cell, asks, choices }) => ({
      sheet,
      row,
      column,
      cell,
      asks,
      choices,
    })),
  };
  return JSON.stringify(shown, null, 2);
}

function projectShown(project: LedgerProject): object {
  const {
    sheet,
    row,
    rows,
    name,
    unit,
    amount,
    amountFrom,
    year,
    description,
    funds,
    plan,
    sums,
    values,
    notes,
    digital,
  } = project;
  return {
    sheet,
    row,
    rows,
    name,
    unit: unit ?? null,
    amount: amount ?? null,
    year: year ?? null,
    description: description ?? '',
    amountFrom,
    funds,
    plan,
    sums,
    values,
    notes,
    digital,
  };
}

/** The same for people: each table column by column, what is left and why, what is asked, and how much was read. */
export function previewText({ projects, left, faults, questions, tables }: Understood): string {
  const lines = tables.flatMap(({ sheet, row, columns, projects: count }) => [
    `工作表「${sheet}」，列名在第 ${row} 行，读到 ${count} 个项目：`,
    ...columns.map(({ column, unit, samples }) => {
      const money =
        column.meaning !== undefined && MONEY.has(column.meaning) && unit?.factor !== undefined
          ? `，单位${unitWord(unit.factor)}`
          : '';
      const read = column.hidden
        ? '隐藏，没有读'
        : column.meaning === undefined
          ? '不认识，不导入'
          : `读作 ${column.meaning}${money}${column.sure ? '' : '（请核对）'}`;
      return `  ${column.title || '（没有列名）'} → ${read}${samples.length > 0 ? `    例如：${samples[0]}` : ''}`;
    }),
  ]);
  const places = [...left, ...faults].map(({ sheet, row, why }) => `  「${sheet}」第 ${row} 行：${why}`);
  const asked = questions.map(
    ({ sheet, row, cell, asks, choices }) =>
      `  「${sheet}」${cell ?? (row === undefined ? '' : `第 ${row} 行`)}：${asks}${choices.length > 0 ? `（${choices.slice(0, 6).join('、')}${choices.length > 6 ? '……' : ''}）` : ''}`,
  );
  return [
    ...lines.map(printableLine),
    ...(places.length > 0 ? [`没有导入的 ${places.length} 处：`, ...places.map(printableLine)] : []),
    ...(asked.length > 0 ? [`要问的 ${asked.length} 处：`, ...asked.map(printableLine)] : []),
    readWords(projects),
  ].join('\n');
}

const unitWord = (factor: number): string =>
  factor === 1
    ? '万元'
    : factor === 10_000
      ? '亿元'
      : factor === 0.1
        ? '千元'
        : factor === 0.0001
          ? '元'
          : `${factor} 万元`;
