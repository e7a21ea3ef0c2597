import type { Entry } from '../form/entry.ts';
import type { Office } from '../registry/office.ts';
import { isKind, unitOf } from '../registry/paths.ts';
import type { Unit } from '../registry/units.ts';
import type { OpenFiling } from '../similarity/compare.ts';
import type { Finding } from '../text/finding.ts';
import { changeFinding } from './change-finding.ts';
import type { Meanwhile } from './clashes.ts';
import { placeMeant } from './misplaced.ts';
import type { Touched } from './touched.ts';

/** Who may touch what: always as the base says, never as the change itself would have it. */
export interface Authority {
  readonly office: Office | undefined;
  readonly units: ReadonlyMap<string, Unit>;
}

/** The same for one author: a numeric account id, undefined when nobody was named. */
export interface Rights extends Authority {
  readonly actor: string | undefined;
  /** Members of the office may touch everything. */
  readonly isOffice: boolean;
}

/** What of a change its author had no right to: files of other units, files of the office. */
export function judgeOwnership({ actor, isOffice, units }: Rights, touched: readonly Touched[]): Finding[] {
  if (isOffice || actor === undefined) return [];
  return touched.flatMap(({ file }) => judgeFile(file, units, actor));
}

/** Whether an account may file for a unit. */
export function ownsUnit(units: ReadonlyMap<string, Unit>, code: string, actor: string | undefined): boolean {
  return actor !== undefined && (units.get(code)?.accounts.includes(actor) ?? false);
}

function judgeFile(file: string, units: ReadonlyMap<string, Unit>, actor: string): Finding[] {
  const code = unitOf(file);
  if (code === undefined) {
    const said = `办公室的文件：「${file}」由办公室维护，账号 ${actor} 不能改`;
    return [changeFinding('change-office-only', file, said)];
  }
  if (ownsUnit(units, code, actor)) return [];
  const unit = units.get(code)?.name ?? code;
  const said = `牵头主体：这份文件由「${unit}」负责，账号 ${actor} 没有登记在它名下`;
  return [changeFinding('change-foreign-unit', file, said)];
}

/** A change as far as it lies outside the registry folder. */
export interface Outside {
  readonly outside: readonly string[];
  /** Those of them that look like files of a registry. */
  readonly misplaced?: readonly string[];
  /** The registry folder in the repository, for the words. */
  readonly folder?: string;
}

/**
 * Files outside the registry folder: only the office's to change. A filing that lies there is read by nobody, and that
 * is said whoever handed it in without being of the office, also when no author was named.
 */
export function judgeOutside(
  { actor, isOffice }: Rights,
  { outside, misplaced = [], folder }: Outside,
): Finding[] {
  if (isOffice) return [];
  const lost = new Set(misplaced);
  return outside.flatMap((file): Finding[] => {
    if (lost.has(file)) return [misplacedFinding(file, folder)];
    if (actor === undefined) return [];
    return [changeFinding('change-outside-registry', file, `文件位置：「${file}」不在登记库里`)];
  });
}

function misplacedFinding(file: string, folder = 'registry'): Finding {
  const name = file.slice(file.lastIndexOf('/') + 1);
  const place = `${folder === '' ? '' : `${folder}/`}${placeMeant(file) ?? `projects/单位代码/${name}`}`;
  const said = `文件位置：「${file}」不在登记库里，放在这里没有人读得到，也没有核对`;
  return { ...changeFinding('change-outside-registry', file, said), fix: `移到「${place}」，再提交一次。` };
}

/** Filings that are open elsewhere, as far as those who handed them in may file there. */
export function entitledFilings(
  open: readonly OpenFiling[],
  { units, office }: Authority,
): { readonly open: readonly OpenFiling[]; readonly left: readonly Entry[] } {
  const may = ({ actor, entry }: OpenFiling): boolean =>
    actor === undefined || office?.reviewers.includes(actor) === true || ownsUnit(units, entry.unit, actor);
  return { open: open.filter(may), left: open.filter((one) => !may(one)).map(({ entry }) => entry) };
}

/** Things that the reader has to know about the judgement of a change. */
export function changeNotes(
  { actor, outside, meanwhile }: Outside & Pick<Rights, 'actor'> & { readonly meanwhile?: Meanwhile },
  touched: readonly Touched[],
  left: readonly Entry[],
): readonly string[] {
  const gone = touched.filter(({ after }) => !after);
  const filings = gone.filter(({ file }) => isKind('project', file));
  return [
    ...(actor === undefined ? [NO_ACTOR] : []),
    ...(meanwhile?.isIn === true
      ? ['这次改的内容，登记库里已经一样了：不用再送，关闭就行。']
      : touched.length === 0
        ? ['没有改动登记库里的文件，没有核对到任何申报。']
        : []),
    ...(meanwhile === undefined || meanwhile.isIn || meanwhile.mixed.length === 0
      ? []
      : [mixedWords(meanwhile.mixed)]),
    ...(gone.length === 0
      ? []
      : [`删去或改名的文件有 ${gone.length} 份，其中项目文件 ${filings.length} 份。`]),
    ...(outside.length === 0 ? [] : [`登记库以外改了 ${outside.length} 个文件，这里没有核对。`]),
    ...(left.length === 0
      ? []
      : [`在报的另有 ${left.length} 份，提交人的账号没有登记在那个单位名下，没有拿来查重。`]),
  ];
}

const mixedWords = (files: readonly string[]): string =>
  `改的时候，登记库里也改了同样的文件（${files.slice(0, 3).join('、')}${files.length > 3 ? ` 等 ${files.length} 份` : ''}）：按合到一起以后的样子核对，行号可能差几行。`;

const NO_ACTOR = '没有给出提交人的账号（--actor），没有核对这些文件是不是他可以改的。';
