import { isCounted } from '../../records/lifecycle/phases.ts';
import { addUp, type SumRow } from '../../search/sums.ts';
import type { CatalogueItem } from './catalogue.ts';
import { sumWords } from './sum-words.ts';

/** What an item adds to the sum under a list. A doubted amount counts as a project and not as money. */
export function sumRow({ phase, led, amount, publicAmount, doubtful }: CatalogueItem): SumRow {
  if (!isCounted(phase)) return null;
  return doubtful ? [led ? 1 : 0, null, null] : [led ? 1 : 0, amount ?? null, publicAmount ?? null];
}

const SAID = new WeakMap<readonly CatalogueItem[], string>();

/** The sum of a whole list; worked out once for all of its pages. */
export function sumOfList(items: readonly CatalogueItem[]): string {
  const said = SAID.get(items) ?? sumWords(addUp(items.map(sumRow)));
  SAID.set(items, said);
  return said;
}
