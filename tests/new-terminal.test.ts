import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { check } from '../src/check.ts';
import { composeFiling } from '../src/filing/compose.ts';
import { askPromise, type Interviewed, interview } from '../src/filing/interview.ts';
import { Cancelled } from '../src/filing/prompter.ts';
import { type Answered, Recorder } from '../src/filing/recording.ts';
import { terminalPrompter } from '../src/io/terminal-prompter.ts';
import { docxOf } from './support/documents.ts';
import { type Doing, KEYS, Typist } from './support/typist.ts';

/** A person at the keyboard in front of `new`: real keys, the real prompts, no terminal needed. */
const UNITS = [
  { code: 'jingba-lu', name: '经八路街道办事处', type: '街道办事处', keywords: 'jbl jing ba lu' },
  { code: 'minzheng', name: '区民政局', type: '区直单位', keywords: 'mzj' },
] as const;
const TODAY = '2026-03-05';
const folder = mkdtempSync(join(tmpdir(), 'new-terminal-'));
afterAll(() => rmSync(folder, { recursive: true }));

type Doings = Readonly<Record<string, Doing | readonly Doing[]>>;

const FIRST: Doings = {
  谁主导或牵头实施这个项目: { pick: '街道办事处' },
  项目现在到哪一步: { pick: '已建成' },
  是否使用财政资金: { pick: '是' },
  牵头的是哪个单位: { line: 'jbl' },
  是哪一个: { pick: '经八路街道办事处' },
  项目名称: { line: '经八路街道独居老人关爱服务平台' },
  已建成日期: { line: '2020年底' },
};
const LATER: Doings = {
  确认不涉密吗: { pick: '是' },
  项目预期效果: { line: '覆盖 1200 名独居老人，异常情况 10 分钟内有人响应。' },
  项目类别: { line: '3' },
  资金预算: { line: '３２０万元' },
  '资金来源 第 1 项 · 来源': { pick: '区级财政' },
  '资金来源 第 1 项 · 金额': { line: '320' },
  实际完成投资: { line: '3180000元' },
  '建设内容【必填】': { keys: '建独居老人档案和异常预警两个模块，供社区工作人员使用。\r完\r' },
  '附件 第 1 项 · 日期': { line: '2020年2月' },
  '附件 第 1 项 · 编号': { line: '经八办〔2020〕7号' },
};

const START: Doings = { ...FIRST, ...LATER };

async function file(typist: Typist, transcript: readonly Answered[] = []) {
  const prompter = terminalPrompter({ input: typist.input, output: typist.output });
  const kept: Answered[][] = [];
  const recorder = new Recorder(prompter, [...transcript], (now) => {
    kept.push([...now]);
  });
  const filing = await typist.until(
    askPromise(prompter).then((): Promise<Interviewed> => interview(recorder, UNITS, {})),
  );
  return { filing, kept };
}

function mustMend({ values, route, unit }: Interviewed): readonly string[] {
  const text = composeFiling(values, { form: route.form, today: TODAY, ruleVersion: '金政〔2021〕22号' });
  const files = [{ file: `projects/${unit}/xiang-mu-k7q2.md`, bytes: new TextEncoder().encode(text) }];
  return check(files, { today: TODAY, only: new Set(files.map(({ file: name }) => name)) })
    .findings.filter(({ severity, rule }) => severity === 'error' && rule !== 'annex2-plan-attached')
    .map(({ message }) => message);
}

describe('new, at the keyboard', { timeout: 60_000 }, () => {
  it('keeps a pasted text whole and reads a plan that lies on the machine', async () => {
    const plan = join(folder, '实施方案 终稿.docx');
    writeFileSync(
      plan,
      await docxOf([
        '关爱服务方案',
        '一、建设内容',
        '建独居老人档案和异常预警两个模块。',
        '二、组织保障',
        '成立专班。',
      ]),
    );
    const typist = new Typist({
      ...START,
      项目概况: { keys: '一、现状\r\r\r二、问题\r# 不是标题\r完\r' },
      '建设内容【必填】': { keys: `${join(folder, '没有这份.docx')}\r完\r` },
      没有找到文件: { keys: `"${plan}"\r完\r` },
      用哪一样: { pick: '只用这一节' },
    });
    const { filing } = await file(typist);
    expect(filing.unit).toBe('jingba-lu');
    expect(filing.values.项目概况).toBe('一、现状\n\n二、问题\n# 不是标题');
    expect(filing.values.建设内容).toBe('建独居老人档案和异常预警两个模块。');
    expect(filing.values).toMatchObject({ 已建成日期: '2020-12', 资金预算: '320', 实际完成投资: '318' });
    expect(typist.printed).toContain('收到 3 段');
    expect(typist.printed).not.toMatch(/to navigate|Enter:|confirm/);
    expect(mustMend(filing)).toEqual([]);
  });

  it('goes back with 「<」, and after Ctrl-C on where it stopped', async () => {
    const first = new Typist({
      ...START,
      项目名称: { line: '经八路街道独居老人关爱服务平台' },
      已建成日期: [{ line: '2019.12' }, { keys: '\u00152020.12\r' }],
      项目预期效果: [{ line: '<' }, { keys: KEYS.ctrlC }],
    });
    const kept: Answered[][] = [];
    const prompter = terminalPrompter({ input: first.input, output: first.output });
    const recorder = new Recorder(prompter, [], (now) => {
      kept.push([...now]);
    });
    await expect(first.until(interview(recorder, UNITS, {}))).rejects.toThrow(Cancelled);
    const second = new Typist(LATER);
    const { filing } = await file(second, kept.at(-1) ?? []);
    expect(filing.values).toMatchObject({
      项目名称: '经八路街道独居老人关爱服务平台',
      已建成日期: '2020-12',
    });
    expect(second.printed).not.toContain('谁主导或牵头实施这个项目');
  });

  it('takes no for an answer only until next time', async () => {
    const typist = new Typist({ 确认不涉密吗: { keys: KEYS.enter } });
    const prompter = terminalPrompter({ input: typist.input, output: typist.output });
    await expect(typist.until(askPromise(prompter))).rejects.toThrow(Cancelled);
    expect(typist.printed).toContain('以前填的内容还在草稿里');
  });
});
