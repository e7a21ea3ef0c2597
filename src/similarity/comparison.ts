import type { Entry } from '../form/entry.ts';
import type { Fen } from '../form/money.ts';
import type { Candidate } from './judge.ts';
import type { Split } from './splitting.ts';

/** A project that is like the one being judged, with where it stands. */
export interface SimilarProject extends Candidate {
  readonly standing: '已登记' | '正在申报' | '参考项目';
  /** The other's filing; a reference has none. */
  readonly entry?: Entry | undefined;
  /** 比对摘要 of the pair as it is now. */
  readonly digest: string;
}

/** What the comparison of one entry came to. */
export interface Comparison {
  /** The likest first. */
  readonly similar: readonly SimilarProject[];
  /** The filing and others of its unit are one project in pieces. */
  readonly split: (Split & { /** 总投资 of all parts. */ readonly budget: Fen }) | undefined;
  /** False when the filing says too little for 「没有找到」 to mean anything. */
  readonly telling: boolean;
  /** True when the whole registry was looked through: between two merged filings the later one answers. */
  readonly dated: boolean;
  /** Why the comparison could not be made; then nothing else here means anything. */
  readonly failure?: string;
}

/** So many are put before a filer at most: a longer list is answered by rote. */
export const MOST_ASKED = 5;

/** What a filer is asked about. What is registered comes first: nobody crowds it out by handing in its likeness. */
export function asked({ similar }: Comparison): readonly SimilarProject[] {
  const asking = similar.filter(({ mustAnswer }) => mustAnswer);
  const isOpen = ({ standing }: SimilarProject): boolean => standing === '正在申报';
  return [...asking.filter((one) => !isOpen(one)), ...asking.filter(isOpen)].slice(0, MOST_ASKED);
}
