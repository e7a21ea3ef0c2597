import { describe, expect, it } from 'vitest';
import { SAMPLE_HEAD, sampleFile, sampleRegistry } from '../../../tests/support/sample.ts';
import { fieldGroups, textSections } from './filing-view.ts';
import { buildModel, type ProjectView, type SiteModel } from './model.ts';

function view(
  lines: readonly string[],
  body: readonly string[] = [],
): { project: ProjectView; model: SiteModel } {
  const model = buildModel(
    sampleRegistry({
      'projects/jia/a-aaaa.md': sampleFile([...SAMPLE_HEAD, ...lines], body),
      'projects/jia/z-zzzz.md': sampleFile(SAMPLE_HEAD.map((line) => line.replace('停车诱导系统', '前一期'))),
    }),
  );
  const project = model.projects.find(({ read }) => read.entry.slug === 'a-aaaa');
  if (!project) throw new Error('the sample is not in the model');
  return { project, model };
}

function lineOf(lines: readonly string[], label: string): string | undefined {
  const { project, model } = view(lines);
  return fieldGroups(project, model)
    .flatMap((group) => group.lines)
    .find((line) => line.label === label)?.html;
}

describe('the description list', () => {
  it('uses the words of the annex that is filled in', () => {
    expect(lineOf([], '项目备案类别')).toBe('便民服务类、社会治理类');
    expect(lineOf(['资金预算: 320.5'], '资金预算(总投资)')).toBe('320.50 万元');
  });

  it('follows the form’s order of groups', () => {
    const { project, model } = view(['资金预算: 1']);
    const groups = fieldGroups(project, model).map(({ group }) => group);
    expect(groups.indexOf('申报信息')).toBeLessThan(groups.indexOf('资金'));
    expect(groups.indexOf('资金')).toBeLessThan(groups.indexOf('意见与承诺'));
  });

  it('shows sources as a table with shares', () => {
    const html = lineOf(
      ['资金来源:', '  - 来源: 区级财政', '    金额: 30', '  - 来源: 自筹', '    金额: 10'],
      '资金来源',
    );
    expect(html).toContain('<th scope="col" class="num">金额（万元）</th>');
    expect(html).toContain(
      '<td class="num" data-label="金额（万元）">30.00</td><td class="num" data-label="占比">75.0%</td>',
    );
    expect(html).not.toContain('说明');
  });

  it('names what is not public without showing it', () => {
    const html = lineOf(['联系方式: 随纸质表报送'], '项目负责人、联系电话、邮箱、项目联系人、项目联系人电话');
    expect(html).toBe('不公开（只报送办公室）');
    const { project, model } = view(['联系方式: 随纸质表报送']);
    expect(JSON.stringify(fieldGroups(project, model))).not.toContain('随纸质表报送');
  });

  it('says which asked-for fields are missing and which cannot be read', () => {
    expect(lineOf([], '数据归集')).toContain('未填');
    expect(lineOf([], '等保级别')).toBeUndefined();
    expect(lineOf(['资金预算: 很多'], '资金预算(总投资)')).toContain('读不出来');
  });

  it('links to another entry by its name, and says when there is none', () => {
    expect(lineOf(['前期项目: jia/z-zzzz'], '前期项目')).toBe('<a href="/projects/jia/z-zzzz/">前一期</a>');
    expect(lineOf(['前期项目: jia/nichts'], '前期项目')).toContain('登记库里没有');
  });

  it('escapes what people wrote, also inside tables', () => {
    expect(lineOf(['项目预期效果: <b>好</b>'], '项目预期效果')).toBe('&lt;b&gt;好&lt;/b&gt;');
    const html = lineOf(['附件:', '  - 名称: <b>方案</b>', '    日期: 2024-01-02', '    送达: 纸质'], '附件');
    expect(html).toContain(
      '<td data-label="名称">&lt;b&gt;方案&lt;/b&gt;</td><td class="nowrap" data-label="日期">2024年1月2日</td>',
    );
  });
});

describe('running text', () => {
  it('shows the form’s sections in its order and then the others', () => {
    const body = ['', '## 补充', '', '乙', '', '## 建设内容', '', '丙', '', '## 项目概况', '', '甲'];
    expect(textSections(view([], body).project)).toEqual([
      { title: '项目概况', html: '<p>甲</p>\n' },
      { title: '建设内容', html: '<p>丙</p>\n' },
      { title: '补充', html: '<p>乙</p>\n' },
    ]);
  });
});
