import type { MarkdownIt, StateInline } from 'markdown-it';

/** What stands before a sign of multiplication: 2*3 米, 16G*4, 8核*2, （甲）*3. */
const BEFORE_TIMES = /[\dA-Za-z)）核台套个块路条颗根张]/;
const STAR = 0x2a;
const LOW_LINE = 0x5f;

/**
 * Signs that Chinese plans write otherwise than CommonMark expects: a star between numbers is a sign of multiplication
 * and stays, and `__建设：__包括` is bold although no blank parts it from the words. Used after the plugin for Chinese
 * punctuation, whose reading of all other signs it keeps.
 */
export function chineseMarks(md: MarkdownIt): void {
  const State = md.inline.State;
  class ChineseState extends State {
    override scanDelims(start: number, canSplitWord: boolean): ReturnType<StateInline['scanDelims']> {
      const before = this.src.charAt(start - 1);
      const marker = this.src.charCodeAt(start);
      const read = super.scanDelims(
        start,
        canSplitWord || (marker === LOW_LINE && this.src.startsWith('__', start)),
      );
      const after = this.src.charAt(start + read.length);
      if (marker === LOW_LINE && /\w/.test(before) && /\w/.test(after))
        return { ...read, can_open: false, can_close: false };
      const times =
        marker === STAR && read.length === 1 && BEFORE_TIMES.test(before) && isFactor(before, after);
      return times ? { ...read, can_open: false, can_close: false } : read;
    }
  }
  md.inline.State = ChineseState;
}

/** A number behind the star, or anything of Latin letters behind a number: 2*3, 4*10GE, 3*n. */
function isFactor(before: string, after: string): boolean {
  return /\d/.test(after) || (/\d/.test(before) && /[A-Za-z]/.test(after));
}
