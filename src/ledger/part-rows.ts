import type { Column } from './columns.ts';
import type { LeftOut, Sheet } from './grid.ts';
import type { LedgerProject } from './project.ts';
import type { RawProject } from './rows.ts';

const PART = /^(\d{1,3})[.．、\-–—](\d{1,3})$/;

/**
 * Rows numbered 1.1, 1.2 below 1: parts of it where their sums make up its sum, so that they are not counted twice; and
 * where 1 has no sum of its own, it only names the group of them.
 */
export function withoutParts(
  sheet: Sheet,
  columns: readonly Column[],
  raws: readonly RawProject[],
  projects: readonly LedgerProject[],
): { readonly kept: readonly boolean[]; readonly left: readonly LeftOut[] } {
  const serial = columns.find(({ meaning, hidden }) => meaning === '序号' && !hidden);
  const kept = projects.map(() => true);
  const left: LeftOut[] = [];
  const leave = (at: number, why: string): void => {
    kept[at] = false;
    left.push({ sheet: sheet.name, row: projects[at]?.row ?? 0, why });
  };
  for (const [part, at] of namedParts(columns, raws, projects)) leave(part, partOf(projects[at]));
  if (!serial) return { kept, left };
  const numbers = raws.map(({ lines }) => lines[0]?.cellOf(serial).text.trim() ?? '');
  for (const [at, number] of numbers.entries()) {
    if (!/^\d{1,3}$/.test(number) || PART.exec(numbers[at + 1] ?? '')?.[1] !== number) continue;
    const parts = partsOf(numbers, at);
    const whole = projects[at];
    if (!whole) continue;
    const sum = parts.reduce((total, part) => total + (projects[part]?.amount ?? 0), 0);
    if (whole.amount === undefined && sum > 0) {
      leave(at, `这一行是分组标题「${whole.name.slice(0, 30)}」，不是项目。`);
      continue;
    }
    if (whole.amount === undefined || Math.abs(sum - whole.amount) > whole.amount * 0.002) continue;
    for (const part of parts) leave(part, partOf(whole));
  }
  return { kept, left };
}

function partOf(whole: LedgerProject | undefined): string {
  return `这一行是第 ${whole?.row} 行「${whole?.name.slice(0, 30)}」的一部分，金额已经算在里面，不另算项目。`;
}

const AMONG = /^[\s\u3000]*其中\s*[:：、]?\s*\S/;

/** 「其中：气象雷达」 and the indented lines below it, each with the project they are part of. */
function namedParts(
  columns: readonly Column[],
  raws: readonly RawProject[],
  projects: readonly LedgerProject[],
): readonly (readonly [part: number, whole: number])[] {
  const name = columns.find(({ meaning, hidden }) => meaning === '项目名称' && !hidden);
  const parts: (readonly [number, number])[] = [];
  let whole: number | undefined;
  for (const [at, { lines }] of raws.entries()) {
    const text = (name && lines[0]?.cellOf(name).text) ?? '';
    const goesOn = whole !== undefined && /^[\s\u3000]{2,}\S/.test(text);
    if (at > 0 && (AMONG.test(text) || goesOn)) {
      whole ??= at - 1;
      const { amount } = projects[whole] ?? {};
      if (amount === undefined || (projects[at]?.amount ?? 0) <= amount) parts.push([at, whole]);
    } else whole = undefined;
  }
  return parts;
}

function partsOf(numbers: readonly string[], at: number): readonly number[] {
  const parts: number[] = [];
  for (let part = at + 1; PART.exec(numbers[part] ?? '')?.[1] === numbers[at]; part++) parts.push(part);
  return parts;
}
