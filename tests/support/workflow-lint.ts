// What actionlint does not look for: the ways in which a workflow lets a pull request run or reach more than it
// should. Each check takes one workflow and returns its problems, so that each can be shown a bad one.
import type { Permissions, Step, Workflow } from './workflow.ts';

/** What the rest of the repository says; the checks read no files themselves. */
export interface Facts {
  /** Names of the scripts in package.json. */
  readonly scripts: readonly string[];
  /** The write scopes a job may have, by `file: job`. */
  readonly mayWrite: Readonly<Record<string, readonly string[]>>;
  /** Jobs with rights that have to say how a failed one ended, by `file: job`. */
  readonly mayFollowFailure: readonly string[];
  /** The triggers with rights that a file may have. */
  readonly mayStart: Readonly<Record<string, readonly string[]>>;
}

export type Check = (workflow: Workflow, facts: Facts) => readonly string[];

export const checks = {
  'actions are pinned by SHA, with the version beside it': ({ words }) =>
    words
      .filter(({ key }) => key === 'uses')
      .filter(({ text, comment }) => !PINNED.test(text) || !VERSION.test(comment))
      .map(({ text }) => text),

  'top-level permissions are listed, and none is write': ({ permissions }) => {
    if (permissions === undefined) return ['no permissions at the top'];
    if (typeof permissions === 'string') return [`permissions: ${permissions}`];
    return writeScopes(permissions);
  },

  'a job writes only where the list allows it': ({ name, jobs }, { mayWrite }) =>
    jobs.flatMap(([id, job]) => {
      const allowed = mayWrite[`${name}: ${id}`] ?? [];
      return writeScopes(job.permissions ?? {})
        .filter((scope) => !allowed.includes(scope))
        .map((scope) => `${id}: ${scope}`);
    }),

  'no trigger brings rights into a run that a pull request starts': ({ name, triggers }, { mayStart }) =>
    privilegedTriggers(triggers).filter((trigger) => !mayStart[name]?.includes(trigger)),

  'with rights, nothing of a pull request is checked out or installed': (workflow) => {
    if (privilegedTriggers(workflow.triggers).length === 0) return [];
    return eachStep(workflow, ({ uses, run = '', with: inputs }) => {
      const takesHead =
        /^actions\/checkout@/.test(uses ?? '') && Object.keys(inputs ?? {}).some(isForeignCheckout);
      return [...(takesHead ? [uses ?? ''] : []), ...(BRINGS_HEAD.exec(run) ?? [])];
    });
  },

  'with rights, no package runs a script of its own': (workflow) =>
    eachStep(workflow, ({ run = '' }) =>
      INSTALLS.test(run) && !/--ignore-scripts/.test(run) ? [run.trim()] : [],
    ),

  'nothing comes out of a cache that a stranger could have filled': (workflow) =>
    eachStep(workflow, ({ uses = '', with: inputs }) => {
      if (/(^|\/)cache(\/|@)/.test(uses)) return [uses];
      const keeps = uses.startsWith('actions/setup-node@') && inputs?.['package-manager-cache'] !== false;
      return keeps || inputs?.cache !== undefined ? [uses] : [];
    }),

  'what a stranger wrote stands in a script only between quotes': (workflow) =>
    eachStep(workflow, ({ run = '', env = {} }) =>
      Object.entries(env)
        .filter(([, value]) => typeof value === 'string' && FOREIGN.test(value))
        .filter(([name]) => new RegExp(`\\$\\{?${name}\\b`).test(withoutQuoted(run)))
        .map(([name]) => name),
    ),

  'a checkout leaves no credentials behind': (workflow) =>
    eachStep(workflow, ({ uses, with: inputs }) =>
      uses?.startsWith('actions/checkout@') && inputs?.['persist-credentials'] !== false ? [uses] : [],
    ),

  'no expression stands inside a script: values go through env': (workflow) =>
    eachStep(workflow, ({ run, shell, with: inputs }) => [
      ...[run ?? '', shell ?? '', inputs?.script ?? ''].filter((code) => code.includes('${{')),
      // An action may run whatever it is given: what a stranger wrote is handed to none.
      ...Object.values(inputs ?? {}).filter(
        (value): value is string =>
          typeof value === 'string' && value !== inputs?.script && WRITTEN.test(value),
      ),
    ]),

  'a job is written here, and runs on a machine of GitHub and in no image': ({ jobs }) =>
    jobs.flatMap(([id, job]) => [
      ...(job.uses === undefined ? [] : [`${id}: ${job.uses}`]),
      ...(job.uses === undefined && job['runs-on'] !== RUNNER
        ? [`${id}: ${JSON.stringify(job['runs-on'])}`]
        : []),
      ...['container', 'services'].filter((key) => job[key] !== undefined).map((key) => `${id}: ${key}`),
    ]),

  'with rights, no artefact is unpacked into the working folder': (workflow) =>
    privilegedTriggers(workflow.triggers).length === 0
      ? []
      : eachStep(workflow, ({ uses = '', run = '' }) => [
          ...(/download-artifact/.test(uses) ? [uses] : []),
          ...(UNPACKS.exec(run) ?? []),
        ]),

  'what another run left is taken only from the file and the trigger that are named': ({ triggers, jobs }) =>
    !triggers.includes('workflow_run')
      ? []
      : jobs
          .filter(([, job]) => job.needs === undefined)
          .filter(([, { if: when = '' }]) => !FROM_OURS.every((part) => part.test(when)))
          .map(([id]) => id),

  'a job that writes does not run whatever became of the others': ({ name, jobs }, { mayFollowFailure }) =>
    jobs
      .filter(([, job]) => writeScopes(job.permissions ?? {}).length > 0)
      .filter(([id, job]) => REGARDLESS.test(job.if ?? '') && !mayFollowFailure.includes(`${name}: ${id}`))
      .map(([id]) => id),

  'nothing that fails is passed over': ({ jobs }) =>
    jobs.flatMap(([id, job]) => [
      ...(job['continue-on-error'] === undefined ? [] : [id]),
      ...job.steps
        .filter((step) => step['continue-on-error'] !== undefined)
        .map(({ name: step }) => `${id}: ${step}`),
    ]),

  'every job has a time limit': ({ jobs }) =>
    jobs.filter(([, job]) => job['timeout-minutes'] === undefined).map(([id]) => id),

  'no secret is used': ({ words }) =>
    words.map(({ text }) => text).filter((text) => /\bsecrets\b/i.test(text)),

  'every npm script it calls exists': (workflow, { scripts }) =>
    eachStep(workflow, ({ run }) => npmScripts(run ?? '')).filter((script) => !scripts.includes(script)),
} as const satisfies Record<string, Check>;

