import * as z from 'zod/mini';
import { isEntryId } from '../form/entry-id.ts';
import { DICTIONARY } from '../form/fields.ts';
import { unseenClass } from '../text/unseen.ts';
import { DEMO_RECIPIENT } from './recipient.ts';

/**
 * What is sealed: names, phones and mail addresses of persons, which annexes 1 and 2 ask for and nobody but the
 * office may read. They make one block, with the entry's id inside, so that a block copied into another entry
 * is noticed when it is opened.
 */

/** The fields that exist only inside the sealed block, in form order. */
export const SEALED_FIELDS = DICTIONARY.filter(({ place }) => place === '封存');

/** Values of the sealed fields by label; blank ones are left out. */
export type ContactValues = Readonly<Record<string, string>>;

/** What came of reading contact values: they, or Chinese sentences that never repeat a value. */
export type ReadContact =
  | { readonly ok: true; readonly values: ContactValues }
  | { readonly ok: false; readonly faults: readonly string[] };

const MARK = '联系方式/1';
/** Texts of one length give blocks of one length, so that a block does not tell how long a name is. */
const PAD_TO = 512;
/** Longest sealed text that is read, in UTF-16 code units: the five fields at their longest take a quarter of it. */
const MAX_TEXT = 8_192;
/** Control and invisible characters have no place in a name, and could repaint the terminal that shows it. */
const UNSEEN_IN_LINE = new RegExp(
  `[\\t\\n\\r${unseenClass('control', 'bidi', 'invisible', 'encoding')}]`,
  'u',
);
const UTF8 = new TextEncoder();

const envelope = z.strictObject({
  格式: z.literal(MARK),
  项目: z.string().check(z.refine(isEntryId)),
  内容: z.record(z.string(), z.unknown()),
});

/** Reads values as a person gave them: labels of the form, texts of one line, at least one filled in. */
export function readContactValues(raw: unknown): ReadContact {
  const labels = SEALED_FIELDS.map(({ label }) => `「${label}」`).join('');
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    return { ok: false, faults: [`联系方式：写成「栏目: 内容」，栏目有${labels}。`] };
  }
  const given = Object.entries(raw);
  const unknown = given.filter(([label]) => !SEALED_FIELDS.some((field) => field.label === label));
  const faults = unknown.length > 0 ? [`联系方式：有 ${unknown.length} 个不认识的栏目，只写${labels}。`] : [];
  const values: Record<string, string> = {};
  for (const field of SEALED_FIELDS) {
    const value = Object.hasOwn(raw, field.label) ? (raw as Record<string, unknown>)[field.label] : undefined;
    if (value === undefined || value === '') continue;
    const fault = faultIn(value, field.type.schema);
    if (fault === undefined) {
      const text = String(value).trim();
      if (text !== '') values[field.label] = text;
    } else faults.push(`${field.label}：${fault}。`);
  }
  if (faults.length === 0 && Object.keys(values).length === 0) faults.push('联系方式：至少填写一栏。');
  return faults.length > 0 ? { ok: false, faults } : { ok: true, values };
}

function faultIn(value: unknown, schema: z.ZodMiniType): string | undefined {
  if (typeof value === 'string' && UNSEEN_IN_LINE.test(value.trim())) return '写成一行，不带看不见的字符';
  const result = schema.safeParse(value);
  return result.success ? undefined : result.error.issues[0]?.message;
}

/** The text that goes into the block of an entry, padded with blanks. */
export function contactText(id: string, values: ContactValues): string {
  const text = JSON.stringify({ 格式: MARK, 项目: id, 内容: values });
  const length = UTF8.encode(text).length;
  return text + ' '.repeat(Math.ceil(length / PAD_TO) * PAD_TO - length);
}

/** The inverse of `contactText`; a text made for another entry, or no such text at all, is refused in words. */
export function readContactText(text: string, id: string): ReadContact {
  const result = text.length > MAX_TEXT ? undefined : envelope.safeParse(parseJson(text));
  if (!result?.success) {
    return { ok: false, faults: ['联系方式：密文打开了，里面不是联系方式，由申报单位重新封存。'] };
  }
  if (result.data.项目 !== id) {
    const said = `联系方式：这段密文是为「${result.data.项目}」封存的，不属于「${id}」。`;
    return { ok: false, faults: [`${said}不能照用；项目文件改过名的，由申报单位重新封存。`] };
  }
  return readContactValues(result.data.内容);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Why nothing may be sealed to these keys (newest first), or undefined. The demonstration key protects nothing:
 * it serves demonstration filings, in a registry that still says it holds demonstration data.
 */
export function sealingRefusal(
  keys: readonly string[],
  { demoRegistry, demoEntry }: { readonly demoRegistry: boolean; readonly demoEntry: boolean },
): string | undefined {
  if (keys.length === 0) {
    return '办公室还没有设置封存公钥（office.yaml 的「封存公钥」空着），不能封存。联系方式写「随纸质表报送」。';
  }
  if (!demoRegistry && keys.includes(DEMO_RECIPIENT)) {
    return 'office.yaml 的「封存公钥」里有演示公钥，它的私钥人人可见，正式登记库不能用。由办公室执行 keygen，换成自己的公钥。';
  }
  if (keys[0] === DEMO_RECIPIENT && !demoEntry) {
    return '现在的封存公钥是演示公钥，封存的内容人人打得开，只能用于演示项目。联系方式先写「随纸质表报送」，等办公室换成自己的公钥。';
  }
  return undefined;
}
