import { FIELD_RULES } from '../../registry/completeness.ts';
import { RECORD_RULES, type RecordRule, recordArticle } from '../../registry/record-rules.ts';
import { type ClauseId, clauseTitle } from '../../regulation/index.ts';
import { FAULTS, type FaultDoc } from '../../text/faults.ts';
import type { Severity } from '../../text/finding.ts';
import { HOSTILE, HOSTILE_ARTICLE } from '../../text/hostile/hostile-rules.ts';
import { TEXT_RULES } from '../../text/text-rules.ts';
import { FIELD_EXAMPLES } from '../examples/field-examples.ts';
import { RECORD_EXAMPLES } from '../examples/record-examples.ts';
import { RULES } from '../index.ts';
import { CHANGE_ARTICLE, CHANGE_RULES } from './change-rules.ts';
import type { Example } from './define-rule.ts';

/** What a rule's page says, whatever kind of rule it is. */
export interface RuleDoc {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  readonly kind: '办法' | '栏目' | '文件' | '隐私' | '记录' | '安全' | '改动';
  /** Clauses it serves; empty for rules on the file itself. */
  readonly clauses: readonly ClauseId[];
  readonly article: string;
  readonly appliesTo: string;
  readonly why: string;
  readonly fix: string;
  readonly ok: readonly Example[];
  readonly bad: readonly Example[];
  /** For rules on the file itself: a piece of a file that shows the fault. */
  readonly badText?: string;
}

const REGULATION_DOCS: readonly RuleDoc[] = RULES.map((rule) => ({
  id: rule.id,
  title: rule.title,
  severity: rule.severity,
  kind: '办法',
  clauses: rule.clauses,
  article: rule.clauses.map((id) => clauseTitle(id)).join('、'),
  appliesTo: rule.appliesTo,
  why: rule.why,
  fix: rule.fix,
  ok: rule.ok,
  bad: rule.bad,
}));

const FIELD_DOCS: readonly RuleDoc[] = (Object.keys(FIELD_RULES) as (keyof typeof FIELD_RULES)[]).map(
  (id) => ({
    id,
    ...FIELD_RULES[id],
    kind: '栏目',
    clauses: ['annex1', 'annex2'],
    article: '附件1、附件2',
    appliesTo: '全部项目文件',
    ...FIELD_EXAMPLES[id],
  }),
);

const FAULT_DOCS: readonly RuleDoc[] = Object.entries<FaultDoc>(FAULTS).map(([id, { bad, ...doc }]) => ({
  id,
  ...doc,
  kind: '文件',
  clauses: [],
  article: '文件格式',
  appliesTo: '全部项目文件和参考项目文件',
  ok: [],
  bad: [],
  badText: bad,
}));

const TEXT_DOCS: readonly RuleDoc[] = Object.entries(TEXT_RULES).map(([id, { bad, ...doc }]) => ({
  id,
  ...doc,
  kind: '隐私',
  clauses: ['annex1', 'annex2'],
  article: '附件1、附件2',
  appliesTo: '全部项目文件和参考项目文件',
  ok: [],
  bad: [],
  badText: bad,
}));

const RECORD_DOCS: readonly RuleDoc[] = (Object.keys(RECORD_RULES) as RecordRule[]).map((id) => ({
  id,
  ...RECORD_RULES[id],
  kind: '记录',
  article: recordArticle(id),
  appliesTo: '办公室的办理记录',
  ...RECORD_EXAMPLES[id],
}));

const HOSTILE_DOCS: readonly RuleDoc[] = Object.entries(HOSTILE).map(([id, doc]) => ({
  id,
  ...doc,
  kind: '安全',
  clauses: [],
  article: HOSTILE_ARTICLE,
  appliesTo: '登记库里的全部文件',
  ok: [],
  bad: [],
}));

const CHANGE_DOCS: readonly RuleDoc[] = Object.entries(CHANGE_RULES).map(([id, doc]) => ({
  id,
  ...doc,
  kind: '改动',
  article:
    doc.clauses.length > 0 ? doc.clauses.map((clause) => clauseTitle(clause)).join('、') : CHANGE_ARTICLE,
  appliesTo: '每一次提交的改动',
  ok: [],
  bad: [],
}));

const OTHER_DOCS: readonly RuleDoc[] = [
  {
    id: 'file-place',
    title: '文件放在规定的文件夹',
    severity: 'error',
    kind: '文件',
    clauses: [],
    article: '文件格式',
    appliesTo: '登记库里的全部文件',
    why: '放错地方的文件没有人读得到，也不会出现在目录里。',
    fix: '项目文件放在 projects/单位代码/项目.md，参考项目放在 references/项目.md。',
    ok: [],
    bad: [],
  },
  {
    id: 'settings-valid',
    title: '办公室设置和单位名录写法正确',
    severity: 'error',
    kind: '文件',
    clauses: [],
    article: '文件格式',
    appliesTo: 'office.yaml、units.yaml',
    why: '单位名录决定谁能申报；写错一处，那个单位的项目都会报错。',
    fix: '照文件开头的说明改。',
    ok: [],
    bad: [],
  },
  {
    id: 'lexicon-valid',
    title: '概念词表完整可读，查重才做得成',
    severity: 'error',
    kind: '文件',
    clauses: [],
    article: '文件格式',
    appliesTo: 'lexicon.yaml',
    why: '词表缺了或写错，查重就做不成；做不成要说出来，不能当作没有重复。',
    fix: '照文件开头的说明改；文件丢了的，从版本库恢复。',
    ok: [],
    bad: [],
  },
  {
    id: 'settings-demo-key',
    title: '正式登记库不用演示公钥',
    severity: 'error',
    kind: '文件',
    clauses: [],
    article: '文件格式',
    appliesTo: 'office.yaml',
    why: '演示公钥的私钥人人可见，用它封存的联系方式和附件人人打得开。',
    fix: '执行 npm run -s registry -- keygen，把办公室自己的公钥写进「封存公钥」。',
    ok: [],
    bad: [],
  },
];

/** Every rule that can appear in a report, in the order of the pages. */
export const RULE_DOCS: readonly RuleDoc[] = [
  ...REGULATION_DOCS,
  ...FIELD_DOCS,
  ...TEXT_DOCS,
  ...RECORD_DOCS,
  ...OTHER_DOCS,
  ...FAULT_DOCS,
  ...HOSTILE_DOCS,
  ...CHANGE_DOCS,
];

const BY_ID = new Map(RULE_DOCS.map((doc) => [doc.id, doc]));

/** The page of a rule. Throws for an id that no rule has: our own fault. */
export function ruleDoc(id: string): RuleDoc {
  const doc = BY_ID.get(id);
  if (!doc) throw new Error(`No rule ${id}`);
  return doc;
}
