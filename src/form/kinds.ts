import * as z from 'zod/mini';
import { guessWan } from './amount-words.ts';
import {
  formatDay,
  guessDay,
  guessDayOrMonth,
  isDay,
  numeralsOfDays,
  readDayOrMonth,
  suggestDay,
  suggestDayOrMonth,
} from './dates.ts';
import { formatWan, parseWan, suggestWan, withoutAbout, withoutMinus } from './money.ts';

/** The part of JSON Schema (draft-07) that editors use for completion and hover texts. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

/**
 * A kind of value: how it is read from the text of the file (everything arrives as text, list or map),
 * what its shape is for editors, and how people see it.
 */
export interface FieldType<T> {
  readonly kind: string;
  /** Of zod's small half: the whole is most of what the form in the browser would load. */
  readonly schema: z.ZodMiniType<T>;
  readonly json: JsonSchema;
  /** What to write, as a Chinese verb phrase: 「写成 2021-04-29 这样的日期」. */
  readonly expects: string;
  /** An example value in the file's own notation, where the kind has one. */
  readonly example?: string;
  format(value: T): string;
  readonly options?: readonly string[];
  readonly parts?: readonly PartInfo[];
  readonly item?: FieldType<unknown>;
  /** A name or a number: one line, however it was typed. */
  readonly oneLine?: boolean;
}

/** One named part of a record (来源 / 金额 / 说明). */
export interface PartInfo {
  readonly key: string;
  readonly label: string;
  readonly type: FieldType<unknown>;
  readonly optional: boolean;
  /** What to write, and an example in the file's notation: where the record is a dictionary of its own. */
  readonly hint?: string;
  readonly example?: string;
}

interface LeafSpec<T> {
  readonly kind: string;
  readonly expects: string;
  readonly example?: string;
  readonly options?: readonly string[];
  readonly json: JsonSchema;
  readonly oneLine?: boolean;
  readonly read: (text: string) => T | undefined;
  /** The value the clerk probably meant, in the file's notation. */
  readonly suggest?: (text: string) => string | undefined;
  /** A value that is only likely: it is shown to a person, and never taken without asking. */
  readonly guess?: (text: string) => string | undefined;
  /** What people often get wrong here; said with the repair. */
  readonly note?: string;
  format(value: T): string;
}

/** A kind of value that is written as text. */
export function leaf<T>(spec: LeafSpec<T>): FieldType<T> {
  const { read, suggest, guess, note, ...rest } = spec;
  const reading = z.transform<string, T>((input, context) => {
    const value = read(input.trim());
    if (value !== undefined) return value;
    const meant = suggest?.(input.trim());
    context.issues.push({
      code: 'custom',
      input,
      message: spec.expects,
      params: { suggest: meant ?? guess?.(input.trim()), isGuess: meant === undefined, note },
    });
    return z.NEVER;
  });
  const schema = z.pipe(z.string({ error: spec.expects }), reading) as z.ZodMiniType<T>;
  return { ...rest, schema };
}

/** So many characters are a line; what may be longer is a paragraph, whose line ends are kept. */
const ONE_LINE = 200;

/** Words, at most `max` characters. A name or a number is one line, however the file writes it: lists quote it as one. */
export function text(max = ONE_LINE): FieldType<string> {
  const asWritten = (value: string): string => (max > ONE_LINE ? value : value.replace(/\s*\n\s*/g, ' '));
  return leaf({
    kind: 'text',
    expects: `写成一段不超过 ${max} 个字的文字`,
    json: { type: ['string', 'number'] },
    ...(max > ONE_LINE ? {} : { oneLine: true }),
    read: (value) => (value.length <= max ? asWritten(value) : undefined),
    format: (value) => value,
  });
}

/** Text of a fixed shape, tested by a pattern. */
export function patterned(
  kind: string,
  pattern: RegExp,
  expects: string,
  example: string,
): FieldType<string> {
  return leaf({
    kind,
    expects,
    example,
    json: { type: 'string', pattern: pattern.source },
    read: (value) => (pattern.test(value) ? value : undefined),
    format: (value) => value,
  });
}

/** The 文号 of a regulation. */
export function ruleNumber(): FieldType<string> {
  const shape = /^[^\s〔〕]{2,20}〔\d{4}〕\d{1,4}号$/;
  return leaf({
    kind: 'ruleNumber',
    expects: '写成「金政〔2021〕22号」这样的文号，年份用六角括号〔〕',
    example: '金政〔2021〕22号',
    json: { type: 'string', pattern: shape.source },
    read: (value) => (shape.test(value) ? value : undefined),
    suggest: (value) => {
      const folded = value.replace(/\s/g, '').replace(/[[［(（【](\d{4})[\]］)）】]/, '〔$1〕');
      return shape.test(folded) ? folded : undefined;
    },
    format: (value) => value,
  });
}

/** Words that are not listed, the option that is written for them, and a note that says so. */
interface OtherWords<Option extends string> {
  readonly pattern: RegExp;
  readonly option: Option;
  readonly note: string;
}

