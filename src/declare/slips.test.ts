import { describe, expect, it } from 'vitest';
import { check } from '../check.ts';
import { readRegistryFiles } from '../io/registry-files.ts';
import { plainFix } from '../site/browser/declare/found-view.ts';
import type { Answers } from './answers.ts';
import { type Judged, judgeDraft } from './judge.ts';
import { openWorld, worldOf } from './world.ts';

const TODAY = '2026-11-24';
const registry = check(readRegistryFiles('registry'), { today: TODAY, similarity: { compare: '不查' } });
const world = openWorld(JSON.parse(JSON.stringify(worldOf(registry, 'x'))), TODAY);

const RIGHT: Answers = {
  牵头主体类型: '街道办事处',
  建设阶段: '已建成',
  是否使用财政资金: '是',
  不涉密承诺: 'true',
  单位: 'jingba-lu',
  项目名称: '经八路街道独居老人关爱服务平台',
  已建成日期: '2020-12-20',
  项目预期效果: '覆盖 1200 名独居老人，异常情况 10 分钟内有人响应。',
  项目类别: ['便民服务类'],
  资金预算: '100',
  资金来源: [{ 来源: '区级财政', 金额: '100' }],
  项目概况: '辖区有独居老人 1200 名，现靠人工上门。',
  建设内容: '建设独居老人档案、智能终端接入、异常预警和工单派发四个模块，供社区工作人员使用。',
};

function judged(slip: Answers): Judged {
  const answers = { ...RIGHT, ...slip };
  const draft = { format: 'shuzhi-draft/1', id: 'a', answers, screen: 'start', seen: [] } as const;
  return judgeDraft({ ...draft, savedAt: TODAY, suffix: 'k7q2' }, { world, today: TODAY });
}

/** What is said beside one field, as the form says it. */
function saidOf({ findings, echoes }: Judged, label: string): string {
  const found = findings.filter(({ field, message }) => (field || message).split(/[.[：]/)[0] === label);
  const echo = Object.entries(echoes).flatMap(([name, words]) => (name.startsWith(label) ? [words] : []));
  return [...found.map(({ message, fix }) => `${message} ${plainFix(fix)}`), ...echo].join('\n');
}

describe('what clerks type', () => {
  it.each<[what: string, slip: Answers, label: string, said: RegExp]>([
    [
      '元 in a box of 万元',
      { 资金预算: '1000000', 资金来源: [{ 来源: '区级财政', 金额: '1000000' }] },
      '资金预算',
      /像是把元当成了万元[\s\S]*改成「100」[\s\S]*100 亿元），对吗/,
    ],
    [
      'commas where none belong',
      { 资金预算: '1,000,00' },
      '资金预算',
      /写成以万元为单位的数字.* 例如「320\.5」。/,
    ],
    [
      'a thirteenth month',
      { 已建成日期: '2026.13' },
      '已建成日期',
      /写成「年-月-日」的日期.* 例如「2021-04-29」。/,
    ],
    ['a day that is none', { 已建成日期: '2021-2-30' }, '已建成日期', /写成「年-月-日」/],
    ['无 where an amount may stand', { 使用社会资金: '无' }, '使用社会资金', /^没有的，这一栏空着$/],
    [
      '/ and - in a box of several amounts',
      { 申请补助资金: { 国家: '/', 省: '-', 市: '无' } },
      '申请补助资金',
      /^(?:没有的，这一栏空着\n?){3}$/,
    ],
    ['无 for what is wanted', { 资金预算: '无' }, '资金预算', /这一栏必填，还没有填/],
    ['同上', { 建设规模: '同上' }, '建设规模', /只写了「同上」，没有说明内容/],
    [
      'a name of full width with a tab',
      { 项目名称: 'ＡＩ关爱\t平台　２０２６' },
      '项目名称',
      /^记作 AI关爱 平台 2026$/,
    ],
    ['a number for a name', { 项目名称: '2026001' }, '项目名称', /看不出做什么/],
    ['an emoji in the name', { 项目名称: '独居老人关爱平台👍' }, '项目名称', /有表情或图形符号/],
    ['a phone in the text', { 项目概况: '有事打１３８１２３４５６７８。' }, '项目概况', /疑似手机号码/],
    [
      'a piece of a page',
      { 项目概况: '<p class="MsoNormal">现靠人工</p>' },
      '项目概况',
      /^项目概况：网页代码，有「<p class="MsoNormal">」，不收。/,
    ],
    [
      'a picture',
      { 建设内容: '![截图](http://x.cn/a.png) 建设独居老人档案。' },
      '建设内容',
      /^建设内容：图片，/,
    ],
    [
      'a whole plan in one box',
      { 建设内容: '建设独居老人档案、智能终端接入。'.repeat(9_000) },
      '建设内容',
      /^建设内容：太长，一份项目文件不超过 256 KB/,
    ],
  ])('%s: it is said beside the box, in the words of the form', (_, slip, label, said) => {
    expect(saidOf(judged(slip), label)).toMatch(said);
  });

  it.each<[what: string, slip: Answers, label: string, written: string | undefined]>([
    ['无 in a list that may be blank', { 参与单位: '无' }, '参与单位', undefined],
    ['- where an earlier project may stand', { 前期项目: '-' }, '前期项目', undefined],
    ['a blank that nobody sees', { 项目名称: '关爱\u200b服务平台' }, '项目名称', '项目名称: 关爱服务平台'],
    [
      'a mark behind an emoji',
      { 项目预期效果: '覆盖 1200 名老人❤️' },
      '项目预期效果',
      '项目预期效果: 覆盖 1200 名老人❤',
    ],
    [
      'a table in the text',
      { 建设内容: '模块\t数量\n档案\t1200' },
      '## 建设内容',
      '## 建设内容\n\n模块\t数量\n档案\t1200',
    ],
  ])('%s: the file has what is meant', (_, slip, label, written) => {
    const { text, findings } = judged(slip);
    expect(findings.filter(({ field }) => field === label)).toEqual([]);
    if (written === undefined) expect(text).not.toMatch(new RegExp(`^${label}`, 'm'));
    else expect(text).toContain(written);
  });

  it('hides nothing behind what is refused', () => {
    const found = judged({ 项目概况: '<script>alert(1)</script>', 已建成日期: '2026.13' }).findings;
    const fields = found.filter(({ severity }) => severity === 'error').map(({ field }) => field);
    expect(fields).toEqual(expect.arrayContaining(['项目概况', '已建成日期']));
  });
});
