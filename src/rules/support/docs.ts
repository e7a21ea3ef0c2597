import { CATALOGUE, type RuleText } from '../catalogue.ts';
import { FIELD_EXAMPLES } from '../examples/field-examples.ts';
import { RECORD_EXAMPLES } from '../examples/record-examples.ts';
import { SUPERIOR_EXAMPLES } from '../examples/superior-examples.ts';
import { RULES } from '../index.ts';
import type { Example } from './define-rule.ts';

/** What a rule's page says, whatever kind of rule it is. */
export interface RuleDoc extends RuleText {
  readonly ok: readonly Example[];
  readonly bad: readonly Example[];
}

const EXAMPLES: Readonly<Record<string, Pick<RuleDoc, 'ok' | 'bad'>>> = {
  ...FIELD_EXAMPLES,
  ...RECORD_EXAMPLES,
  ...SUPERIOR_EXAMPLES,
};

/** Every rule that can appear in a report, in the order of the pages. */
export const RULE_DOCS: readonly RuleDoc[] = [
  ...RULES,
  ...Object.values(CATALOGUE).map((rule) => ({ ok: [], bad: [], ...rule, ...EXAMPLES[rule.id] })),
];

const BY_ID = new Map(RULE_DOCS.map((doc) => [doc.id, doc]));

/** The page of a rule. Throws for an id that no rule has: our own fault. */
export function ruleDoc(id: string): RuleDoc {
  const doc = BY_ID.get(id);
  if (!doc) throw new Error(`No rule ${id}`);
  return doc;
}