export type CheckName = keyof typeof checks;

/** An action of another repository at a commit. A tag can be moved to other code, a commit cannot. */
const PINNED = /^[\w.-]+\/[\w./-]+@[0-9a-f]{40}$/;

/** Dependabot reads the comment to know the version, and moves it with the SHA. */
const VERSION = /^ v\d+\.\d+\.\d+$/;

/** Inputs by which a checkout takes another commit or repository than the run's own; `ref: main` is the run's own. */
const isForeignCheckout = (name: string): boolean => name === 'ref' || name === 'repository';

/** Commands that would lay the files of a pull request into the working folder. */
const BRINGS_HEAD =
  /gh (?:pr checkout|pr diff|repo (?:clone|sync))|git (?:-\S+ +\S+ +)*(?:checkout(?:-index)?|switch|worktree|merge|reset|pull|restore|am|apply|clone|archive|read-tree|cherry-pick|rebase|stash|submodule)\b|(?:curl|wget)[^\n]*\|\s*(?:ba|z)?sh\b/;
const UNPACKS = /gh run download|(?:^|[\s;|&])(?:unzip|tar|bsdtar|7z|jar) /;
const RUNNER = 'ubuntu-24.04';
/** What of an event a stranger wrote in words of his own; numbers, commits and addresses are GitHub's. */
const WRITTEN =
  /\$\{\{[^}]*(?:github\.head_ref|toJSON\(|github\.event\.(?:[\w.]+\.)?(?:title|body|message|ref|label|name|email|head_branch|page_name|description)\b)/;
/** The event and the file of the run that is followed: a name alone anybody can give. */
const FROM_OURS = [/workflow_run\.event == '/, /workflow_run\.path == '\.github\/workflows\//];
const REGARDLESS = /always\(\)|failure\(\)|cancelled\(\)/;
const INSTALLS = /\bnpm (?:install|i|ci|add)\b/;
/** Values that strangers choose freely, or that were made of such. */
const FOREIGN = /github\.(?:event|head_ref|actor)|needs\.\w+\.outputs|steps\.|inputs\./;

/** A script without what stands between double quotes: there a value stays one word. */
function withoutQuoted(script: string): string {
  return script.replace(/"(?:[^"\\]|\\.)*"/g, '""').replace(/\[ "" /g, '');
}

function privilegedTriggers(triggers: readonly string[]): readonly string[] {
  return triggers.filter((trigger) => PRIVILEGED_TRIGGERS.has(trigger));
}

/** They run with the base repository's token although a stranger starts them: by a pull request, an issue or a comment. */
const PRIVILEGED_TRIGGERS: ReadonlySet<string> = new Set([
  'pull_request_target',
  'workflow_run',
  'issues',
  'issue_comment',
  'discussion',
  'discussion_comment',
]);

const NPM_RUN = /\bnpm (?:run|run-script) +(?:-\S+ +)*([\w:.-]+)|\bnpm (test|start)\b/g;

function npmScripts(code: string): readonly string[] {
  return [...code.matchAll(NPM_RUN)].map(([, named, short]) => named ?? short ?? '');
}

function writeScopes(permissions: Permissions): readonly string[] {
  if (permissions === 'write-all') return [permissions];
  return Object.entries(permissions)
    .filter(([, access]) => access === 'write')
    .map(([scope]) => scope);
}

function eachStep(workflow: Workflow, find: (step: Step) => readonly string[]): readonly string[] {
  return workflow.jobs.flatMap(([, job]) => job.steps.flatMap((step) => find(step)));
}
