import { fieldByLabel } from '../form/fields.ts';
import type { Raw } from '../text/raw.ts';
import { type Answers, ASKED_FIRST, plainText, shownAnswer } from './answers.ts';
import { DRAFT_FORMAT, type Draft } from './draft.ts';

/** A box that says something else in two states of a draft; '' where it was open. */
export interface Difference {
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

/** What differs between two states of a draft, box by box. */
export function differences(before: Answers, after: Answers): readonly Difference[] {
  const labels = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return labels.flatMap((label) => {
    const [was, is] = [wordsOf(label, before[label]), wordsOf(label, after[label])];
    return was === is ? [] : [{ label, before: was, after: is }];
  });
}

function wordsOf(label: string, raw: Raw | undefined): string {
  if (raw === undefined) return '';
  const definition = fieldByLabel(label);
  return definition ? shownAnswer(definition.type, raw) : String(raw);
}

/** What a file of a draft holds. */
export type ReadDraft =
  | {
      readonly draft: Draft;
      /** What stands in boxes that this release of the form does not have: an older draft is opened all the same. */
      readonly left: readonly { readonly label: string; readonly words: string }[];
    }
  /** A draft of a release that is not known here. */
  | { readonly format: string };

/** A draft from the text of a file; undefined for any other file. */
export function readDraft(text: string): ReadDraft | undefined {
  try {
    const read: unknown = JSON.parse(text);
    if (isDraft(read))
      return { draft: { ...read, answers: knownOf(read.answers) }, left: leftOf(read.answers) };
    const { format } = (read ?? {}) as { readonly format?: unknown };
    const isOther = typeof format === 'string' && format.startsWith(FAMILY) && format !== DRAFT_FORMAT;
    return isOther ? { format: format.slice(0, LONGEST_LABEL) } : undefined;
  } catch {
    return undefined;
  }
}

const FAMILY = DRAFT_FORMAT.replace(/\d+$/, '');
const LONGEST_LABEL = 40;
/** Enough to find the words again in the file, which stays as it is. */
const LONGEST_WORDS = 200;

function knownOf(answers: Answers): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([label]) => isKnown(label)));
}

function leftOf(answers: Answers): { readonly label: string; readonly words: string }[] {
  return Object.entries(answers)
    .filter(([label]) => !isKnown(label))
    .map(([label, raw]) => ({ label, words: plainText(raw).slice(0, LONGEST_WORDS) }));
}

function isKnown(label: string): boolean {
  return Object.values<string>(ASKED_FIRST).includes(label) || fieldByLabel(label) !== undefined;
}

const TEXTS = ['id', 'screen', 'savedAt', 'suffix'] as const;
const OPTIONAL_TEXTS = ['slug', 'sealed', 'sealedFor', 'handedOver'] as const;

/** A file from another machine is as hostile as any: every part must have its shape. */
function isDraft(read: unknown): read is Draft {
  if (typeof read !== 'object' || read === null) return false;
  const draft = read as Readonly<Record<string, unknown>>;
  const isText = (key: string): boolean => typeof draft[key] === 'string';
  return (
    draft.format === DRAFT_FORMAT &&
    TEXTS.every(isText) &&
    OPTIONAL_TEXTS.every((key) => draft[key] === undefined || isText(key)) &&
    /^[a-z0-9]{4,32}$/.test(String(draft.id)) &&
    /^[a-z0-9]{4}$/.test(String(draft.suffix)) &&
    Array.isArray(draft.seen) &&
    draft.seen.every((one) => typeof one === 'string') &&
    isAnswers(draft.answers) &&
    (draft.filed === undefined || isFiled(draft.filed))
  );
}

function isFiled(raw: unknown): boolean {
  const filed = raw as Readonly<Record<string, unknown>> | null;
  return (
    typeof filed === 'object' &&
    typeof filed?.id === 'string' &&
    typeof filed.text === 'string' &&
    (filed.records === undefined || typeof filed.records === 'string')
  );
}

function isAnswers(raw: unknown): raw is Answers {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return false;
  return Object.entries(raw).every(([label, value]) => label.length <= LONGEST_LABEL && isRaw(value));
}

function isRaw(value: unknown): boolean {
  if (typeof value === 'string') return true;
  if (Array.isArray(value)) return value.every(isRaw);
  return typeof value === 'object' && value !== null && Object.values(value).every(isRaw);
}
