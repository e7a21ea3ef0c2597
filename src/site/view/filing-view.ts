import { DICTIONARY, type FieldDef, type FieldKey, GROUPS, type Group } from '../../form/fields.ts';
import { annexOf, cellWords } from '../../regulation/index.ts';
import type { Form } from '../../regulation/vocabulary.ts';
import { escapeHtml } from './html.ts';
import { renderMarkdown } from './markdown.ts';
import type { ProjectView, SiteModel } from './model.ts';
import { valueHtml } from './value.ts';

/** One line of the description list. */
export interface FieldLine {
  readonly key: string;
  readonly label: string;
  readonly html: string;
}

/** One group of the form with its lines; groups with nothing to say are left out. */
export interface FieldGroup {
  readonly group: Group;
  readonly lines: readonly FieldLine[];
}

/** A section of running text. */
export interface TextSection {
  readonly title: string;
  readonly html: string;
}

/** Shown elsewhere on the page: the name is the heading, functions come first, 演示 is a mark. */
const ELSEWHERE: ReadonlySet<string> = new Set(['name', 'functions', 'demo']);
const HEAD_FIELDS_BY_GROUP = Map.groupBy(
  DICTIONARY.filter(({ key, place }) => place !== '正文' && !ELSEWHERE.has(key)),
  ({ group }) => group,
);
const TEXT_FIELDS = DICTIONARY.filter(({ place }) => place === '正文');

/** The form's fields in the form's order and words. */
export function fieldGroups(view: ProjectView, model: SiteModel): FieldGroup[] {
  return GROUPS.map((group) => ({
    group,
    lines: groupLines(HEAD_FIELDS_BY_GROUP.get(group) ?? [], view, model),
  })).filter(({ lines }) => lines.length > 0);
}

function groupLines(fields: readonly FieldDef[], view: ProjectView, model: SiteModel): FieldLine[] {
  const { form } = view.read.entry.filing;
  const closed = fields.filter((field) => field.visibility === '封存' && wants(field, form));
  const open = fields
    .filter(({ visibility }) => visibility === '公开')
    .map((field) => fieldLine(field, view, model))
    .filter((line) => line !== undefined);
  return closed.length === 0 ? open : [...open, closedLine(closed)];
}

function wants(field: FieldDef, form: Form | undefined): boolean {
  return form === undefined || field.forms[form] !== undefined;
}

/** What only the office may see is named, so that a reader knows that it was asked for, and not shown. */
function closedLine(fields: readonly FieldDef[]): FieldLine {
  const labels = [...new Set(fields.filter(({ key }) => key !== 'contact').map(({ label }) => label))];
  const where = fields[0]?.place === '纸面' ? '签在纸质表上' : '只报送办公室';
  return { key: 'closed', label: labels.join('、'), html: `不公开（${where}）` };
}

function fieldLine(field: FieldDef, view: ProjectView, model: SiteModel): FieldLine | undefined {
  const { filing, unreadable } = view.read.entry;
  const key = field.key as FieldKey;
  const label = fieldLabel(field, filing.form);
  const value = filing[key];
  if (value !== undefined && !isEmpty(value)) {
    return { key, label, html: valueHtml(field.type, value, model.byId) };
  }
  if (unreadable.has(key)) return { key, label, html: '<span class="quiet">填写有误，读不出来</span>' };
  const need = filing.form && field.forms[filing.form];
  return need === '必填' || need === '应填'
    ? { key, label, html: '<span class="quiet">未填</span>' }
    : undefined;
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

/** The cell's words on the annex that is filled in, where the field leads a cell of its table. */
function fieldLabel({ key, label }: FieldDef, form: Form | undefined): string {
  const cell =
    form &&
    annexOf(form)
      .rows.flat()
      .find(({ fields }) => fields[0] === key);
  return cell ? cellWords(cell) : label;
}

/** The sections of 项目建设内容 that were written, then those that the form does not have. */
export function textSections({ read }: ProjectView): TextSection[] {
  const { filing } = read.entry;
  const written = TEXT_FIELDS.map(({ key, label }) => ({ title: label, text: filing[key as FieldKey] }));
  const extra = read.extra.map(({ title, text }) => ({ title: title || '其他内容', text }));
  return [...written, ...extra]
    .filter(({ text }) => typeof text === 'string' && text !== '')
    .map(({ title, text }) => ({ title, html: renderMarkdown(String(text)) }));
}

/** What it does: the functions, name and note. */
export function functionsHtml(
  functions: readonly { readonly name: string; readonly note?: string | undefined }[],
): string {
  const lines = functions.map(
    ({ name, note }) => `<div><dt>${escapeHtml(name)}</dt><dd>${escapeHtml(note ?? '')}</dd></div>`,
  );
  return `<dl class="facts functions">${lines.join('')}</dl>`;
}
