import type { Answers } from './answers.ts';

/** A filing that lies in the registry and was opened again. */
export interface FiledCopy {
  /** `<unit>/<slug>` */
  readonly id: string;
  /** The file as it lies there. */
  readonly text: string;
  /** Its 办理记录, where there are any. */
  readonly records?: string | undefined;
}

/** Something that one person is filling in. It holds no names, phones or mail addresses of persons, but sealed. */
export interface Draft {
  readonly format: typeof DRAFT_FORMAT;
  readonly id: string;
  readonly answers: Answers;
  /** The name of the screen that was open last. */
  readonly screen: string;
  /** Screens whose end was reached: from then on what is missing there is said. */
  readonly seen: readonly string[];
  /** When it was last kept, as ISO time. */
  readonly savedAt: string;
  /** The last letters of the file name, chosen once. */
  readonly suffix: string;
  /** The file name, fixed as soon as something was sealed for it or the file was handed over. */
  readonly slug?: string | undefined;
  /** The sealed 联系方式. */
  readonly sealed?: string | undefined;
  /** The id of the file that it was sealed for: for another one the office cannot open it. */
  readonly sealedFor?: string | undefined;
  readonly filed?: FiledCopy | undefined;
  /** When the file was handed over, as ISO time. */
  readonly handedOver?: string | undefined;
}

/** What is known of a sealed attachment without opening it. */
export interface SealedFacts {
  /** Its name in the filing's folder. */
  readonly name: string;
  readonly sha256: string;
  /** The id of the file that it was sealed for. */
  readonly sealedFor: string;
}

export const DRAFT_FORMAT = 'shuzhi-draft/1';

/** One earlier state of a draft. */
export interface DraftVersion {
  readonly savedAt: string;
  readonly answers: Answers;
}

/** So many earlier states of each draft are kept. */
export const MOST_VERSIONS = 20;

/** The earlier states with one more, the newest first; one that says the same as the last is not kept twice. */
export function withVersion(
  versions: readonly DraftVersion[],
  { savedAt, answers }: DraftVersion,
): readonly DraftVersion[] {
  const [last] = versions;
  if (last && JSON.stringify(last.answers) === JSON.stringify(answers)) return versions;
  return [{ savedAt, answers }, ...versions].slice(0, MOST_VERSIONS);
}

/** What stands in for what is not known yet. */
export const NO_UNIT = 'dan-wei';
export const NO_SLUG = 'xiang-mu';

/** The id of a draft's file, as far as it is known. */
export function draftId({ answers, slug, filed }: Pick<Draft, 'answers' | 'slug' | 'filed'>): string {
  if (filed) return filed.id;
  return `${unitOf(answers) || NO_UNIT}/${slug ?? NO_SLUG}`;
}

function unitOf({ 单位: unit }: Answers): string {
  return typeof unit === 'string' ? unit.trim() : '';
}

/** What a draft is called in a list. */
export function draftName({ answers, filed }: Draft): string {
  const name = answers.项目名称;
  if (typeof name === 'string' && name.trim() !== '') return name.trim();
  return filed ? filed.id : '还没有写项目名称';
}

/** A draft as a file to be kept or carried elsewhere; `readDraft` is the inverse. */
export function writeDraft(draft: Draft): string {
  return `${JSON.stringify(draft, null, 2)}\n`;
}
