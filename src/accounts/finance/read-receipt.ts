import { suggestDay } from '../../form/dates.ts';
import { suggestWan } from '../../form/money.ts';
import { type Receipt, SEALED_KEYS } from './receipt.ts';

/** What somebody holds for a receipt: what the digest covers, and whatever else stands on it. */
export type GivenReceipt = Pick<Receipt, (typeof SEALED_KEYS)[number] | '摘要'> & Partial<Receipt>;

type Labelled = Readonly<Record<string, unknown>>;

const SUMS: ReadonlySet<string> = new Set(['批准总投资', '立项金额', '累计下达', '余额']);
const DAYS: ReadonlySet<string> = new Set(['批准日期', '截至']);
const NEEDED = [...SEALED_KEYS, '摘要'] as const;

/**
 * Reads a receipt as people have it: the file that `receipt` wrote, or its lines typed off a printed one, with
 * full-width digits and blanks. Sums are in 万元. Says what is missing where it is none.
 */
export function readReceipt(text: string): GivenReceipt | { readonly why: string } {
  const plain = text.normalize('NFKC').trim();
  const said = plain.startsWith('{') ? ofJson(text) : ofLines(plain);
  if (typeof said === 'string') return { why: said };
  const read = Object.fromEntries(
    Object.entries(said).flatMap(([label, value]) => {
      const known = typed(label.normalize('NFKC').trim(), value);
      return known === undefined ? [] : [[label.normalize('NFKC').trim(), known]];
    }),
  );
  const missing = NEEDED.filter((key) => read[key] === undefined);
  if (missing.length === NEEDED.length) return { why: '不是财政回执；回执由办公室用 receipt 写出。' };
  if (missing.length > 0)
    return { why: `回执不完整，没有读到${missing.map((key) => `「${key}」`).join('')}；要一份完整的。` };
  return read as unknown as GivenReceipt;
}

function ofJson(text: string): Labelled | string {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Labelled;
  } catch {
    // A file that broke off, or signs that were typed otherwise.
  }
  return '这份回执读不下去，多半是没有传完整，或者改动过；向办公室另要一份。';
}

/** 「批准：第 1 次，2026年3月12日，第六条第4项，意见书 论证〔2026〕6号」 holds three of the things that the digest covers. */
const APPROVED = /^第?(\d+)次[,、]([^,、]+)[,、](?:.*[,、])?意见书(.*)$/;

function ofLines(plain: string): Labelled {
  const lines = plain.split(/\r?\n/).flatMap((line): (readonly [string, string])[] => {
    const [, label = '', value = ''] = /^\s*([^\s:]{2,8})\s*:\s*(.*)$/.exec(line) ?? [];
    const bare = value.replace(/\s+/g, '');
    const until = label === '累计下达' ? /\(截至([^)]+)\)/.exec(bare)?.[1] : undefined;
    if (until !== undefined)
      return [
        [label, bare],
        ['截至', until],
      ];
    const [, nth, day, opinion = ''] = label === '批准' ? (APPROVED.exec(bare) ?? []) : [];
    if (nth === undefined || day === undefined) return label === '' ? [] : [[label, value]];
    const number = opinion === '没有写编号' ? '' : opinion;
    return [
      ['第几次批准', nth],
      ['批准日期', day],
      ['意见书编号', number],
    ];
  });
  return Object.fromEntries(lines);
}

function typed(label: string, value: unknown): string | number | readonly string[] | undefined {
  if (label === '条件') return Array.isArray(value) ? value.map(String) : undefined;
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return undefined;
  const text = value.normalize('NFKC').trim();
  if (label === '第几次批准') return /^\d{1,4}$/.test(text) ? Number(text) : undefined;
  if (label === '摘要' || label === '提交') return text.replace(/\s+/g, '').toLowerCase();
  if (DAYS.has(label)) return suggestDay(text) ?? text;
  if (!SUMS.has(label)) return value.trim();
  const wan = suggestWan(text.replace(/\(.*\)$/, '')) ?? text;
  return /\d/.test(wan) && Number.isFinite(Number(wan)) ? Number(wan) : undefined;
}
