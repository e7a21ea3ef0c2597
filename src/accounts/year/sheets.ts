import { wanPlain } from '../../form/money.ts';
import { numberColumn, type OutSheet, textColumn } from '../../ledger/out/sheet.ts';
import { clauseTitle } from '../../regulation/index.ts';
import { type Evaluation, FIGURES } from './evaluate.ts';
import { figureText } from './say.ts';
import type { Figure } from './types.ts';

/** The evaluation as a workbook: a table of units, what stands behind every figure, and how each is counted. */
export function evaluationSheets({ year, district, units, names }: Evaluation): readonly OutSheet[] {
  const groups = [{ code: '', name: '全区', figures: district }, ...units];
  return [
    {
      name: `${year} 年度评价`,
      columns: [
        textColumn('单位', 30),
        ...FIGURES.map(({ label }) => textColumn(label, 16)),
        textColumn('办公室评价', 12),
        textColumn('财政部门评估', 24),
      ],
      rows: [
        ['全区', ...district.map(figureText), undefined, undefined],
        ...units.map(({ name, figures, conclusion }) => [
          name,
          ...figures.map(figureText),
          conclusion?.grade,
          conclusion && [conclusion.finance, conclusion.financeNumber].filter(Boolean).join('，'),
        ]),
      ],
    },
    {
      name: '数字背后的项目',
      columns: [
        textColumn('单位', 30),
        textColumn('项目名称', 36),
        textColumn('指标', 24),
        textColumn('计入', 8),
        textColumn('说明', 40),
        textColumn('编号', 36),
      ],
      rows: groups
        .slice(1)
        .flatMap(({ name, figures }) =>
          figures.flatMap((figure) => [
            ...behindRows(name, figure, '是', figure.behind, names),
            ...behindRows(name, figure, '否', figure.rest ?? [], names),
          ]),
        ),
    },
    {
      name: '全区数值',
      columns: [
        textColumn('指标', 28),
        numberColumn('数值', 14),
        numberColumn('总数', 14),
        textColumn('单位', 10),
      ],
      rows: district.map((figure) => [figure.label, ...plain(figure), figure.kind]),
    },
    {
      name: '怎样算的',
      columns: [textColumn('指标', 28), textColumn('依据', 14), textColumn('怎样算', 80)],
      rows: FIGURES.map(({ label, clause, how }) => [label, clauseTitle(clause), how]),
    },
  ];
}

function behindRows(
  unit: string,
  { label }: Figure,
  counts: string,
  all: Figure['behind'],
  names: ReadonlyMap<string, string>,
): readonly (readonly string[])[] {
  return all.map(({ id, note }) => [unit, names.get(id) ?? '', label, counts, note, id]);
}

function plain({ kind, value, of }: Figure): readonly (number | undefined)[] {
  const inWan = kind === '万元' || kind === '资金率';
  return [value, of].map((one) => (one === undefined || !inWan ? one : Number(wanPlain(one))));
}
