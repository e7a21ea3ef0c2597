import type { Need } from './types.ts';

/** A name given to a pasted text is shorter than a sentence of prose. */
const TITLE_MOST = 60;

/** A need as somebody types or pastes it: its first line or sentence stands for the name. Undefined for blank text. */
export function needOfText(text: string): Need | undefined {
  const trimmed = text.trim();
  const title = /^[^\n\r。；;！!？?]+/.exec(trimmed)?.[0]?.trim() ?? '';
  if (trimmed === '') return undefined;
  const name = title.slice(0, TITLE_MOST);
  return { id: '-', name, description: trimmed.slice(name.length).replace(/^[。；;！!？?\s]+/, '') };
}
