import type { Returned, ReturnedCell } from '../open-data/returned.ts';
import { printableLine } from '../text/finding.ts';

/** What was made of an export that came back. */
export interface ReturnedReport extends Returned {
  /** Cells whose filing was changed, or with `dryRun` would be. */
  readonly taken: readonly ReturnedCell[];
  /** Cells that say something else and were not taken over, each with its reason. */
  readonly refused: readonly ReturnedCell[];
  /** Rows of the sheet that name no 登记库编号. */
  readonly added: readonly { readonly sheet: string; readonly row: number; readonly name: string }[];
}

/** For people: every changed cell as it was and as it is, then the counts. */
export function returnedText(report: ReturnedReport, dryRun: boolean): string {
  const { known, taken, refused, strangers, added } = report;
  const changed = new Set(taken.map(({ id }) => id)).size;
  const lines = [
    '这是从登记库导出的台账，按登记库编号逐格比对，不另建项目。',
    ...taken.flatMap((cell) => [
      `${placeOf(cell)}：`,
      `  - ${short(cell.before)}`,
      `  + ${short(cell.after)}`,
    ]),
    ...refused.map(
      (cell) =>
        `${placeOf(cell)}：写着「${short(cell.after)}」，登记库里是「${short(cell.before)}」；${cell.why}`,
    ),
    ...strangers.map(
      ({ sheet, row, id }) => `「${sheet}」第 ${row} 行：登记库里没有「${short(id)}」，没有导入。`,
    ),
    ...added.map(
      ({ sheet, row, name }) =>
        `「${sheet}」第 ${row} 行：「${short(name)}」没有登记库编号，没有导入；新项目另存成一本台账再导入，或由单位填报。`,
    ),
  ];
  const counts = `${known} 个项目：改了 ${changed} 个（${taken.length} 格），其余没有变；没有照改的 ${refused.length} 格。`;
  return [...lines.map(printableLine), `${dryRun ? '试运行，没有写文件：' : ''}${counts}`].join('\n');
}

/** For programs. */
export function returnedJson({ known, taken, refused, strangers, added }: ReturnedReport): string {
  const changed = new Set(taken.map(({ id }) => id)).size;
  const shown = {
    added: 0,
    updated: changed,
    unchanged: known - changed,
    changes: taken,
    refused,
    unknown: strangers.map(({ sheet, row, id }) => ({ sheet, row, id })),
    unnumbered: added,
  };
  return JSON.stringify(shown, null, 2);
}

const placeOf = ({ sheet, cell, name, title }: ReturnedCell): string =>
  `「${sheet}」${cell}「${short(name)}」的「${title}」`;

function short(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 80 ? `${line.slice(0, 80)}…` : line || '（空）';
}
