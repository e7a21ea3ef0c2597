import type { ClauseId } from '../../regulation/index.ts';
import type { Severity } from '../../text/finding.ts';

/** What may be wrong with a change as a change, apart from what the files say. */
export interface ChangeDoc {
  readonly severity: Severity;
  readonly clauses: readonly ClauseId[];
  readonly title: string;
  readonly why: string;
  readonly fix: string;
}

/** What is cited where no clause asks for it, and the registry does. */
export const CHANGE_ARTICLE = '登记库的权限';

export const CHANGE_RULES = {
  'change-foreign-unit': {
    severity: 'error',
    clauses: [],
    title: '只改本单位的项目文件',
    why: '每个文件夹由一个单位负责；谁能改，看原来的单位名录，不看这次提交里怎么写。',
    fix: '撤回对别的单位文件的改动；账号还没有登记在本单位名下的，由办公室先在单位名录里登记。',
  },
  'change-office-only': {
    severity: 'error',
    clauses: [],
    title: '办公室的文件由办公室改',
    why: '单位名录、办公室设置、办理记录和参考项目由办公室维护，别人改了就能给自己授权。',
    fix: '撤回对这个文件的改动；内容需要更正的，向办公室提出。',
  },
  'change-outside-registry': {
    severity: 'error',
    clauses: [],
    title: '填报只改登记库里的文件',
    why: '程序和自动流程的改动要另外送审，不与填报放在一起。',
    fix: '撤回对登记库以外文件的改动，另外提交。',
  },
  'change-entry-removed': {
    severity: 'error',
    clauses: ['art6'],
    title: '登记过的项目不删除、不改名',
    why: '删除或改名以后，办理记录和别的项目的引用就断了；停用、并入由办公室记录。',
    fix: '恢复原来的文件；项目不再使用的，由办公室记「停用」或「并入」。',
  },
  'change-records-appended': {
    severity: 'error',
    clauses: ['art8'],
    title: '办理记录只增不改',
    why: '办理记录是日后核对的依据，写过的事项不能改、不能删、不能调换次序。',
    fix: '恢复原有的事项，把更正写成新的一件，放在最后。',
  },
  'change-progress-appended': {
    severity: 'error',
    clauses: ['art8-5'],
    title: '建设进展只增不改',
    why: '进展用来对照计划和资金，改了前面的，就看不出实际经过。',
    fix: '恢复原有的各条，把新的进展写在最后；前面写错的，在新的一条里说明更正。',
  },
  'change-needs-reason': {
    severity: 'error',
    clauses: ['art8-1'],
    title: '审核论证通过以后改重要内容，写明理由',
    why: '专家论证的是当时的投资、内容和期限；改了而不说明，论证就落空了。',
    fix: '在变更说明里追加一条：日期、改了什么、为什么改。',
  },
  'change-reopens-review': {
    severity: 'judgement',
    clauses: ['art6-2', 'art6-4'],
    title: '变更较大的，由办公室决定要不要重新论证',
    why: '管理办法没有写变更多少要重新论证，由办公室约定；没有约定的，逐件判断。',
    fix: '等办公室答复；要重新论证的，办公室会记一件「变更」。',
  },
} as const satisfies Readonly<Record<string, ChangeDoc>>;

export type ChangeRule = keyof typeof CHANGE_RULES;
