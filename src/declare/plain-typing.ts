import type { FieldType } from '../form/kinds.ts';
import { unseenClass } from '../text/unseen.ts';

/** What people write where there is nothing: 无, 没有, /, -. */
const NOTHING = /^(?:[暂均都]?(?:无|没有)|不涉及|不适用|[/／\\\-—–－]+)[。.]?$/;
/** Kinds that hold no words: 「无」 in one of them can only mean that there is none. */
const CODED: readonly string[] = ['money', 'day', 'dayOrMonth', 'whole', 'entryId'];

/** Whether a box of a number, a day or an id says that there is none; such a box is blank. */
export function isNothing({ kind }: Pick<FieldType<unknown>, 'kind'>, typed: string): boolean {
  return CODED.includes(kind) && saysNothing(typed);
}

/** 「无」「/」「-」. */
export function saysNothing(typed: string): boolean {
  return NOTHING.test(typed.replace(/\s/g, ''));
}

const UNSEEN = new RegExp(`[${unseenClass('invisible')}]`, 'gu');
/** Letters and digits of full width are the same letters and digits. */
const WIDE = /[Ａ-Ｚａ-ｚ０-９]/g;

/**
 * A text without what comes along when it is pasted: characters that nobody sees, and in a single line the tabs, wide
 * blanks and wide letters. The words stay as they are.
 */
export function withoutPasteTraces({ oneLine }: Pick<FieldType<unknown>, 'oneLine'>, typed: string): string {
  const seen = typed.replace(UNSEEN, '');
  if (!oneLine) return seen;
  return seen
    .replace(/[\t\n\u00a0\u3000 ]+/g, ' ')
    .replace(WIDE, (letter) => letter.normalize('NFKC'))
    .trim();
}
