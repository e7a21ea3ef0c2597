import type { Form } from '../regulation/vocabulary.ts';
import { numberKey } from './number-key.ts';

/** One character for each form, as the office's books have it. */
const LETTERS = { 备案表: '备', 申请表: '申', 资料报送: '资' } as const satisfies Record<Form, string>;

/**
 * The next 登记号 of a form in a year: one more than the greatest that was ever given, so without gaps as long as one
 * after the other is asked for. `prefix` is the office's own word before it, blank where it has set none.
 */
export function nextNumber(form: Form, year: string, prefix: string, given: Iterable<string>): string {
  const head = `${prefix}${LETTERS[form]}`;
  const pattern = new RegExp(`^${literal(numberKey(`${head}〔${year}〕`))}·(\\d+)(?!\\d)`);
  let last = 0;
  for (const number of given) last = Math.max(last, Number(pattern.exec(numberKey(number))?.[1] ?? 0));
  return `${head}〔${year}〕${last + 1}号`;
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
