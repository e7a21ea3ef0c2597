import { describe, expect, it } from 'vitest';
import { check } from '../check.ts';
import { composeFiling } from './compose.ts';
import { type Interviewed, interview, type UnitChoice } from './interview.ts';
import { type Answered, Cancelled, type Prompter, recording } from './prompter.ts';

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
  confirm = async (message: string): Promise<boolean> => this.#reply(message, false) as boolean;
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
  项目类别: ['社会治理类', '便民服务类'],
  '项目类别：哪一类': '便民服务类',
  资金预算: '３２０.5万元',
  '资金来源 第 1 项 · 来源': '区级财政',
  '资金来源 第 1 项 · 金额': '200',
  '资金来源 第 2 项 · 来源': '省级补助',
  '资金来源 第 2 项 · 金额': '120.5',
  '资金来源：已填 1 项': true,
  建设内容: '建设独居老人档案、智能终端接入、异常预警和工单派发四个模块。',
  服务对象: '独居老人、社区工作人员',
  不涉密承诺: true,
} as const;

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
    const filing = await interview(prompter, UNITS);
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
    expect(prompter.said).toContain('资金预算：记作 320.5');
    expect(prompter.said[0]).toContain('第六条第2项');
  });

  it('asks no name, phone, signature or seal, and not the dates of another stage', async () => {
    const prompter = new FakePrompter(BASE);
    await interview(prompter, UNITS);
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
    const { values } = await interview(prompter, UNITS);
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
    await expect(interview(recording(broken, [], save), UNITS)).rejects.toBeInstanceOf(Cancelled);
    expect(saved.at(-1)).toEqual({ question: '资金来源 第 2 项 · 来源', answer: '省级补助' });
    const resumed = new FakePrompter(BASE);
    const filing = await interview(recording(resumed, saved, save), UNITS);
    expect(resumed.asked[0]).toBe('资金来源 第 2 项 · 金额（万元）');
    expect(written(filing)).toBe(written(await interview(new FakePrompter(BASE), UNITS)));
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
    const { route, values } = await interview(prompter, UNITS);
    expect(prompter.said.some((text) => text.includes('以资金为准'))).toBe(true);
    expect(route).toMatchObject({ clause: '6.4', form: '申请表' });
    expect(values).not.toHaveProperty('协调单位');
  });

  it('names the coordinator of a filing by a person, and never the person', async () => {
    const { unit, values } = await interview(
      new FakePrompter({
        ...BASE,
        谁主导: '个人',
        项目现在: '已建成',
        由哪个: 'jingba-lu',
        已建成日期: '2021.4.9',
        实际完成投资: '318',
      }),
      UNITS,
    );
    expect(unit).toBe('jingba-lu');
    expect(values).toMatchObject({
      牵头主体: { 类型: '个人', 名称: '个人' },
      协调单位: '经八路街道办事处',
      已建成日期: '2021-04-09',
    });
  });

  it('does not file what may be secret', async () => {
    await expect(interview(new FakePrompter({ ...BASE, 不涉密承诺: false }), UNITS)).rejects.toBeInstanceOf(
      Cancelled,
    );
  });
});
