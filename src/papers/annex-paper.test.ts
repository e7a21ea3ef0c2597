import { describe, expect, it } from 'vitest';
import { readFiling } from '../form/entry-fields.ts';
import { ANNEXES, annexCells, annexOf, cellWords } from '../regulation/index.ts';
import { blankAnnex, filledAnnex } from './annex-paper.ts';
import { formKind, formPaper } from './form-paper.ts';
import { COLUMNS, type Flow, type Grid, type Paper } from './model.ts';

const FILING = {
  表式: '备案表',
  填报日期: '2026-03-05',
  项目名称: '某街道独居老人关爱服务平台',
  牵头主体: { 类型: '街道办事处', 名称: '某街道办事处' },
  建设阶段: '正在建设',
  预计建成日期: '2026-12-31',
  项目类别: ['便民服务类', '其他类'],
  其他类说明: '机关内部办公',
  资金预算: '1320.5',
  资金来源: [
    { 来源: '区级财政', 金额: '1200', 说明: '灾后重建补助' },
    { 来源: '省级补助', 金额: '120.5' },
  ],
  申请补助资金: { 省: '120.5' },
  建设内容: '分两部分：\n\n1. 老人**档案**\n2. 异常预警\n\n| 项 | 数 |\n| - | - |\n| 终端 | 1200 |',
  附件: [{ 名称: '项目建设方案', 日期: '2026-02-20', 送达: '纸质', 编号: '某办〔2026〕7号' }],
};

const wordsOf = (flow: readonly Flow[]): string[] =>
  flow.flatMap((one) => {
    if (one.kind === 'line') return [one.text];
    if (one.kind === 'ends') return [...one.texts];
    return one.kind === 'grid'
      ? one.rows.flatMap(({ cells }) => cells.flatMap((cell) => wordsOf(cell.flow)))
      : [];
  });
const tableOf = ({ flow }: Paper): Grid => {
  const grid = flow.find((one) => one.kind === 'grid');
  if (grid?.kind !== 'grid') throw new Error('the paper has no table');
  return grid;
};
/** What stands beside a label. */
function beside(paper: Paper, label: string): string {
  const cells = tableOf(paper).rows.flatMap((row) => row.cells);
  const at = cells.findIndex((cell) => cell.label && wordsOf(cell.flow).join('') === label);
  return wordsOf(cells[at + 1]?.flow ?? []).join('\n');
}
const plain = (words: string): string => words.replace(/\s+/g, '');

describe.each(ANNEXES)('a blank $label', (annex) => {
  const paper = blankAnnex(annex);

  it('has every cell of the official form once, in its order', () => {
    const laid = plain(wordsOf(paper.flow).join(''));
    let from = laid.indexOf(annex.title) + annex.title.length;
    for (const cell of annexCells(annex)) {
      const at = laid.indexOf(cellWords(cell), from);
      // The opinions stand party by party, so that a cell may come before one that the official text has earlier.
      expect(at === -1 ? laid.indexOf(cellWords(cell)) : at, cell.label).toBeGreaterThan(0);
      if (at !== -1 && cell.fields.length > 0) from = at;
    }
  });

  it('fills every row to the whole width, ticks no box, and leaves the content cell with what to write', () => {
    for (const { cells } of tableOf(paper).rows)
      expect(cells.reduce((sum, { span }) => sum + span, 0)).toBe(COLUMNS);
    const words = wordsOf(paper.flow).join('\n');
    expect(words.match(/□/g)).toHaveLength(5);
    expect(words).not.toContain('☑');
    expect(words).toMatch(/\(简要说明/);
  });
});

describe('a filled annex', () => {
  const paper = filledAnnex(annexOf('备案表'), readFiling(FILING), [{ title: '', text: '补充的话' }]);

  it('writes each cell as the form asks: expected day, shares, notes, amounts without the unit', () => {
    expect(beside(paper, '已建成日期')).toBe('在建，预计2026年12月');
    expect(beside(paper, '资金预算(总投资)')).toBe('1,320.50');
    expect(beside(paper, '资金来源')).toBe(
      '区级财政 1200.00（90.9%，灾后重建补助）；省级补助 120.50（9.1%）',
    );
    expect(beside(paper, '申请补助资金额(国家\\省\\市)')).toBe('省 120.50');
    expect(beside(paper, '项目备案类别')).toBe(
      '□政务服务类　□公共服务类　☑便民服务类\n□社会治理类　☑其他类（机关内部办公）',
    );
  });

  it('prints the text whole, its lists and tables too, what the form has no cell for, and the plan', () => {
    const content = beside(paper, '项目建设内容');
    for (const words of ['建设内容', '1. 老人档案', '2. 异常预警', '终端', '1200', '其他内容', '补充的话'])
      expect(content).toContain(words);
    expect(content).toContain('附：项目建设方案（2026年2月20日，某办〔2026〕7号，纸质）');
    expect(content).not.toMatch(/\*\*|\|/);
  });

  it('leaves persons blank, and fills them for the office', () => {
    expect(beside(paper, '项目负责人')).toBe('');
    expect(beside(paper, '联系电话')).toBe('');
    const opened = filledAnnex(annexOf('备案表'), readFiling(FILING), [], {
      项目负责人: '演示人员',
      联系电话: '0371-00000000',
      邮箱: 'a@example.cn',
      项目联系人: '另一人',
      项目联系人电话: '0371-11111111',
    });
    expect(beside(opened, '项目负责人')).toBe('演示人员');
    expect(beside(opened, '邮箱')).toBe('a@example.cn');
    expect(opened.flow.at(-1)).toEqual({
      kind: 'ends',
      texts: ['项目联系人:另一人', '联系电话:0371-11111111'],
    });
  });

  it('marks a demonstration', () => {
    const demo = filledAnnex(annexOf('备案表'), readFiling({ ...FILING, 演示: 'true' }));
    expect(wordsOf(demo.flow)[0]).toBe('金水区“数智化”建设项目备案表（演示）');
  });
});

describe('the form that goes with a filing', () => {
  it.each([
    ['备案表', '附件2'],
    ['申请表', '附件1'],
    ['资料报送', '资料报送'],
  ])('of the kind %s is %s', (form, kind) => {
    expect(formKind(readFiling({ 表式: form }))).toBe(kind);
  });

  it('is a cover that says so where the regulation has no form', () => {
    const filing = readFiling({ ...FILING, 表式: '资料报送', 协调单位: '某街道办事处' });
    const words = wordsOf(formPaper('资料报送', filing).flow).join('\n');
    expect(words).toContain('没有规定表式');
    expect(words).toContain('协调单位\n某街道办事处');
    expect(words).not.toContain('主管单位意见');
  });
});
