import { ANNEXES, ARTICLES } from '../../../regulation/index.ts';
import { RULE_DOCS, type RuleDoc } from '../../../rules/support/docs.ts';

/** Rules under one heading of the list. */
export interface RuleGroup {
  readonly id: string;
  readonly title: string;
  /** The clause to link to, for groups that are an article. */
  readonly clause?: string;
  readonly rules: readonly RuleDoc[];
}

const OTHERS = [
  { id: 'fields', title: '栏目填写', kind: '栏目' },
  { id: 'privacy', title: '个人信息', kind: '隐私' },
  { id: 'records', title: '办理记录', kind: '记录' },
  { id: 'files', title: '文件写法', kind: '文件' },
  { id: 'safety', title: '文件安全', kind: '安全' },
  { id: 'superior', title: '上级规定（办公室写明的才核对，是否适用待办公室确认）', kind: '上级' },
  { id: 'changes', title: '改动和权限', kind: '改动' },
] as const;

/** All rules: by the article or annex that each cites first, then the others by what they are about. */
export function groupRules(): readonly RuleGroup[] {
  const lawful = RULE_DOCS.filter(({ kind }) => kind === '办法');
  const articles = ARTICLES.map((article) => ({
    id: article.id,
    title: `${article.label}　${article.heading}`.trimEnd(),
    clause: article.id,
    rules: lawful.filter(({ clauses }) => clauses[0]?.split('-')[0] === article.id),
  }));
  const annexes = ANNEXES.map(({ id, label, name }) => ({
    id,
    title: `${label}　${name}`,
    clause: id,
    rules: lawful.filter(({ clauses }) => clauses[0] === id),
  }));
  const others = OTHERS.map(({ id, title, kind }) => ({
    id,
    title,
    rules: RULE_DOCS.filter((doc) => doc.kind === kind),
  }));
  return [...articles, ...annexes, ...others].filter(({ rules }) => rules.length > 0);
}
