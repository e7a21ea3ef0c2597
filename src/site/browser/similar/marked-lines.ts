import type { Piece } from '../../../search/highlight.ts';
import type { Need, Span } from '../../../similarity/types.ts';
import { excerpt } from './excerpt.ts';

/** What of a need matches, as lines with marks: its 建设内容 cut down, then each function of its 功能清单 by itself. */
export function markedLines(need: Need, spans: readonly Span[]): readonly (readonly Piece[])[] {
  const fields = [...new Set(spans.map(({ field }) => field))].sort((a, b) => orderOf(a) - orderOf(b));
  return fields
    .map((field) =>
      excerpt(
        writtenIn(need, field),
        spans.filter((span) => span.field === field),
      ),
    )
    .filter((pieces) => pieces.length > 0);
}

/** The text that offsets of a span count in. */
function writtenIn(need: Need, field: Span['field']): string {
  if (field === '名称') return need.name;
  if (field === '建设内容') return need.description ?? '';
  const { name = '', note = '' } = need.functions?.[numberOf(field)] ?? {};
  return note === '' ? name : `${name}，${note}`;
}

function orderOf(field: Span['field']): number {
  return field === '名称' ? -2 : field === '建设内容' ? -1 : numberOf(field);
}

function numberOf(field: string): number {
  return Number(field.slice('功能:'.length));
}
