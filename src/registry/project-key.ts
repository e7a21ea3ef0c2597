import type { Entry } from '../form/entry.ts';

/**
 * What makes two filings the same project: who leads it, and its name apart from spaces and punctuation; undefined
 * while one of them is open. Individuals are not named in a filing, so the coordinating unit tells them apart.
 */
export function projectKey({
  filing: { name, lead },
  unit,
}: Pick<Entry, 'filing' | 'unit'>): string | undefined {
  if (name === undefined || lead === undefined) return undefined;
  const leader = lead.type === '个人' ? `${unit}/个人` : fold(lead.name);
  return `${leader}|${fold(name)}`;
}

/** A text without what does not change its meaning: width, case, blanks and marks. */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]/gu, '');
}
