import type { Entry } from '../form/entry.ts';
import { foldPlain } from '../text/fold.ts';

type Named = Pick<Entry, 'filing' | 'unit'>;

/** Several rules ask for the keys of the same entries. */
function remembered(keyOf: (entry: Named) => string | undefined): typeof keyOf {
  const known = new WeakMap<Named, string | undefined>();
  return (entry) => {
    if (!known.has(entry)) known.set(entry, keyOf(entry));
    return known.get(entry);
  };
}

/**
 * What makes two filings the same project: who leads it, and its name apart from spaces and punctuation; undefined
 * while one of them is open. Individuals are not named in a filing, so the coordinating unit tells them apart.
 */
export const projectKey = remembered(readProjectKey);

function readProjectKey({ filing: { name, lead }, unit }: Named): string | undefined {
  if (name === undefined || lead === undefined) return undefined;
  const leader = lead.type === '个人' ? `${unit}/个人` : foldPlain(lead.name);
  return `${leader}|${foldPlain(name)}`;
}

const YEAR = /(20\d{2}|二[〇○零][〇○零一二三四五六七八九]{2})(?:[-—–~至到]20\d{2})?年?度?/g;

/** The year in a project's name, in digits; '' when it names none. */
export function yearIn(name: string): string {
  const [, year = ''] = name.normalize('NFKC').matchAll(YEAR).next().value ?? [];
  return year.replace(/[〇○零一二三四五六七八九]/g, (digit) =>
    String('〇一二三四五六七八九'.indexOf(digit.replace(/[○零]/, '〇'))),
  );
}

/** A project's name without the year in it. */
export function withoutYear(name: string): string {
  return name.normalize('NFKC').replace(YEAR, '');
}

/** The key of a project that is renewed every year: its name without the year. */
export const yearlyKey = remembered(({ filing, unit }: Named) => {
  const name = filing.name === undefined ? undefined : withoutYear(filing.name);
  return readProjectKey({ filing: { ...filing, name }, unit });
});

/** The folded name in a key. */
export function nameInKey(key: string): string {
  return key.slice(key.lastIndexOf('|') + 1);
}
