import { fenced } from '../text/inert.ts';
import type { ChangeFacts, Repair } from './change-facts.ts';
import type { Suggestion } from './decision.ts';
import { pathOf } from './words.ts';

/** More remarks at once bury the rest of the page; those that are left come when these are accepted. */
const MOST = 20;

/** The certain repairs as remarks whose block a click accepts. */
export function suggestionsOf({ repairs, places, author }: ChangeFacts): readonly Suggestion[] {
  // The file of a filing that came by the form is written anew out of the issue: a click would be lost.
  if (author.issue !== undefined) return [];
  return repairs.slice(0, MOST).map(({ file, from, to, lines }) => ({
    path: pathOf(places, file),
    from,
    to,
    body: `这里只有一种改法。点下面的「Commit suggestion」（采纳建议）就改好，自动再核对一次：\n\n${fenced('suggestion', lines.join('\n'))}`,
  }));
}

/**
 * The repairs that turn one text into another, as whole lines. Lines at which both agree stay; between them stands a
 * repair. A pure insertion takes the line before it along: a suggestion replaces lines and cannot stand between two.
 */
export function repairsBetween(file: string, before: string, after: string): readonly Repair[] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  if (old.length === now.length) return sameLength(file, old, now);
  const start = old.findIndex((line, at) => line !== now[at]);
  let [endOld, endNow] = [old.length, now.length];
  while (endOld > start && endNow > start && old[endOld - 1] === now[endNow - 1]) {
    endOld--;
    endNow--;
  }
  const from = endOld === start && start > 0 ? start - 1 : Math.max(start, 0);
  const to = Math.max(endOld, from + 1);
  return [{ file, from: from + 1, to, lines: now.slice(from, endNow + (to - endOld)) }];
}

/** Most repairs change lines in place: then each run of changed lines is one. */
function sameLength(file: string, old: readonly string[], now: readonly string[]): readonly Repair[] {
  const repairs: Repair[] = [];
  for (let at = 0; at < old.length; at++) {
    if (old[at] === now[at]) continue;
    const from = at;
    while (at < old.length && old[at] !== now[at]) at++;
    repairs.push({ file, from: from + 1, to: at, lines: now.slice(from, at) });
  }
  return repairs;
}
