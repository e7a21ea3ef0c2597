import { amountsIn } from '../form/amount-words.ts';
import type { Column } from './columns.ts';
import { MONEY } from './meanings.ts';
import { readMoney } from './money-cell.ts';
import type { RawProject } from './rows.ts';
import { MONEY_UNITS } from './title.ts';

/** The unit of a column of money. */
export interface MoneyUnit {
  /** To 万元; undefined where it cannot be told, so that no bare number of the column is taken. */
  readonly factor?: number | undefined;
  /** How it is known. Only 写明 and 核对 need no question. */
  readonly by: '写明' | '核对' | '大小' | '不知';
  /** The middle of its bare numbers as written; 0 where there are none. */
  readonly median: number;
  readonly count: number;
}

const YUAN = 1 / 10_000;

/** The unit of each column of money: as its title or the sheet states it, else as other words of the rows prove it, else by size. */
export function moneyUnits(
  columns: readonly Column[],
  projects: readonly RawProject[],
  stated: number | undefined,
): ReadonlyMap<Column, MoneyUnit> {
  const money = columns.filter(
    ({ meaning, hidden }) => meaning !== undefined && MONEY.has(meaning) && !hidden,
  );
  const texts = columns.filter(
    ({ meaning, hidden }) => (meaning === '建设内容' || meaning === '备注') && !hidden,
  );
  const proofs = money.length > 0 && texts.length > 0 ? provenBy(money, texts, projects) : undefined;
  const beside = columns.find(({ meaning }) => meaning === '金额单位');
  const units = new Map(
    money.map((column) => [column, unitOf(column, projects, stated, proofs?.get(column), beside)]),
  );
  return asOthers(spread(units, proofs));
}

/** Columns of one ledger that state nothing have one unit: what is proven of one holds for those of like size. */
function spread(
  units: ReadonlyMap<Column, MoneyUnit>,
  proofs: ReadonlyMap<Column, number | undefined> | undefined,
): ReadonlyMap<Column, MoneyUnit> {
  const proven = [...units].find(([, { by }]) => by === '核对');
  if (!proven || !proofs) return units;
  return new Map(
    [...units].map(([column, unit]) => {
      const like = unit.by === '大小' ? unit.factor === proven[1].factor : unit.by === '不知';
      return [column, like ? { ...unit, factor: proven[1].factor, by: '核对' as const } : unit];
    }),
  );
}

/** A sum out of place in one column leaves it unsure; the columns beside it, of like size, are in the same unit. */
function asOthers(units: ReadonlyMap<Column, MoneyUnit>): ReadonlyMap<Column, MoneyUnit> {
  const known = [...units.values()].find(({ by }) => by === '大小');
  if (!known) return units;
  const like = ({ by, median }: MoneyUnit): boolean =>
    by === '不知' && median > known.median / 30 && median < known.median * 30;
  return new Map(
    [...units].map(([column, unit]) => [
      column,
      like(unit) ? { ...unit, factor: known.factor, by: '大小' as const } : unit,
    ]),
  );
}

function unitOf(
  column: Column,
  projects: readonly RawProject[],
  stated: number | undefined,
  proven: number | undefined,
  beside: Column | undefined,
): MoneyUnit {
  const bare = projects.flatMap(({ lines, factor: above }) => {
    const [line] = lines;
    if (above !== undefined && column.factor === undefined) return [];
    // A unit in the column beside leaves nothing to find out.
    if (line && beside && MONEY_UNITS[line.cellOf(beside).text.trim()] !== undefined) return [];
    const read = line && readMoney(line.cellOf(column));
    return read?.kind === 'amounts'
      ? read.amounts.filter(({ factor }) => factor === undefined).map(({ value }) => value)
      : [];
  });
  const sorted = [...bare].sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const known = { median, count: bare.length };
  const said = column.factor ?? stated;
  if (said !== undefined) return { factor: said, by: '写明', ...known };
  if (bare.length === 0) return { factor: 1, by: '写明', ...known };
  if (proven !== undefined) return { factor: proven, by: '核对', ...known };
  const size = bySize(sorted, median);
  return size === undefined ? { by: '不知', ...known } : { factor: size, by: '大小', ...known };
}

/**
 * A district's project costs some ten thousand 元 to some ten thousand 万元. Between, nobody can tell, and nothing is
 * guessed; three places behind the point are never 元.
 */
export function factorBySize(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted.length === 0 ? undefined : bySize(sorted, sorted[Math.floor(sorted.length / 2)] ?? 0);
}

function bySize(sorted: readonly number[], median: number): number | undefined {
  const fine = sorted.filter((value) => Math.abs(value * 100 - Math.round(value * 100)) > 1e-6).length;
  if (fine > 0 && median < 20_000) return 1;
  if (median >= 20_000 && sorted.filter((value) => value >= 1_000).length >= sorted.length * 0.9) return YUAN;
  // A single one far above the others was typed in 元, and is asked about by itself.
  const usual = sorted.filter((value) => value < 50_000).length;
  return median < 2_000 && usual >= sorted.length * 0.8 ? 1 : undefined;
}

/** Sentences beside the numbers state the same amounts with their unit: 1962576 beside 「196.2576万元」 is 元. */
function provenBy(
  money: readonly Column[],
  texts: readonly Column[],
  projects: readonly RawProject[],
): ReadonlyMap<Column, number | undefined> {
  const votes = new Map(money.map((column) => [column, { yuan: 0, wan: 0 }]));
  for (const { lines } of projects.slice(0, 2_000)) {
    const [line] = lines;
    if (!line) continue;
    const said = texts.flatMap((column) =>
      amountsIn(line.cellOf(column).text.slice(0, 2_000)).map(({ fen }) => fen / 1_000_000),
    );
    if (said.length === 0) continue;
    for (const column of money) {
      const read = readMoney(line.cellOf(column));
      if (read.kind !== 'amounts' || read.amounts.length !== 1 || read.amounts[0]?.factor !== undefined)
        continue;
      const value = read.amounts[0]?.value ?? 0;
      const vote = votes.get(column);
      if (vote && said.some((amount) => same(amount, value * YUAN))) vote.yuan += 1;
      if (vote && said.some((amount) => same(amount, value))) vote.wan += 1;
    }
  }
  return new Map([...votes].map(([column, { yuan, wan }]) => [column, verdict(yuan, wan)]));
}

function verdict(yuan: number, wan: number): number | undefined {
  if (yuan >= 2 && yuan > wan * 4) return YUAN;
  return wan >= 2 && wan > yuan * 4 ? 1 : undefined;
}

const same = (a: number, b: number): boolean => b > 0 && Math.abs(a - b) <= Math.max(a, b) * 0.000_5;
