import { judgeChange } from '../gate/judge-change.ts';
import { readRevision } from '../io/git.ts';
import { idOf, isKind, recordsFile } from '../registry/paths.ts';
import type { SourceFile } from '../registry/source-file.ts';
import type { Finding } from '../text/finding.ts';
import type { Extras, Forge, Opened } from './forge.ts';
import { type MadeCommit, makeCommit } from './make-commit.ts';
import { plainTitle } from './marker.ts';
import type { Remote } from './remote-git.ts';

/** A filing that is to be handed in: its own files, with paths below the registry folder. */
export interface HandIn {
  readonly id: string;
  /** The project's name, for the title: foreign text. */
  readonly name: string;
  readonly form: string;
  /** Stands as the author of the commit. */
  readonly unit: string;
  readonly files: readonly SourceFile[];
}

export interface HandInPlace {
  readonly forge: Forge & Partial<Extras>;
  readonly remote: Remote;
  readonly branch: string;
  /** The registry folder in the repository, `registry` or empty. */
  readonly folder: string;
  readonly today: string;
}

/** Nothing new: the registry holds exactly this. Refused: what blocks it, before anything left the machine. */
export type HandInResult =
  | { readonly kind: '没有改动' }
  | { readonly kind: '没有送出'; readonly findings: readonly Finding[] }
  | { readonly kind: '可以送出'; readonly findings: readonly Finding[] }
  | { readonly kind: '送出了'; readonly opened: Opened; readonly findings: readonly Finding[] };

/** The files of a filing among those of a registry folder: itself and its sealed attachments. */
export function ownFiles(files: readonly SourceFile[], id: string): readonly SourceFile[] {
  return files.filter(({ file }) => idOf('project', file) === id || idOf('sealed', file) === id);
}

/**
 * Checks a filing against the registry as it is published now and hands it in. What blocks is found before anything
 * is sent. `isTrial`: nothing is sent at all. Throws a ForgeError; the clerk's files are never touched.
 */
export async function handIn(one: HandIn, place: HandInPlace, isTrial = false): Promise<HandInResult> {
  const { folder, branch, remote } = place;
  const inRepository = (file: string): string => (folder === '' ? file : `${folder}/${file}`);
  const files = one.files.map((source) => ({ ...source, file: inRepository(source.file) }));
  const made = await makeCommit(remote, branch, files, { message: wordsOf(one), author: one.unit });
  try {
    if (made.commit === undefined) return { kind: '没有改动' };
    const findings = await judgeHere(one, made, made.commit, place);
    if (findings.some(({ severity }) => severity === 'error')) return { kind: '没有送出', findings };
    if (isTrial) return { kind: '可以送出', findings };
    const opened = await place.forge.open({
      folder: made.folder,
      commit: made.commit,
      topic: `filing/${one.id}`,
      title: titleOf(one),
      body: bodyOf(one),
    });
    return { kind: '送出了', opened, findings };
  } finally {
    await made.remove();
  }
}

/** Whose the files are is for the server to judge, who knows who pushes. */
const OF_AUTHOR: readonly string[] = ['change-foreign-unit', 'change-office-only', 'change-no-author'];

async function judgeHere(
  { id, files }: HandIn,
  { folder, base }: MadeCommit,
  commit: string,
  { folder: registry, today }: HandInPlace,
): Promise<readonly Finding[]> {
  const place = { repository: folder, folder: registry };
  const [tip, head] = [await readRevision(place, base), await readRevision(place, commit)];
  const { findings } = judgeChange({ base: tip, head, tip, outside: [], actor: undefined, today });
  const own = new Set([...files.map(({ file }) => file), recordsFile(id)]);
  return findings.filter(({ file, rule }) => own.has(file) && !OF_AUTHOR.includes(rule));
}

const titleOf = ({ form, name }: HandIn): string => plainTitle(`${form}：${name}`);

function wordsOf({ id, form, name }: HandIn): string {
  return `File ${id}\n\n${plainTitle(`${form}：${name}`, 200)}\n`;
}

/** What the office sees first; the bot's comment follows below. Nothing of the filing stands here unescaped. */
function bodyOf({ id, files }: HandIn): string {
  const sealed = files.filter(({ file }) => isKind('sealed', file)).length;
  return [
    `送件：\`${id}\`${sealed > 0 ? `，另有密封附件 ${sealed} 份` : ''}。`,
    '',
    '自动核对的结果随后写在下面。要补正的，在原来的文件上改好，再送一次，这张送件单会自动更新。',
  ].join('\n');
}
