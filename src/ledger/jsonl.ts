import { decodeLedger } from './decode.ts';
import { BLANK, type Book, type Cell, type LeftOut, textCell } from './grid.ts';
import { LIMITS } from './limits.ts';
import { withoutMarkup } from './references.ts';
import { countLines, refuseLong } from './row-count.ts';

type JsonRecord = Readonly<Record<string, unknown>>;

/**
 * Reads a file of one JSON object per line, or one list of objects; keys are column titles. An object has the number of
 * its line as its row, or of its place in the list.
 */
export function readJsonl(bytes: Uint8Array, name: string): Book {
  const faults: LeftOut[] = [];
  const left: LeftOut[] = [];
  const text = decodeLedger(bytes).replace(/^\uFEFF/, '');
  const records = listIn(text) ?? linesIn(text, name, faults);
  const titles = titlesOf(records, name, left);
  const places = new Map(titles.map((title, index) => [title, index]));
  const rows = records.map((record) => toRow(record, places));
  const sheet = {
    name,
    hidden: false,
    rows: [titles.map(textCell), ...rows],
    firstRow: 0,
    merges: [],
    hiddenRows: new Set<number>(),
    hiddenColumns: new Set<number>(),
    lettered: false,
  };
  return { name, sheets: [sheet], left, faults };
}

function linesIn(text: string, name: string, faults: LeftOut[]): readonly JsonRecord[] {
  refuseLong(countLines(text, false));
  return text.split(/\r?\n/).map((line, index) => readLine(line, index + 1, name, faults));
}

/** The objects of a file that is one value: a list of them, or an object that holds such a list. */
function listIn(text: string): readonly JsonRecord[] | undefined {
  const [line = '', more] = text.trim().split(/\r?\n/, 2);
  // An object that ends with its line is the first of many, unless nothing follows it.
  const many = more !== undefined && isRecord(parsed(line));
  if (!/^[[{]/.test(line) || many || isDeep(text)) return undefined;
  const value = parsed(text);
  const list = longestList(value, 4) ?? (isRecord(value) ? [value] : undefined);
  refuseLong(list?.length ?? 0);
  return list?.map((record) => flat(record));
}

/** `{"data": {"rows": […]}}`: the longest list of objects so many levels down at most. */
function longestList(value: unknown, levels: number): readonly JsonRecord[] | undefined {
  if (Array.isArray(value)) return value.length > 0 && value.every(isRecord) ? value : undefined;
  if (!isRecord(value) || levels === 0) return undefined;
  const lists = Object.values(value).flatMap((one) => {
    const list = longestList(one, levels - 1);
    return list ? [list] : [];
  });
  return lists.reduce<readonly JsonRecord[] | undefined>(
    (best, list) => (list.length > (best?.length ?? 0) ? list : best),
    undefined,
  );
}

/** The cells of a record as far as its last key reaches: most records have few of many keys. */
function toRow(record: JsonRecord, places: ReadonlyMap<string, number>): readonly Cell[] {
  const row: Cell[] = [];
  for (const key of Object.keys(record)) {
    const place = places.get(key);
    if (place === undefined) continue;
    while (row.length <= place) row.push(BLANK);
    row[place] = textCell(cellText(record[key]));
  }
  return row;
}

/** The keys in order of their first line; when every line has keys of its own, those of most lines. */
function titlesOf(records: readonly JsonRecord[], name: string, left: LeftOut[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const record of records)
    for (const key of Object.keys(record)) counts.set(key, (counts.get(key) ?? 0) + 1);
  if (counts.size <= LIMITS.columns) return [...counts.keys()];
  const kept = new Set(
    [...counts]
      .sort(([, a], [, b]) => b - a)
      .slice(0, LIMITS.columns)
      .map(([key]) => key),
  );
  const more = counts.size - kept.size;
  left.push({
    sheet: name,
    row: 1,
    why: `一共有 ${counts.size} 种列名，只读最常用的 ${kept.size} 种，另外 ${more} 种没有读。`,
  });
  return [...counts.keys()].filter((key) => kept.has(key));
}

function readLine(line: string, row: number, sheet: string, faults: LeftOut[]): JsonRecord {
  if (line.trim() === '') return {};
  const value = isDeep(line) ? undefined : parsed(line);
  if (isRecord(value)) return flat(value);
  const why = isDeep(line)
    ? `这一行的括号超过 ${LIMITS.depth} 层，没有导入。`
    : `这一行不是一个 JSON 对象，没有导入：「${line.trim().slice(0, 30)}」。`;
  faults.push({ sheet, row, why });
  return {};
}

const isRecord = (value: unknown): value is JsonRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
/** What an object within a record is called by, so that `purchaser.name` is the purchaser. */
const CALLED = /^(?:name|名称|label|text|value|title|fullName)$/;

/** Objects within a record as keys of their own: `{"purchaser": {"name": …, "phone": …}}`. */
function flat(record: JsonRecord, above = ''): JsonRecord {
  const pairs = Object.entries(record).flatMap(([key, value]): (readonly [string, unknown])[] => {
    const own = above === '' ? key : CALLED.test(key) ? above : `${above}.${key}`;
    return isRecord(value) ? Object.entries(flat(value, own)) : [[own, value]];
  });
  // The first of two that are called the same stays: one key must not hide another.
  const kept = new Map<string, unknown>();
  for (const [key, value] of pairs) if (!kept.has(key)) kept.set(key, value);
  return Object.fromEntries(kept);
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    // Told by the caller, in the same words as a line that is JSON but not an object.
    return undefined;
  }
}

/** Brackets inside texts count too: a line that is refused for them was no ledger either. */
function isDeep(line: string): boolean {
  let depth = 0;
  for (const sign of line) {
    if (sign === '[' || sign === '{') depth += 1;
    else if (sign === ']' || sign === '}') depth -= 1;
    if (depth > LIMITS.depth) return true;
  }
  return false;
}

/** A value as the text of a cell. */
function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (Array.isArray(value)) return value.map(cellText).join('、').slice(0, LIMITS.cell);
  return withoutMarkup(typeof value === 'object' ? JSON.stringify(value) : String(value)).slice(
    0,
    LIMITS.cell,
  );
}
