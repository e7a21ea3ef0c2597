import { describe, expect, it, vi } from 'vitest';
import { check } from '../src/check.ts';
import { type FieldDef, fieldOf } from '../src/form/fields.ts';
import { judgeChange } from '../src/gate/judge-change.ts';
import type { SourceFile } from '../src/registry/source-file.ts';
import { REPORTS, type Reported } from '../src/report/index.ts';
import { summarise } from '../src/report/summary.ts';
import {
  EXAMPLE_TODAY,
  exampleFile,
  exampleNeighbours,
  exampleRecords,
} from '../src/rules/examples/examples.ts';
import { buildModel } from '../src/site/view/model.ts';
import { soundRegistry } from './hostile/registry.ts';

/** The sound filing was filed on 2026-03-05 and received on 2026-03-10. */
const LATER = '2026-03-06';

// A release that brings a rule which every filing breaks, and requires a field that was expected before.
vi.mock('../src/form/fields.ts', async (original) => {
  const fields = await original<typeof import('../src/form/fields.ts')>();
  Object.assign(fields.fieldOf('dataPooling'), {
    since: '2026-03-06',
    forms: { 备案表: '必填', 申请表: '必填', 资料报送: '必填' },
  });
  return fields;
});
vi.mock('../src/rules/index.ts', async (original) => {
  const { defineRule } = await import('../src/rules/support/define-rule.ts');
  const example = [{ says: '', base: '6.1', edit: {} }] as const;
  const planted = defineRule({
    id: 'art1-planted',
    title: '新规则',
    severity: 'error',
    since: '2026-03-06',
    clauses: ['art1'],
    appliesTo: '全部',
    why: '新版本带来的规则。',
    fix: '补上',
    needs: ['name'],
    ok: example,
    bad: example,
    check: (_, { id }, { records }) => [
      { path: ['项目名称'], message: '项目名称：不合新规则', fix: '改' },
      ...(records.get(id)?.events ?? []).map(({ index }) => {
        return { path: ['办理记录', index, '事项'], message: '事项：不合新规则', fix: '改' };
      }),
    ],
  });
  const { RULES } = await original<typeof import('../src/rules/index.ts')>();
  return { RULES: [...RULES, planted] };
});

const UTF8 = new TextEncoder();
const RECEIVED = { 日期: '2026-03-10', 事项: '受理', 登记号: '示数备〔2026〕2号', 经办: '办公室综合组' };

const OFFICE = { file: 'office.yaml', bytes: soundRegistry().get('office.yaml')?.bytes ?? new Uint8Array() };

/** The example registry with one filing that leaves the field out. */
function registry(edit: Record<string, string | null> = {}, received = false): readonly SourceFile[] {
  const example = { base: '6.1', edit: { 数据归集: null, ...edit } } as const;
  const records = exampleRecords(received ? { ...example, records: [RECEIVED] } : example);
  // Records of the neighbours are newer than what the release brings.
  const neighbours = exampleNeighbours().filter(({ file }) => !file.startsWith('records/'));
  const files = [exampleFile(example), ...(records ? [records] : []), ...neighbours];
  return [OFFICE, ...files.map(({ file, text }) => ({ file, bytes: UTF8.encode(text) }))];
}

const FILE = registry()[1]?.file ?? '';
const today = EXAMPLE_TODAY;
const rules = (findings: readonly { readonly rule: string }[]) => findings.map(({ rule }) => rule).sort();
const NEW = ['art1-planted', 'field-missing'];

describe('what a release brings', () => {
  it('is older debt for what was filed before, and blocks nothing', () => {
    const result = check(registry(), { today });
    expect(result.findings).toEqual([]);
    expect(rules(result.debt.filter(({ file }) => file === FILE))).toEqual(NEW);
    expect(result.debt.every(({ since }) => since === LATER)).toBe(true);
    expect(summarise(result)).toMatchObject({ ok: true, error: 0, debt: result.debt.length });
  });

  it('is the same when the file is named', () => {
    const { findings, debt } = check(registry(), { today, only: new Set([FILE]) });
    expect([findings, rules(debt)]).toEqual([[], NEW]);
  });

  it.each([
    ['filed on the day from which it holds', LATER],
    ['filed later', '2026-03-07'],
    ['filed on a day that nobody can read', '三月五日'],
  ])('blocks what was %s', (_, day) => {
    const { findings } = check(registry({ 填报日期: day }), { today, only: new Set([FILE]) });
    expect(rules(findings)).toEqual(expect.arrayContaining(NEW));
  });

  it('counts for the records by the day of each event', () => {
    const { findings, debt } = check(registry({}, true), { today });
    expect(findings.map(({ file, rule }) => [file.split('/')[0], rule])).toEqual([
      ['records', 'art1-planted'],
    ]);
    expect(rules(debt.filter(({ file }) => file === FILE))).toEqual(NEW);
  });

  it('stays debt in a change that edits the filing and leaves its day', () => {
    const [base, head] = [registry(), registry({ 利旧情况: '与原来的机房合用。' })];
    const change = { base, head, tip: base, outside: [], actor: undefined, today };
    const { findings, debt } = judgeChange(change);
    expect(findings).toEqual([]);
    expect(rules(debt.filter(({ file }) => file === FILE))).toEqual(NEW);
  });

  it('is shown on the page of the project', () => {
    const view = buildModel(check(registry(), { today })).projects.find(
      ({ read }) => read.entry.file === FILE,
    );
    expect([view?.findings, rules(view?.debt ?? [])]).toEqual([[], NEW]);
  });

  it('is stated of the field in the dictionary', () => {
    const field: FieldDef = fieldOf('dataPooling');
    expect(field.since).toBe(LATER);
  });
});

describe('reports of older debt', () => {
  const result: Reported = check(registry(), { today, only: new Set([FILE]) });
  const report = (format: keyof typeof REPORTS) => REPORTS[format](result, () => undefined);

  it('give it a section of its own for people', () => {
    for (const text of [report('pretty'), report('markdown')]) {
      expect(text).toContain('以前填报的、按新要求还缺的（不影响受理）');
      expect(text).toContain('不合新规则');
      expect(text).toContain('没有发现问题。另有 2 处');
    }
  });

  it('give it as an array and a count in JSON', () => {
    const { findings, debt, summary } = JSON.parse(report('json'));
    expect([findings, rules(debt), summary.debt, summary.ok]).toEqual([[], NEW, 2, true]);
  });

  it('give it as notices and notes to programs', () => {
    const commands = report('github').split('\n');
    expect(commands.map((line) => line.split(' ')[0])).toEqual(['::notice', '::notice']);
    const [run] = JSON.parse(report('sarif')).runs;
    expect(run.results.map(({ level }: { level: string }) => level)).toEqual(['note', 'note']);
    expect(rules(run.tool.driver.rules.map(({ id }: { id: string }) => ({ rule: id })))).toEqual(NEW);
  });
});
