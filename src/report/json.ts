import type { Reported } from './index.ts';
import { type SimilarCard, similarCards } from './similar-cards.ts';
import { summarise } from './summary.ts';

/** The report as JSON: { checked, findings, debt, summary }; for a change also { changes, notes }; `similar` is extra. */
export function jsonReport(result: Reported): string {
  const { checked, findings, debt = [], changes, notes } = result;
  const similar = result.similar && similarCards(result).map(cardRecord);
  return JSON.stringify(
    { checked, findings, debt, changes, notes, similar, summary: summarise(result) },
    null,
    2,
  );
}

function cardRecord({ file, id, route, todo, next, failure, similar }: SimilarCard): object {
  const candidates = similar.map(({ entry: _, ...candidate }) => candidate);
  return { file, id, route, next, todo, failure, candidates };
}
