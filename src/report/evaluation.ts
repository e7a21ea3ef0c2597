import type { Evaluation, UnitYear } from '../accounts/year/evaluate.ts';
import { figureNumber, figureText } from '../accounts/year/say.ts';
import type { Behind, Figure } from '../accounts/year/types.ts';
import { formatDay } from '../form/dates.ts';
import { wanPlain } from '../form/money.ts';
import { clauseTitle } from '../regulation/index.ts';
import { printableLine } from '../text/finding.ts';

/** The evaluation of a year as JSON: sums in 万元, shares from 0 to 1, and the projects behind every figure. */
export function evaluationJson({ year, asOf, isOver, demo, district, units, names }: Evaluation): string {
  const named = (all: readonly Behind[] = []) =>
    all.map(({ id, note }) => ({ id, name: names.get(id) ?? '', note }));
  const shown = (figures: readonly Figure[]) =>
    figures.map((figure) => {
      const { key, label, group, kind, clause, how, value, of, behind, rest, none } = figure;
      const inWan = kind === '万元' || kind === '资金率';
      const amount = (one: number | undefined) =>
        one === undefined ? null : inWan ? Number(wanPlain(one)) : one;
      return {
        key,
        label,
        group,
        kind,
        article: clauseTitle(clause),
        how,
        figure: figureNumber(figure),
        text: figureText(figure),
        value: amount(value),
        ...(of === undefined ? {} : { of: amount(of) }),
        ...(none === undefined ? {} : { none }),
        entries: named(behind),
        ...(rest === undefined ? {} : { rest: named(rest) }),
      };
    });
  const all = units.map(({ code, name, figures, coordinated, conclusion }) => {
    return { code, name, figures: shown(figures), coordinated, ...(conclusion ? { conclusion } : {}) };
  });
  return JSON.stringify(
    { year, asOf, isOver, demo, district: { figures: shown(district) }, units: all },
    null,
    2,
  );
}

/** The evaluation of a year in words: the district, then unit by unit what there is to say. */
export function evaluationText(evaluation: Evaluation): string {
  const { district, units } = evaluation;
  return [
    evaluationHead(evaluation),
    '',
    '全区',
    ...groupLines(district),
    ...units.flatMap((unit) => [
      '',
      `${unit.name}（${unit.code}）`,
      ...conclusionLines(unit),
      ...groupLines(unit.figures),
    ]),
    ...(units.length === 0 ? ['', '这一年没有单位登记过项目，也没有写应备项目。'] : []),
  ].join('\n');
}

/** 「2025 年度评价（第十条），截至 2025年12月31日。」 */
export function evaluationHead({ year, asOf, isOver, demo }: Evaluation): string {
  const going = isOver ? '' : '这一年还没有过完，数字会变。';
  const marked = demo ? '下面是演示项目的数字，不是真实项目。' : '';
  return `${year} 年度评价（第十条），截至 ${formatDay(asOf)}。${going}${marked}`;
}

/** What was concluded of the unit, and the projects that it coordinates. */
export function conclusionLines({ conclusion, coordinated }: UnitYear): readonly string[] {
  const said = conclusion && [
    `  办公室评价：${conclusion.grade}（${formatDay(conclusion.date)}）${conclusion.note ? `：${conclusion.note}` : ''}`,
    `  财政部门评估：${conclusion.finance ?? '没有写'}${conclusion.financeNumber ? `（${conclusion.financeNumber}）` : ''}`,
  ];
  const beside =
    coordinated.length === 0 ? [] : [`  另协调社会项目 ${coordinated.length} 个，没有计入下面的数字。`];
  return [...(said?.map(printableLine) ?? ['  办公室和财政部门的结论：还没有写']), ...beside];
}

function groupLines(figures: readonly Figure[]): readonly string[] {
  return [...Map.groupBy(figures, ({ group }) => group)].flatMap(([group, all]) => [
    `  ${group}`,
    ...all.map(
      (figure) => `    ${figure.label}：${figureText(figure)}${figure.none ? `（${figure.none}）` : ''}`,
    ),
  ]);
}
