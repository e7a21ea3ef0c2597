import { referenceName } from '../filing/reference-name.ts';
import type { Day } from '../form/dates.ts';
import { isEntryId } from '../form/entry-id.ts';
import { wanPlain } from '../form/money.ts';
import { REFERENCE_FIELDS, type ReferenceRecord } from '../form/reference-fields.ts';
import { REFERENCES } from '../registry/paths.ts';
import { type ReadReference, readReference } from '../registry/read-reference.ts';
import type { ReferenceLevel } from '../regulation/vocabulary.ts';
import { refuseFiles } from '../text/hostile/refuse.ts';
import type { Raw, RawMap } from '../text/raw.ts';
import { writeFile } from '../text/write.ts';
import type { ForeignCatalogue, ForeignProject } from './read-catalogue.ts';

/** From where a catalogue was taken. */
export interface HarvestSource {
  /** What the registry is called here. */
  readonly name: string;
  /** Its site's address with a slash at its end; undefined for a folder whose data names none. */
  readonly address: string | undefined;
  /** 层级 of projects that are new here. */
  readonly level: ReferenceLevel;
}

/** A project that was not taken in, and why. */
export interface LeftProject {
  readonly name: string;
  readonly why: string;
}

/** What a harvest comes to: files to write, and what was left. */
export interface HarvestPlan {
  readonly writes: readonly { readonly file: string; readonly bytes: Uint8Array }[];
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  /** Taken in earlier, and listed there no more: they stay, and say so. */
  readonly gone: number;
  readonly left: readonly LeftProject[];
}

/** What the harvest of one registry came to. */
export interface HarvestReport extends Omit<HarvestPlan, 'writes'> {
  readonly name: string;
  readonly address: string;
  /** Why nothing was taken; what was taken earlier stays. */
  readonly failed?: string;
}

/** More than a province has; beyond it something is wrong. */
export const MOST_PROJECTS = 20_000;
const UTF8 = new TextEncoder();
/** A name of this program for an entry of a site whose address nobody had set. */
const OWN_NAME = /^urn:shuzhi-registry:/;

/**
 * What to write so that a registry holds the projects of another as references. Their text is a stranger's: an entry
 * goes in only when the reader of references, the scan for personal data and the guard of bytes find nothing wrong
 * with the file that it would become. What the office decided of an entry earlier (层级, 核实日期) stays.
 */
export function planHarvest(
  catalogue: ForeignCatalogue,
  source: HarvestSource,
  references: readonly ReadReference[],
  today: Day,
): HarvestPlan {
  const own = references.filter(({ record }) => record.harvested?.registry === source.name);
  const byId = new Map(own.map((reference) => [reference.record.harvested?.id ?? '', reference]));
  const taken = new Set(references.map(({ file }) => file));
  const left: LeftProject[] = [];
  const writes: { file: string; bytes: Uint8Array }[] = [];
  const counts = { added: 0, updated: 0, unchanged: 0, gone: 0 };
  const seen = new Set<string>();
  const write = (file: string, text: string, before: ReadReference | undefined): void => {
    if (before?.parsed.text === text) counts.unchanged += 1;
    else {
      counts[before ? 'updated' : 'added'] += 1;
      writes.push({ file, bytes: UTF8.encode(text) });
    }
  };
  for (const project of catalogue.projects.slice(0, MOST_PROJECTS)) {
    if (seen.has(project.id)) {
      left.push({ name: project.name, why: `编号「${project.id}」出现了两次，后一次没有收录` });
      continue;
    }
    seen.add(project.id);
    const before = byId.get(project.id);
    const head = headOf(project, catalogue, source, before?.record);
    const file = before?.file ?? freeFile(head, taken);
    const text = textOf(head, project);
    const why = faultOf(file, text);
    if (why !== undefined) left.push({ name: project.name, why });
    else {
      taken.add(file);
      write(file, text, before);
    }
  }
  const tooMany = catalogue.projects.length - MOST_PROJECTS;
  if (tooMany > 0) left.push({ name: `其余 ${tooMany} 个`, why: `一个登记库最多收录 ${MOST_PROJECTS} 个` });
  // An empty catalogue is a fault over there sooner than the end of everything.
  if (seen.size > 0)
    for (const reference of own) {
      const { harvested } = reference.record;
      if (!harvested || harvested.goneOn !== undefined || seen.has(harvested.id)) continue;
      counts.gone += 1;
      writes.push({ file: reference.file, bytes: UTF8.encode(markedGone(reference, today)) });
    }
  return { writes, left, ...counts };
}

