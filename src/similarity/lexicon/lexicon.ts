import { z } from 'zod';
import type { Path } from '../../text/finding.ts';
import { fieldName } from '../../text/finding.ts';
import { foldPlain } from '../../text/fold.ts';
import { CONCEPT_FIELDS, CONCEPT_NATURES, type ConceptField, type ConceptNature } from './words.ts';

/** One concept of the office's lexicon (registry/lexicon.yaml): one need or function, under all its names. */
export interface Concept {
  /** Stable id: lower-case ASCII words with hyphens. */
  readonly id: string;
  /** The preferred Chinese term. */
  readonly name: string;
  readonly field: ConceptField;
  readonly nature: ConceptNature;
  /** Every way it is written in notices, the preferred term first; no form belongs to two concepts. */
  readonly forms: readonly string[];
  /** Ids of broader concepts. */
  readonly broader: readonly string[];
  /** Ids of related concepts; a relation counts both ways. */
  readonly related: readonly string[];
  /** Weights, in (0, 1], of links that differ from the default, by the id linked to. */
  readonly weights: Readonly<Record<string, number>>;
  /** True for what every system has and what is no need of its own: 统计分析, 权限管理. */
  readonly generic: boolean;
}

/** A fault of the lexicon: where in the file, and what to do. */
export interface LexiconProblem {
  readonly path: Path;
  readonly message: string;
  readonly fix: string;
}

interface Lexicon {
  /** Sound concepts in the order of the file. */
  readonly concepts: readonly Concept[];
  readonly findings: readonly LexiconProblem[];
}

/** Either two Han characters or a word of two Latin letters or digits: less is found everywhere. */
const FORM = /[\u3400-\u9fff].*[\u3400-\u9fff]|[0-9A-Za-z]{2}/;
const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const WEIGHT = /^(?:0\.\d{1,3}|1(?:\.0)?)$/;

const isForm = (text: unknown): boolean =>
  typeof text === 'string' &&
  text === text.trim() &&
  text.length >= 2 &&
  text.length <= 20 &&
  FORM.test(text);
const isId = (text: unknown): boolean => typeof text === 'string' && ID.test(text);

/** A list, each item of which is looked at without a schema of its own: a lexicon has many thousands. */
const listOf = (isSound: (item: unknown) => boolean) =>
  z.custom<readonly string[]>(Array.isArray).superRefine((items, context) => {
    for (const [at, item] of items.entries())
      if (!isSound(item)) context.addIssue({ code: 'custom', path: [at], input: item });
  });
const ids = listOf(isId).default([]);

/** One concept as it is written in the file; all scalars are text. */
const conceptSchema = z.strictObject({
  名称: z.custom<string>(isForm),
  领域: z.enum(CONCEPT_FIELDS),
  性质: z.enum(CONCEPT_NATURES),
  词: listOf(isForm).refine(({ length }) => length > 0),
  上位: ids,
  相关: ids,
  权重: z.record(z.string(), z.string().regex(WEIGHT)).default({}),
  通用: z.enum(['是', '否']).default('否'),
});

/** Reads the raw map of the file. A faulty concept is a finding and is left out; the others stay usable. */
export function readLexicon(raw: Readonly<Record<string, unknown>>): Lexicon {
  const concepts: Concept[] = [];
  const findings: LexiconProblem[] = [];
  for (const [id, value] of Object.entries(raw)) {
    if (!ID.test(id)) findings.push(badId(id));
    const result = conceptSchema.safeParse(value);
    if (!result.success) findings.push(...result.error.issues.map((issue) => explain(id, issue)));
    else if (ID.test(id)) concepts.push(toConcept(id, result.data));
  }
  const known = new Set(Object.keys(raw));
  findings.push(...linkFaults(concepts, known), ...repeatedForms(concepts), ...cycleFaults(concepts));
  return { concepts, findings };
}

function toConcept(id: string, written: z.output<typeof conceptSchema>): Concept {
  const weights = Object.entries(written.权重).map(([to, weight]) => [to, Number(weight)] as const);
  return {
    id,
    name: written.名称,
    field: written.领域,
    nature: written.性质,
    forms: [...new Set([written.名称, ...written.词])],
    broader: written.上位,
    related: written.相关,
    weights: Object.fromEntries(weights),
    generic: written.通用 === '是',
  };
}

function badId(id: string): LexiconProblem {
  const message = `${id}：概念的代号只用小写字母、数字和连字符。`;
  return { path: [id], message, fix: '改成英文或小写拼音，例如 video-surveillance。' };
}

const SHAPES: Readonly<Record<string, string>> = {
  名称: '写通常的叫法，2–20 个字。',
  词: '写成「词: [甲, 乙]」，每个 2–20 个字，至少两个汉字，或者是一个英文、数字的词。',
  上位: '写成「上位: [代号, 代号]」；没有的，整行删掉。',
  相关: '写成「相关: [代号, 代号]」；没有的，整行删掉。',
  权重: "写成「权重: {代号: '0.5'}」，数字大于 0，不超过 1；用默认的，整行删掉。",
};