/** Exactly one of the listed words. */
export function choice<const Option extends string>(
  options: readonly Option[],
  other?: OtherWords<NoInfer<Option>>,
): FieldType<Option> {
  return leaf({
    kind: 'choice',
    expects: `从「${options.join('」「')}」中选一项`,
    ...(other ? { note: other.note } : {}),
    options,
    json: { enum: options },
    read: (value) => options.find((option) => option === value),
    suggest: (value) =>
      closestOption(value, options) ?? (other?.pattern.test(value) ? other.option : undefined),
    format: (value) => value,
  });
}

/** 新建项目 → 新建, 备案 → 备案表: the one option that contains the text or is contained in it. */
function closestOption(value: string, options: readonly string[]): string | undefined {
  const folded = value.normalize('NFKC').replace(/\s/g, '');
  if (folded === '') return undefined;
  const near = options.filter((option) => folded.includes(option) || option.includes(folded));
  return near.length === 1 ? near[0] : undefined;
}

/** A calendar day. */
export function day(): FieldType<string> {
  return leaf({
    kind: 'day',
    expects: '写成「年-月-日」的日期，月和日各两位',
    example: '2021-04-29',
    json: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
    read: (value) => (isDay(value) ? value : undefined),
    suggest: suggestDay,
    guess: guessDay,
    format: formatDay,
  });
}

/** A calendar day, or only its month or year where no day is known, or planned; kept as `2019-06-15`, `2019-06`, `2019`. */
export function dayOrMonth(): FieldType<string> {
  return leaf({
    kind: 'dayOrMonth',
    expects: '写成「年-月-日」的日期，月和日各两位；只知道年月或年份的，写成 2019-06 或 2019',
    example: '2021-04-29',
    json: {
      type: ['string', 'integer'],
      pattern: '^\\d{4}(-\\d{2}(-\\d{2})?|年(\\d{1,2}月)?)?$',
    },
    read: readDayOrMonth,
    suggest: suggestDayOrMonth,
    guess: guessDayOrMonth,
    format: formatDay,
  });
}

/** An amount ≥ 0 written in 万元, kept in 分. */
export function money(): FieldType<number> {
  return leaf({
    kind: 'money',
    expects: '写成以万元为单位的数字，不写负号、单位和千分号，最多六位小数',
    example: '320.5',
    json: { type: ['number', 'string'], minimum: 0 },
    read: (value) => {
      const fen = parseWan(value);
      return fen !== undefined && fen >= 0 ? fen : undefined;
    },
    suggest: suggestWan,
    guess: (value) => withoutMinus(value) ?? withoutAbout(value) ?? guessWan(value),
    format: formatWan,
  });
}

/** A whole number between two bounds. */
export function whole(min: number, max: number, unit = ''): FieldType<number> {
  return leaf({
    kind: 'whole',
    expects: `写成 ${min} 到 ${max} 之间的整数`,
    example: String(min),
    json: { type: ['integer', 'string'], minimum: min, maximum: max },
    read: (value) =>
      /^\d{1,9}$/.test(value) && Number(value) >= min && Number(value) <= max ? Number(value) : undefined,
    suggest: (value) =>
      /^\d{1,9}(?=[%年人名位个]?$)/.exec(
        numeralsOfDays(
          value.normalize('NFKC').replace(/(?<=[一二三四五六七八九十])[人名位个]?$/, '日'),
        ).replace(/日$/, ''),
      )?.[0],
    format: (value) => `${value}${unit}`,
  });
}

const YES = ['是', 'true'];
const NO = ['否', 'false'];

/** 是 or 否 (true and false are read as well). */
export function yesNo(): FieldType<boolean> {
  return leaf<boolean>({
    kind: 'yesNo',
    expects: '写「是」或「否」',
    example: '是',
    options: ['是', '否'],
    json: { enum: [true, false, '是', '否'] },
    read: (value) => (YES.includes(value) ? true : NO.includes(value) ? false : undefined),
    format: (value) => (value ? '是' : '否'),
  });
}

/** A promise that has only one acceptable answer. */
export function promise(): FieldType<boolean> {
  return leaf<boolean>({
    kind: 'promise',
    expects: '核实后写 true（表示承诺）',
    example: 'true',
    options: ['true'],
    json: { enum: [true, '是'] },
    read: (value) => (YES.includes(value) ? true : undefined),
    format: () => '已承诺',
  });
}

/** A list of short words. One line with 、 or ， between them is read as the same list. */
export function textList(suggestions: readonly string[] = []): FieldType<readonly string[]> {
  const expects = '逐行写，每行以「- 」开头';
  const schema = wordList(text(100).schema, expects);
  const item = suggestions.length > 0 ? { examples: suggestions, type: 'string' } : { type: 'string' };
  return {
    kind: 'textList',
    expects,
    schema,
    json: { anyOf: [{ type: 'array', items: item }, { type: 'string' }] },
    options: suggestions,
    format: (values) => values.join('、'),
  };
}

