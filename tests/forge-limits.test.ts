import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Call } from '../scripts/rehearse/hub-state.ts';
import { CAST } from '../scripts/rehearse/seed.ts';
import { startWorld, type World } from '../scripts/rehearse/world.ts';
import { MOST_WRITES, publish } from '../src/forge/publish.ts';
import type { SentDecision } from '../src/forge/read-decision.ts';
import { shapeFaults, templateOf } from './support/github-shapes.ts';

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
      `data ${Buffer.byteLength(`x: ${at}\n`)}`,
      `x: ${at}`,
      '',
    ].join('\n'),
  );
  const done = spawnSync('git', ['fast-import', '--quiet'], { cwd: folder, input: commits.join('\n') });
  if (done.status !== 0) throw new Error(String(done.stderr));
}

const decision = (state: 'success' | 'failure'): SentDecision => ({
  status: { context: 'registry/gate', state, description: `第一次：${state}` },
  comment: `## 要补正\n\n${state}`,
  labels: [state === 'success' ? '待受理' : '待补正'],
  suggestions: [],
});

describe('two hundred open requests', { timeout: 180_000 }, () => {
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

  /** One run of the bot over all of them, with what it cost. */
  async function run(state: 'success' | 'failure') {
    world.hub.state.calls.length = 0;
    const changes = await world.as(bot).listOpen();
    expect(changes).toHaveLength(MANY);
    const done = await publish(
      world.as(bot),
      changes.map((change) => ({ change, decision: decision(state) })),
    );
    calls = [...world.hub.state.calls];
    const writes = calls.filter(({ method }) => method !== 'GET').length;
    expect(calls.every(({ status }) => status < 400)).toBe(true);
    expect(calls.length).toBeLessThan(REQUESTS_AN_HOUR);
    expect(writes).toBeLessThan(CONTENT_AN_HOUR);
    return { ...done, writes, reads: calls.length - writes };
  }

  it('are all given their status and their word in one run, within the documented limits', async () => {
    const first = await run('failure');
    expect(first.writes).toBe(MOST_WRITES);
    // All statuses and all comments; of the labels as many as fit.
    expect(first.postponed).toHaveLength(MANY * 3 - MOST_WRITES);
    const second = await run('failure');
    expect(second).toMatchObject({ written: MANY * 3 - MOST_WRITES, postponed: [] });
    const third = await run('failure');
    expect(third).toMatchObject({ written: 0, writes: 0 });
    expect(third.reads).toBeLessThan(MANY + 20);
  });

  it('are answered in the shapes that GitHub describes', () => {
    expect(shapeFaults(calls)).toEqual([]);
    expect(new Set(calls.map(templateOf)).size).toBeGreaterThanOrEqual(3);
  });
});