type Head = Readonly<Record<string, Raw>>;

/** The labels of the dictionary, so that no label is spelled here. */
const LABEL = Object.fromEntries(REFERENCE_FIELDS.map(({ key, label }) => [key, label])) as Readonly<
  Record<keyof ReferenceRecord, string>
>;

function headOf(
  project: ForeignProject,
  { area }: ForeignCatalogue,
  { name, address, level }: HarvestSource,
  before: ReferenceRecord | undefined,
): Head {
  const functions = project.functions.map((one): RawMap => ({ 名称: one.slice(0, 60) }));
  const harvested = {
    登记库: name,
    编号: project.id.slice(0, 200),
    页面: pageOf(project, address)?.slice(0, 500),
    登记号: project.number?.slice(0, 100),
    目前阶段: project.state?.slice(0, 50),
    演示: project.isDemo ? '是' : undefined,
  };
  const values: readonly (readonly [label: string, value: Raw | undefined])[] = [
    [LABEL.name, project.name],
    [LABEL.unit, project.unit ?? '（来源未载明单位）'],
    [LABEL.region, area?.slice(0, 100)],
    [LABEL.level, before?.level ?? level],
    [LABEL.year, project.year],
    [LABEL.amount, project.yuan === undefined ? undefined : wanPlain(Math.round(project.yuan * 100))],
    [LABEL.phase, '登记'],
    [LABEL.source, `${name}，编号 ${project.id}`.slice(0, 1_000)],
    [LABEL.verifiedOn, before?.verifiedOn],
    [LABEL.harvested, present(harvested)],
    [LABEL.functions, functions.length === 0 ? undefined : functions],
  ];
  return Object.fromEntries(values.filter((pair): pair is [string, Raw] => pair[1] !== undefined));
}

function present(values: Readonly<Record<string, string | undefined>>): RawMap {
  return Object.fromEntries(
    Object.entries(values).filter((pair): pair is [string, string] => pair[1] !== undefined),
  );
}

/**
 * The page of a project below the address of its site; undefined where it lies elsewhere. Without the address itself:
 * that stands once, in the list, for within a government's own network it may be a bare number.
 */
function pageOf({ iri, id }: ForeignProject, address: string | undefined): string | undefined {
  if (address === undefined) return undefined;
  if (OWN_NAME.test(iri)) return isEntryId(id) ? `projects/${id}/` : undefined;
  const page = URL.canParse(iri) ? new URL(iri).href : '';
  return page.startsWith(address) && page.length > address.length ? page.slice(address.length) : undefined;
}

function textOf(head: Head, { content }: ForeignProject): string {
  return writeFile(head, content === '' ? [] : [{ title: LABEL.content, text: content }]);
}

function freeFile(head: Head, taken: ReadonlySet<string>): string {
  const harvested = head[LABEL.harvested] as RawMap;
  const values = new Map([
    ['名称', String(head[LABEL.name])],
    ['单位', String(harvested.登记库)],
    ['来源', String(harvested.编号)],
  ]);
  for (let attempt = 1; ; attempt++) {
    const file = `${REFERENCES}/${referenceName(values, attempt)}`;
    if (!taken.has(file)) return file;
  }
}

/** The first thing that keeps a file out, in the words of the check. */
function faultOf(file: string, text: string): string | undefined {
  const bytes = UTF8.encode(text);
  const [refused] = refuseFiles([{ file, bytes }]).get(file) ?? [];
  const fault = refused ?? readReference(file, bytes).problems.find(({ severity }) => severity === 'error');
  return fault?.message.replace(/。$/, '');
}

function markedGone({ parsed, record }: ReadReference, today: Day): string {
  const harvested = { ...(parsed.head.raw[LABEL.harvested] as RawMap), 不再列出: today };
  const sections = record.content === undefined ? [] : [{ title: LABEL.content, text: record.content }];
  return writeFile({ ...parsed.head.raw, [LABEL.harvested]: harvested }, sections);
}
