import { describe, expect, it } from 'vitest';
import { check } from '../check.ts';
import type { SourceFile } from '../registry/source-file.ts';
import { exampleFile, exampleNeighbours } from '../rules/examples/examples.ts';
import { planHandOver } from './hand-over.ts';

const TODAY = '2026-11-24';
const OLD = exampleFile({ base: '6.1', edit: {} });
const ID = OLD.file.replace(/^projects\/|\.md$/g, '');
const SLUG = ID.split('/')[1];
const RECORDS = '- 日期: 2026-03-10\n  事项: 受理\n  登记号: 示数备〔2026〕8号\n  经办: 办公室综合组\n';
const EVENT = {
  日期: TODAY,
  事项: '移交',
  从: 'shili',
  到: 'xinqu',
  说明: '机构改革。',
  经办: '办公室综合组',
};
const source = (file: string, text: string): SourceFile => ({ file, bytes: new TextEncoder().encode(text) });
const textOf = ({ bytes }: SourceFile): string => new TextDecoder().decode(bytes);

function registry(): SourceFile[] {
  const around = exampleNeighbours().map(({ file, text }) =>
    source(
      file,
      file === 'units.yaml' ? `${text}\nxinqu:\n  名称: 新区街道办事处\n  类型: 街道办事处\n` : text,
    ),
  );
  const later = exampleFile({ base: '6.1', edit: { 项目名称: '示例街道助餐点名册', 前期项目: ID } });
  return [
    ...around,
    source(OLD.file, OLD.text),
    source(`records/${ID}.yaml`, RECORDS),
    source(`projects/${ID}/fangan.pdf.age`, 'sealed'),
    source('projects/shili/houxu-a2b3.md', later.text),
  ];
}

describe('a hand-over', () => {
  it('moves the filing, its records and attachments, changes who leads, and what others name', () => {
    const files = registry();
    const plan = planHandOver(files, ID, 'xinqu', EVENT, TODAY);
    expect(plan.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(plan.id).toBe(`xinqu/${SLUG}`);
    expect(plan.removes).toEqual(
      expect.arrayContaining([OLD.file, `projects/${ID}/fangan.pdf.age`, `records/${ID}.yaml`]),
    );
    const written = new Map(plan.writes.map((one) => [one.file, textOf(one)]));
    expect(written.get(`projects/xinqu/${SLUG}.md`)).toContain('名称: 新区街道办事处');
    expect(written.get(`projects/xinqu/${SLUG}/fangan.pdf.age`)).toBe('sealed');
    expect(written.get(`records/xinqu/${SLUG}.yaml`)).toContain('移交');
    expect(written.get(`records/xinqu/${SLUG}.yaml`)?.startsWith(RECORDS)).toBe(true);
    expect(written.get('projects/shili/houxu-a2b3.md')).toContain(`前期项目: xinqu/${SLUG}`);
  });

  it('leaves a registry that still knows the project, its number and its state', () => {
    const files = registry();
    const plan = planHandOver(files, ID, 'xinqu', EVENT, TODAY);
    const gone = new Set([...plan.removes, ...plan.writes.map(({ file }) => file)]);
    const after = check([...files.filter(({ file }) => !gone.has(file)), ...plan.writes], { today: TODAY });
    const moved = after.projects.find(({ entry }) => entry.id === plan.id);
    const life = moved && after.lifeOf(moved.entry);
    expect(life).toMatchObject({ state: '已备案', number: '示数备〔2026〕8号' });
    expect(after.findings.filter(({ rule }) => /^record-|^art1-links/.test(rule))).toEqual([]);
  });

  it.each([['to a unit that is not in the 名录', 'meiyou', '名录里没有']])(
    '%s is refused',
    (_, to, words) => {
      const { findings } = planHandOver(registry(), ID, to, { ...EVENT, 到: to }, TODAY);
      expect(findings.map(({ message }) => message).join()).toContain(words);
    },
  );
});
