import { describe, expect, it } from 'vitest';
import { check } from '../check.ts';
import { readRegistryFiles } from '../io/registry-files.ts';
import { standingOf } from '../registry/standing.ts';
import { paperDocx } from './docx.ts';
import { expertPacket, financePaper, type PacketFacts, paperHtml } from './index.ts';

const read = check(readRegistryFiles('registry'), { today: '2026-11-27', similarity: { compare: '不查' } });
const entry = read.projects.map(({ entry: one }) => one).find(({ filing }) => filing.form === '申请表');
if (!entry) throw new Error('the demonstration has an application');
const facts: PacketFacts = {
  id: entry.id,
  filing: entry.filing,
  life: standingOf(entry, read),
  office: { name: '示例办公室' },
  unitName: '示例单位',
  open: [],
  address: undefined,
  content: entry.filing.content ?? '',
  notCompared: undefined,
  alike: [
    { name: '甲平台', unit: '乙局', relation: '疑似重复', shared: '异常预警', answer: undefined },
    { name: '丙系统', unit: '丁局', relation: '部分重叠', shared: '', answer: '复用：直接用它的预警模块' },
  ],
  modules: '4 个模块中 1 个已有',
};

describe('what the experts read', () => {
  it('holds the filing, the plan by name, what is alike with its answer, and a question for each article', async () => {
    const html = paperHtml(expertPacket(facts));
    for (const words of [
      entry.filing.name ?? '',
      '还没有答复',
      '复用：直接用它的预警模块',
      '4 个模块中 1 个已有',
    ])
      expect(html).toContain(words);
    for (const { name } of entry.filing.attachments ?? []) expect(html).toContain(name);
    for (const clause of ['第三条', '第五条', '第六条第2项', '第七条', '第十一条'])
      expect(html).toContain(clause);
    expect((await paperDocx(expertPacket(facts))).length).toBeGreaterThan(5_000);
  });

  it('never says that nothing is alike where nothing was compared, and names no person', () => {
    const filing = { ...entry.filing, lead: { type: '个人', name: '张某某' } } as const;
    const html = paperHtml(expertPacket({ ...facts, filing, notCompared: '词表读不出来', alike: [] }));
    expect(html).toContain('没有比：词表读不出来');
    expect(html).not.toContain('没有要答复的相近项目');
    expect(html).not.toContain('张某某');
  });
});

it('a receipt for Finance can be printed, and says that the registry decides', () => {
  const lines = [['登记号', '金数申〔2026〕1号']] as const;
  const paper = {
    project: '甲平台',
    office: '示例办公室',
    demo: true,
    lines,
    conditions: ['金额增加的，作废。'],
  };
  const html = paperHtml(financePaper(paper));
  for (const words of ['金数申〔2026〕1号', '1. 金额增加的，作废。', '以登记库为准', '（演示）'])
    expect(html).toContain(words);
});
