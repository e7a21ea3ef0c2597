import { COLUMNS, cellLine, labelCell, type Paper, text, title, valueCell } from './model.ts';

/** A receipt for Finance in words: what is known, line by line, and the conditions that it stands under. */
export interface FinancePaper {
  readonly project: string;
  readonly office: string;
  readonly demo: boolean;
  readonly lines: readonly (readonly [label: string, words: string])[];
  readonly conditions: readonly string[];
}

/** 财政回执 on paper. It proves nothing by itself: its digest is compared with the registry. */
export function financePaper({ project, office, demo, lines, conditions }: FinancePaper): Paper {
  return {
    name: `财政回执-${project}`,
    flow: [
      title(`“数智化”建设项目财政回执${demo ? '（演示）' : ''}`),
      {
        kind: 'grid',
        rows: lines.map(([label, words]) => ({
          cells: [labelCell(label, 12), valueCell(words, COLUMNS - 12)],
          height: 'line',
        })),
      },
      text('条件', { size: 'cell', bold: true, room: 'small' }),
      ...conditions.map((one, at) => text(`${at + 1}. ${one}`, { size: 'cell', indent: 'item' })),
      text('本回执以登记库为准：财政部门按登记号或摘要核对，核对不符的无效。', {
        size: 'cell',
        room: 'small',
      }),
      cellLine(`${office}（盖章）`, { align: 'right', room: 'seal' }),
    ],
  };
}
