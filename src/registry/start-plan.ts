import type { Entry } from '../form/entry.ts';
import { DEMO_RECIPIENT } from '../sealing/recipient.ts';
import type { ReadRegistry } from './facts.ts';
import { recordsFile, sealedFolder } from './paths.ts';
import type { ReadEntry } from './read-entry.ts';

/** What has to go before an office can start for real. All paths lie below the registry folder. */
export interface StartPlan {
  /** Project, reference and record files. */
  readonly files: readonly string[];
  /** Folders of sealed attachments that belong to removed projects. */
  readonly folders: readonly string[];
  /** Codes of demonstration units. */
  readonly units: readonly string[];
  /** Why it cannot be done yet: real filings that lean on demonstration ones. */
  readonly obstacles: readonly Obstacle[];
}

export interface Obstacle {
  readonly file: string;
  readonly message: string;
}

/** Everything of a registry that is marked 演示: true, and the real filings that refer to it. */
export function planStart({
  projects,
  references,
  units,
  records,
}: Pick<ReadRegistry, 'projects' | 'references' | 'units' | 'records'>): StartPlan {
  const marked = projects.filter(({ entry }) => entry.filing.demo === true).map(({ entry }) => entry);
  // The mark alone does not make a filing a demonstration: on a real unit's it is a slip, or somebody's trick.
  const isReal = ({ unit }: Entry): boolean => units.get(unit)?.demo === false;
  const demo = marked.filter((entry) => !isReal(entry));
  const demoReferences = references.filter(({ record }) => record.demo === true);
  const demoUnits = [...units.values()].filter((unit) => unit.demo).map(({ code }) => code);
  const gone = new Map([
    ...demo.map((entry) => [entry.id, entry.filing.name ?? entry.id] as const),
    ...demoReferences.map(({ id, record }) => [id, record.name ?? id] as const),
  ]);
  const real = projects.filter(({ entry }) => entry.filing.demo !== true);
  const folders = demo.map(({ id }) => sealedFolder(id));
  return {
    files: [
      ...new Set([
        ...demo.flatMap(filesOf),
        ...demoReferences.map(({ file }) => file),
        // Left behind when an earlier start was broken off, or a demonstration was taken away by hand.
        ...[...records.keys()].filter((id) => demoUnits.includes(unitOf(id))).map(recordsFile),
      ]),
    ].sort(),
    folders,
    units: demoUnits,
    obstacles: [
      ...marked.filter(isReal).map(markedReal),
      ...real.flatMap((project) => obstaclesOf(project, gone, demoUnits)),
    ],
  };
}

const unitOf = (id: string): string => id.split('/')[0] ?? '';

function markedReal({ file, unit }: Entry): Obstacle {
  const message = `演示：放在真实单位「${unit}」名下，却写着「演示: true」，清除时不删；是真实项目的删去这一行，是演示的先删去这份文件。`;
  return { file, message };
}

function filesOf({ file, id }: Entry): readonly string[] {
  return [file, recordsFile(id)];
}

function obstaclesOf(
  { entry, parsed }: ReadEntry,
  gone: ReadonlyMap<string, string>,
  units: readonly string[],
): Obstacle[] {
  const { file, filing, unit } = entry;
  const links = [
    ['前期项目', filing.predecessor] as const,
    ...(filing.answers ?? []).map(({ target }) => ['查重说明', target] as const),
  ];
  const named = links.flatMap(([label, id]) => {
    const name = id === undefined ? undefined : gone.get(id);
    return name === undefined
      ? []
      : [{ file, message: `${label}：指着演示项目「${name}」（${id}），先改掉这一处。` }];
  });
  const unread = parsed.problems.some(({ severity }) => severity === 'error');
  const hidden = unread
    ? [...gone.keys()].filter(
        (id) => parsed.text.includes(id) && !named.some(({ message }) => message.includes(id)),
      )
    : [];
  return [
    ...(units.includes(unit)
      ? [
          {
            file,
            message: `文件夹：放在演示单位「${unit}」名下，却没有写「演示: true」；移到真实单位名下，或写明是演示。`,
          },
        ]
      : []),
    ...named,
    ...hidden.map((id) => ({
      file,
      message: `文件里提到演示项目 ${id}，又有读不出来的地方；先改好这份文件。`,
    })),
  ];
}

/** units.yaml without these units; comments stay, save a heading over units that are all gone. */
export function withoutUnits(text: string, codes: readonly string[]): string {
  const blocks = text.split(/^(?=# ----)/m);
  return blocks
    .flatMap((block) => withoutUnitsInBlock(block, new Set(codes)))
    .join('')
    .replace(/\n{2,}$/, '\n');
}

function withoutUnitsInBlock(block: string, codes: ReadonlySet<string>): string[] {
  const entries = block.split(/^(?=[^\s#])/m);
  const kept = entries.filter((entry) => !codes.has(codeOf(entry) ?? ''));
  const emptied = kept.length < entries.length && kept.every((entry) => codeOf(entry) === undefined);
  return emptied && block.startsWith('# ----') ? [] : kept;
}

function codeOf(entry: string): string | undefined {
  return /^(['"]?)([a-z0-9-]+)\1\s*:/.exec(entry)?.[2];
}

/** office.yaml with 演示数据 set to false and the demonstration key taken out; everything else stays letter by letter. */
export function withoutDemoSettings(text: string): string {
  return text
    .replace(/^(演示数据\s*:\s*)(['"]?)(?:true|是)\2/m, '$1false')
    .replace(new RegExp(`^(封存公钥\\s*:\\s*)(['"]?)${DEMO_RECIPIENT}\\2`, 'm'), "$1''")
    .replace(new RegExp(`^\\s*-\\s+(['"]?)${DEMO_RECIPIENT}\\1\\s*\\n`, 'm'), '');
}
