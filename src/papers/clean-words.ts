import { unseenClass } from '../text/unseen.ts';

/** XML may hold none of them: Word refuses a whole file for one. Nobody can read them on paper either. */
const UNPRINTED = new RegExp(`[${unseenClass('control', 'bidi', 'encoding')}]`, 'gu');

/** Words as they can be printed: characters that steer, turn or are half are left out, a tab is a blank. */
export function cleanWords(words: string): string {
  return words.replaceAll('\t', ' ').replace(UNPRINTED, '');
}
