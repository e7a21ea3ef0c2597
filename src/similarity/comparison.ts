import type { Entry } from '../form/entry.ts';
import type { Fen } from '../form/money.ts';
import type { Candidate } from './judge.ts';
import type { HasModules, ModuleTable } from './module-table.ts';
import type { Split } from './splitting.ts';

/** A project that is like the one being judged, with where it stands. */
export interface SimilarProject extends Candidate, HasModules {
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
  /** The plan module by module, and who has each already. */
  readonly modules: ModuleTable;
  /** The filing and others of its unit are one project in pieces. */
  readonly split: (Split & { /** 总投资 of all parts. */ readonly budget: Fen }) | undefined;
  /** False when the filing says too little for 「没有找到」 to mean anything. */
  readonly telling: boolean;
  /** True when the whole registry was looked through: between two merged filings the later one answers. */
  readonly dated: boolean;
  /** Why the comparison could not be made; then nothing else here means anything. */
  readonly failure?: string;
}

/** A project that may have to be answered; what stands nowhere is registered. */
type Asking = Pick<SimilarProject, 'mustAnswer' | 'modules'> & Partial<Pick<SimilarProject, 'standing'>>;

/** So many are put before a filer at most: a longer list is answered by rote. */
export const MOST_ASKED = 5;

/** So many are shown: a basket of eight modules may meet eight projects. */
export const MOST_SHOWN = 12;

/**
 * What a filer is asked about: the likest, and whatever has a module of the plan already. What is registered comes
 * first: nobody crowds it out by handing in its likeness.
 */
export function asked<P extends Asking>({ similar }: { readonly similar: readonly P[] }): readonly P[] {
  const all = similar.filter(({ mustAnswer }) => mustAnswer);
  const isOpen = ({ standing }: P): boolean => standing === '正在申报';
  const asking = [...all.filter((one) => !isOpen(one)), ...all.filter(isOpen)];
  const likest = new Set(asking.slice(0, MOST_ASKED));
  return asking.filter((one) => likest.has(one) || isNeededForModule(one, asking));
}

/** The likest that has some module: two more with the same one bring no new question. */
function isNeededForModule<P extends Asking>(one: P, asking: readonly P[]): boolean {
  return one.modules.some((module) => asking.find(({ modules }) => modules.includes(module)) === one);
}
