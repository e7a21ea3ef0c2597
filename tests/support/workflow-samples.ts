import type { CheckName } from './workflow-lint.ts';

/** A GitHub Actions expression; written out, its braces look like a template string gone wrong. */
export function expression(code: string): string {
  return `\${{ ${code} }}`;
}

const SHA = '3d3c42e5aac5ba805825da76410c181273ba90b1';
const USES = `uses: actions/checkout@${SHA} # v7.0.1`;

const ON = 'on:\n  workflow_run: { workflows: [other], types: [completed] }\n  pull_request:';

/** Keeps every rule; each bad sample is this with one edit. Its name is in the list of those with rights. */
export const GOOD = `name: sample
on:
  workflow_run: { workflows: [other], types: [completed] }
  pull_request:
permissions:
  contents: read
jobs:
  test:
    if: ${expression("github.event.workflow_run.event == 'push' && github.event.workflow_run.path == '.github/workflows/other.yml'")}
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    permissions: {}
    steps:
      - ${USES}
        with:
          persist-credentials: false
      - env:
          TITLE: ${expression('github.event.pull_request.title')}
        run: npm run -s check -- "$TITLE" && npm test
`;

/** One edit of the good sample: why it is bad, the text, what stands in its place. */
export type Edit = readonly [reason: string, from: string, to: string];

