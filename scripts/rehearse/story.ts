import { check } from '../../src/check.ts';
import { planEvent } from '../../src/filing/record-event.ts';
import type { Forge, Merged, Opened } from '../../src/forge/forge.ts';
import { handIn, ownFiles } from '../../src/forge/hand-in.ts';
import { type Received, receiveMerged } from '../../src/forge/receive-merged.ts';
import { readRevision } from '../../src/io/git.ts';
import { standingOf } from '../../src/registry/standing.ts';
import { DISPATCH, DISPATCH_ANSWER } from '../../src/rules/examples/duplicate-examples.ts';
import { exampleFile } from '../../src/rules/examples/examples.ts';
import type { ExampleValue } from '../../src/rules/support/define-rule.ts';
import type { RawMap } from '../../src/text/raw.ts';
import { git, PLAYED_ON } from './bare-git.ts';
import { TODAY } from './world.ts';

/** The project that the story is about, in whichever of its states. */
export const ID = 'shili/ying-ji-zhi-hui-q7w3';
export const FILE = `registry/projects/${ID}.md`;

/** The application as the clerk has it by and by. */
export function application(edit: Readonly<Record<string, ExampleValue | null>> = {}): string {
  return exampleFile({ base: '6.2财政', edit: { ...DISPATCH, ...edit } }).text;
}

export const DRAFTS = {
  /** With a mobile number in it: it must not leave the machine. */
  personal: application({ 建设规模: '覆盖 12 个社区，联系人手机 13812345678。' }),
  /** No plan, and a budget that its sources do not make up. */
  faulty: application({ 附件: null, 资金预算: '350' }),
  /** Sound, but silent on the project that does the same already. */
  silent: application(),
  /** With the answer. */
  sound: application({ 查重说明: [DISPATCH_ANSWER] }),
} as const;

/** Hands one state of the application in as `submit` does. */
export async function submit(
  forge: Forge,
  remote: { readonly url: string; readonly token?: string },
  text: string,
): ReturnType<typeof handIn> {
  const source = { file: `projects/${ID}.md`, bytes: new TextEncoder().encode(text) };
  const one = {
    id: ID,
    name: DISPATCH.项目名称,
    form: '申请表',
    unit: '示例街道办事处',
    files: ownFiles([source], ID),
  };
  return handIn(one, { forge, remote, branch: 'main', folder: 'registry', today: TODAY });
}

export type { Merged, Opened };

/** An event that the office appends to the records, on main of a folder of its own; gives the file as it is then. */
export async function recordedFile(
  repository: string,
  event: RawMap,
  revision = 'main',
): Promise<Readonly<Record<string, string>>> {
  const files = await readRevision({ repository, folder: 'registry' }, revision);
  const { source, findings } = planEvent(files, ID, event, TODAY);
  const faults = findings.filter(({ severity }) => severity === 'error');
  if (faults.length > 0) throw new Error(faults.map(({ message }) => message).join('\n'));
  return { [`registry/${source.file}`]: Buffer.from(source.bytes).toString('utf8') };
}

/** What the job does on the day of the merge: the number, and 受理 in the records, pushed to main. */
export function receive(remote: { readonly url: string; readonly token: string }): Promise<Received> {
  return receiveMerged({ remote, branch: 'main', folder: 'registry', today: PLAYED_ON, publishes: true });
}

/** The number that it gives to the story's project, the first application of the year. */
export const NUMBER = '示数申〔2026〕1号';

/** What the office records after 受理, in order. */
export const EVENTS: readonly RawMap[] = [
  { 日期: '2026-11-20', 事项: '审核', 结论: '通过', 经办: '办公室' },
  {
    日期: '2026-11-23',
    事项: '专家论证',
    结论: '通过',
    专家人数: '5',
    同意人数: '5',
    意见书编号: '示论〔2026〕1号',
    经办: '办公室',
  },
];

/** What people are shown of the project, from the data on main. */
export async function standingNow(
  repository: string,
): Promise<{ readonly label: string; readonly number: string | undefined }> {
  const files = await readRevision({ repository, folder: 'registry' }, 'main');
  const result = check(files, { today: TODAY, similarity: { compare: '不查' } });
  const project = result.projects.find(({ entry }) => entry.id === ID);
  if (!project) throw new Error(`${ID} is not on main`);
  const events = result.records.get(ID)?.events ?? [];
  return {
    label: standingOf(project.entry, result).label,
    number: events.find(({ number }) => number !== undefined)?.number,
  };
}

/** How many commits main has. */
export const length = (bare: string): number => Number(git(bare, 'rev-list', '--count', 'main'));
