import { describe, expect, it } from 'vitest';
import { readEntry } from '../registry/read-entry.ts';
import { CATALOGUE, type RuleId } from '../rules/catalogue.ts';
import type { Problem } from './finding.ts';

const UTF8 = new TextEncoder();
const GBK = new TextDecoder('gbk');
type FaultId = Extract<RuleId, `parse-${string}`>;

/** Where each fault's own example goes wrong, and what is read of it all the same. */
const EXPECTED = {
  'parse-encoding': { at: [1, 1], form: '备案表', name: '某平台' },
  'parse-bom': { at: [1, 1], form: '备案表', name: '某平台' },
  'parse-line-ends': { at: [1, 1], form: '备案表', name: '某平台' },
  'parse-too-large': { at: [1, 1], form: undefined, name: undefined },
  'parse-no-head': { at: [1, 1], form: '备案表', name: '某平台' },
  'parse-unclosed-head': { at: [5, 1], form: '备案表', name: '某平台' },
  'parse-second-form': { at: [10, 1], form: '备案表', name: '某平台' },
  'parse-fullwidth-colon': { at: [3, 5], form: '备案表', name: '某平台' },
  'parse-tab': { at: [4, 1], form: '备案表', name: undefined },
  'parse-duplicate-key': { at: [4, 1], form: '备案表', name: '甲' },
  'parse-anchor': { at: [3, 10], form: '备案表', name: '某平台' },
  'parse-comment': { at: [3, 7], form: '备案表', name: '某平台' },
  'parse-duplicate-section': { at: [10, 1], form: '备案表', name: '某平台' },
  'parse-syntax': { at: [3, 1], form: '备案表', name: undefined },
} as const satisfies Record<
  FaultId,
  { at: [number, number]; form: string | undefined; name: string | undefined }
>;

const IDS = Object.keys(CATALOGUE).filter((id) => id.startsWith('parse-')) as FaultId[];
const SOUND = '---\n表式: 备案表\n项目名称: 某平台\n---\n';

/** The bytes of a fault's example; the encoding fault cannot be shown as text, so a sound head is saved as GBK. */
function badBytes(id: FaultId): Uint8Array {
  return id === 'parse-encoding' ? encodeGbk(SOUND) : UTF8.encode(CATALOGUE[id].badText);
}

/** The runtime decodes GBK and does not encode it, so the table is turned round. */
function encodeGbk(text: string): Uint8Array {
  const table = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      table.set(GBK.decode(Uint8Array.of(lead, trail)), [lead, trail]);
    }
  }
  return Uint8Array.from([...text].flatMap((one) => table.get(one) ?? [one.charCodeAt(0)]));
}

const parseFaults = (problems: readonly Problem[]) =>
  problems.filter(({ rule }) => rule.startsWith('parse-'));

describe('the example of every fault', () => {
  it.each(IDS)('%s is reported alone, at its place, with the rest of the file read', (id) => {
    const { entry, problems } = readEntry('projects/shili/x.md', badBytes(id));
    const reported = parseFaults(problems);
    const { at, form, name } = EXPECTED[id];
    expect(new Set(reported.map(({ rule }) => rule))).toEqual(new Set([id]));
    expect(reported[0]?.at).toEqual({ line: at[0], column: at[1] });
    expect(entry.filing.form).toBe(form);
    expect(entry.filing.name).toBe(name);
  });

  it.each(IDS)('%s says what is wrong and how to mend it', (id) => {
    for (const problem of parseFaults(readEntry('projects/shili/x.md', badBytes(id)).problems)) {
      expect(problem.severity).toBe(CATALOGUE[id].severity);
      expect(problem.message).toMatch(/\p{Script=Han}{4}/u);
      expect(problem.fix).toMatch(/\p{Script=Han}{2}/u);
      expect(problem.article).toBe('文件格式');
    }
  });

  it('reads the indented part that a tab stood before', () => {
    const { entry, problems } = readEntry(
      'projects/shili/x.md',
      UTF8.encode('---\n表式: 备案表\n牵头主体:\n\t类型: 街道办事处\n\t名称: 示例街道办事处\n---\n'),
    );
    expect(entry.filing.lead).toEqual({ type: '街道办事处', name: '示例街道办事处' });
    expect(parseFaults(problems).map(({ at }) => at?.line)).toEqual([4, 5]);
  });

  it('says nothing about a required field being missing when its own line was unreadable', () => {
    const { problems } = readEntry('projects/shili/x.md', UTF8.encode(CATALOGUE['parse-syntax'].badText));
    const missing = problems.filter(({ rule }) => rule === 'field-missing').map(({ path }) => path[0]);
    expect(missing).not.toContain('项目名称');
    expect(missing).toContain('填报日期');
  });

  it('reports two faults of one file, and both places', () => {
    const text = '---\n表式：备案表\n项目名称: &甲 某平台\n填报日期: 2021/4/29\n---\n';
    const { problems } = readEntry('projects/shili/x.md', UTF8.encode(text));
    expect(parseFaults(problems).map(({ rule, at }) => [rule, at?.line])).toEqual([
      ['parse-fullwidth-colon', 2],
      ['parse-anchor', 3],
    ]);
    expect(problems.some(({ rule, path }) => rule === 'field-invalid' && path[0] === '填报日期')).toBe(true);
  });
});
