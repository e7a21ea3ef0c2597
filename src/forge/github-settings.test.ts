import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { shapeFaults } from '../../scripts/rehearse/github-shapes.ts';
import type { Call } from '../../scripts/rehearse/hub-state.ts';
import { openPoints, RULESETS } from '../gate/protection.ts';
import { applyRulesets, readSettings } from './github-settings.ts';

const PLACE = { api: 'https://api.github.com', owner: 'dsj', repo: 'registry', token: 'ghp_SecretSecret' };
const OWN = { reviewers: ['3', '4'], unitAccounts: ['5'] };
type Json = Record<string, unknown>;
interface Kept extends Json {
  id: number;
  name: string;
}

/** A repository whose settings GitHub keeps: what it answers is checked against its own description. */
let rulesets: Kept[] = [];
let settings: Record<string, readonly [status: number, body: unknown]> = {};
let calls: Call[] = [];
let refuses: ((body: Json) => string | undefined) | undefined;

const user = (id: number, login: string): Json => {
  const url = `https://api.github.com/users/${login}`;
  const names = 'followers following gists starred subscriptions organizations repos events received_events';
  const permissions = { pull: true, triage: true, push: true, maintain: false, admin: false };
  return {
    ...{ login, id, node_id: `U_${id}`, avatar_url: url, gravatar_id: '', url, html_url: url },
    ...Object.fromEntries(names.split(' ').map((name) => [`${name}_url`, url])),
    ...{ type: 'User', site_admin: false, permissions, role_name: 'write' },
  };
};

const shown = (one: Kept): Json => ({ ...one, source_type: 'Repository', source: 'dsj/registry' });

/** How GitHub words what it refuses. */
const saidBy = (message: string): Json => ({ message, documentation_url: 'https://docs.github.com/rest' });

function answer(method: string, path: string, body: Json): readonly [number, unknown] {
  const at = path.replace('/repos/dsj/registry', '');
  const id = Number(/^\/rulesets\/(\d+)$/.exec(at)?.[1]);
  const found = rulesets.find((one) => one.id === id);
  if (method === 'GET' && at === '/rulesets')
    return [
      200,
      rulesets.map(({ rules: _, bypass_actors: __, conditions: ___, ...one }) => shown(one as Kept)),
    ];
  if (method === 'GET' && found) return [200, shown(found)];
  const refused = method === 'GET' ? undefined : refuses?.(body);
  if (refused !== undefined) return [422, { ...saidBy('Validation Failed'), errors: [refused] }];
  if (method === 'POST' && at === '/rulesets') {
    const made: Kept = { bypass_actors: [], ...body, id: rulesets.length + 7, name: String(body.name) };
    rulesets.push(made);
    return [201, shown(made)];
  }
  if (method === 'PUT' && found) {
    Object.assign(found, body);
    return [200, shown(found)];
  }
  return settings[at] ?? [404, saidBy('Not Found')];
}

