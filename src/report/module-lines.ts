import { type ModuleTable, moduleHeadline } from '../similarity/modules.ts';

/** The table module × project in lines: the headline, then each module that somebody has; nothing where nobody has any. */
export function moduleLines(table: ModuleTable): readonly string[] {
  const headline = moduleHeadline(table);
  if (headline === undefined) return [];
  return [
    `模块：${headline}`,
    ...table.rows
      .filter(({ matches }) => matches.length > 0)
      .map(
        ({ name, matches }) =>
          `  ${name}：${matches.map((one) => `「${one.name}」（${one.id}）`).join('、')}`,
      ),
  ];
}
