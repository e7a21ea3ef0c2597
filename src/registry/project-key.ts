import type { Entry } from '../form/entry.ts';
import { foldPlain } from '../text/fold.ts';

/**
 * What makes two filings the same project: who leads it, and its name apart from spaces and punctuation; undefined
 * while one of them is open. Individuals are not named in a filing, so the coordinating unit tells them apart.
 */
export function projectKey({
  filing: { name, lead },
  unit,
}: Pick<Entry, 'filing' | 'unit'>): string | undefined {
  if (name === undefined || lead === undefined) return undefined;
  const leader = lead.type === '个人' ? `${unit}/个人` : foldPlain(lead.name);
  return `${leader}|${foldPlain(name)}`;
}
