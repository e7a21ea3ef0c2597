import { afterEach, describe, expect, it } from 'vitest';
import { type Hub, startHub } from './hub.ts';
import { ok } from './hub-request.ts';
import { ROUTES } from './hub-routes.ts';
import { CAST, seedRepository, temporary } from './seed.ts';

const REGISTRY = 'dsj/registry';
let hub: Hub | undefined;

async function start(routes: typeof ROUTES = ROUTES): Promise<Hub> {
  const root = temporary('hub');
  seedRepository(root, REGISTRY, { 'a.txt': 'a\n' });
  hub = await startHub({ root, accounts: Object.values(CAST), registry: REGISTRY, writers: ['dsj'], routes });
  return hub;
}

async function ask(
  { api }: Hub,
  method: string,
  path: string,
  sent?: unknown,
): Promise<{ readonly status: number; readonly text: string }> {
  const reply = await fetch(`${api}${path}`, {
    method,
    headers: { authorization: `token ${CAST.office.token}`, 'content-type': 'application/json' },
    ...(sent === undefined ? {} : { body: JSON.stringify(sent) }),
  });
  return { status: reply.status, text: await reply.text() };
}

afterEach(async () => {
  await hub?.close().catch(() => undefined);
  hub = undefined;
});

/** Whatever is played on the hub is held against GitHub's own description: this is where it turns red. */
describe('the hub', () => {
  it('lets through what is as GitHub describes it, refusals too', async () => {
    const server = await start();
    expect((await ask(server, 'GET', `/repos/${REGISTRY}`)).status).toBe(200);
    expect((await ask(server, 'GET', `/repos/${REGISTRY}/pulls/99`)).status).toBe(404);
    await expect(server.close()).resolves.toBeUndefined();
    hub = undefined;
  });

  it.each([
    [
      'a body that lacks what GitHub always gives',
      `/repos/${REGISTRY}`,
      ok({ name: 'registry' }),
      /full_name/,
    ],
    ['a list that holds something else', `/repos/${REGISTRY}/pulls`, ok([{ number: '7' }]), /number/],
    ['a status that GitHub never answers with', `/repos/${REGISTRY}/pulls`, ok([], 299), /299/],
    ['a refusal without words', `/repos/${REGISTRY}/pulls`, ok({ wrong: true }, 403), /message/],
  ])('gives no answer to %s, and ends in red', async (_, path, wrong, words) => {
    const server = await start([['GET', new RegExp(`^${path}$`), async () => wrong]]);
    const said = await ask(server, 'GET', path);
    expect([said.status, said.text]).toEqual([500, expect.stringMatching(words)]);
    await expect(server.close()).rejects.toThrow(words);
  });

  it('takes an address that GitHub does not have for our own fault', async () => {
    const server = await start();
    const said = await ask(server, 'GET', `/repos/${REGISTRY}/requests`);
    expect(said.text).toMatch(/describes no/);
    await expect(server.close()).rejects.toThrow(/describes no/);
  });

  it('takes a request in other words than GitHub takes for our own fault', async () => {
    const server = await start();
    const tip = server.state.tip(REGISTRY, 'main');
    const sent = { state: 'green', context: 'registry/gate' };
    expect((await ask(server, 'POST', `/repos/${REGISTRY}/statuses/${tip}`, sent)).text).toMatch(
      /sends: state/,
    );
    await expect(server.close()).rejects.toThrow(/sends: state/);
  });
});
