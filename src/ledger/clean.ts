import { unseenClass } from '../text/unseen.ts';

/** Besides what files may not hold, the private signs of other programs' fonts. */
const UNPRINTED = new RegExp(`[\\p{Co}\\p{Cs}${unseenClass('control', 'bidi', 'invisible')}]`, 'gu');

/** Line ends become LF; characters that print nothing (controls, zero-width, direction marks) go. */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029\u0085\v\f]/g, '\n')
    .replace(/[\t\u00a0\u3000]/g, ' ')
    .replace(UNPRINTED, '')
    .trim();
}
