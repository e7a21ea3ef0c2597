/** What of the form is shown: by the form at hand, by the answers beside it, and how much it is wanted. */
import type { Judged } from '../../../declare/judge.ts';
import { child, isAsked, partsOf } from './boxes.ts';
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

/** Shows the fields of the form at hand; what is 选填 goes into the fold of its screen. */
export function showFields(form: HTMLElement, { shown }: Judged): void {
  const needs = new Map(shown.map(({ label, need }) => [label, need]));
  for (const field of form.querySelectorAll<HTMLElement>('[data-field]')) {
    const label = field.dataset.field ?? '';
    if (ALWAYS.has(label)) continue;
    const need = needs.get(label);
    field.hidden = need === undefined;
    const word = field.querySelector('[data-need]');
    if (word && need && word.textContent !== `（${need}）`) word.textContent = `（${need}）`;
    if (need !== undefined) fold(field, need === '选填');
    if (need === '必填') firstRow(field);
  }
  for (const optional of form.querySelectorAll<HTMLElement>('[data-optional]')) {
    const count = optional.querySelectorAll('[data-optional-fields] > [data-field]:not([hidden])').length;
    optional.hidden = count === 0;
    const number = optional.querySelector('[data-optional-count]');
    if (number) number.textContent = String(count);
  }
}

/** A list that has to be filled in begins with a row. */
function firstRow(field: HTMLElement): void {
  const list = child(field, '[data-list]');
  if (list && rowsOf(list).length === 0) addRow(list);
}

/** Moves a field between the two lists of its screen, in the order of the dictionary. A field in use stays where it is. */
function fold(field: HTMLElement, optional: boolean): void {
  const screen = field.closest('[data-screen]');
  const wanted = screen?.querySelector('[data-wanted]');
  const folded = screen?.querySelector('[data-optional-fields]');
  if (!wanted || !folded) return;
  const goal = optional ? folded : wanted;
  if (field.parentElement === goal || field.contains(document.activeElement)) return;
  const order = Number(field.dataset.order ?? 0);
  const after = [...goal.children].find((one) => Number((one as HTMLElement).dataset.order ?? 0) > order);
  goal.insertBefore(field, after ?? null);
}

/** Remembers the order in which the page has the fields. */
export function numberFields(form: HTMLElement): void {
  form.querySelectorAll<HTMLElement>('[data-field]').forEach((field, at) => {
    field.dataset.order = String(at);
  });
}

/** Parts that are asked only beside some answer. */
export function showParts(form: HTMLElement): void {
  const records = [
    ...form.querySelectorAll<HTMLElement>('[data-record]:not([data-row])'),
    ...[...form.querySelectorAll<HTMLElement>('[data-list]')].flatMap(rowsOf),
  ];
  for (const record of records) {
    for (const part of partsOf(record)) {
      if (part.dataset.when === undefined || part.dataset.part === 'sha256') continue;
      part.hidden = !isAsked(part, record);
    }
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
    const echo = place && [...place.children].find((one) => one.matches('[data-echo]'));
    if (echo) said.set(echo, text);
  }
  for (const echo of form.querySelectorAll('[data-echo]')) {
    const text = said.get(echo) ?? '';
    if (echo.textContent !== text) echo.textContent = text;
  }
}
