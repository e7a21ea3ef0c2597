/** Where on the form a finding belongs: its dotted name (资金来源[2].金额) to the field, row and part. */
import type { Raw } from '../../../text/raw.ts';
import { child, partsOf } from './boxes.ts';
import { rowsOf } from './rows.ts';

/** Fields of the file that the form asks under another name. */
const UNDER: Readonly<Record<string, string>> = {
  '牵头主体.名称': '单位',
  '牵头主体.类型': '牵头主体类型',
  牵头主体: '单位',
  协调单位: '单位',
  表式: '是否使用财政资金',
};

/** The innermost element that a name leads to; undefined where the form has no such field. */
export function placeOf(form: HTMLElement, name: string): HTMLElement | undefined {
  const own = fieldNamed(form, UNDER[name] ?? '');
  if (own) return own.hidden ? own : placeWithName(form, name, own);
  const [label = '', ...steps] = name.split(/[.[\]]+/).filter((step) => step !== '');
  let place = fieldNamed(form, UNDER[label] ?? label);
  for (const step of steps) {
    const next: HTMLElement | undefined = place && inner(place, step);
    if (!next) break;
    place = next;
  }
  return place;
}

/** A company's name stands in a box of its own: what is wrong with the lead as a whole is that name. */
function placeWithName(form: HTMLElement, name: string, own: HTMLElement): HTMLElement {
  const leadName = fieldNamed(form, '牵头主体名称');
  return (name === '牵头主体.名称' || name === '牵头主体') && leadName && !leadName.hidden ? leadName : own;
}

/** The page is served with all its fields: they are looked up once. */
const FIELDS = new WeakMap<HTMLElement, ReadonlyMap<string, HTMLElement>>();

/** The field with a label. */
export function fieldNamed(form: HTMLElement, label: string): HTMLElement | undefined {
  const known = FIELDS.get(form) ?? fieldsOf(form);
  FIELDS.set(form, known);
  return known.get(label);
}

function fieldsOf(form: HTMLElement): ReadonlyMap<string, HTMLElement> {
  const all = [...form.querySelectorAll<HTMLElement>('[data-field]')];
  return new Map(all.map((field) => [field.dataset.field ?? '', field]));
}

function inner(place: HTMLElement, step: string): HTMLElement | undefined {
  const list = child(place, '[data-list]');
  if (list && /^\d+$/.test(step)) return filledRows(list)[Number(step) - 1];
  const record = child(place, '[data-record]') ?? place;
  return partsOf(record).find(({ dataset }) => dataset.part === step);
}

/** Rows that were left blank are not written, and not counted. */
function filledRows(list: HTMLElement): HTMLElement[] {
  return rowsOf(list).filter((row) =>
    [...row.querySelectorAll<HTMLInputElement>('input, select, textarea')].some((box) =>
      box.type === 'radio' || box.type === 'checkbox' ? box.checked : box.value.trim() !== '',
    ),
  );
}

/** The box in a place that takes the focus. */
export function boxIn(place: HTMLElement): HTMLElement {
  return place.querySelector<HTMLElement>('input:not([hidden]), select, textarea') ?? place;
}

/** Whether an answer says anything. */
export function says(raw: Raw | undefined): boolean {
  if (raw === undefined) return false;
  if (typeof raw === 'string') return raw.trim() !== '';
  return Object.values(raw).some((one: Raw) => says(one));
}