/** For every check, what it must find. */
export const BAD = {
  'actions are pinned by SHA, with the version beside it': [
    ['a tag', `@${SHA} #`, '@v7 #'],
    ['a short SHA', SHA, SHA.slice(0, 12)],
    ['no version', ' # v7.0.1', ''],
    ['a comment that is no version', '# v7.0.1', '# newest'],
    ['an action of the pull request itself', `actions/checkout@${SHA}`, './.github/actions/own'],
    ['a tag in flow style', `- ${USES}`, `- { uses: actions/labeler@v5 }\n      - ${USES}`],
    ['an image', `actions/checkout@${SHA}`, 'docker://alpine:3'],
  ],
  'top-level permissions are listed, and none is write': [
    ['left out', 'permissions:\n  contents: read\n', ''],
    ['one is write', 'contents: read', 'contents: write'],
    ['all are read', 'permissions:\n  contents: read', 'permissions: read-all'],
  ],
  'a job writes only where the list allows it': [
    ['one is write', 'permissions: {}', 'permissions: { pages: write }'],
    ['all are write', 'permissions: {}', 'permissions: write-all'],
  ],
  'no trigger brings rights into a run that a pull request starts': [
    ['pull_request_target', '  pull_request:', '  pull_request_target:'],
    ['pull_request_target as one word', ON, 'on: pull_request_target'],
    ['pull_request_target in a list', ON, 'on: [push, pull_request_target]'],
    ['an issue', '  pull_request:', '  issues: { types: [opened] }'],
  ],
  'with rights, nothing of a pull request is checked out or installed': [
    [
      'its head by number of commit',
      'persist-credentials: false',
      `persist-credentials: false\n          ref: ${expression('github.event.pull_request.head.sha')}`,
    ],
    [
      'its repository',
      'persist-credentials: false',
      `persist-credentials: false\n          repository: ${expression('github.event.pull_request.head.repo.full_name')}`,
    ],
    ['by the command line', 'npm run -s check', 'gh pr checkout 1 && npm run -s check'],
    ['by git', 'npm run -s check', 'git checkout FETCH_HEAD && npm run -s check'],
    ['by a merge', 'npm run -s check', 'git merge FETCH_HEAD && npm run -s check'],
    [
      'by a commit that stands in env',
      'persist-credentials: false',
      `persist-credentials: false\n          ref: ${expression('env.HEAD')}`,
    ],
    ['by a copy of it', 'npm run -s check', 'git clone "$TITLE" && npm run -s check'],
    ['by unpacking it', 'npm run -s check', 'git -C x archive FETCH_HEAD && npm run -s check'],
    ['by its tree', 'npm run -s check', 'git read-tree -u FETCH_HEAD && npm run -s check'],
    ['by what an address answers', 'npm run -s check', 'curl -s "$TITLE" | sh && npm run -s check'],
  ],
  'with rights, no package runs a script of its own': [
    ['install', 'npm run -s check', 'npm install && npm run -s check'],
    ['ci', 'npm run -s check', 'npm ci && npm run -s check'],
  ],
  'nothing comes out of a cache that a stranger could have filled': [
    ['the cache action', `- ${USES}`, `- uses: actions/cache@${SHA} # v5.0.0\n      - ${USES}`],
    ['restored only', `- ${USES}`, `- uses: actions/cache/restore@${SHA} # v5.0.0\n      - ${USES}`],
    ['the cache of setup-node', `- ${USES}`, `- uses: actions/setup-node@${SHA} # v7.0.0\n      - ${USES}`],
    [
      'the named cache of setup-node',
      `- ${USES}`,
      `- uses: actions/setup-node@${SHA} # v7.0.0\n        with: { cache: npm, package-manager-cache: false }\n      - ${USES}`,
    ],
  ],
  'what a stranger wrote stands in a script only between quotes': [
    ['bare', '"$TITLE"', '$TITLE'],
    ['in braces', '"$TITLE"', ['$', '{TITLE}'].join('')],
    ['behind what is quoted', '"$TITLE"', '"a"$TITLE'],
  ],
  'a checkout leaves no credentials behind': [
    ['kept', 'persist-credentials: false', 'persist-credentials: true'],
    ['kept by default', 'persist-credentials: false', 'fetch-depth: 0'],
  ],
  'no expression stands inside a script: values go through env': [
    ['the title of a pull request', '"$TITLE"', expression('github.event.pull_request.title')],
    ['the name of a branch', '"$TITLE"', expression('github.head_ref')],
    ['an input', '"$TITLE"', expression('inputs.name')],
    [
      'in a script given to an action',
      'persist-credentials: false',
      `persist-credentials: false\n          script: ${expression('inputs.a')}`,
    ],
    [
      'a title in a script given to an action',
      'persist-credentials: false',
      `persist-credentials: false\n          script: return ${expression('github.event.issue.title')}`,
    ],
    [
      'a title in another input',
      'persist-credentials: false',
      `persist-credentials: false\n          arguments: --name ${expression('github.event.pull_request.title')}`,
    ],
    [
      'a whole event',
      'persist-credentials: false',
      `persist-credentials: false\n          arguments: ${expression('toJSON(github.event)')}`,
    ],
    ['the shell itself', 'run: npm', `shell: ${expression('github.head_ref')}\n        run: npm`],
  ],
  'a job is written here, and runs on a machine of GitHub and in no image': [
    ['a machine of ones own', 'runs-on: ubuntu-24.04', 'runs-on: self-hosted'],
    ['a label of ones own in a list', 'runs-on: ubuntu-24.04', 'runs-on: [self-hosted, linux]'],
    ['the newest of them', 'runs-on: ubuntu-24.04', 'runs-on: ubuntu-latest'],
    [
      'a machine that a stranger names',
      'runs-on: ubuntu-24.04',
      `runs-on: ${expression('github.event.inputs.on')}`,
    ],
    ['an image by its tag', '    permissions: {}', '    permissions: {}\n    container: node:24'],
    [
      'an image beside it',
      '    permissions: {}',
      '    permissions: {}\n    services: { db: { image: redis } }',
    ],
    [
      'a job written elsewhere',
      '    runs-on: ubuntu-24.04',
      `    uses: a/b/.github/workflows/c.yml@${SHA} # v1.0.0`,
    ],
  ],
  'with rights, no artefact is unpacked into the working folder': [
    ['by the action', `- ${USES}`, `- uses: actions/download-artifact@${SHA} # v5.0.0\n      - ${USES}`],
    ['by the command line', 'npm run -s check', 'gh run download 1 && npm run -s check'],
    ['by unzip', 'npm run -s check', 'unzip a.zip && npm run -s check'],
    ['by tar', 'npm run -s check', 'tar -xf a.tar && npm run -s check'],
  ],
  'what another run left is taken only from the file and the trigger that are named': [
    ['whatever it was', / {4}if: .*\n/.exec(GOOD)?.[0] ?? '', ''],
    [
      'that it went well',
      / {4}if: .*\n/.exec(GOOD)?.[0] ?? '',
      `    if: ${expression("github.event.workflow_run.conclusion == 'success'")}\n`,
    ],
    ['its event alone', " && github.event.workflow_run.path == '.github/workflows/other.yml'", ''],
    ['its file alone', "github.event.workflow_run.event == 'push' && ", ''],
  ],
  'a job that writes does not run whatever became of the others': [],
  'nothing that fails is passed over': [
    ['a job', '    timeout-minutes: 5', '    timeout-minutes: 5\n    continue-on-error: true'],
    ['a step', 'run: npm', 'continue-on-error: true\n        run: npm'],
  ],
  'every job has a time limit': [['none', '    timeout-minutes: 5\n', '']],
  'no secret is used': [
    ['by name', 'github.event.pull_request.title', 'secrets.TOKEN'],
    ['all at once', 'github.event.pull_request.title', 'toJSON(secrets)'],
    ['inherited', '    permissions: {}', '    permissions: {}\n    secrets: inherit'],
  ],
  'every npm script it calls exists': [
    ['run', 'npm run -s check', 'npm run -s chek'],
    ['run without an option', 'npm run -s check', 'npm run chek'],
    ['on the second line', 'run: npm run', 'run: |\n          npm run chek\n          npm run'],
  ],
} as const satisfies Record<CheckName, readonly Edit[]>;
