import { z } from 'zod';
import { RULE_DOCS } from '../rules/support/docs.ts';
import type { ChangeFacts } from './change-facts.ts';

/** Facts come from a run that strangers can start: nothing is taken from them but what they may hold. */
const MOST_TEXT = 20_000;
const MOST_ITEMS = 20_000;

const RULE_IDS = new Set(RULE_DOCS.map(({ id }) => id));
const text = z.string().max(MOST_TEXT);
const list = <T extends z.ZodType>(item: T) => z.array(item).max(MOST_ITEMS);
/** A path below the registry folder or the repository: never absolute, never upwards. */
const path = z
  .string()
  .max(1_000)
  .refine((one) => !/^\/|(^|\/)\.\.?(\/|$)/.test(one), '不是登记库里的路径');
const commit = z.string().regex(/^[0-9a-f]{40,64}$/);
const address = z
  .string()
  .max(500)
  .regex(/^https?:\/\/[^\s<>()"'`]+$/);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

const finding = z.strictObject({
  rule: z.string().refine((one) => RULE_IDS.has(one), '没有这条规则'),
  severity: z.enum(['error', 'judgement', 'warning']),
  file: path,
  line: z.int().min(1).max(1e7),
  column: z.int().min(1).max(1e7),
  field: text,
  message: text,
  article: text,
  fix: text,
  since: day.optional(),
});

const similar = z.strictObject({
  id: text,
  name: text,
  unit: text,
  standing: z.enum(['已登记', '正在申报', '参考项目']),
  relation: z.string().max(20),
  score: z.int().min(0).max(100),
  status: z.enum(['办公室认定重复', '办公室认定不重复', '已答复', '对方已答复', '要答复', '不用答复']),
  precedents: list(text).optional(),
});

const filing = z.strictObject({
  file: path,
  id: text,
  name: text,
  unit: text,
  isNew: z.boolean(),
  route: z
    .strictObject({
      clause: text,
      form: text,
      approval: z.boolean(),
      attachments: list(text),
      coordinator: text.optional(),
      steps: list(text),
    })
    .optional(),
  standing: text,
  received: z.boolean(),
  money: text.optional(),
  effect: text.optional(),
  functions: list(text),
  changes: list(text),
  similar: list(similar),
  modules: list(
    z.strictObject({ module: text, there: list(z.strictObject({ id: text, name: text, module: text })) }),
  ),
  telling: z.boolean(),
  compared: z.boolean(),
  failure: text.optional(),
});

const facts = z.strictObject({
  today: day,
  author: z.strictObject({
    account: z
      .string()
      .regex(/^\d{1,20}$/)
      .optional(),
    role: z.enum(['办公室', '申报单位', '没有登记', '没有给出']),
    units: list(text),
    issue: z.int().min(1).optional(),
  }),
  office: z.strictObject({ name: text, phone: text.optional() }),
  files: list(
    z.strictObject({
      file: path,
      how: z.enum(['新增', '修改', '删除']),
      kind: z.enum(['项目文件', '密封附件', '办理记录', '参考项目', '办公室设置', '其他文件']),
    }),
  ),
  outside: list(path),
  findings: list(finding),
  debt: list(finding),
  notes: list(text),
  filings: list(filing),
  collisions: list(
    z.strictObject({
      change: text,
      earlier: z.boolean().optional(),
      file: path,
      name: text,
      unit: text,
      mine: text,
      how: z.enum(['内容相近', '同一份文件']),
    }),
  ),
  repairs: list(z.strictObject({ file: path, from: z.int().min(1), to: z.int().min(1), lines: list(text) })),
  places: z.strictObject({
    repository: address.optional(),
    site: address.optional(),
    folder: path,
    head: commit.optional(),
    base: commit.optional(),
    number: z.int().min(1).optional(),
  }),
});

/** Facts that were written down, or why the text is none. Never throws: the text may be anybody's. */
export function readFacts(written: string): { readonly facts: ChangeFacts } | { readonly fault: string } {
  let raw: unknown;
  try {
    raw = JSON.parse(written);
  } catch {
    return { fault: '不是 JSON' };
  }
  const read = facts.safeParse(raw);
  if (read.success) return { facts: read.data as ChangeFacts };
  const [first] = read.error.issues;
  return { fault: `「${(first?.path ?? []).join('.').slice(0, 80)}」不合要求` };
}
