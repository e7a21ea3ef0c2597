import { daysBetween, isDay } from '../form/dates.ts';
import { ENTRY_FIELDS } from '../form/entry-fields.ts';
import type { FieldKey, Filing } from '../form/fields.ts';
import type { FieldType } from '../form/kinds.ts';
import { formatWan, wanText } from '../form/money.ts';
import { canonical } from './append-only.ts';

/** One field that differs between two states of a filing, in words. */
export interface FieldChange {
  readonly key: FieldKey;
  readonly label: string;
  /** 「资金预算：320.00 → 380.00 万元，+18.8%」. */
  readonly words: string;
}

/** Texts longer than this are not repeated in the words. */
const SHORT = 60;

/** What changed between two states of a filing, field by field in the form's order. */
export function semanticDiff(before: Filing, after: Filing): readonly FieldChange[] {
  return ENTRY_FIELDS.flatMap(({ key, label, type }) => {
    const [old, now] = [before[key], after[key]];
    if (canonical(old) === canonical(now)) return [];
    return [{ key, label, words: `${label}：${inWords(type, old, now)}` }];
  });
}

function inWords(type: FieldType<unknown>, old: unknown, now: unknown): string {
  if (old === undefined) return `新填「${shorten(type.format(now))}」`;
  if (now === undefined) return `删去「${shorten(type.format(old))}」`;
  if (type.kind === 'money') return moneyWords(Number(old), Number(now));
  if (isDay(String(old)) && isDay(String(now))) return dayWords(String(old), String(now));
  if (Array.isArray(old) && Array.isArray(now)) return listWords(type, old, now);
  if (type.parts) return partWords(type, old as Parts, now as Parts);
  return textWords(type.format(old), type.format(now));
}

function moneyWords(old: number, now: number): string {
  const share = old === 0 ? '' : `，${signed(((now - old) / old) * 100)}%`;
  return `${wanText(old)} → ${formatWan(now)}${share}`;
}

function signed(value: number): string {
  return `${value > 0 ? '+' : ''}${value.toFixed(1)}`;
}

function dayWords(old: string, now: string): string {
  const days = daysBetween(old, now);
  return `${old} → ${now}，${days > 0 ? '推后' : '提前'} ${Math.abs(days)} 天`;
}

type Parts = Readonly<Record<string, unknown>>;

function partWords(type: FieldType<unknown>, old: Parts, now: Parts): string {
  const changed = (type.parts ?? []).filter(({ key }) => canonical(old[key]) !== canonical(now[key]));
  return changed
    .map(({ key, label, type: part }) => `${label} ${inWords(part, old[key], now[key])}`)
    .join('；');
}

function listWords(type: FieldType<unknown>, old: readonly unknown[], now: readonly unknown[]): string {
  const show = (item: unknown): string => `「${shorten(type.item ? type.item.format(item) : String(item))}」`;
  const had = new Set(old.map(canonical));
  const has = new Set(now.map(canonical));
  const added = now.filter((item) => !had.has(canonical(item))).map(show);
  const removed = old.filter((item) => !has.has(canonical(item))).map(show);
  const said = [
    ...(added.length > 0 ? [`增加${added.join('')}`] : []),
    ...(removed.length > 0 ? [`删去${removed.join('')}`] : []),
  ];
  return said.length > 0 ? said.join('；') : '次序变了';
}

function textWords(old: string, now: string): string {
  if (old.length <= SHORT && now.length <= SHORT) return `「${old}」→「${now}」`;
  const added = now.length - old.length;
  const size = added === 0 ? '字数不变' : `${added > 0 ? '多' : '少'}了 ${Math.abs(added)} 字`;
  return `改了文字，${size}`;
}

function shorten(text: string): string {
  const line = text.replaceAll('\n', '；');
  return line.length <= SHORT ? line : `${line.slice(0, SHORT)}……`;
}
