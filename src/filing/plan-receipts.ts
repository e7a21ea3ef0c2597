import { check } from '../check.ts';
import type { Entry } from '../form/entry.ts';
import { nextNumber } from '../registry/next-number.ts';
import { NUMBERS_FILE, projectFile } from '../registry/paths.ts';
import { readNumbers } from '../registry/read-numbers.ts';
import type { SourceFile } from '../registry/source-file.ts';
import { compareText, type Finding } from '../text/finding.ts';
import { writeEvent } from '../text/write-event.ts';
import { planEvent } from './record-event.ts';

/** A filing that was merged after the index of numbers was begun. */
export interface Arrival {
  readonly id: string;
  /** The day on which it was merged as it is now, YYYY-MM-DD: what was left at first is received when it is mended. */
  readonly day: string;
}

/** What the job after a merge is to write, and what it leaves to the office. */
export interface ReceiptPlan {
  readonly writes: readonly SourceFile[];
  readonly received: readonly { readonly id: string; readonly number: string }[];
  /** Filings that are in the registry and were not received by themselves. */
  readonly left: readonly { readonly id: string; readonly why: string }[];
  /** Filings out of an old ledger that their units have not completed: received by themselves once they have. */
  readonly waiting: readonly string[];
  /** Everything that blocks in the registry as it is: the merged tree is judged again, whatever was judged before. */
  readonly findings: readonly Finding[];
}

const UTF8 = new TextEncoder();
/** Acts after which nobody has to receive the filing any more. */
const SETTLED: readonly string[] = ['受理', '不予受理', '不属于登记范围', '撤回', '补正', '移交'];

/**
 * Merging is 受理: each filing that came in gets its 登记号 and its first record. The merged registry is judged again:
 * of two likenesses that were merged at once the later one stays with the office. Twice changes nothing. Pure.
 */
export function planReceipts(
  files: readonly SourceFile[],
  arrivals: readonly Arrival[],
  today: string,
): ReceiptPlan {
  const ids = arrivals.map(({ id }) => id);
  const named = new Set(ids.map(projectFile));
  const order = new Map(ids.map((id, at) => [projectFile(id), at]));
  // What was there before came before every arrival.
  const isEarlier = (file: string, other: string): boolean =>
    (order.get(file) ?? -1) < (order.get(other) ?? -1);
  const similarity = { compare: named, dated: true };
  const result = check(files, { today, similarity, isEarlier });
  const errors = result.findings.filter(({ severity }) => severity === 'error');
  const entries = new Map(result.projects.map(({ entry }) => [entry.id, entry]));
  const waiting: string[] = [];
  const draft = new Draft(files, result.office?.settings.numberPrefix ?? '', today);
  for (const { number } of [...result.records.values()].flatMap(({ events }) => events))
    if (number !== undefined) draft.known.push(number);
  for (const { id, day } of arrivals) {
    const entry = entries.get(id);
    const events = result.records.get(id)?.events ?? [];
    if (!entry || events.some(({ event }) => SETTLED.includes(event))) continue;
    if (entry.filing.toComplete === true) {
      waiting.push(id);
      continue;
    }
    const own = errors.filter(({ file }) => file === entry.file);
    if (own.length > 0) draft.leave(id, `还有「必改」${own.length} 处，例如：${own[0]?.message ?? ''}`);
    else {
      const fault = draft.receive(entry, day > today ? today : day);
      if (fault !== undefined) draft.leave(id, fault);
    }
  }
  const { received, left } = draft;
  return { writes: draft.writes(), received, left, waiting, findings: errors };
}

/** The registry as it becomes, filing by filing. */
class Draft {
  readonly known: string[] = [];
  readonly received: { readonly id: string; readonly number: string }[] = [];
  readonly left: { readonly id: string; readonly why: string }[] = [];
  readonly #prefix: string;
  readonly #today: string;
  readonly #before: ReadonlyMap<string, SourceFile>;
  #files: readonly SourceFile[];

  constructor(files: readonly SourceFile[], prefix: string, today: string) {
    this.#files = files;
    this.#before = new Map(files.map((source) => [source.file, source]));
    this.#prefix = prefix;
    this.#today = today;
  }

  leave(id: string, why: string): void {
    this.left.push({ id, why });
  }

  /** Why the filing could not be received; undefined when it was. */
  receive(entry: Entry, day: string): string | undefined {
    const { id, route } = entry;
    const index = readNumbers(this.#files.find(({ file }) => file === NUMBERS_FILE));
    if (index.findings.length > 0) return '登记号索引读不出来，先改好它';
    if (!route) return '路径还没有定';
    const all = [...this.known, ...index.numbers.map(({ number }) => number)];
    // A number that was given and whose record was lost is not given again, nor is another.
    const own = index.numbers.find((one) => one.id === id)?.number;
    const number = own ?? nextNumber(route.form, day.slice(0, 4), this.#prefix, all);
    const late = day < this.#today ? { 记于: this.#today } : {};
    const event = { 日期: day, ...late, 事项: '受理', 登记号: number, 经办: '办公室' };
    const indexed =
      own === undefined ? this.#withNumber({ 登记号: number, 日期: day, 对象: id }) : this.#files;
    const plan = planEvent(indexed, id, event, this.#today);
    const [fault] = plan.findings.filter(({ severity }) => severity === 'error');
    if (fault) return fault.message;
    this.#files = replaced(indexed, plan.source);
    this.received.push({ id, number });
    return undefined;
  }

  #withNumber(item: Readonly<Record<string, string>>): readonly SourceFile[] {
    const present = this.#files.find(({ file }) => file === NUMBERS_FILE)?.bytes ?? new Uint8Array();
    const text = new TextDecoder().decode(present);
    const gap = text === '' || text.endsWith('\n') ? '' : '\n';
    return replaced(this.#files, {
      file: NUMBERS_FILE,
      bytes: UTF8.encode(`${text}${gap}${writeEvent(item)}`),
    });
  }

  writes(): readonly SourceFile[] {
    return this.#files.filter((source) => this.#before.get(source.file) !== source);
  }
}

function replaced(files: readonly SourceFile[], source: SourceFile): readonly SourceFile[] {
  const others = files.filter(({ file }) => file !== source.file);
  return [...others, source].sort((a, b) => compareText(a.file, b.file));
}
