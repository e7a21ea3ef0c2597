import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { git } from '../scripts/rehearse/bare-git.ts';
import type { Call } from '../scripts/rehearse/hub-state.ts';
import { CAST, temporary } from '../scripts/rehearse/seed.ts';
import { approve, saidOn, startWorld, statusOf, TODAY, type World } from '../scripts/rehearse/world.ts';
import { FIRST } from '../src/filing/issue/questions.ts';
import { SAMPLES } from '../src/filing/samples.ts';
import { fileIssue } from '../src/forge/file-issue.ts';
import type { Raw } from '../src/text/raw.ts';
import { issueBody } from './support/issue-body.ts';

const { clerk, neighbour, office, stranger, bot } = CAST;
const API = '/repos/dsj/registry';
const [sample] = SAMPLES;
if (!sample) throw new Error('no sample');
const LEAD = { 类型: '街道办事处', 名称: '示例街道办事处' };
const values: Readonly<Record<string, Raw>> = { ...sample.values, 牵头主体: LEAD };

/** What a clerk would have filled in, but for some boxes. */
const body = (edit: Readonly<Record<string, string>> = {}): string =>
  issueBody(values, { fiscal: '是' }, edit);

describe('a filing that is written as an issue', { timeout: 120_000 }, () => {
  let world: World;
  let root = '';

  beforeAll(async () => {
    world = await startWorld();
    root = temporary('office-copy');
    git(root, 'clone', '--quiet', world.bare, '.');
  }, 60_000);
  afterAll(() => world.close());

  const options = () => ({
    root: `${root}/registry`,
    repository: root,
    branch: 'main',
    remote: { url: `${world.hub.origin}/dsj/registry.git`, token: bot.token },
    around: { today: TODAY, places: {} },
  });
  const open = async (account: typeof clerk, text: string, title = '申报：预约系统'): Promise<number> => {
    const made = await world.ask<{ readonly number: number }>(account, 'POST', `${API}/issues`, {
      title,
      body: text,
    });
    expect(made.status).toBe(201);
    return made.body.number;
  };
  const edit = (account: typeof clerk, number: number, change: object) =>
    world.ask(account, 'PATCH', `${API}/issues/${number}`, change);
  /** What the workflow does: writes the request, then judges it. */
  async function run(number: number) {
    const done = await fileIssue(world.as(bot), number, options());
    if (done.request !== undefined) await world.sweep();
    return done;
  }
  const answerOn = async (number: number): Promise<string> => {
    const { comments } = await saidOn(world, String(number));
    expect(comments).toHaveLength(1);
    return comments[0] ?? '';
  };
  const writesSince = (from: number): readonly Call[] =>
    world.hub.state.calls.slice(from).filter(({ method }) => method !== 'GET');
  const requests = async (): Promise<readonly string[]> =>
    (await world.as(bot).listOpen()).map(({ key }) => key);

  let issue = 0;
  let request = '';

  it('that cannot be read gets its complaints, and no request', async () => {
    issue = await open(clerk, body({ 资金预算: '很多', 建设内容: '_No response_' }));
    expect(await run(issue)).toEqual({ kind: '读不成' });
    const said = await answerOn(issue);
    expect(said).toMatch(/^<!-- registry:filing -->\n## 还没有写成送件单/);
    expect(said).toMatch(/^- 资金预算&#58;|^- 资金预算：/m);
    expect(said).toContain('建设内容：这一栏必填');
    expect(await requests()).toEqual([]);
  });

  it('becomes one request of its author, written as every other filing is, and is judged as his', async () => {
    await edit(clerk, issue, { body: body() });
    const done = await run(issue);
    request = done.request ?? '';
    expect(done.kind).toBe('写成了');
    const [change] = await world.as(bot).listOpen();
    expect(change).toMatchObject({ key: request, author: { id: String(clerk.id), login: 'clerk', issue } });
    expect(await world.as(bot).actor(request)).toEqual(change?.author);
    const { files } = await world.as(bot).changedFiles(request);
    expect(files).toEqual([
      expect.stringMatching(new RegExp(`^registry/projects/shili/[a-z0-9-]+-i${issue}\\.md$`)),
    ]);
    const text = git(world.bare, 'show', `refs/pull/${request}/head:${files[0]}`);
    expect(text).toContain('联系方式: 随纸质表报送');
    expect(await statusOf(world, change?.head ?? '')).toMatchObject({ state: 'success' });
    expect(await answerOn(issue)).toContain(`已写成第 ${request} 号送件单`);
    expect((await saidOn(world, request)).labels).toContain('待受理');
  });

  it('changes nothing when it is looked at again', async () => {
    const [before] = await world.as(bot).listOpen();
    const from = world.hub.state.calls.length;
    expect(await run(issue)).toEqual({ kind: '写成了', request });
    expect(writesSince(from)).toEqual([]);
    expect((await world.as(bot).listOpen())[0]?.head).toBe(before?.head);
  });

  it('follows the issue: the same request, the same file, and the comment says where to mend it', async () => {
    const before = await world.as(bot).changedFiles(request);
    await edit(clerk, issue, { body: body({ 项目名称: '示例街道场地预约系统二', 附件: '_No response_' }) });
    expect(await run(issue)).toEqual({ kind: '写成了', request });
    expect(await world.as(bot).changedFiles(request)).toEqual(before);
    const { comments, labels } = await saidOn(world, request);
    expect(labels).toContain('待补正');
    expect(comments[0]).toContain(`在第 ${issue} 号申报单上改`);
    // A number of two digits or more would be made a link by the forge: it is one on purpose only in the answer.
    await edit(clerk, issue, { body: body({ 资金预算: '很多' }) });
    expect(await run(issue)).toEqual({ kind: '读不成' });
    expect(await answerOn(issue)).toContain(`第 ${request} 号送件单（#${request}）里还是上一次读成的内容`);
    await edit(clerk, issue, { body: body() });
    expect(await run(issue)).toEqual({ kind: '写成了', request });
  });

  it('with personal data in it is copied nowhere, and the answer tells what to do', async () => {
    const text = body({ 项目概况: '找张三，电话 13812345678' });
    const private_ = await open(clerk, text);
    const before = git(world.bare, 'for-each-ref');
    const from = world.hub.state.calls.length;
    expect(await run(private_)).toEqual({ kind: '有不能公开的内容' });
    expect(git(world.bare, 'for-each-ref')).toBe(before);
    const said = await answerOn(private_);
    expect(said).toContain('项目概况：手机号码');
    expect(said).toContain('Delete revision from history');
    expect(said).not.toContain('13812345678');
    expect(JSON.stringify(writesSince(from))).not.toContain('13812345678');
    await edit(clerk, private_, { state: 'closed' });
    expect(await run(private_)).toEqual({ kind: '已经关闭' });
  });

  it.each([
    ['a stranger', stranger, '没有登记'],
    ['another unit', neighbour, '申报单位'],
  ] as const)('by %s is red, and says that the office decides', async (_, account, role) => {
    const number = await open(account, body());
    const { request: key = '' } = await run(number);
    const change = (await world.as(bot).listOpen()).find((one) => one.key === key);
    expect(change?.author).toEqual({ id: String(account.id), login: account.login, issue: number });
    expect(await statusOf(world, change?.head ?? '')).toMatchObject({ state: 'failure' });
    const { comments, labels } = await saidOn(world, key);
    expect(labels).toContain('越权改动');
    expect(comments[0]).toContain(`"role": "${role}"`);
    expect(await answerOn(number)).toContain('由办公室向单位核实后登记账号');
    expect(await world.as(office).merge(key, change?.head ?? '')).toMatchObject({ ok: false });
    await edit(account, number, { state: 'closed' });
    await world.ask(bot, 'PATCH', `${API}/pulls/${key}`, { state: 'closed' });
  });

  it('is nobody’s own when somebody names a branch of a copy like one of ours', async () => {
    const player = world.player(stranger);
    const head = player.commit({ write: { 'registry/projects/shili/xx-a1b2.md': 'x: 1\n' } });
    const { key } = await player.handIn(world.as(stranger), `issue/${issue}`, head);
    expect(await world.as(bot).actor(key)).toEqual({ id: String(stranger.id), login: 'stranger' });
    const inOwn = await player.handIn(world.as(office), `issue/${issue}9`, head);
    expect(await world.as(bot).actor(inOwn.key)).toEqual({ id: String(office.id), login: 'dsj' });
    for (const one of [key, inOwn.key])
      await world.ask(bot, 'PATCH', `${API}/pulls/${one}`, { state: 'closed' });
  });

  it('brings no mark, mention or command into the answer or the request', async () => {
    const evil = '@octocat <img src=x> [通过](https://evil.example) `$(touch owned)` ::set-output name=a::b';
    const number = await open(clerk, body({ 资金预算: evil, [FIRST.leadName]: evil }), `申报：${evil}`);
    expect(await run(number)).toEqual({ kind: '读不成' });
    expect(await answerOn(number)).not.toMatch(/@octocat|<img|\]\(https/);
    await edit(clerk, number, { body: body({ 项目名称: `预约 ${evil}` }) });
    const { request: key = '' } = await run(number);
    const change = (await world.as(bot).listOpen()).find((one) => one.key === key);
    expect(change?.title).not.toContain('@octocat');
    expect((await saidOn(world, key)).comments[0]).not.toMatch(/@octocat|<img|\]\(https:\/\/evil/);
    await world.ask(bot, 'PATCH', `${API}/pulls/${key}`, { state: 'closed' });
    await edit(clerk, number, { state: 'closed' });
  });

  it('is merged by the office, and after that no longer written from the issue', async () => {
    const [change] = await world.as(bot).listOpen();
    await approve(world, office, request);
    expect(await world.as(office).merge(request, change?.head ?? '')).toMatchObject({ ok: true });
    expect(await run(issue)).toEqual({ kind: '已经并入' });
    expect(await answerOn(issue)).toContain('在这里改不起作用');
    expect(await requests()).toEqual([]);
  });

  it('is told from another issue, which gets no answer', async () => {
    const number = await open(stranger, '### 想复用的项目\n\n某平台');
    expect(await run(number)).toEqual({ kind: '不是申报单' });
    expect((await saidOn(world, String(number)).catch(() => ({ comments: [] }))).comments).toEqual([]);
    expect(await run(9_999)).toEqual({ kind: '不是申报单' });
  });
});