beforeEach(() => {
  rulesets = [];
  calls = [];
  refuses = undefined;
  settings = {
    '/actions/permissions/workflow': [
      200,
      { default_workflow_permissions: 'read', can_approve_pull_request_reviews: true },
    ],
    '/actions/permissions/fork-pr-contributor-approval': [
      200,
      { approval_policy: 'first_time_contributors' },
    ],
    '/codeowners/errors': [200, { errors: [] }],
    '/pages': [
      200,
      {
        ...{ url: 'https://api.github.com/repos/dsj/registry/pages', status: 'built', cname: null },
        ...{
          custom_404: true,
          public: true,
          build_type: 'workflow',
          html_url: 'https://dsj.github.io/registry/',
        },
      },
    ],
    '/collaborators': [200, [user(3, 'dsj'), user(4, 'colleague')]],
  };
  vi.stubGlobal('fetch', async (url: string, init: { method?: string; body?: string } = {}) => {
    const { pathname } = new URL(url);
    const method = init.method ?? 'GET';
    const [status, body] = answer(method, pathname, init.body ? JSON.parse(init.body) : {});
    calls.push({ method, path: pathname, status, body });
    const headers = { 'content-type': 'application/json; charset=utf-8' };
    return new Response(JSON.stringify(body), { status, headers });
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  expect(shapeFaults(calls)).toEqual([]);
});

const writes = (): readonly string[] =>
  calls.filter(({ method }) => method !== 'GET').map(({ method, path }) => `${method} ${path.split('/')[4]}`);

describe('the rules of the main branch', () => {
  it('are set where there are none, and read back with nothing left open', async () => {
    const done = await applyRulesets(PLACE);
    expect(done.map((one) => one.done)).toEqual(['新设', '新设']);
    expect(rulesets.map(({ name }) => name)).toEqual(RULESETS.map(({ name }) => name));
    expect(openPoints(await readSettings(PLACE), OWN)).toEqual([]);
  });

  it('are put right where somebody loosened them, and rules of other names are left alone', async () => {
    rulesets.push({ id: 1, name: 'theirs', target: 'branch', enforcement: 'active', rules: [] });
    await applyRulesets(PLACE);
    const main = rulesets.find(({ name }) => name === RULESETS[0].name);
    if (!main) throw new Error('not set');
    main.enforcement = 'disabled';
    main.rules = [{ type: 'deletion' }];
    const open = openPoints(await readSettings(PLACE), OWN).map(({ what }) => what);
    expect(open).toContainEqual(expect.stringContaining('没有启用'));
    expect(open).toContainEqual(expect.stringContaining('registry/gate'));
    calls = [];
    expect((await applyRulesets(PLACE)).map((one) => one.done)).toEqual(['改回', '改回']);
    expect(writes()).toEqual(['PUT rulesets', 'PUT rulesets']);
    expect(openPoints(await readSettings(PLACE), OWN)).toEqual([]);
    expect(rulesets.find(({ name }) => name === 'theirs')?.rules).toEqual([]);
  });

  it('hold without the way round where GitHub gives Actions none, and that is said', async () => {
    refuses = ({ bypass_actors }) =>
      Array.isArray(bypass_actors) && bypass_actors.length > 0
        ? 'Actor GitHub Actions integration must be part of the ruleset source or owner organization'
        : undefined;
    expect((await applyRulesets(PLACE)).map((one) => one.withoutBypass)).toEqual([true, false]);
    const [only, ...more] = openPoints(await readSettings(PLACE), OWN);
    expect(more).toEqual([]);
    expect(only?.what).toContain('自动受理写不进主分支');
    expect(only?.how).toContain('组织');
  });

  it('are not taken for set when GitHub refuses them for another reason', async () => {
    refuses = () => 'Upgrade to GitHub Pro';
    await expect(applyRulesets(PLACE)).rejects.toThrow(/Validation Failed/);
  });
});

describe('what may not be read', () => {
  it('is open, and never taken for good', async () => {
    settings = {};
    rulesets = [];
    const read = await readSettings(PLACE);
    expect(read).toMatchObject({ workflowDefault: undefined, writers: undefined, ownersErrors: undefined });
    const said = openPoints(read, OWN).map(({ what }) => what);
    expect(said.filter((what) => what.endsWith('读不到'))).toHaveLength(4);
  });

  it('is told from a server that fails', async () => {
    settings['/codeowners/errors'] = [500, saidBy('Server Error')];
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const run = readSettings(PLACE).then(
      () => 'read',
      () => 'failed',
    );
    await vi.advanceTimersByTimeAsync(120_000);
    vi.useRealTimers();
    expect(await run).toBe('failed');
  });

  it('names owners that are none, and who may write', async () => {
    settings['/codeowners/errors'] = [
      200,
      {
        errors: [
          {
            ...{ line: 9, column: 3, kind: 'Unknown owner', source: '* @nobody', path: '.github/CODEOWNERS' },
            ...{ suggestion: null, message: 'Unknown owner on line 9: make sure it exists\n\n  * @nobody' },
          },
        ],
      },
    ];
    settings['/collaborators'] = [200, [user(3, 'dsj'), user(5, 'clerk')]];
    await applyRulesets(PLACE);
    const said = openPoints(await readSettings(PLACE), OWN).map(({ what }) => what);
    expect(said).toEqual([expect.stringContaining('账号 5'), expect.stringContaining('第 9 行')]);
  });
});