function wordList<T>(item: z.ZodMiniType<T>, error: string): z.ZodMiniType<readonly T[]> {
  const split = z.transform((raw) => (typeof raw === 'string' ? splitWords(raw) : raw));
  return z.pipe(split, z.array(item, { error }));
}

function splitWords(line: string): readonly string[] {
  return line
    .split(/[、，,；;\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

/** A list in which every item is one of the listed words, without repetition. */
export function choices<const Option extends string>(
  options: readonly Option[],
): FieldType<readonly Option[]> {
  const expects = `逐行写，每行一项，从「${options.join('」「')}」中选`;
  const one = choice(options);
  const isOnce = (values: readonly Option[]): boolean => new Set(values).size === values.length;
  const schema = wordList(one.schema, expects).check(z.refine(isOnce, { error: '每一项只写一次' }));
  return {
    kind: 'choices',
    expects,
    schema,
    options,
    json: {
      anyOf: [{ type: 'array', items: one.json, uniqueItems: true, minItems: 1 }, one.json],
    },
    format: (values) => values.join('、'),
  };
}

/** A part of a record as it is declared. */
export interface Part<T, Optional extends boolean = boolean> {
  readonly label: string;
  readonly type: FieldType<T>;
  readonly optional: Optional;
  readonly hint?: string;
  readonly example?: string;
}

/** A part that must be there. */
export function part<T>(label: string, type: FieldType<T>): Part<T, false> {
  return { label, type, optional: false };
}

/** A part that may be left out. */
export function optionalPart<T>(label: string, type: FieldType<T>): Part<T, true> {
  return { label, type, optional: true };
}

type Parts = Readonly<Record<string, Part<unknown>>>;
/** The TypeScript shape of a record, derived from its parts. */
export type RecordOf<P extends Parts> = {
  readonly [K in keyof P as P[K]['optional'] extends true ? never : K]: PartValue<P[K]>;
} & {
  readonly [K in keyof P as P[K]['optional'] extends true ? K : never]?: PartValue<P[K]> | undefined;
};
type PartValue<P> = P extends Part<infer T> ? T : never;

/** Named parts under one field: 牵头主体 {类型, 名称}. */
export function record<const P extends Parts>(parts: P): FieldType<RecordOf<P>> {
  const infos: readonly PartInfo[] = Object.entries(parts).map(([key, info]) => ({ key, ...info }));
  const expects = `分行写出${infos.map((info) => `「${info.label}」`).join('')}`;
  const shape = Object.fromEntries(
    infos.map(({ label, type, optional }) => [label, optional ? z.optional(type.schema) : type.schema]),
  );
  const schema = z.pipe(
    z.strictObject(shape, { error: expects }),
    z.transform((value) => renameParts(infos, value) as RecordOf<P>),
  );
  return {
    kind: 'record',
    expects,
    schema,
    parts: infos,
    json: {
      type: 'object',
      properties: Object.fromEntries(
        infos.map(({ label, type, hint }) => [label, hint ? { ...type.json, description: hint } : type.json]),
      ),
      required: infos.filter(({ optional }) => !optional).map(({ label }) => label),
      additionalProperties: false,
    },
    format: (value) => formatParts(infos, value as Readonly<Record<string, unknown>>),
  };
}

function renameParts(infos: readonly PartInfo[], value: Readonly<Record<string, unknown>>): object {
  const renamed: Record<string, unknown> = {};
  for (const { key, label } of infos) {
    if (value[label] !== undefined) renamed[key] = value[label];
  }
  return renamed;
}

function formatParts(infos: readonly PartInfo[], value: Readonly<Record<string, unknown>>): string {
  return infos
    .filter(({ key }) => value[key] !== undefined)
    .map(({ key, label, type }) => `${label}：${type.format(value[key])}`)
    .join('；');
}

const NONE = ['无', '没有', '暂无', '不涉及', '/'];

/** A part that some do not have: left out, or 「无」 in its place. */
export function partOrNone<T>(label: string, type: FieldType<T>): Part<T, true> {
  const orNone = z.transform((raw, context) => {
    if (typeof raw !== 'string') return raw;
    if (NONE.includes(raw.trim())) return undefined;
    context.issues.push({ code: 'custom', input: raw, message: `${type.expects}；没有的写「无」` });
    return z.NEVER;
  });
  const schema = z.pipe(orNone, z.optional(type.schema)) as unknown as z.ZodMiniType<T>;
  return optionalPart(label, { ...type, schema, json: { anyOf: [type.json, { enum: NONE }] } });
}

/** Several values of one kind, one below the other. */
export function list<T>(item: FieldType<T>): FieldType<readonly T[]> {
  const expects = `逐项写，每项以「- 」开头；每项${item.expects}`;
  return {
    kind: 'list',
    expects,
    schema: z.array(item.schema, { error: expects }),
    json: { type: 'array', items: item.json },
    item: item as FieldType<unknown>,
    format: (values) => values.map(item.format).join('\n'),
  };
}
