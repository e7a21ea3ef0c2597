import type { Need } from './types.ts';

/** What stands for the name of a typed need is shorter than a sentence of prose. */
const TITLE_MOST = 40;
const FIRST_SENTENCE = /^[^\n\r。；;！!？?]+/;
const FIRST_PHRASE = /^[^\n\r。；;！!？?，,：:]+/;
/** How names end; a phrase of prose hardly does. */
const LIKE_A_NAME = /(?:平台|系统|项目|工程|中心|小程序|大屏|热线|数据库|APP)(?:（[^（）]*）|\([^()]*\))?$/i;

/**
 * A need as somebody types or pastes it. A short first line or sentence stands for the name, or a first phrase that
 * ends like one; prose has no name, and is compared without. Undefined for blank text.
 */
export function needOfText(text: string): Need | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  const name = titleOf(trimmed);
  return { id: '-', name, description: trimmed.slice(name.length).replace(/^[。；;！!？?，,：:\s]+/, '') };
}

function titleOf(text: string): string {
  const sentence = FIRST_SENTENCE.exec(text)?.[0].trim() ?? '';
  if (sentence.length <= TITLE_MOST && !/[，,]/.test(sentence)) return sentence;
  const phrase = FIRST_PHRASE.exec(text)?.[0].trim() ?? '';
  return phrase.length <= TITLE_MOST && LIKE_A_NAME.test(phrase) ? phrase : '';
}
