import { DICTIONARY } from '../../../form/fields.ts';
import { ANNEXES, type AnnexId } from '../../../regulation/index.ts';

/** The printed cells of an annex that the named fields fill; its printed instruction when they fill none. */
export function annexQuote(id: AnnexId, labels: readonly string[]): string {
  const cells = DICTIONARY.filter(({ label }) => labels.includes(label)).flatMap(
    ({ cell }) => cell?.[id] ?? [],
  );
  if (cells.length > 0) return `表中的栏目：${[...new Set(cells)].join('、')}`;
  const annex = ANNEXES.find((each) => each.id === id);
  return (annex?.cells ?? [])
    .flatMap((cell) => ('instruction' in cell ? [`${cell.label}${cell.instruction}`] : []))
    .join('');
}
