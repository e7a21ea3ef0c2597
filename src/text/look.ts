import type { Severity } from './finding.ts';
import type { Shown } from './shown.ts';

/** Something found in a text. */
export interface Found<Kind extends string = string> {
  readonly kind: Kind;
  /** Offset and length in the text that was given, in UTF-16 code units. */
  readonly index: number;
  readonly length: number;
  readonly text: string;
  /** `judgement` where the words leave it open. */
  readonly severity: Severity;
}

/** What looks for something in one reading of a text; undefined as weight means nothing. */
export interface Look<Kind extends string> {
  readonly kind: Kind;
  /** Cheap first look. */
  readonly maybe?: RegExp;
  /** Only where eleven digits may stand in a row. */
  readonly long?: boolean;
  /** What is found is its first group, at the end of the match, or all of it. */
  readonly pattern: RegExp;
  readonly weight?: (hit: string, index: number, text: string) => Severity | undefined;
}

/** What the looks find in any of the readings, in order of place, overlaps once. */
export function findIn<Kind extends string>(
  views: readonly Shown[],
  looks: readonly Look<Kind>[],
  maybe?: RegExp,
): readonly Found<Kind>[] {
  return views
    .filter(({ text }) => maybe?.test(text) ?? true)
    .flatMap((view) =>
      looks
        .filter(({ maybe, long = false }) => (view.long || !long) && (maybe?.test(view.text) ?? true))
        .map((look) => hits(view, look)),
    )
    .reduce<readonly Found<Kind>[]>(
      (known, found) => (found.length > 0 ? joinApart(known, found) : known),
      [],
    );
}

function hits<Kind extends string>(
  { text, place }: Shown,
  { kind, pattern, weight }: Look<Kind>,
): readonly Found<Kind>[] {
  return Array.from(
    text.matchAll(pattern),
    ({ 0: whole, 1: hit = whole, index: at }): Found<Kind> | undefined => {
      const index = at + whole.length - hit.length;
      const severity = weight ? weight(hit, index, text) : 'error';
      if (severity === undefined) return undefined;
      const from = place(index);
      return { kind, index: from, length: place(index + hit.length - 1) + 1 - from, text: hit, severity };
    },
  ).filter((one) => one !== undefined);
}

/**
 * What is known and what of the rest does not overlap with it; all in order of place, so one walk suffices. What one
 * reading leaves open and another is sure of is sure.
 */
export function joinApart<Kind extends string>(
  before: readonly Found<Kind>[],
  found: readonly Found<Kind>[],
): readonly Found<Kind>[] {
  const known = [...before];
  const joined: Found<Kind>[] = [];
  let at = 0;
  for (const one of found) {
    for (let next = known[at]; next && next.index + next.length <= one.index; next = known[++at])
      joined.push(next);
    const next = known[at];
    if (!next || one.index + one.length <= next.index) joined.push(one);
    else if (one.severity === 'error') known[at] = { ...next, severity: 'error' };
  }
  return [...joined, ...known.slice(at)];
}

/** The found text with only its beginning shown, for messages: the rest would itself be personal data in a log. */
export function masked({ text }: Pick<Found, 'text'>, shown = 3): string {
  const line = text.replace(/\s+/g, ' ');
  return `${line.slice(0, shown)}${'*'.repeat(Math.max(line.length - shown, shown))}`;
}
