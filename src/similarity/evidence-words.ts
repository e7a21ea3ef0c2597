import { assetWords } from './assets.ts';
import type { Evidence } from './evidence.ts';

/** One thing to know of a candidate: what it is called, and what there is of it. */
export interface EvidenceRow {
  readonly label: string;
  readonly items: readonly string[];
  readonly joint: '、' | '；';
}

/** Rows that say what the two have in common, as far as nobody had to guess it. */
const ALIKE = ['对方已有的模块', '可能对应的功能', '都有', '文字相同'];

/** The evidence in words, in every place the same; a row with nothing in it is left out. */
export function evidenceRows(evidence: Evidence): readonly EvidenceRow[] {
  const { points, functions, module, assets, passages, concepts, counter, reusable } = evidence;
  const { matched, missing, drawn } = functions;
  const rows: readonly EvidenceRow[] = [
    {
      label: '计分',
      items: points.map(({ label, points: one }) => `${label} ${one > 0 ? '+' : '−'}${Math.abs(one)}`),
      joint: '；',
    },
    { label: '对方已有的模块', items: module === undefined ? [] : [module], joint: '、' },
    {
      label: drawn ? '可能对应的功能（从文字里摘出）' : '可能对应的功能',
      items: matched.map(({ query, other }) => nearly(query, other)),
      joint: '；',
    },
    // What is left of a text that stated no functions is no list of functions.
    { label: '对方没有的功能', items: drawn ? [] : missing, joint: '、' },
    { label: '都有', items: concepts.map(({ concept, other }) => nearly(concept, other)), joint: '、' },
    { label: '都装的设施，先看能不能合用', items: assets.map(assetWords), joint: '；' },
    { label: '文字相同', items: passages.length > 0 ? [`${passages.length} 处`] : [], joint: '、' },
    { label: '不同点', items: counter, joint: '；' },
    { label: '可以利用的数据', items: reusable.data, joint: '、' },
  ];
  return rows.filter(({ items }) => items.length > 0);
}

/** What the two have in common, what tells most first, each with so many examples at most. */
export function alikeWords(evidence: Evidence, most: number): readonly string[] {
  return evidenceRows(evidence)
    .filter(({ label }) => ALIKE.includes(label))
    .map(({ label, items }) => {
      const rest = items.length > most ? `等 ${items.length} 项` : '';
      return `${label}：${items.slice(0, most).join('、')}${rest}`;
    });
}

/** 「62 分」. */
export function scoreWords(score: number): string {
  return `${Math.round(score * 100)} 分`;
}

/** Which project it is, for brackets behind its name. */
export function sourceWords({
  id,
  unit,
  standing = '',
}: {
  readonly id: string;
  readonly unit: string;
  readonly standing?: string;
}): string {
  return [id, unit, standing].filter((part) => part !== '').join('，');
}

/** 「停车管理」, or 「停车诱导（对方：停车管理）」 of two near ones: first what is written here. */
function nearly(one: string, other: string): string {
  return one === other ? one : `${one}（对方：${other}）`;
}
