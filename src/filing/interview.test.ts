import { describe, expect, it } from 'vitest';
import { check } from '../check.ts';
import { composeFiling } from './compose.ts';
import { withKey } from './draft-keys.ts';
import { type Around, askPromise, type Interviewed, interview } from './interview.ts';
import { Back, Cancelled, type Prompter } from './prompter.ts';
import { type Answered, Recorder } from './recording.ts';
import { revisedValues } from './revise.ts';
import { seedAnswers } from './seed-answers.ts';
import type { UnitChoice } from './start.ts';

const UNITS: readonly UnitChoice[] = [
  { code: 'jingba-lu', name: '经八路街道办事处', type: '街道办事处', keywords: 'jbl' },
  { code: 'minzheng', name: '区民政局', type: '区直单位', keywords: 'mzj' },
];

type Reply = string | boolean | readonly string[];

/** Answers by the beginning of the question; several for one question are given one after another. */
class FakePrompter implements Prompter {
  readonly asked: string[] = [];
  readonly said: string[] = [];
  readonly complaints: string[] = [];
  readonly #replies: Map<string, Reply[]>;

  constructor(replies: Readonly<Record<string, Reply | readonly Reply[][]>>) {
    this.#replies = new Map(
      Object.entries(replies).map(([key, reply]) => [
        key,
        Array.isArray(reply) && Array.isArray(reply[0]) ? [...reply[0]] : [reply as Reply],
      ]),
    );
  }

  #reply(message: string, otherwise: Reply): Reply {
    this.asked.push(message);
    const key = [...this.#replies.keys()]
      .filter((start) => message.startsWith(start))
      .sort((a, b) => b.length - a.length)[0];
    const replies = key === undefined ? [] : (this.#replies.get(key) ?? []);
    const reply = replies.shift() ?? otherwise;
    if (reply === 'CANCEL') throw new Cancelled();
    if (reply === 'BACK') throw new Back();
    return reply;
  }

  async text({ message, validate }: Parameters<Prompter['text']>[0]): Promise<string> {
    for (let tries = 0; tries < 5; tries++) {
      const input = String(this.#reply(message, ''));
      const complaint = validate(input);
      if (complaint === undefined) return input;
      this.complaints.push(complaint);
    }
    throw new Error(`No valid answer for ${message}: ${this.complaints.at(-1)}`);
  }

  async choose({ message, options }: Parameters<Prompter['choose']>[0]): Promise<string> {
    const reply = String(this.#reply(message, options.at(-1)?.value ?? ''));
    if (!options.some(({ value }) => value === reply))
      throw new Error(`${reply} is not offered for ${message}`);
    return reply;
  }

  search = (question: Parameters<Prompter['search']>[0]): Promise<string> => this.choose(question);
  chooseMany = async ({ message }: Parameters<Prompter['chooseMany']>[0]): Promise<readonly string[]> =>
    this.#reply(message, []) as readonly string[];
  confirm = async ({ message }: Parameters<Prompter['confirm']>[0]): Promise<boolean> =>
    this.#reply(message, false) as boolean;
  say = (text: string): void => {
    this.said.push(text);
  };
}

const BASE = {
  谁主导: '街道办事处',
  项目现在: '新建',
  是否使用: '是',
  牵头的是哪个单位: 'jingba-lu',
  项目名称: '经八路街道独居老人关爱服务平台',
  '建设期限 · 起': '2026年6月1日',
  '建设期限 · 止': '２０２６-12-31',
  项目预期效果: '覆盖辖区 1200 名独居老人，异常情况 10 分钟内有人响应。',
  项目类别: ['便民服务类', '社会治理类'],
  资金预算: '３２０.5万元',
  '资金来源 第 1 项 · 来源': '区级财政',
  '资金来源 第 1 项 · 金额': '200',
  '资金来源 第 2 项 · 来源': '省级补助',
  '资金来源 第 2 项 · 金额': '120.5',
  '资金来源：已填 1 项': true,
  建设内容: '建设独居老人档案、智能终端接入、异常预警和工单派发四个模块。',
  服务对象: '独居老人、社区工作人员',
} as const;

const ask = (prompter: Prompter, around: Around = {}): Promise<Interviewed> =>
  interview(new Recorder(prompter, [], () => {}), UNITS, around);

const STAMP = { today: '2026-03-05', ruleVersion: '金政〔2021〕22号' };
const written = ({ values, route }: Interviewed): string =>
  composeFiling(values, { ...STAMP, form: route.form });

function findings(filing: Interviewed): readonly string[] {
  const encode = (text: string) => new TextEncoder().encode(text);
  const files = [{ file: `projects/${filing.unit}/xiang-mu-k7q2.md`, bytes: encode(written(filing)) }];
  return check(files, { today: STAMP.today, only: new Set(files.map(({ file }) => file)) })
    .findings.filter(({ severity, rule }) => severity === 'error' && rule !== 'art6-2-plan-attached')
    .map(({ message }) => message);
}

describe('interview', () => {
  it('leads from three answers to a filing that check reads without complaint', async () => {
    const prompter = new FakePrompter(BASE);
    const filing = await ask(prompter);
    expect(filing.unit).toBe('jingba-lu');
    expect(filing.route.clause).toBe('6.2');
    expect(written(filing)).toBe(
      `---
表式: 申请表
填报日期: 2026-03-05
项目名称: 经八路街道独居老人关爱服务平台
牵头主体:
  类型: 街道办事处
  名称: 经八路街道办事处
建设阶段: 新建
建设期限:
  起: 2026-06-01
  止: 2026-12-31
项目预期效果: 覆盖辖区 1200 名独居老人，异常情况 10 分钟内有人响应。
项目类别:
  - 便民服务类
  - 社会治理类
联系方式: 随纸质表报送
资金预算: 320.5
资金来源:
  - 来源: 区级财政
    金额: 200
  - 来源: 省级补助
    金额: 120.5
服务对象:
  - 独居老人
  - 社区工作人员
不涉密承诺: true
规则版本: 金政〔2021〕22号
---

## 建设内容

建设独居老人档案、智能终端接入、异常预警和工单派发四个模块。
`,
    );
    expect(findings(filing)).toEqual([]);
    expect(prompter.said).toContain('资金预算：记作 320.5 万元');
    expect(prompter.said[0]).toContain('第六条第2项');
  });

  it('asks no name, phone, signature or seal, and not the dates of another stage', async () => {
    const prompter = new FakePrompter(BASE);
    await ask(prompter);
    const labels = prompter.asked.map((message) => message.split(/[（【]/)[0]);
    for (const label of [
      '项目负责人',
      '联系电话',
      '邮箱',
      '单位负责人(签字)',
      '联系方式',
      '已建成日期',
      '预计建成日期',
      '表式',
      '演示',
    ]) {
      expect(labels, label).not.toContain(label);
    }
    expect(prompter.said.join()).toContain('纸质表');
  });

  it('asks again, in the words of check, until an answer is right', async () => {
    const prompter = new FakePrompter({
      ...BASE,
      项目名称: [['', '联系13800001111', '某平台']],
      资金预算: [['三百万', '-5', '320.5']],
    });
    const { values } = await ask(prompter);
    expect(values.项目名称).toBe('某平台');
    expect(values.资金预算).toBe('320.5');
    expect(prompter.complaints.map((complaint) => complaint.slice(0, 16))).toEqual([
      '项目名称：这一栏必填，还没有填。',
      '项目名称：里面有手机号码，个人信',
      '资金预算：写成以万元为单位的数字',
      '资金预算：写成以万元为单位的数字',
    ]);
  });

  it('goes on after a break where it stopped, in the middle of a list too', async () => {
    let saved: readonly Answered[] = [];
    const save = (transcript: readonly Answered[]): void => {
      saved = structuredClone(transcript);
    };
    const broken = new FakePrompter({ ...BASE, '资金来源 第 2 项 · 金额': 'CANCEL' });
    await expect(interview(new Recorder(broken, [], save), UNITS)).rejects.toBeInstanceOf(Cancelled);
    expect(saved.at(-1)).toMatchObject({ key: '资金来源/1/来源', answer: '省级补助' });
    const resumed = new FakePrompter(BASE);
    const filing = await interview(new Recorder(resumed, saved, save), UNITS);
    expect(resumed.asked[0]).toBe('资金来源 第 2 项 · 金额（万元）');
    expect(written(filing)).toBe(written(await ask(new FakePrompter(BASE))));
  });

  it('takes the route that the money asks for, whatever was said at the start', async () => {
    const prompter = new FakePrompter({
      ...BASE,
      谁主导: '社会组织',
      是否使用: '否',
      由哪个: 'minzheng',
      牵头的社会组织: '某养老服务中心',
      '资金来源（万元）【应填】': true,
    });
    const { route, values } = await ask(prompter);
    expect(prompter.said.some((text) => text.includes('以资金为准'))).toBe(true);
    expect(route).toMatchObject({ clause: '6.4', form: '申请表' });
    expect(values).not.toHaveProperty('协调单位');
  });

  it('names the coordinator of a filing by a person, and never the person', async () => {
    const { unit, values } = await ask(
      new FakePrompter({
        ...BASE,
        谁主导: '个人',
        项目现在: '已建成',
        由哪个: 'jingba-lu',
        已建成日期: '2021.4.9',
        实际完成投资: '318',
      }),
    );
    expect(unit).toBe('jingba-lu');
    expect(values).toMatchObject({
      牵头主体: { 类型: '个人', 名称: '个人' },
      协调单位: '经八路街道办事处',
      已建成日期: '2021-04-09',
    });
  });

  it('does not file what may be secret, and keeps no refusal', async () => {
    const refusing = new FakePrompter({ 不涉密承诺: false });
    await expect(askPromise(refusing)).rejects.toBeInstanceOf(Cancelled);
    await expect(askPromise(new FakePrompter({ 不涉密承诺: true }))).resolves.toBeUndefined();
    let saved: readonly Answered[] = [];
    await interview(
      new Recorder(new FakePrompter(BASE), [], (transcript) => {
        saved = transcript;
      }),
      UNITS,
    );
    expect(saved.filter(({ key }) => key.startsWith('不涉密'))).toEqual([]);
  });

  it('asks again only what was reworded beyond its answer, and keeps what lies behind', async () => {
    let saved: readonly Answered[] = [];
    const save = (transcript: readonly Answered[]): void => {
      saved = transcript;
    };
    await interview(new Recorder(new FakePrompter(BASE), [], save), UNITS);
    const reworded = saved.map((one) => ({
      ...one,
      question: `旧的问法：${one.key}`,
      answer: one.key === '项目名称' ? '' : one.answer,
    }));
    const resumed = new FakePrompter({ 项目名称: '换了的名称' });
    const { values } = await interview(new Recorder(resumed, reworded, save), UNITS);
    expect(resumed.asked.map((message) => message.slice(0, 4))).toEqual(['项目名称', '全部对的']);
    expect(values).toMatchObject({ 项目名称: '换了的名称', 资金预算: '320.5' });
  });

  it('goes back to the question before, and offers what was answered', async () => {
    const prompter = new FakePrompter({
      ...BASE,
      项目预期效果: [['BACK', BASE.项目预期效果]],
      '建设期限 · 止': [['2026-12-01', '2026-12-31']],
    });
    const { values } = await ask(prompter);
    expect(values.建设期限).toEqual({ 起: '2026-06-01', 止: '2026-12-31' });
  });

  it('shows all answers at the end, and asks anew what is picked there', async () => {
    const prompter = new FakePrompter({
      ...BASE,
      项目名称: [['写错的名称', '经八路街道独居老人关爱服务平台']],
      全部对的: [['99', '第 5 项', '']],
    });
    const { values } = await ask(prompter);
    expect(prompter.complaints).toEqual([expect.stringMatching(/^写 1 到 \d+ 的序号/)]);
    expect(prompter.said.join()).toContain('5. 项目名称：写错的名称');
    expect(values.项目名称).toBe('经八路街道独居老人关爱服务平台');
  });

  it('leaves a group at its first part, and asks a wanted one by default only', async () => {
    const prompter = new FakePrompter({ ...BASE, 附件: true, '附件 第 1 项 · 日期': '2026-02-20' });
    const { values } = await ask(prompter);
    expect(values.附件).toEqual([{ 名称: '项目建设实施方案', 日期: '2026-02-20', 送达: '纸质' }]);
    const left = new FakePrompter({ ...BASE, 功能清单: true, '功能清单 第 1 项 · 名称': '' });
    expect((await ask(left)).values.功能清单).toBe('');
  });

  it('asks a sum of more than a hundred million back', async () => {
    const prompter = new FakePrompter({
      ...BASE,
      资金预算: [['600000', '320.5']],
      '资金预算：记作 600,000.00 万元（60.00 亿元）': false,
    });
    expect((await ask(prompter)).values.资金预算).toBe('320.5');
  });

  it('says at once what the rules find in an answer, and lets it be mended', async () => {
    const prompter = new FakePrompter({ ...BASE, 资金预算: [['32.5', '320.5']], '资金预算：合计': [['改']] });
    const judge = ({ values }: Interviewed, label: string): readonly string[] =>
      label === '资金预算' && values.资金预算 === '32.5' ? ['资金预算：合计对不上。'] : [];
    expect((await ask(prompter, { judge })).values.资金预算).toBe('320.5');
  });
});

describe('a filing gone through again', () => {
  it('begins with what lies there, asks only what is missing, and gives the same back', async () => {
    const { values, unit } = await ask(new FakePrompter(BASE));
    const { 不涉密承诺: _, ...rest } = values;
    const filed = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== ''));
    const prompter = new FakePrompter({});
    const again = await interview(new Recorder(prompter, seedAnswers(filed, unit), () => {}), UNITS, {
      filed,
    });
    expect(prompter.asked.map((message) => message.slice(0, 4))).toEqual(['全部对的']);
    expect(again.values).toEqual(values);
  });

  it('changes what was answered, and leaves alone what is not asked', () => {
    const filed = {
      项目名称: '甲',
      联系方式: '密文',
      查重说明: [{ 对象: 'a/b-2222', 结论: '复用', 说明: '用它' }],
      牵头主体: { 类型: '街道办事处', 名称: '旧名' },
    };
    const answered = {
      项目名称: '乙',
      查重说明: [{ 对象: 'c/d-2222', 结论: '复用', 说明: '也用' }],
      牵头主体: { 类型: '街道办事处', 名称: '新名' },
      资金预算: '1',
    };
    const touched = (label: string): boolean => label === '项目名称' || label === '查重说明';
    expect(revisedValues(filed, answered, touched)).toEqual({
      ...filed,
      项目名称: '乙',
      查重说明: [...filed.查重说明, ...answered.查重说明],
    });
  });
});

describe('an answer of an older draft', () => {
  it.each([
    ['谁主导或牵头实施这个项目？', '谁牵头'],
    ['项目名称【必填】写明谁的、做什么；不写厂商和产品名。', '项目名称'],
    ['建设期限【选填】计划从哪天开始，到哪天完成。现在填吗？', '建设期限/现在填'],
    ['建设期限 · 起', '建设期限/起'],
    ['资金来源 第 2 项 · 金额（万元）', '资金来源/1/金额'],
    ['资金来源：已填 1 项，还有下一项吗？', '资金来源/0/还有'],
    ['意见 · 申报单位【选填】现在填吗？', '意见/申报单位/现在填'],
    ['不认得的问题', '旧/不认得的问题'],
  ])('%s belongs to %s', (question, key) => {
    expect(withKey({ question, answer: '答' }).key).toBe(key);
  });
});
