import { CHOICES, MONEY } from '../../../ledger/meanings.ts';
import type { Question } from '../../../ledger/project.ts';
import { readWords } from '../../../ledger/read-words.ts';
import type { Understood } from '../../../ledger/reading.ts';
import type { ColumnView, LedgerView, QuestionView } from './messages.ts';

/** A page shows so many of each; the rest is counted. */
const MOST = 200;

const UNIT_WORDS: readonly (readonly [number, string])[] = [
  [1, '万元'],
  [0.0001, '元'],
  [10_000, '亿元'],
  [0.1, '千元'],
];

/** As much of what was understood as a page shows. */
export function viewOf({ tables, questions, projects, left, faults }: Understood): LedgerView {
  const places = [...faults, ...left];
  return {
    tables: tables.map(({ sheet, row, projects: count, columns }) => ({
      sheet,
      row,
      projects: count,
      columns: columns.filter(({ column }) => !column.hidden && column.title !== '').map(columnView),
    })),
    questions: questions.map(questionView).slice(0, MOST),
    projects: projects.slice(0, MOST).map(({ sheet, row, name, unit = '', amount, year }) => ({
      place: tables.length > 1 ? `${sheet} 第 ${row} 行` : `第 ${row} 行`,
      name,
      unit,
      amount: amount === undefined ? '' : String(amount),
      year: year === undefined ? '' : String(year),
    })),
    total: projects.length,
    left: places.slice(0, MOST).map(({ sheet, row, why }) => ({ place: `${sheet} 第 ${row} 行`, why })),
    leftTotal: places.length,
    read: readWords(projects),
    meanings: CHOICES,
  };
}

function columnView({ column, unit, samples }: Understood['tables'][number]['columns'][number]): ColumnView {
  const { title, meaning, sure } = column;
  const money = meaning !== undefined && MONEY.has(meaning);
  const doubtful = unit !== undefined && unit.count > 0 && (unit.by === '大小' || unit.by === '不知');
  const word = UNIT_WORDS.find(([factor]) => factor === unit?.factor)?.[1] ?? '';
  return {
    title,
    meaning: meaning ?? '不导入',
    unit: money ? word : '',
    money,
    doubt: !sure || meaning === undefined || doubtful,
    samples,
  };
}

function questionView({ sheet, row, cell, column, asks, choices }: Question): QuestionView {
  const place = [sheet, cell ?? (row === undefined ? '' : `第 ${row} 行`)]
    .filter((part) => part !== '')
    .join(' ');
  if (cell !== undefined) return { kind: 'cell', key: `${sheet}!${cell}`, place, asks, choices };
  if (choices.includes('只要数字化')) return { kind: 'scope', key: '', place, asks, choices };
  if (choices.length === 0) return { kind: 'unit', key: '', place, asks, choices };
  return { kind: 'column', key: column ?? '', place, asks, choices };
}
