import { isEntryId, isSealedName, MAX_ID } from '../form/entry-id.ts';
import { problemAt } from '../rules/catalogue.ts';
import type { Problem } from '../text/finding.ts';
import { hostilePath, shown } from '../text/hostile/path.ts';

/** Where everything lies below the registry folder. No other file spells a path of the registry. */

export const OFFICE_FILE = 'office.yaml';
export const UNITS_FILE = 'units.yaml';
export const LEXICON_FILE = 'lexicon.yaml';
/** The index of 登记号 that were given; only added to, by the job after a merge. */
export const NUMBERS_FILE = 'numbers.yaml';
/** The other registries whose open data is taken in; written by the command `harvest`. */
export const HARVESTS_FILE = 'harvests.yaml';
export const REFERENCES = 'references';

/** The filing of an id, `<unit>/<slug>`. */
export const projectFile = (id: string): string => `projects/${id}.md`;
/** The folder of a filing's sealed attachments. */
export const sealedFolder = (id: string): string => `projects/${id}`;
export const sealedFile = (id: string, name: string): string => `${sealedFolder(id)}/${name}`;
/** The 办理记录 of a filing. */
export const recordsFile = (id: string): string => `records/${id}.yaml`;

/** What lies where; the first group is the id. A note on a folder is no project. */
const SHAPES = {
  project: /^projects\/([^/]+\/(?!README\.md$)[^/]+)\.md$/,
  sealed: /^projects\/([^/]+\/[^/]+)\/[^/]+\.age$/,
  records: /^records\/([^/]+\/[^/]+)\.yaml$/,
  reference: /^(references\/(?!README\.md$)[^/]+)\.md$/,
  settings: /^(office|units|lexicon)\.yaml$/,
  numbers: /^numbers\.yaml$/,
  harvests: /^harvests\.yaml$/,
  other: /^(README\.md|(?:.*\/)?\.gitkeep)$/,
} as const;

/** What a file of a registry is by its place. */
export type FileKind = keyof typeof SHAPES;

/** The id of the entry that a file of this kind belongs to; undefined for files of other kinds. */
export function idOf(kind: FileKind, file: string): string | undefined {
  return SHAPES[kind].exec(file)?.[1];
}

/** Whether a file lies where files of this kind lie. */
export function isKind(kind: FileKind, file: string): boolean {
  return SHAPES[kind].test(file);
}

/** Whether anybody reads a file that lies there. */
export function hasPlace(file: string): boolean {
  return Object.values(SHAPES).some((shape) => shape.test(file));
}

/** The unit in whose folder a file lies. */
export function unitOf(file: string): string | undefined {
  return /^projects\/([^/]+)\//.exec(file)?.[1];
}

/** The id in what a person wrote: an id, or the path of a filing in whichever registry folder. */
export function idIn(written: string): string {
  const path = written.replaceAll('\\', '/');
  return path.replace(/^.*projects\//, '').replace(/\.md$/, '');
}

const START = { line: 1, column: 1 };
const ODD = '文件名里有小写字母、数字和连字符以外的符号，别处写不出这个编号';

/**
 * What is wrong with the name of a file. Commands and other filings take exactly the ids of files that have nothing
 * wrong here, so that nobody is asked for an id that cannot be written.
 */
export function nameProblem(file: string): Problem | undefined {
  const named = namedAfter(file);
  const problem = hostilePath(file) ?? (named && wrongName(named, file));
  const better = named && repaired(named);
  if (!problem || better === undefined) return problem;
  return { ...problem, fix: `改名为「${better}」；已经登记的由办公室改，同名的办理记录和附件文件夹一起改。` };
}

/** A file with the id that it bears; sealed attachments have a name of their own besides. */
interface Named {
  readonly id: string;
  readonly name: string | undefined;
  readonly write: (id: string) => string;
}

const BEARING_IDS = [
  ['project', projectFile],
  ['records', recordsFile],
  ['reference', (id: string) => `${id}.md`],
] as const;

function namedAfter(file: string): Named | undefined {
  for (const [kind, write] of BEARING_IDS) {
    const id = idOf(kind, file);
    if (id !== undefined) return { id, name: undefined, write };
  }
  const id = idOf('sealed', file);
  const name = file.slice(file.lastIndexOf('/') + 1);
  return id === undefined ? undefined : { id, name, write: (other) => sealedFile(other, mended(name, '._')) };
}

function wrongName({ id, name }: Named, file: string): Problem | undefined {
  const long = id.length > MAX_ID ? `编号超过 ${MAX_ID} 个字符` : undefined;
  if (long === undefined && isEntryId(id) && (name === undefined || isSealedName(name))) return undefined;
  return problemAt('hostile-name', START, `文件名：${long ?? ODD}（${shown(file)}）。`);
}

/** The path with a name that would do; undefined for names that only a person can put into letters. */
function repaired({ id, write }: Named): string | undefined {
  const better = id
    .split('/')
    .map((part) => mended(part))
    .join('/');
  return isEntryId(better) && hostilePath(write(better)) === undefined ? write(better) : undefined;
}

function mended(name: string, besides = ''): string {
  const plain = name.normalize('NFKC').toLowerCase();
  if (/[^ -~]/.test(plain)) return '';
  return plain.replace(new RegExp(`[^a-z0-9${besides}]+`, 'g'), '-').replace(/^-+|-+$/g, '');
}
