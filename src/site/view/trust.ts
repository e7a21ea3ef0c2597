import figures from './trust.json' with { type: 'json' };

/** How well one way of searching does, shares 0..1; null for one that asks nothing. */
export interface TrustRow {
  readonly label: string;
  /** The share of questions that were worth asking, and the lower end of its 95% interval. */
  readonly precision: number | null;
  readonly low: number | null;
  /** The share of duplicates, and of partial overlaps, that are asked about. */
  readonly duplicates: number | null;
  readonly overlaps: number | null;
  /** How good the order of the first five is. */
  readonly order: number;
  /** Answers demanded of a filing: the mean, and what nine of ten do not exceed. */
  readonly mean: number;
  readonly most: number;
}

/** A word of 查重把握: the share of questions that should be worth asking, from which score on, and how much of it is found. */
export interface DialRow {
  readonly label: string;
  readonly wanted: number;
  readonly threshold: number;
  readonly found: number;
}

/** What was measured at this release; written by `npm run evaluate -- --trust`. */
export interface TrustFigures {
  readonly projects: number;
  readonly methods: readonly TrustRow[];
  readonly kinds: readonly TrustRow[];
  readonly dial: readonly DialRow[];
}

export const TRUST: TrustFigures = figures;

/** 「每 10 次约 6 次」. */
export function inTen(share: number | null): string {
  return share === null ? '—' : `每 10 个约 ${Math.round(share * 10)} 个`;
}
