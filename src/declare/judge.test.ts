import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { check } from '../check.ts';
import { composeFiling } from '../filing/compose.ts';
import { readAnswers } from '../filing/given-answers.ts';
import { readRegistryFiles } from '../io/registry-files.ts';
import type { Draft } from './draft.ts';
import { answersOfFiled } from './edit-filed.ts';
import { judgeDraft } from './judge.ts';
import { openWorld, worldOf } from './world.ts';

const TODAY = '2026-11-24';
const files = readRegistryFiles('registry');
const registry = check(files, { today: TODAY, similarity: { compare: '不查' } });
const world = openWorld(JSON.parse(JSON.stringify(worldOf(registry, 'x'))), TODAY);

function draftOf(answers: Draft['answers'], more: Partial<Draft> = {}): Draft {
  return {
    format: 'shuzhi-draft/1',
    id: 'aaaa',
    answers,
    screen: 'start',
    seen: [],
    savedAt: '2026-11-24T08:00:00.000Z',
    suffix: 'k7q2',
    ...more,
  };
}

/** A whole 备案 as a clerk types it. */
const FILLED = {
  牵头主体类型: '街道办事处',
  建设阶段: '已建成',
  是否使用财政资金: '是',
  不涉密承诺: 'true',
  单位: 'jingba-lu',
  项目名称: '经八路街道独居老人关爱服务平台',
  已建成日期: '2020.12.20',
  项目预期效果: '覆盖 1200 名独居老人，异常情况 10 分钟内有人响应。',
  项目类别: ['便民服务类'],
  资金预算: '３２０万元',
  资金来源: [
    { 来源: '区级财政', 金额: '200' },
    { 来源: '', 金额: '' },
    { 来源: '省级补助', 金额: '1,200,000元' },
  ],
  申请补助资金: { 国家: '', 省: '120', 市: '' },
  实际完成投资: '318',
  以后需财政付费: '否',
  项目概况: '辖区有独居老人 1200 名，现靠人工上门。\n\n第二段。',
  建设内容: '建设独居老人档案、智能终端接入、异常预警和工单派发四个模块，供社区工作人员使用。',
  服务对象: '独居老人、社区工作人员',
  附件: [{ 名称: '项目建设方案', 日期: '2020年2月20日', 送达: '纸质', 编号: '经八办〔2020〕7号', 文件: '' }],
} as const;

