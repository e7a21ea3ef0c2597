import { describe, expect, it } from 'vitest';
import {
  ACTIONS_APP,
  MAIN_RULES,
  openPoints,
  type RepositorySettings,
  RULESETS,
  type Ruleset,
} from './protection.ts';

const OWN = { reviewers: ['1', '2'], unitAccounts: ['7'] };
const rulesets = JSON.parse(JSON.stringify(RULESETS)) as readonly Ruleset[];
const GOOD: RepositorySettings = {
  rulesets,
  workflowDefault: 'read',
  workflowsApprove: true,
  forkApproval: 'first_time_contributors',
  writers: ['1', '2'],
  ownersErrors: [],
  pages: 'workflow',
};

/** The good settings with the main rules changed. */
function withMain(edit: (rules: Ruleset) => Ruleset): RepositorySettings {
  return { ...GOOD, rulesets: rulesets.map((one) => (one.name === MAIN_RULES.name ? edit(one) : one)) };
}

const without = (type: string) => (one: Ruleset) => ({
  ...one,
  rules: (one.rules ?? []).filter((rule) => rule.type !== type),
});
const parameter = (type: string, name: string, value: unknown) => (one: Ruleset) => ({
  ...one,
  rules: (one.rules ?? []).map((rule) =>
    rule.type === type ? { ...rule, parameters: { ...(rule.parameters as object), [name]: value } } : rule,
  ),
});

describe('the settings of a repository', () => {
  it('leave nothing open where they are as written down', () => {
    expect(openPoints(GOOD, OWN)).toEqual([]);
  });

  it.each<[string, RepositorySettings, RegExp]>([
    [
      'no rules',
      { ...GOOD, rulesets: rulesets.filter(({ target }) => target === 'tag') },
      /主分支保护：还没有设/,
    ],
    ['rules that are off', withMain((one) => ({ ...one, enforcement: 'disabled' })), /没有启用/],
    [
      'rules of another branch',
      withMain((one) => ({ ...one, conditions: { ref_name: { include: ['refs/heads/x'] } } })),
      /不是这个分支/,
    ],
    ['history that can be rewritten', withMain(without('non_fast_forward')), /强推/],
    ['no required check', withMain(without('required_status_checks')), /registry\/gate/],
    [
      'a check of another name',
      withMain(parameter('required_status_checks', 'required_status_checks', [{ context: 'ci-ok' }])),
      /registry\/gate/,
    ],
    [
      'the check of any app',
      withMain(parameter('required_status_checks', 'required_status_checks', [{ context: 'registry/gate' }])),
      /registry\/gate/,
    ],
    [
      'an old base',
      withMain(parameter('required_status_checks', 'strict_required_status_checks_policy', false)),
      /最新/,
    ],
    [
      'reviews that outlive a push',
      withMain(parameter('pull_request', 'dismiss_stale_reviews_on_push', false)),
      /审阅/,
    ],
    [
      'the last push approved by its author',
      withMain(parameter('pull_request', 'require_last_push_approval', false)),
      /审阅/,
    ],
    [
      'an administrator who goes round',
      withMain((one) => ({
        ...one,
        bypass_actors: [...(one.bypass_actors ?? []), { actor_id: 5, actor_type: 'RepositoryRole' }],
      })),
      /绕过/,
    ],
    ['numbers that cannot be pushed', withMain((one) => ({ ...one, bypass_actors: [] })), /自动受理/],
    ['a unit that may write', { ...GOOD, writers: ['1', '7'] }, /账号 7/],
    ['workflows that may write', { ...GOOD, workflowDefault: 'write' }, /默认可以写/],
    ['workflows that may open no request', { ...GOOD, workflowsApprove: false }, /不能开送件单/],
    ['owners that are none', { ...GOOD, ownersErrors: ['第 9 行：没有这个团队'] }, /第 9 行/],
    ['a site that nobody publishes', { ...GOOD, pages: undefined }, /网站/],
  ])('say so of %s', (_, settings, said) => {
    const points = openPoints(settings, OWN);
    expect(points.map(({ what }) => what)).toEqual([expect.stringMatching(said)]);
  });

  it('are open where they could not be read', () => {
    const blind = {
      ...GOOD,
      rulesets: undefined,
      writers: undefined,
      ownersErrors: undefined,
      workflowDefault: undefined,
      forkApproval: undefined,
    };
    expect(openPoints(blind, OWN).filter(({ what }) => what.endsWith('读不到'))).toHaveLength(5);
  });

  it('ask for two people of the office, and for a unit', () => {
    expect(openPoints(GOOD, { reviewers: ['1'], unitAccounts: [] }).map(({ what }) => what)).toEqual([
      expect.stringContaining('只有一人'),
      expect.stringContaining('一个单位也没有'),
    ]);
  });

  it('name the app of GitHub Actions, so that a job of the same name counts for nothing', () => {
    expect(ACTIONS_APP).toBe(15_368);
  });
});
