import { REFERENCE_FIELDS, type ReferenceRecord } from '../../form/reference-fields.ts';
import { hostOf, isOriginal } from '../../registry/reference-worth.ts';
import { unescapeText } from '../../text/safe-text.ts';
import type { FieldLine } from './filing-view.ts';
import { escapeHtml, outsideLink } from './html.ts';
import { valueHtml } from './value.ts';

/** Shown elsewhere on the page: heading, marks, functions, running text, and the source with its link. */
const ELSEWHERE: ReadonlySet<string> = new Set([
  'name',
  'unverified',
  'demo',
  'functions',
  'content',
  'harvested',
  'source',
]);
const LINES = REFERENCE_FIELDS.filter(({ key }) => !ELSEWHERE.has(key));
const NO_NAMES = new Map();

/** What a reference says, in the dictionary's order; what the source does not state is left out. */
export function referenceLines(record: ReferenceRecord): FieldLine[] {
  return LINES.flatMap(({ key, label, type }) => {
    const value = record[key as keyof ReferenceRecord];
    return value === undefined ? [] : [{ key, label, html: valueHtml(type, value, NO_NAMES) }];
  });
}

/**
 * Where a reference comes from. Only an original page becomes a link; of a copy the host is named, for nobody here can
 * answer for what stands there.
 */
export function sourceHtml(source: string): string {
  const host = hostOf(source);
  if (host === undefined) return escapeHtml(source);
  if (isOriginal(source)) return outsideLink(source);
  return `${escapeHtml(host)} 上的转载，不是发布单位自己的页面，这里不给链接；完整地址在本库的文件里`;
}

/** The page of a harvested project on the site that its data was taken from; its name over there where it has none. */
export function harvestLink(address: string | undefined, page: string | undefined, name: string): string {
  const isSite = address !== undefined && hostOf(address) !== undefined;
  return isSite && page !== undefined ? outsideLink(new URL(page, address).href, name) : escapeHtml(name);
}

/** The text of another registry, paragraph by paragraph: it brings no links, headings or tables to our pages. */
export function foreignParagraphs(content: string): readonly string[] {
  return unescapeText(content)
    .split(/\n+/)
    .filter((line) => line.trim() !== '');
}
