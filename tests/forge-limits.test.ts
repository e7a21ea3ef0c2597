import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Call } from '../scripts/rehearse/hub-state.ts';
import { CAST } from '../scripts/rehearse/seed.ts';
import { application } from '../scripts/rehearse/story.ts';
import { startWorld, type World } from '../scripts/rehearse/world.ts';
import { judgeOpen } from '../src/forge/judge-open.ts';
import { MOST_WRITES, publish } from '../src/forge/publish.ts';
import { fetchDesk } from '../src/forge/sweep.ts';

const { bot, clerk } = CAST;
const MANY = 200;
/** What GitHub documents for the token of a workflow, an hour. */
const REQUESTS_AN_HOUR = 1_000;
const CONTENT_AN_HOUR = 500;

/** Many branches at once: one process instead of a thousand. */
function manyBranches(folder: string): void {
  const commits = Array.from({ length: MANY }, (_, at) =>
    [
      `commit refs/heads/many-${at}`,
      'committer rehearsal <rehearsal@localhost> 1700000000 +0000',
      'data 4',
      'Many',
      'from refs/heads/main^0',
      `M 100644 inline registry/projects/shili/many-${at}.md`,
      `data ${Buffer.byteLength(filing(at))}`,
      filing(at),
      '',
    ].join('\n'),
  );
  const done = spawnSync('git', ['fast-import', '--quiet'], { cwd: folder, input: commits.join('\n') });
  if (done.status !== 0) throw new Error(String(done.stderr));
}

/** A filing like no other of them but in its form: what it is about differs. */
function filing(at: number): string {
  const thing = `${'东西南北中'.charAt(at % 5)}片第 ${at} 处${THINGS[at % THINGS.length]}`;
  return application({
    项目名称: `${thing}管理`,
    项目概况: `${thing}没有台账。`,
    建设内容: `为${thing}建台账，登记位置和养护记录，按月出表。`,
    功能清单: [{ 名称: `${thing}台账`, 说明: '登记和查询' }],
    服务对象: [`${thing}养护人员`],
  });
}
const THINGS = [
  '路灯',
  '井盖',
  '绿地',
  '公厕',
  '果壳箱',
  '候车亭',
  '健身器材',
  '消火栓',
  '行道树',
  '停车泊位',
  '电子屏',
];

describe('two hundred open requests', { timeout: 300_000 }, () => {
  let world: World;
  let calls: readonly Call[] = [];

  beforeAll(async () => {
    world = await startWorld();
    await world.ask(clerk, 'POST', '/repos/dsj/registry/forks', {});
    manyBranches(world.hub.state.folder('clerk/registry'));
    for (let at = 0; at < MANY; at++) {
      const body = { title: `many ${at}`, head: `clerk:many-${at}`, base: 'main' };
      const reply = await fetch(`${world.hub.emulator}/repos/dsj/registry/pulls`, {
        method: 'POST',
        headers: { authorization: `token ${clerk.token}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      if (reply.status !== 201) throw new Error(`request ${at}: ${reply.status} ${await reply.text()}`);
    }
  }, 180_000);
  afterAll(() => world.close());

  /** What a sweep does, in its two halves: it lists and judges, then it writes. Calls are counted over both. */
  async function judged(): Promise<Parameters<typeof publish>[1]> {
    const changes = await world.as(bot).listOpen();
    const { desk, there, failed } = await fetchDesk(changes, world.sweepOptions);
    expect([there.length, failed]).toEqual([MANY, []]);
    return there.map((change) => ({ change, decision: judgeOpen(desk, change.key).decision }));
  }

  async function write(all: Parameters<typeof publish>[1]) {
    const done = await publish(world.as(bot), all);
    calls = [...world.hub.state.calls];
    const writes = calls.filter(({ method }) => method !== 'GET').length;
    expect(calls.every(({ status }) => status < 400)).toBe(true);
    expect(calls.length).toBeLessThan(REQUESTS_AN_HOUR);
    expect(writes).toBeLessThan(CONTENT_AN_HOUR);
    world.hub.state.calls.length = 0;
    return { ...done, writes, reads: calls.length - writes };
  }

  it('are all judged, and given their status and their word in one run, within the documented limits', async () => {
    world.hub.state.calls.length = 0;
    const all = await judged();
    // Each by what is in it: the number of the request stands in the name of what it files.
    for (const { change, decision } of all)
      expect(decision.comment).toContain(`第 ${change.title.replace('many ', '')} 处`);
    const first = await write(all);
    expect(first.writes).toBe(MOST_WRITES);
    // All statuses and all comments; of the labels as many as fit.
    expect(first.postponed).toHaveLength(MANY * 3 - MOST_WRITES);
    const again = async () => {
      const open = new Map((await world.as(bot).listOpen()).map((change) => [change.key, change]));
      return all.flatMap(({ change, decision }) => {
        const now = open.get(change.key);
        return now ? [{ change: now, decision }] : [];
      });
    };
    const second = await write(await again());
    expect(second).toMatchObject({ written: MANY * 3 - MOST_WRITES, postponed: [] });
    const third = await write(await again());
    expect(third).toMatchObject({ written: 0, writes: 0 });
    expect(third.reads).toBeLessThan(MANY + 20);
  });
});
