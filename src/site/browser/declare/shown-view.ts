/** What of the form is shown: by the form at hand, by the answers beside it, and how much it is wanted. */
import type { Judged } from '../../../declare/judge.ts';
import { child, isAsked } from './boxes.ts';
import { fieldNamed } from './places.ts';
import { addRow, rowsOf } from './rows.ts';

/** Fields that only follow, and are always there on their screens. */
const ALWAYS = new Set([
  '单位',
  '不涉密承诺',
  '牵头主体类型',
  '建设阶段',
  '是否使用财政资金',
  '牵头主体名称',
]);

/** The fields that stand where they belong: at most keys nothing moves. */
const settled = new WeakMap<HTMLElement, string>();

/** Shows the fields of the form at hand; what is 选填 goes into the fold of its screen. */
export function showFields(form: HTMLElement, { shown }: Judged): void {
  const wanted = shown.map(({ label, need }) => `${label} ${need}`).join();
  if (settled.get(form) !== wanted) settled.set(form, arrange(form, shown) ? wanted : '');
  for (const { label, need } of shown) {
    const field = need === '必填' ? fieldNamed(form, label) : undefined;
    if (field) firstRow(field);
  }
}

/** Puts every field where it belongs; false when one that is in use had to stay where it is. */
function arrange(form: HTMLElement, shown: Judged['shown']): boolean {
  const needs = new Map(shown.map(({ label, need }) => [label, need]));
  let all = true;
  for (const field of form.querySelectorAll<HTMLElement>('[data-field]')) {
    const label = field.dataset.field ?? '';
    if (ALWAYS.has(label)) continue;
    const need = needs.get(label);
    field.hidden = need === undefined;
    const word = field.querySelector('[data-need]');
    if (word && need && word.textContent !== `（${need}）`) word.textContent = `（${need}）`;
    if (need !== undefined) all = fold(field, need === '选填') && all;
  }
  for (const optional of form.querySelectorAll<HTMLElement>('[data-optional]')) {
    const count = optional.querySelectorAll('[data-optional-fields] > [data-field]:not([hidden])').length;
    optional.hidden = count === 0;
    const number = optional.querySelector('[data-optional-count]');
    if (number) number.textContent = String(count);
  }
  return all;
}

/** A list that has to be filled in begins with a row. */
function firstRow(field: HTMLElement): void {
  const list = child(field, '[data-list]');
  if (list && rowsOf(list).length === 0) addRow(list);
}

/** Moves a field between the two lists of its screen, in the order of the dictionary. A field in use stays: then false. */
function fold(field: HTMLElement, optional: boolean): boolean {
  const screen = field.closest('[data-screen]');
  const wanted = screen?.querySelector('[data-wanted]');
  const folded = screen?.querySelector('[data-optional-fields]');
  if (!wanted || !folded) return true;
  const goal = optional ? folded : wanted;
  if (field.parentElement === goal) return true;
  if (field.contains(document.activeElement)) return false;
  const order = Number(field.dataset.order ?? 0);
  const after = [...goal.children].find((one) => Number((one as HTMLElement).dataset.order ?? 0) > order);
  goal.insertBefore(field, after ?? null);
  return true;
}

/** Remembers the order in which the page has the fields. */
export function numberFields(form: HTMLElement): void {
  form.querySelectorAll<HTMLElement>('[data-field]').forEach((field, at) => {
    field.dataset.order = String(at);
  });
}

/** Parts that are asked only beside some answer. */
export function showParts(form: HTMLElement): void {
  for (const part of form.querySelectorAll<HTMLElement>('[data-part][data-when]')) {
    const record = part.parentElement?.closest<HTMLElement>('[data-record]');
    if (record && part.dataset.part !== 'sha256') part.hidden = !isAsked(part, record);
  }
}

/** Says back what was understood, beside each box. */
export function showEchoes(
  form: HTMLElement,
  { echoes }: Judged,
  placeOf: (name: string) => HTMLElement | undefined,
): void {
  const said = new Map<Element, string>();
  for (const [name, text] of Object.entries(echoes)) {
    const place = placeOf(name);
    const echo = place && child(place, '[data-echo]');
    if (echo) said.set(echo, text);
  }
  for (const echo of new Set([...form.querySelectorAll('[data-echo]:not(:empty)'), ...said.keys()])) {
    const text = said.get(echo) ?? '';
    if (echo.textContent !== text) echo.textContent = text;
  }
}