describe('judging a draft', () => {
  it.each(registry.projects.map(({ entry, parsed }) => [entry.id, entry, parsed.text] as const))(
    'opens the filing %s as it lies, and finds what check finds',
    (id, entry, text) => {
      const log = files.find(({ file }) => file === `records/${id}.yaml`);
      const records = log && new TextDecoder().decode(log.bytes);
      const filed = { id, text, records };
      const judged = judgeDraft(draftOf(answersOfFiled(text, entry.unit), { filed }), {
        world,
        today: TODAY,
      });
      expect(judged.text).toBe(text);
      const inFile = registry.findings.filter(({ file }) => file === entry.file);
      expect(judged.findings).toEqual(inFile);
    },
  );

  it('writes the file that the command line writes from the same answers', () => {
    const { 单位: 单位代码, 牵头主体类型, ...rest } = FILLED;
    const given = {
      ...rest,
      单位: 单位代码,
      牵头主体: { 类型: 牵头主体类型, 名称: '郑州市金水区经八路街道办事处' },
      资金来源: [
        { 来源: '区级财政', 金额: '200' },
        { 来源: '省级补助', 金额: '120' },
      ],
      申请补助资金: { 省: '120' },
      附件: [{ 名称: '项目建设方案', 日期: '2020-02-20', 送达: '纸质', 编号: '经八办〔2020〕7号' }],
    };
    const answered = readAnswers(given, registry.units);
    if ('complaints' in answered) throw new Error(answered.complaints.join('\n'));
    const stamp = { form: answered.route.form, today: TODAY, ruleVersion: '金政〔2021〕22号' };
    const judged = judgeDraft(draftOf(FILLED), { world, today: TODAY });
    expect(judged.text).toBe(composeFiling(answered.values, stamp));
    expect(judged.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(judged.sum).toEqual({ sources: 320_000_000, budget: 320_000_000, agrees: true });
    expect(judged.echoes).toMatchObject({
      资金预算: '记作 320.00 万元（3,200,000 元）',
      '资金来源[2].金额': '记作 120.00 万元（1,200,000 元）',
      已建成日期: '记作 2020-12-20',
    });
  });

  it('asks a large amount back', () => {
    const judged = judgeDraft(draftOf({ ...FILLED, 资金预算: '600000' }), { world, today: TODAY });
    expect(judged.echoes.资金预算).toBe('记作 600,000.00 万元（60 亿元），对吗');
    expect(judged.findings.map(({ rule }) => rule)).toContain('annex-total-is-sum');
  });

  it('goes by the money where it speaks against the first answer', () => {
    const answers = { ...FILLED, 建设阶段: '新建', 牵头主体类型: '社会组织', 是否使用财政资金: '否' };
    const judged = judgeDraft(draftOf(answers), { world, today: TODAY });
    expect(judged.byMoney).toBe(true);
    expect(judged.route?.form).toBe('申请表');
  });

  it('says nothing of the folder before a unit is chosen, and asks for the unit', () => {
    const { findings } = judgeDraft(draftOf({ ...FILLED, 单位: '' }), { world, today: TODAY });
    expect(findings.map(({ field }) => field)).toContain('单位');
    expect(findings.map(({ rule }) => rule)).not.toContain('art6-folder-registered');
  });

  it('finds a project of the same name in the registry', () => {
    const [first] = registry.projects;
    const text = readFileSync(`registry/${first?.entry.file}`, 'utf8');
    const answers = answersOfFiled(text, first?.entry.unit ?? '');
    const { findings } = judgeDraft(draftOf(answers), { world, today: TODAY });
    expect(findings.map(({ rule }) => rule)).toContain('art1-not-filed-twice');
  });

  it('leaves every letter of a filed text but the field that was changed', () => {
    const text = readFileSync('tests/fixtures/_base/projects/shili/guanai.md', 'utf8').replace(
      '资金预算: 320',
      '# 总投资\n资金预算:   320   # 含补助',
    );
    const answers = { ...answersOfFiled(text, 'shili'), 实际完成投资: '319', 项目概况: '改写。' };
    const filed = { id: 'shili/guanai', text };
    const judged = judgeDraft(draftOf(answers, { filed }), { world, today: TODAY });
    expect(judged.text).toContain('# 总投资\n资金预算:   320   # 含补助');
    expect(judged.text).toContain('实际完成投资: 319');
    expect(judged.text).toContain('## 项目概况\n\n改写。\n\n## 建设内容');
  });

  it('takes out a field of a filed text that was cleared, and nothing else', () => {
    const text = readFileSync('tests/fixtures/_base/projects/shili/guanai.md', 'utf8');
    const { 实际完成投资: _, ...answers } = answersOfFiled(text, 'shili');
    const judged = judgeDraft(draftOf(answers, { filed: { id: 'shili/guanai', text } }), {
      world,
      today: TODAY,
    });
    expect(judged.text).toBe(text.replace(/^实际完成投资: .*\n/m, ''));
  });

  it('judges a draft from a ledger as the whole filing that it becomes, and drops 待补全', () => {
    const text = readFileSync('tests/fixtures/_base/projects/shili/guanai.md', 'utf8')
      .replace('项目名称:', "待补全: 'true'\n项目名称:")
      .replace(/^项目预期效果: .*\n/m, '');
    const filed = { id: 'shili/guanai', text };
    const judged = judgeDraft(draftOf(answersOfFiled(text, 'shili'), { filed }), { world, today: TODAY });
    expect(judged.text).not.toContain('待补全');
    expect(judged.findings).toContainEqual(
      expect.objectContaining({ rule: 'field-missing', field: '项目预期效果', severity: 'error' }),
    );
    expect(judged.shown.map(({ label }) => label)).not.toContain('待补全');
  });

  it('misses a sealed attachment that is neither filed nor at hand', () => {
    const sha256 = 'e'.repeat(64);
    const row = {
      名称: '项目建设方案',
      日期: '2020年2月',
      送达: '密封附件',
      文件: 'fang-an.pdf.age',
      sha256,
    };
    const draft = draftOf({ ...FILLED, 附件: [row] }, { slug: 'guan-ai-k7q2' });
    const at = (sealedFor: string) => [{ name: 'fang-an.pdf.age', sha256, sealedFor }];
    const missed = (sealed?: ReturnType<typeof at>): string[] =>
      judgeDraft(draft, { world, today: TODAY, sealed })
        .findings.filter(({ rule }) => rule === 'annex-sealed-attachment-present')
        .map(({ message }) => message);
    expect(missed()).toEqual(['附件：「项目建设方案」是密封附件，加密的文件不在这台电脑上。']);
    expect(missed(at('jingba-lu/bie-de-k7q2'))).toHaveLength(1);
    expect(missed(at('jingba-lu/guan-ai-k7q2'))).toEqual([]);
  });
});
