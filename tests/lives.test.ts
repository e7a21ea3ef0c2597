import { describe, expect, it } from 'vitest';
import { check } from '../src/check.ts';
import { recordsFile } from '../src/registry/paths.ts';
import type { SourceFile } from '../src/registry/source-file.ts';
import { exampleFile, exampleNeighbours } from '../src/rules/examples/examples.ts';
import type { BaseName } from '../src/rules/support/define-rule.ts';
import { writeEvent } from '../src/text/write-event.ts';

/**
 * Lives as an office writes them down: delays, slips put right, changes refused, hand-overs. Nothing of them is
 * unlawful, so nothing may be refused, and each ends where it should.
 */
const TODAY = '2027-06-30';

/** What the office writes for a word of the scripts below. */
const WRITTEN: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  受理: { 事项: '受理', 登记号: '示数〔2026〕7号' },
  不予受理: { 事项: '不予受理', 说明: '没有附方案。' },
  范围外: { 事项: '不属于登记范围', 说明: '只是更换打印机。' },
  要补: { 事项: '补正', 结论: '要求补正', 说明: '补运维费用测算。' },
  补齐: { 事项: '补正', 结论: '已补齐' },
  重报: { 事项: '重报' },
  撤回: { 事项: '撤回', 说明: '今年不建了。' },
  不重复: { 事项: '查重认定', 对象: 'shili/zhi-hui-yang-lao-k7q2', 结论: '不重复', 说明: '服务对象不同。' },
  审过: { 事项: '审核', 结论: '通过' },
  审退: { 事项: '审核', 结论: '退回补正', 说明: '测算依据不足。' },
  审否: { 事项: '审核', 结论: '不通过', 说明: '与已有平台重复。' },
  论过: { 事项: '专家论证', 结论: '通过', 专家人数: '5', 同意人数: '5', 意见书编号: '论证〔2026〕6号' },
  论否: {
    ...{ 事项: '专家论证', 结论: '不通过', 专家人数: '5', 同意人数: '1', 意见书编号: '论证〔2026〕5号' },
    说明: '必要性不足。',
  },
  立项: { 事项: '立项', 文号: '示发改〔2026〕12号', 金额: '320' },
  下达: { 事项: '资金下达', 文号: '示财〔2026〕31号', 金额: '160' },
  开工: { 事项: '开工' },
  变更: { 事项: '变更', 说明: '工期顺延两个月。' },
  重审: { 事项: '变更', 重新审核: '是', 金额: '480', 说明: '增加两个社区。' },
  免验: { 事项: '变更', 免予验收: '是', 文号: '示数〔2026〕9号', 说明: '自筹小项目。' },
  完工: { 事项: '完工', 金额: '318' },
  报验: { 事项: '报验收' },
  验过: { 事项: '专家验收', 结论: '通过', 专家人数: '5' },
  验否: { 事项: '专家验收', 结论: '不通过', 专家人数: '5', 说明: '接口没有通。' },
  整改: { 事项: '整改', 说明: '接口已通，附测试报告。' },
  对接: { 事项: '总平台对接' },
  归集: { 事项: '数据归集' },
  评价: { 事项: '年度评价', 年度: '2026', 等级: '良好', 资金使用评估: '按预算使用。' },
  暂缓: { 事项: '暂缓', 说明: '等机构改革。' },
  恢复: { 事项: '恢复' },
  停用: { 事项: '停用', 说明: '系统下线。' },
  再用: { 事项: '恢复使用', 说明: '重新启用。' },
  并入: { 事项: '并入', 对象: 'shili/zhi-hui-yang-lao-k7q2', 说明: '并入区级平台。' },
  移交: { 事项: '移交', 从: 'linjie', 到: 'shili', 说明: '机构改革。' },
  撤批: { 事项: '撤销批准', 文号: '示数〔2026〕20号', 说明: '材料不实。' },
  改号: {
    ...{ 事项: '更正', 第几件: '1', 栏目: '登记号', 原: '示数〔2026〕7号', 改为: '示数〔2026〕17号' },
    理由: '号码抄错。',
  },
  作废: { 事项: '更正', 第几件: '2', 栏目: '整件', 改为: '作废', 理由: '记在了别的项目上。' },
};

/**
 * `0310受理`: the day in 2026 and the word; `0310<0620开工`: happened on the first day, written down on the second;
 * `0420改号3`: about the third event.
 */
function eventOf(token: string): string {
  const [, day = '', written, word = '', number] = /^(\d{4,6})(?:<(\d{4,6}))?(\D+)(\d*)$/.exec(token) ?? [];
  const date = (digits: string): string =>
    `${digits.length === 6 ? `20${digits.slice(0, 2)}` : '2026'}-${digits.slice(-4, -2)}-${digits.slice(-2)}`;
  const late = written === undefined ? {} : { 记于: date(written) };
  const event = WRITTEN[word];
  if (!event) throw new Error(`No word ${word}`);
  const about = number ? { 第几件: number } : {};
  return writeEvent({ 日期: date(day), ...late, ...event, ...about, 经办: '办公室综合组' });
}

