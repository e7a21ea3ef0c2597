import { expect, it } from 'vitest';
import { RULE_DOCS } from '../../../rules/support/docs.ts';
import { groupRules } from './rule-groups.ts';

it('lists every rule under one heading', () => {
  const listed = groupRules().flatMap(({ rules }) => rules.map(({ id }) => id));
  expect([...listed].sort()).toEqual(RULE_DOCS.map(({ id }) => id).sort());
});
