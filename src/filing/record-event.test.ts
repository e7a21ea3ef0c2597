import { describe, expect, it } from 'vitest';
import type { SourceFile } from '../registry/source-file.ts';
import { exampleFile, exampleNeighbours } from '../rules/examples/examples.ts';
import { planEvent } from './record-event.ts';

const TODAY = '2026-11-24';
const project = exampleFile({ base: '6.2财政', edit: {} });
const ID = project.file.replace(/^projects\/|\.md$/g, '');
const FILE = `records/${ID}.yaml`;
const RECEIPT = { 日期: '2026-03-10', 事项: '受理', 登记号: '示数申〔2026〕3号', 经办: '办公室综合组' };
const REVIEW = { 日期: '2026-03-25', 事项: '审核', 结论: '通过', 经办: '办公室项目组' };

const source = (file: string, text: string): SourceFile => ({ file, bytes: new TextEncoder().encode(text) });
const registry = (records?: string): SourceFile[] => [
  ...[...exampleNeighbours(), project].map(({ file, text }) => source(file, text)),
  ...(records === undefined ? [] : [source(FILE, records)]),
];
const textOf = ({ bytes }: SourceFile): string => new TextDecoder().decode(bytes);

describe('an event appended to records', () => {
  it('begins the file when there is none', () => {
    const planned = planEvent(registry(), ID, RECEIPT, TODAY);
    expect(planned.findings).toEqual([]);
    expect(planned.source.file).toBe(FILE);
    expect(textOf(planned.source).split('\n').slice(0, 13)).toEqual([
      '- 日期: 2026-03-10',
      '  事项: 受理',
      '  登记号: 示数申〔2026〕3号',
      '  经办: 办公室综合组',
      '  受理内容:',
      '    表式: 申请表',
      '    条款: 第六条第2项',
      '    主体类型: 街道办事处',
      '    主体名称: 示例街道办事处',
      '    建设阶段: 新建',
      '    使用财政资金: 是',
      '    填报日期: 2026-03-05',
      '    总投资: 320',
    ]);
  });

  it.each([
    [
      'with a comment and quotes',
      '# 办公室\n- 日期: "2026-03-10"\n  事项: 受理\n  登记号: 3号   \n  经办: 综合组\n',
    ],
    ['indented', '  - 日期: 2026-03-10\n    事项: 受理\n    登记号: 3号\n    经办: 综合组\n'],
    ['without a line end', '- 日期: 2026-03-10\n  事项: 受理\n  登记号: 3号\n  经办: 综合组'],
    ['with Windows line ends', '- 日期: 2026-03-10\r\n  事项: 受理\r\n  登记号: 3号\r\n  经办: 综合组\r\n'],
    [
      'with words over several lines',
      '- 日期: 2026-03-10\n  事项: 受理\n  登记号: 3号\n  经办: 综合组\n  说明: |\n    一\n    二\n',
    ],
  ])('leaves every byte of a file %s as it is', (_, before) => {
    const { source: after, findings } = planEvent(registry(before), ID, REVIEW, TODAY);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(textOf(after).startsWith(before)).toBe(true);
    expect(textOf(after).slice(before.length)).toContain('审核');
  });

  it('keeps to the line ends that the file has', () => {
    const before = '- 日期: 2026-03-10\r\n  事项: 受理\r\n  登记号: 3号\r\n  经办: 综合组\r\n';
    expect(textOf(planEvent(registry(before), ID, REVIEW, TODAY).source)).not.toMatch(/[^\r]\n/);
  });

  it('is refused with the reason when it comes too early, too late, in the future or before the last one', () => {
    const received = textOf(planEvent(registry(), ID, RECEIPT, TODAY).source);
    const said = (records: string | undefined, event: Record<string, string>): string[] =>
      planEvent(registry(records), ID, event, TODAY).findings.map(({ message }) => message);
    expect(said(undefined, REVIEW)).toEqual([expect.stringContaining('先有受理')]);
    expect(said(received, { ...RECEIPT, 日期: '2026-03-11' })).toEqual([expect.stringContaining('待审核')]);
    expect(said(received, { ...REVIEW, 日期: '2026-11-25' })).toEqual([expect.stringContaining('还没有到')]);
    expect(said(received, { ...REVIEW, 日期: '2026-03-09' })).toEqual([
      expect.stringContaining('早于上一件'),
      expect.stringContaining('先有受理'),
    ]);
  });

  it('is refused when the file is so written that an old event would change its meaning', () => {
    const flow = '[{日期: 2026-03-10, 事项: 受理, 登记号: 3号, 经办: 综合组}]\n';
    const { findings } = planEvent(registry(flow), ID, REVIEW, TODAY);
    expect(findings.some(({ severity }) => severity === 'error')).toBe(true);
  });

  it('is refused while the filing does not say on which route it is', () => {
    const { findings } = planEvent(
      registry().map((one) => (one.file === project.file ? source(one.file, '没有表头') : one)),
      ID,
      RECEIPT,
      TODAY,
    );
    expect(findings).toEqual([expect.objectContaining({ severity: 'error' })]);
    expect(findings[0]?.message).toContain('路径还没有定');
  });

  it('cannot bring in another event through its words', () => {
    const words = '延期\n- 日期: 2026-05-01\n  事项: 审核\n  结论: 通过';
    const received = textOf(planEvent(registry(), ID, RECEIPT, TODAY).source);
    const change = { 日期: '2026-04-01', 事项: '变更', 说明: words, 经办: '综合组' };
    const { result, findings } = planEvent(registry(received), ID, change, TODAY);
    expect(findings).toEqual([]);
    expect(result.records.get(ID)?.events.map(({ event }) => event)).toEqual(['受理', '变更']);
    expect(result.records.get(ID)?.events[1]?.note).toBe(words);
  });

  it('shows the office all that a 变更 takes over from the filing', () => {
    const received = textOf(planEvent(registry(), ID, RECEIPT, TODAY).source);
    const { file, text } = exampleFile({ base: '6.2财政', edit: { 资金预算: '480' } });
    const changed = [...registry(received).filter((one) => one.file !== file), source(file, text)];
    const event = { 日期: '2026-05-01', 事项: '变更', 说明: '工期顺延。', 经办: '办公室项目组' };
    const { findings } = planEvent(changed, ID, event, TODAY);
    const said = findings.filter(({ message }) => message.includes('受理内容随申报改'));
    expect(said.map(({ severity }) => severity)).toEqual(['judgement']);
    expect(said[0]?.message).toContain('资金预算：受理时 320.00 万元，现在 480.00 万元');
  });
});
