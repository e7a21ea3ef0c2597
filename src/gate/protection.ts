import { STATUS_CONTEXT } from './decision.ts';

/** The number of the GitHub Actions app: statuses and pushes of workflows are its. */
export const ACTIONS_APP = 15_368;

/**
 * What holds on the main branch, in GitHub's own notation (rulesets). Without it every check here is advice.
 * https://docs.github.com/en/rest/repos/rules
 */
export const MAIN_RULES = {
  name: 'registry-main',
  target: 'branch',
  enforcement: 'active',
  conditions: { ref_name: { include: ['~DEFAULT_BRANCH'], exclude: [] } },
  // The job after a merge pushes the numbers. Nobody else goes round the rules, no administrator either.
  bypass_actors: [{ actor_id: ACTIONS_APP, actor_type: 'Integration', bypass_mode: 'always' }],
  rules: [
    { type: 'deletion' },
    { type: 'non_fast_forward' },
    {
      type: 'pull_request',
      parameters: {
        required_approving_review_count: 1,
        // What was approved is what is merged.
        dismiss_stale_reviews_on_push: true,
        require_code_owner_review: true,
        require_last_push_approval: true,
        required_review_thread_resolution: false,
        // A merge commit tells when a filing came in.
        allowed_merge_methods: ['merge'],
      },
    },
    {
      type: 'required_status_checks',
      parameters: {
        // Judged on the newest main: of two likenesses the second one is judged with the first in place.
        strict_required_status_checks_policy: true,
        do_not_enforce_on_create: false,
        required_status_checks: [{ context: STATUS_CONTEXT, integration_id: ACTIONS_APP }],
      },
    },
  ],
} as const;

/** A tag of the branch's name would be taken for it. */
export const TAG_RULES = {
  name: 'registry-tags',
  target: 'tag',
  enforcement: 'active',
  conditions: { ref_name: { include: ['refs/tags/main'], exclude: [] } },
  bypass_actors: [],
  rules: [{ type: 'creation' }, { type: 'update' }],
} as const;

export const RULESETS = [MAIN_RULES, TAG_RULES] as const;

/** A ruleset as it is read back. */
export interface Ruleset {
  readonly name: string;
  readonly target?: string | undefined;
  readonly enforcement: string;
  readonly conditions?: unknown;
  readonly bypass_actors?:
    | readonly {
        readonly actor_id?: number | null | undefined;
        readonly actor_type?: string | undefined;
      }[]
    | undefined;
  readonly rules?: readonly { readonly type: string; readonly parameters?: unknown }[] | undefined;
}

/** What a repository says of itself; undefined where the account may not read it. */
export interface RepositorySettings {
  readonly rulesets: readonly Ruleset[] | undefined;
  /** What a workflow may do that says nothing of its own. */
  readonly workflowDefault: string | undefined;
  readonly workflowsApprove: boolean | undefined;
  /** Whose runs wait for a click of the office. */
  readonly forkApproval: string | undefined;
  /** Numeric ids of the accounts that may write. */
  readonly writers: readonly string[] | undefined;
  readonly ownersErrors: readonly string[] | undefined;
  readonly pages: string | undefined;
}

/** What the registry's own settings say. */
export interface OwnSettings {
  readonly reviewers: readonly string[];
  readonly unitAccounts: readonly string[];
}

/** A point that is still open: what, and where it is closed. */
export interface OpenPoint {
  readonly what: string;
  readonly how: string;
}

/** Everything that is still open about authority. What could not be read is open, too: not looked at is not in order. */
export function openPoints(settings: RepositorySettings, own: OwnSettings): readonly OpenPoint[] {
  return [...rulePoints(settings), ...accountPoints(settings, own), ...workflowPoints(settings)];
}

const APPLY = '执行 npm run -s registry -- protect';
const unread = (what: string): OpenPoint => ({
  what: `${what}：读不到`,
  how: '换一个有管理权限的令牌再核对一次；没有看过的不能当作办好了。',
});

function rulePoints({ rulesets }: RepositorySettings): readonly OpenPoint[] {
  if (!rulesets) return [unread('分支保护')];
  return RULESETS.flatMap((wanted): OpenPoint[] => {
    const what = wanted.target === 'tag' ? '与主分支同名的标签' : '主分支保护';
    const found = rulesets.find(({ name }) => name === wanted.name);
    if (!found) return [{ what: `${what}：还没有设`, how: `${APPLY}。` }];
    return differences(found, wanted).map((said) => ({
      what: `${what}：${said}`,
      how: said === NO_NUMBERS ? IN_AN_ORGANISATION : `${APPLY}，改回约定的样子。`,
    }));
  });
}

const NO_NUMBERS = '自动受理写不进主分支';
/** GitHub takes its own Actions as one who may go round the rules in repositories of organisations only. */
const IN_AN_ORGANISATION = `把版本库转到组织名下，再${APPLY}；归个人账号的版本库，GitHub 不让自动流程写主分支。`;