function explain(id: string, issue: z.core.$ZodIssue): LexiconProblem {
  const path = [id, ...(issue.path as (string | number)[])];
  const name = fieldName(path);
  if (issue.code === 'unrecognized_keys') {
    return {
      path,
      message: `${name}：没有「${issue.keys.join('、')}」这一项。`,
      fix: '照其他各条的项目写。',
    };
  }
  const words = issue.code === 'invalid_value' ? issue.values.map(String) : [];
  const shape = SHAPES[String(issue.path[0])] ?? '照文件开头的说明和其他各条改。';
  const fix = words.length > 0 ? `可以写：${words.join('、')}。` : shape;
  return { path, message: `${name}：没有写，或写法不对。`, fix };
}

function linkFaults(concepts: readonly Concept[], known: ReadonlySet<string>): LexiconProblem[] {
  return concepts.flatMap(({ id, broader, related, weights }) => [
    ...badLinks(id, '上位', broader, known),
    ...badLinks(id, '相关', related, known),
    ...related.flatMap((to, at) => (broader.includes(to) ? [linkedTwice(id, to, at)] : [])),
    ...Object.keys(weights).flatMap((to) =>
      broader.includes(to) || related.includes(to) ? [] : [weightOfNothing(id, to)],
    ),
  ]);
}

function badLinks(
  id: string,
  label: '上位' | '相关',
  to: readonly string[],
  known: ReadonlySet<string>,
): LexiconProblem[] {
  const fix = '改成表里有的代号，或者删掉。';
  return to.flatMap((other, at) => {
    const path = [id, label, at];
    if (other === id) return [{ path, message: `${fieldName(path)}：「${other}」就是它自己。`, fix }];
    if (known.has(other)) return [];
    return [{ path, message: `${fieldName(path)}：表里没有「${other}」这个概念。`, fix }];
  });
}

function linkedTwice(id: string, to: string, at: number): LexiconProblem {
  const path = [id, '相关', at];
  return {
    path,
    message: `${fieldName(path)}：「${to}」已经写在上位里。`,
    fix: '两处留一处：比它大的留在上位，有关系但不是一回事的留在相关。',
  };
}

function weightOfNothing(id: string, to: string): LexiconProblem {
  const path = [id, '权重', to];
  const message = `${fieldName(path)}：「${to}」不在这个概念的上位或相关里，权重没有用处。`;
  return { path, message, fix: '先把它写进上位或相关，或者删掉这个权重。' };
}

function repeatedForms(concepts: readonly Concept[]): LexiconProblem[] {
  const owner = new Map<string, string>();
  const found: LexiconProblem[] = [];
  for (const { id, name, forms } of concepts) {
    const own = new Set<string>();
    for (const form of forms) {
      const folded = foldPlain(form);
      if (own.has(folded)) continue;
      own.add(folded);
      const other = owner.get(folded);
      if (other === undefined) owner.set(folded, id);
      else found.push(repeated(id, name, forms, folded, other));
    }
  }
  return found;
}

function repeated(
  id: string,
  name: string,
  forms: readonly string[],
  folded: string,
  other: string,
): LexiconProblem {
  const word = forms.find((text) => foldPlain(text) === folded) ?? name;
  return {
    path: word === name ? [id, '名称'] : [id, '词'],
    message: `${id}：「${word}」已经是「${other}」的词，一个词只能属于一个概念。`,
    fix: '留在最常用的那个意思里，另一处换成更长、更明确的写法。',
  };
}

/** 上位 must lead upwards: whoever follows it may not come back. Each circle is reported once. */
function cycleFaults(concepts: readonly Concept[]): LexiconProblem[] {
  const byId = new Map(concepts.map((concept) => [concept.id, concept]));
  const cleared = new Set<string>();
  const faults: LexiconProblem[] = [];
  const climb = (id: string, trail: readonly string[]): void => {
    const at = trail.indexOf(id);
    if (at >= 0) faults.push(circle([...trail.slice(at), id]));
    if (at >= 0 || cleared.has(id)) return;
    for (const up of byId.get(id)?.broader ?? []) if (up !== id) climb(up, [...trail, id]);
    cleared.add(id);
  };
  for (const { id } of concepts) climb(id, []);
  return faults;
}

function circle(trail: readonly string[]): LexiconProblem {
  const last = trail.at(-2) ?? '';
  return {
    path: [last, '上位'],
    message: `${last}.上位：绕了一圈又回到自己（${trail.join(' → ')}）。`,
    fix: '上位只写更大的概念，删掉圈里不对的一条；说不清谁大谁小的，改写进相关。',
  };
}
