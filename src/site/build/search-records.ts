import type { CheckResult } from '../../check.ts';
import { wanPlain } from '../../form/money.ts';
import type { CatalogueItem } from '../view/catalogue.ts';
import { itemCells } from '../view/cells.ts';
import { FACETS } from '../view/facets.ts';
import { buildModel, type ProjectView, type ReferenceView } from '../view/model.ts';
import type { SearchRecord } from './search-index.ts';

/** Shown under a result: this many characters of the project's own words. */
const SUMMARY_LENGTH = 120;

/** The registry as the catalogue search takes it, in the catalogue's order. Pure. */
export function searchRecords(registry: CheckResult): SearchRecord[] {
  const { projects, references } = buildModel(registry);
  return [...projects.map(projectRecord), ...references.map(referenceRecord)];
}

function projectRecord({ read, item }: ProjectView): SearchRecord {
  const { functions = [], audience = [], content = '', effect = '', overview = '' } = read.entry.filing;
  const parts = functions.flatMap(({ name, note }) => [name, note ?? '']);
  return record(item, effect || content, [item.filedBy ?? '', ...parts, ...audience, content, overview]);
}

function referenceRecord({ read, item }: ReferenceView): SearchRecord {
  const { functions = [], content = '', region = '' } = read.record;
  const parts = functions.flatMap(({ name, note }) => [name, note ?? '']);
  return record(item, content, [region, ...parts, content]);
}

function record(item: CatalogueItem, summary: string, text: readonly string[]): SearchRecord {
  const { unit: _unit, ...meta } = itemCells(item);
  return {
    url: item.path,
    title: item.name,
    unit: item.unit,
    summary: shorten(summary),
    text: text.filter((part) => part !== '').join('\n'),
    filters: Object.fromEntries(FACETS.map(({ label, of }) => [label, of(item)])),
    sort: present({
      日期: item.date.replaceAll('-', '').padEnd(8, '0').replace(/^0+$/, ''),
      金额: item.amount === undefined ? '' : wanPlain(item.amount),
    }),
    meta: present(meta),
  };
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > SUMMARY_LENGTH ? `${line.slice(0, SUMMARY_LENGTH)}…` : line;
}

function present(values: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
}