const RULE_WORDS: Readonly<Record<string, string>> = {
  deletion: '可以删除分支',
  non_fast_forward: '可以强推，改写历史',
  pull_request: '不经审阅也能并入，或者审阅的要求放松了',
  required_status_checks: `没有把「${STATUS_CONTEXT}」设为必须通过，或者不要求先更新到最新`,
  creation: '可以新建',
  update: '可以移动',
};

function differences(found: Ruleset, wanted: (typeof RULESETS)[number]): readonly string[] {
  const rules = wanted.rules.filter((rule) => !found.rules?.some((one) => holds(one, rule)));
  const extra = (found.bypass_actors ?? []).filter(
    ({ actor_id, actor_type }) =>
      !wanted.bypass_actors.some((one) => one.actor_id === actor_id && one.actor_type === actor_type),
  );
  return [
    ...(found.enforcement === 'active' ? [] : ['没有启用']),
    ...(holds(found.conditions, wanted.conditions) ? [] : ['管的不是这个分支']),
    ...rules.map(({ type }) => RULE_WORDS[type] ?? type),
    ...(extra.length === 0 ? [] : [`有 ${extra.length} 个账号或团队可以绕过`]),
    ...(wanted.bypass_actors.length > 0 && (found.bypass_actors ?? []).length === 0 ? [NO_NUMBERS] : []),
  ];
}

/** Whether everything that is wanted stands in what was found; what is there besides does not matter. */
function holds(found: unknown, wanted: unknown): boolean {
  if (Array.isArray(wanted)) {
    return Array.isArray(found) && wanted.every((one) => found.some((other) => holds(other, one)));
  }
  if (typeof wanted !== 'object' || wanted === null) return found === wanted;
  if (typeof found !== 'object' || found === null) return false;
  return Object.entries(wanted).every(([key, one]) => holds((found as Record<string, unknown>)[key], one));
}

function accountPoints(
  { writers, ownersErrors }: RepositorySettings,
  own: OwnSettings,
): readonly OpenPoint[] {
  const units = new Set(own.unitAccounts);
  const strong = (writers ?? []).filter((id) => units.has(id) && !own.reviewers.includes(id));
  return [
    ...(own.reviewers.length > 0
      ? []
      : [
          {
            what: '审核账号：还没有写',
            how: '在 office.yaml 的「审核账号」写办公室人员账号的数字编号，至少两人。',
          },
        ]),
    ...(own.reviewers.length === 1
      ? [
          {
            what: '审核账号：只有一人，办公室自己的改动没有别人看',
            how: '在 office.yaml 的「审核账号」再写一人。',
          },
        ]
      : []),
    ...(own.unitAccounts.length > 0
      ? []
      : [
          {
            what: '单位账号：一个单位也没有开通',
            how: '在 units.yaml 各单位的「账号」写数字编号；没有账号的由办公室代收。',
          },
        ]),
    ...(writers ? [] : [unread('谁有写权限')]),
    ...(strong.length === 0
      ? []
      : [
          {
            what: `写权限：单位的账号 ${strong.join('、')} 可以直接写版本库，能自己改结果`,
            how: '在 Settings → Collaborators 收回写权限；单位从自己的副本提交，不用写权限。',
          },
        ]),
    ...(ownersErrors ? [] : [unread('审阅人名单')]),
    ...(ownersErrors ?? []).map((said) => ({
      what: `审阅人名单：${said}`,
      how: '在 office.yaml 的「审阅团队」写有写权限的团队，执行 npm run generate，提交 .github/CODEOWNERS。',
    })),
  ];
}

function workflowPoints(settings: RepositorySettings): readonly OpenPoint[] {
  const { workflowDefault, workflowsApprove, forkApproval, pages } = settings;
  const where = '在 Settings → Actions → General 改。';
  return [
    ...(workflowDefault === undefined ? [unread('自动流程的默认权限')] : []),
    ...(workflowDefault === 'write'
      ? [{ what: '自动流程：默认可以写版本库', how: `改成只读；${where}` }]
      : []),
    // GitHub has one switch for both. An approval of a workflow lets nothing in: the rules above ask for an owner's.
    ...(workflowsApprove === false
      ? [
          {
            what: '网上申报单：自动流程不能开送件单',
            how: `勾选「Allow GitHub Actions to create and approve pull requests」；${where}`,
          },
        ]
      : []),
    ...(forkApproval === undefined ? [unread('外来提交的运行要不要点同意')] : []),
    ...(forkApproval !== undefined && forkApproval === 'first_time_contributors_new_to_github'
      ? [{ what: '外来提交：只有新注册的账号才要点同意', how: `至少选「首次提交的账号」；${where}` }]
      : []),
    ...(pages === 'workflow'
      ? []
      : [
          { what: '网站：还没有设成由自动流程发布', how: '在 Settings → Pages → Source 选 GitHub Actions。' },
        ]),
  ];
}
