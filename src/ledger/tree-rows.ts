import type { Column } from './columns.ts';
import { groupUnit } from './fill-units.ts';
import type { LeftOut, Sheet } from './grid.ts';
import type { LedgerProject } from './project.ts';
import type { RawProject } from './rows.ts';

/** The rows of a table, those that only head others left out. */
interface Unfolded {
  readonly raws: readonly RawProject[];
  readonly projects: readonly LedgerProject[];
  readonly left: readonly LeftOut[];
}

/**
 * A budget as a tree in one column: 「003 区财政局 | 590」 above its projects, whose sums make up its own. Such a row heads
 * the others and is no project; what is indented below it, or is no unit itself, belongs to it.
 */
export function unfoldTree(
  sheet: Sheet,
  columns: readonly Column[],
  raws: readonly RawProject[],
  projects: readonly LedgerProject[],
): Unfolded {
  const name = columns.find(({ meaning, hidden }) => meaning === '项目名称' && !hidden);
  if (!name || columns.some(({ meaning, hidden }) => meaning === '建设单位' && !hidden))
    return { raws, projects, left: [] };
  const texts = raws.map(({ lines }) => lines[0]?.cellOf(name).text ?? '');
  const depths = texts.map((text) => /^[\s\u3000]*/.exec(text)?.[0].length ?? 0);
  const heads = new Map<number, string>();
  const groups: (string | undefined)[] = raws.map(({ group }) => group);
  for (const at of projects.keys()) {
    const below = childrenOf(texts, depths, at);
    if (below.length === 0 || !makesUp(projects, at, below)) continue;
    heads.set(at, texts[at]?.trim() ?? '');
    for (const child of below) groups[child] = texts[at]?.trim();
  }
  return {
    raws: raws.flatMap((raw, at) => (heads.has(at) ? [] : [{ ...raw, group: groups[at] }])),
    projects: projects.filter((_, at) => !heads.has(at)),
    left: [...heads].map(([at, text]) => ({
      sheet: sheet.name,
      row: projects[at]?.row ?? 0,
      why: `这一行是「${text.slice(0, 30)}」下面各行的合计，不是项目。`,
    })),
  };
}

/** The rows below one that are further in; where it is a unit and nothing is indented, those up to the next unit. */
function childrenOf(texts: readonly string[], depths: readonly number[], at: number): readonly number[] {
  const isUnit = groupUnit(texts[at] ?? '') !== undefined;
  const further = (depths[at + 1] ?? 0) > (depths[at] ?? 0);
  if (!further && !isUnit) return [];
  const found: number[] = [];
  for (let child = at + 1; child < texts.length; child++) {
    const belongs = further
      ? (depths[child] ?? 0) > (depths[at] ?? 0)
      : groupUnit(texts[child] ?? '') === undefined;
    if (!belongs) break;
    found.push(child);
  }
  return found;
}

function makesUp(projects: readonly LedgerProject[], at: number, below: readonly number[]): boolean {
  const whole = projects[at]?.amount;
  if (whole === undefined) return false;
  const sum = below.reduce((total, child) => total + (projects[child]?.amount ?? 0), 0);
  return Math.abs(sum - whole) <= Math.max(0.01, whole * 0.002);
}
