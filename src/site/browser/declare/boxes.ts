/**
 * The boxes of the form as answers, and answers into the boxes. The page is the only place where what is typed lives
 * while somebody types: nothing here is drawn anew from a state.
 */
import type { Answers } from '../../../declare/answers.ts';
import type { Raw, RawMap } from '../../../text/raw.ts';
import { addRow, rowsOf } from './rows.ts';

/** Every box that stands on the form, by the label of its field; blank ones are left out. */
export function readBoxes(form: HTMLElement): Answers {
  const answers: Record<string, Raw> = {};
  for (const field of form.querySelectorAll<HTMLElement>('[data-field]')) {
    const value = readHolder(field);
    if (value !== undefined) answers[field.dataset.field ?? ''] = value;
  }
  return answers;
}

/** What one field or part holds; undefined where it is blank. */
export function readHolder(holder: HTMLElement): Raw | undefined {
  const list = child(holder, '[data-list]');
  if (list) {
    const rows = rowsOf(list).map((row) => readRecord(row) ?? {});
    return rows.some((row) => Object.keys(row).length > 0) ? rows : undefined;
  }
  const record = child(holder, '[data-record]');
  if (record) return readRecord(record);
  const value = child(holder, '[data-value]');
  return value ? readValue(value) : undefined;
}

function readRecord(record: HTMLElement): RawMap | undefined {
  const values: Record<string, Raw> = {};
  for (const part of partsOf(record)) {
    if (!isAsked(part, record)) continue;
    const value = readHolder(part);
    if (value !== undefined) values[part.dataset.part ?? ''] = value;
  }
  return Object.keys(values).length > 0 ? values : undefined;
}

/** Whether a part is asked beside the others of its record: 编号 only where 送达 is 纸质. */
export function isAsked(part: HTMLElement, record: HTMLElement): boolean {
  const { when, is } = part.dataset;
  if (when === undefined) return true;
  const other = partsOf(record).find(({ dataset }) => dataset.part === when);
  return other !== undefined && readHolder(other) === is;
}

function readValue(value: HTMLElement): Raw | undefined {
  const kind = value.dataset.value;
  if (kind === 'radio') return value.querySelector<HTMLInputElement>('input:checked')?.value;
  if (kind === 'ticks') {
    const ticked = [...value.querySelectorAll<HTMLInputElement>('input:checked')].map((box) => box.value);
    const more = value.querySelector<HTMLInputElement>('[data-more]')?.value ?? '';
    const all = [...ticked, ...splitWords(more)];
    return all.length > 0 ? all : undefined;
  }
  const text = (value as HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement).value;
  return text.trim() === '' ? undefined : text.replace(/\r\n?/g, '\n');
}

function splitWords(text: string): string[] {
  return text
    .split(/[、，,；;\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

/** Puts answers into all boxes; a box without an answer becomes blank. */
export function fillBoxes(form: HTMLElement, answers: Answers): void {
  for (const field of form.querySelectorAll<HTMLElement>('[data-field]')) {
    fillHolder(field, answers[field.dataset.field ?? '']);
  }
}

/** Puts an answer into one field. */
export function fillHolder(holder: HTMLElement, raw: Raw | undefined): void {
  const list = child(holder, '[data-list]');
  const record = child(holder, '[data-record]');
  const value = child(holder, '[data-value]');
  if (list) fillList(list, raw);
  else if (record) fillRecord(record, raw);
  else if (value) fillValue(value, raw);
}

function fillList(list: HTMLElement, raw: Raw | undefined): void {
  for (const row of rowsOf(list)) row.remove();
  const rows = Array.isArray(raw) ? raw : raw === undefined ? [] : [raw];
  for (const row of rows) fillRecord(addRow(list), row);
}

/** Puts the parts of a record into its boxes. */
export function fillRecord(record: HTMLElement, raw: Raw | undefined): void {
  const values: RawMap = typeof raw === 'object' && !Array.isArray(raw) ? (raw as RawMap) : {};
  for (const part of partsOf(record)) fillHolder(part, values[part.dataset.part ?? '']);
}

function fillValue(value: HTMLElement, raw: Raw | undefined): void {
  const kind = value.dataset.value;
  const given = raw === undefined ? [] : Array.isArray(raw) ? raw.map(String) : [String(raw)];
  if (kind !== 'radio' && kind !== 'ticks') {
    (value as HTMLInputElement).value = given.join('\n');
    return;
  }
  const words = kind === 'ticks' ? given.flatMap(splitWords) : given.map(yesNo);
  const boxes = [...value.querySelectorAll<HTMLInputElement>('input[type=radio], input[type=checkbox]')];
  for (const box of boxes) box.checked = words.includes(box.value);
  const more = value.querySelector<HTMLInputElement>('[data-more]');
  if (more) more.value = words.filter((word) => !boxes.some((box) => box.value === word)).join('、');
}

/** Files say true where the form says 是; a promise says true in both. */
function yesNo(word: string): string {
  return word === 'false' ? '否' : word;
}

/** The parts of a record. */
export function partsOf(record: HTMLElement): HTMLElement[] {
  return [...record.querySelectorAll<HTMLElement>(':scope > [data-part], :scope > .parts > [data-part]')];
}

/** What stands directly in a field or part. */
export function child(holder: HTMLElement, selector: string): HTMLElement | undefined {
  return [...holder.children].find(
    (one): one is HTMLElement => one instanceof HTMLElement && one.matches(selector),
  );
}
