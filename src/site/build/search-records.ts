import { pinyin } from 'pinyin-pro';
import type { CheckResult } from '../../check.ts';
import { DICTIONARY, type FieldDef } from '../../form/fields.ts';
import { wanPlain } from '../../form/money.ts';
import { REFERENCE_FIELDS } from '../../form/reference-fields.ts';
import { clauseTitle } from '../../regulation/index.ts';
import type { CatalogueItem } from '../view/catalogue.ts';
import { itemCells } from '../view/cells.ts';
import { FACETS } from '../view/facets.ts';
import { buildModel, type ProjectView, type ReferenceView } from '../view/model.ts';
import { sumRow } from '../view/sum-row.ts';
import type { SearchRecord } from './search-index.ts';

/** Shown under a result: this many characters of the project's own words. */
const SUMMARY_LENGTH = 120;

/** The registry as the catalogue search takes it, in the catalogue's order. Pure. */
export function searchRecords(registry: CheckResult): SearchRecord[] {
  const { projects, references } = buildModel(registry);
  return [...projects.map(projectRecord), ...references.map(referenceRecord)];
}

function projectRecord({ read, item, standing }: ProjectView): SearchRecord {
  const { filing } = read.entry;
  const summary = filing.effect || filing.content || '';
  const route = standing.route && clauseTitle(standing.route.clauseId);
  const facts = [standing.number, route, item.form, item.phase, filing.stage, ...item.categories];
  const words = [item.filedBy ?? '', ...searchedWords(DICTIONARY, filing)];
  return record(item, summary, words, [...facts, ...item.sources, ...item.technologies]);
}

function referenceRecord({ read, item }: ReferenceView): SearchRecord {
  const words = searchedWords(REFERENCE_FIELDS, read.record);
  return record(item, read.record.content ?? '', [item.harvestedFrom ?? '', ...words], [item.form]);
}

/** The address, in which the name stands in pinyin, and the first letters of the name: ywtb finds 一网通办. */
function sounds({ id, name }: CatalogueItem): string {
  return [id, [...name].map(initial).join('')].join('\n');
}

const INITIALS = new Map<string, string>();

/** By the character: a name has few that sound in two ways, and a whole registry is worked through in moments. */
function initial(character: string): string {
  const known = INITIALS.get(character) ?? pinyin(character, { pattern: 'first', toneType: 'none' });
  INITIALS.set(character, known);
  return known;
}

/** Years and amounts as people write them: 2024年, 800万元. */
function figures({ year, amount }: CatalogueItem): readonly string[] {
  const years = year === undefined ? [] : [`${year}年`];
  const sums = amount === undefined ? [] : [`${wanPlain(amount)}万元`];
  return [...years, ...sums];
}

type Searchable = Pick<FieldDef, 'key' | 'searched'>;

function searchedWords(fields: readonly Searchable[], values: Readonly<Record<string, unknown>>): string[] {
  return fields.filter(({ searched }) => searched).flatMap(({ key }) => wordsIn(values[key]));
}

/** Every piece of text in a value: itself, the items of a list, the parts of a record. */
function wordsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(wordsIn) : [];
}

function record(
  item: CatalogueItem,
  summary: string,
  text: readonly string[],
  known: readonly (string | undefined)[],
): SearchRecord {
  const { unit: _unit, ...meta } = itemCells(item);
  return {
    url: item.path,
    title: item.name,
    unit: item.unit,
    summary: shorten(summary),
    text: text.filter((part) => part !== '').join('\n'),
    facts: [...known.filter((fact) => fact), ...figures(item), item.region].filter(Boolean).join('\n'),
    sounds: sounds(item),
    filters: Object.fromEntries(FACETS.map(({ label, of }) => [label, of(item)])),
    sort: present({
      日期: item.date.replaceAll('-', '').padEnd(8, '0').replace(/^0+$/, ''),
      金额: item.amount === undefined ? '' : wanPlain(item.amount),
    }),
    sum: sumRow(item),
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
