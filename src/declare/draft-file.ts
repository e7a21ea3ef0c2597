import { fieldByLabel } from '../form/fields.ts';
import type { Raw } from '../text/raw.ts';
import { type Answers, ASKED_FIRST, shownAnswer } from './answers.ts';
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

/** A draft from the text of a file; undefined for any other file. */
export function readDraft(text: string): Draft | undefined {
  try {
    const read: unknown = JSON.parse(text);
    return isDraft(read) ? read : undefined;
  } catch {
    return undefined;
  }
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
  const known = new Set<string>(Object.values(ASKED_FIRST));
  return Object.entries(raw).every(
    ([label, value]) => (known.has(label) || fieldByLabel(label) !== undefined) && isRaw(value),
  );
}

function isRaw(value: unknown): boolean {
  if (typeof value === 'string') return true;
  if (Array.isArray(value)) return value.every(isRaw);
  return typeof value === 'object' && value !== null && Object.values(value).every(isRaw);
}
