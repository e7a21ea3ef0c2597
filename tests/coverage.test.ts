import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DICTIONARY } from '../src/form/fields.ts';
import { EVENT_NAMES } from '../src/records/event-names.ts';
import { eventDef } from '../src/records/events.ts';
import { ACTS, actOf } from '../src/records/lifecycle/acts.ts';
import { TRANSITIONS } from '../src/records/lifecycle/transitions.ts';
import { SETTINGS } from '../src/registry/settings.ts';
import { INTERPRETATIONS } from '../src/regulation/readings.ts';
import { ROUTE_TABLE } from '../src/regulation/routes.ts';
import { type Coverage, coverage, ownNeeds } from '../src/rules/support/coverage.ts';
import { RULE_DOCS, ruleDoc } from '../src/rules/support/docs.ts';
import { CASES } from './hostile/cases.ts';

const GATE_TESTS = ['src/gate/judge-change.test.ts', 'tests/hostile.test.ts']
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');
const FIXTURES = readdirSync('tests/fixtures');
const LIFECYCLE = readdirSync('src/records/lifecycle')
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map((name) => readFileSync(`src/records/lifecycle/${name}`, 'utf8'))
  .join('\n');
const CLAIMED = [...coverage().flatMap(({ by }) => by), ...ownNeeds()];
const claims = (kind: Coverage['kind']): readonly string[] =>
  [...new Set(CLAIMED.filter((one) => one.kind === kind).map(({ ref }) => ref))].sort();

/** The event with each 结论 it may have, and the flags that make another act of it. */
function actsOf(name: (typeof EVENT_NAMES)[number]): readonly string[] {
  const { verdicts = [], takes } = eventDef(name);
  const plain =
    verdicts.length === 0
      ? [actOf({ event: name })]
      : verdicts.map((verdict) => actOf({ event: name, verdict }));
  return [
    ...plain,
    ...(takes.review ? [actOf({ event: name, review: true })] : []),
    ...(takes.waived ? [actOf({ event: name, waived: true })] : []),
  ];
}

describe('every claim of the coverage', () => {
  it.each(claims('规则'))('规则 %s has an executed bad example or a fixture', (id) => {
    const { bad, badText } = ruleDoc(id);
    const shown = bad.length > 0 || badText !== undefined;
    // A rule on a change has no example on one file: a test of the gate names it.
    const judged = CASES.some(({ rule }) => rule === id) || GATE_TESTS.includes(`'${id}'`);
    expect(shown || judged || FIXTURES.some((name) => name.startsWith(`${id}--`)), id).toBe(true);
  });

  it.each(claims('记录'))('记录 %s has a place in the table of steps, whatever its 结论', (name) => {
    const known = EVENT_NAMES.find((one) => one === name);
    expect(known).toBeDefined();
    for (const act of known ? actsOf(known) : []) {
      expect(
        TRANSITIONS.some(({ acts }) => acts.some((one) => one === act)),
        act,
      ).toBe(true);
    }
  });

  it('names every 事项, field, setting and reading that there is', () => {
    expect(claims('记录')).toEqual([...EVENT_NAMES].sort());
    expect(claims('栏目')).toEqual(DICTIONARY.map(({ label }) => label).sort());
    expect(claims('设置')).toEqual(
      Object.values(SETTINGS)
        .map(({ label }) => label)
        .sort(),
    );
    expect(claims('读法')).toEqual(INTERPRETATIONS.map(({ id }) => id).sort());
    expect(new Set(TRANSITIONS.flatMap(({ acts }) => acts))).toEqual(new Set(ACTS));
  });

  it.each(INTERPRETATIONS)('读法 $id is carried out by what it names, or says 由人来办', ({ id, by }) => {
    for (const one of by) {
      const [kind = '', ...rest] = one.split(' ');
      expect(KNOWN[kind]?.(rest.join(' '), id), one).toBe(true);
    }
  });
});

describe('what no clause asks for', () => {
  it('is told apart, and no clause claims it', () => {
    const own = ownNeeds().map(({ ref }) => ref);
    expect(own).toEqual(expect.arrayContaining(['演示', '不涉密承诺', '暂缓', '移交', '更正']));
    const lawful = coverage().flatMap(({ by }) => by.map(({ ref }) => ref));
    for (const ref of [...own, 'change-records-appended', 'change-entry-removed'])
      expect(lawful).not.toContain(ref);
  });
});

/** How each kind of carrier of a reading is looked up. */
const KNOWN: Readonly<Record<string, (ref: string, id: string) => boolean>> = {
  规则: (ref) => RULE_DOCS.some(({ id }) => id === ref),
  栏目: (ref) => DICTIONARY.some(({ label }) => label === ref),
  记录: (ref) => EVENT_NAMES.some((name) => name === ref),
  路径: (ref) => ROUTE_TABLE.some(({ route }) => `${route.clause} ${route.form}` === ref),
  设置: (ref) => Object.values(SETTINGS).some(({ label }) => label === ref),
  // The steps of the records: the code there names the reading.
  办理次序: (_, id) => LIFECYCLE.includes(`\`${id}\``),
  由人来办: () => true,
};
