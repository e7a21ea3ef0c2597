import { foldWithOffsets } from './normalise.ts';
import type { Need, Span } from './types.ts';

/** One function of a project: stated in its 功能清单, or drawn from its 建设内容. */
export interface FunctionItem {
  /** What people read: the stated name, or the words of the passage. */
  readonly text: string;
  readonly drawn: boolean;
  readonly span: Span;
  /** Folded, for comparing. */
  readonly folded: string;
}

/** What closes a statement, and what joins short ones. */
const CLAUSE = /[^。；;！!？?\n\r，,：:]+/g;
const LISTED = /[^、/]+/g;
/** 「一是」「（2）」「3.」 before an item. */
const NUMBERING =
  /^[\s]*(?:[（(]?[一二三四五六七八九十\d]{1,3}[）).、．]|[①-⑳]|[一二三四五六七八九十]是|其中|包括|以及|并|和|及)+[\s]*/;
/** Longer pieces between two 、 are prose, not items. */
const ITEM_MOST = 16;
const ITEM_LEAST = 2;
/** A paragraph has no more functions than a person would list; hostile text could hold thousands. */
const MOST = 60;

/** The functions of a need, in the order in which they stand. */
export function functionsOf(need: Need): readonly FunctionItem[] {
  if (need.functions && need.functions.length > 0) return need.functions.slice(0, MOST).map(stated);
  return drawn(need.description ?? '');
}

function stated({ name, note }: { name: string; note?: string | undefined }, index: number): FunctionItem {
  const text = note === undefined || note === '' ? name : `${name}，${note}`;
  return {
    text: name,
    drawn: false,
    span: { field: `功能:${index}`, start: 0, end: text.length },
    folded: foldWithOffsets(text).text,
  };
}

function drawn(description: string): FunctionItem[] {
  const items: FunctionItem[] = [];
  const seen = new Set<string>();
  for (const clause of description.matchAll(CLAUSE)) {
    for (const { text, start } of pieces(clause[0], clause.index)) {
      const folded = foldWithOffsets(text).text;
      if (folded.replaceAll(' ', '').length < ITEM_LEAST || seen.has(folded)) continue;
      seen.add(folded);
      const span: Span = { field: '建设内容', start, end: start + text.length };
      items.push({ text, drawn: true, span, folded });
      if (items.length === MOST) return items;
    }
  }
  return items;
}

/** A clause, or the items that it lists. */
function pieces(clause: string, offset: number): { text: string; start: number }[] {
  const listed = [...clause.matchAll(LISTED)];
  const middle = listed.slice(1, -1);
  const isList = listed.length > 1 && middle.every(([text]) => text.length <= ITEM_MOST);
  const parts = isList ? listed : [Object.assign([clause] as [string], { index: 0 })];
  return parts.map((part) => {
    const text = part[0];
    const lead = (NUMBERING.exec(text)?.[0] ?? /^\s*/.exec(text)?.[0] ?? '').length;
    return { text: text.slice(lead).trimEnd(), start: offset + part.index + lead };
  });
}
