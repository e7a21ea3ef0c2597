/**
 * HTML character references by name, as far as they stand for something that must not be hidden behind them: what
 * nobody sees, blanks, and everything that is an ordinary character or is read as one. Names keep their case.
 */

/** Stand for characters that are refused when they are written as themselves; alone or behind another character. */
const UNSEEN_NAMES = new Set(
  'ApplyFunction InvisibleComma InvisibleTimes NegativeMediumSpace NegativeThickSpace NegativeThinSpace NegativeVeryThinSpace NoBreak ZeroWidthSpace af caps cups gesl gvertneqq gvnE ic it lates lesg lrm lvertneqq lvnE rlm shy smtes sqcaps sqcups varsubsetneq varsubsetneqq varsupsetneq varsupsetneqq vsubnE vsubne vsupnE vsupne zwj zwnj'.split(
    ' ',
  ),
);

const BLANKS = new Set(
  'MediumSpace NonBreakingSpace Tab ThickSpace ThinSpace VeryThinSpace emsp emsp13 emsp14 ensp hairsp nbsp numsp puncsp thinsp'.split(
    ' ',
  ),
);

/** The character first, then its name. */
const PLAIN: ReadonlyMap<string, string> = new Map(
  '&AMP &amp "QUOT "quot \'apos <LT <lt >GT >gt @commat .period #num _lowbar _UnderBar /sol :colon ;semi ,comma =equals +plus -hyphen -dash -ndash -mdash -horbar ·middot ·centerdot ·CenterDot ·bull ·bullet ·sdot (lpar )rpar [lsqb [lbrack ]rsqb ]rbrack {lcub {lbrace }rcub }rbrace *ast *midast `grave `DiacriticalGrave \\bsol |verbar |vert |VerticalLine ^Hat !excl ?quest $dollar %percnt 1sup1 2sup2 3sup3 DDD DCapitalDifferentialD dDifferentialD ddd eee eExponentialE eexponentiale iii iImaginaryI lell aordf oordm oorder oorderof'
    .split(' ')
    .map((pair): [string, string] => [pair.slice(1), pair.slice(0, 1)]),
);
/** 𝔞 𝕒 𝒶: letters of mathematics are named after the letter. */
const LETTER = /^([A-Za-z])(?:fr|opf|scr)$/;

/** Whether a reference of this name stands for what nobody sees. */
export function isUnseenName(name: string): boolean {
  return UNSEEN_NAMES.has(name);
}

/** What a reference of this name is read as; blank for what nobody sees; undefined for every other name. */
export function namedCharacter(name: string): string | undefined {
  if (BLANKS.has(name)) return ' ';
  if (name === 'NewLine') return '\n';
  if (UNSEEN_NAMES.has(name)) return '';
  return PLAIN.get(name) ?? LETTER.exec(name)?.[1];
}