const source = (file: string, text: string): SourceFile => ({ file, bytes: new TextEncoder().encode(text) });
const AROUND = exampleNeighbours().map(({ file, text }) => source(file, text));

function live(base: BaseName, script: string) {
  const project = exampleFile({ base, edit: {} });
  const id = project.file.replace(/^projects\/|\.md$/g, '');
  const text = script.split(/\s+/).filter(Boolean).map(eventOf).join('');
  const records = text === '' ? [] : [source(recordsFile(id), text)];
  const result = check([...AROUND, source(project.file, project.text), ...records], {
    today: TODAY,
    only: new Set([recordsFile(id)]),
    similarity: { compare: '不查' },
  });
  const entry = result.projects.find((one) => one.entry.id === id)?.entry;
  if (!entry) throw new Error(`No entry ${id}`);
  const wrong = result.findings.filter(({ severity }) => severity === 'error');
  return { life: result.lifeOf(entry), wrong: wrong.map(({ message }) => message) };
}

const FILED = [
  ['', '待受理'],
  ['0310受理', '已备案'],
  ['0308不予受理 0320重报 0325受理', '已备案'],
  ['0308要补 0318补齐 0320受理 0330改号3', '已备案'],
  ['0310受理 0601要补 0610补齐 0701对接', '已备案'],
  ['0310受理 0601变更 0701暂缓 0702变更 0703不重复 0901恢复', '已备案'],
  ['0310受理 0601停用 0901再用', '已备案'],
  ['0310受理 0311停用 0312作废 0313移交 0601并入', '并入'],
  ['0308范围外', '不属于登记范围'],
  ['0310受理 0310<0620对接 0620归集', '运行'],
] as const;
const APPROVED = '0310受理 0320审过 0420论过';
const APPLIED = [
  ['0310受理 0315审退 0325补齐 0401审过', '待论证'],
  ['0310受理 0320审否 0401重报 0410审过 0420论过', '准予实施'],
  ['0310受理 0320审过 0325要补 0401补齐 0410论否 0501重报 0510审过 0520论过', '准予实施'],
  ['0308撤回', '已撤回'],
  ['0310受理 0320撤回 0501重报 0510受理', '待审核'],
  [`${APPROVED} 0501暂缓 0601恢复 0610撤批 0701重报`, '待审核'],
] as const;
const FUNDED = [
  [`${APPROVED} 0501立项 0510下达 0515开工 1020完工 1101报验 1110验过`, '已验收'],
  [`${APPROVED} 0501立项 0515开工 0520要补 0601补齐 1020完工 1101报验 1110验否 1201整改 1210验过`, '已验收'],
  [`${APPROVED} 0501立项 0515开工 0612重审 0620审否 1020完工 1101报验 1110验过 270110评价`, '运行'],
  [`${APPROVED} 0515开工 0501<0620立项 1020完工 1101报验 1110验过 270110评价`, '运行'],
] as const;
const UNFUNDED = [
  [`${APPROVED} 0515开工 1020完工 1101报验 1110验过`, '已验收'],
  [`${APPROVED} 0515开工 0601免验 1020完工`, '运行'],
  [`${APPROVED} 0515开工 0612重审 0620审过 0701论否 1020完工 1101免验`, '运行'],
  [`${APPROVED} 0515开工 0612重审 0620撤回 1020完工 1101报验 1110验否 1111报验 1120验过`, '已验收'],
] as const;
const SENT = [
  ['', '待受理'],
  ['0310受理', '已收资料'],
  ['0308要补 0318补齐 0320受理', '已收资料'],
  ['0310受理 0401论否 0501论过', '已收资料'],
  ['0310受理 0501开工 1020完工', '已收资料'],
  ['0310受理 0401<0620开工 1020完工 1101对接 1201归集', '运行'],
  ['0310受理 0501暂缓 0601恢复 0701撤回', '已撤回'],
  ['0310受理 0501撤回 0601重报 0610受理', '已收资料'],
  ['0310受理 0601停用 0701再用 0801并入', '并入'],
  ['0308不予受理 0401重报 0410受理 0420改号3', '已收资料'],
] as const;

describe.each<[string, BaseName, readonly (readonly [string, string])[]]>([
  ['第六条第1项', '6.1', FILED],
  ['第六条第2项，财政资金', '6.2财政', [...APPLIED, ...FUNDED]],
  ['第六条第2项，没有财政资金', '6.2非财政', [...APPLIED, ...UNFUNDED]],
  ['第六条第3项', '6.3', FILED],
  ['第六条第4项，财政资金', '6.4财政', [...APPLIED, ...FUNDED]],
  ['第六条第4项，没有财政资金', '6.4非财政', SENT],
])('ten lives under %s', (_clause, base, lives) => {
  it('are ten', () => expect(lives).toHaveLength(10));

  it.each(lives)('%s: %s', (script, state) => {
    const { life, wrong } = live(base, script);
    expect(wrong).toEqual([]);
    expect(life.state).toBe(state);
  });
});
