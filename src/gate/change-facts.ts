import type { AnswerStatus } from '../rules/support/answer-status.ts';
import type { SimilarProject } from '../similarity/comparison.ts';
import type { Relation } from '../similarity/relations.ts';
import type { Finding } from '../text/finding.ts';

/**
 * Everything that is known of a change, as plain data: what the decision is made of, and nothing else is. It can be
 * written down, kept as a fixture and decided again.
 */
export interface ChangeFacts {
  /** The day of the check, YYYY-MM-DD. */
  readonly today: string;
  readonly author: Author;
  readonly office: { readonly name: string; readonly phone?: string };
  /** Files of the registry that differ, in the order of their paths; `files.length` is the true number. */
  readonly files: readonly ChangedFile[];
  /** Paths outside the registry that differ. */
  readonly outside: readonly string[];
  readonly findings: readonly Finding[];
  readonly debt: readonly Finding[];
  readonly notes: readonly string[];
  /** The filings that the change adds or alters. */
  readonly filings: readonly FilingFacts[];
  /** Other changes that are open and have to do with this one, the earliest first. */
  readonly collisions: readonly Collision[];
  /** Repairs of which there is only one. */
  readonly repairs: readonly Repair[];
  readonly places: Places;
}

/** Who made the change, by the base's own settings. */
export interface Author {
  /** Numeric account id; undefined when nobody was named. */
  readonly account?: string;
  readonly role: '办公室' | '申报单位' | '没有登记' | '没有给出';
  /** Names of the units for which the account may file. */
  readonly units: readonly string[];
  /** The issue in which the author wrote it: it is mended there, and the change follows. */
  readonly issue?: number;
}

/** What became of a file. */
export interface ChangedFile {
  readonly file: string;
  readonly how: '新增' | '修改' | '删除';
  readonly kind: '项目文件' | '密封附件' | '办理记录' | '参考项目' | '办公室设置' | '其他文件';
}

/** One filing of the change, as the decision needs it. */
export interface FilingFacts {
  readonly file: string;
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly isNew: boolean;
  /** The row of Article 6; undefined while one of the three answers is open. */
  readonly route?: RouteFacts;
  /** Whose turn it is by the records, in words. */
  readonly standing: string;
  readonly received: boolean;
  /** 「320.00 万元（区级财政 200.00，省级补助 120.00）」. */
  readonly money?: string;
  readonly effect?: string;
  readonly functions: readonly string[];
  /** 「资金预算：320.00 → 380.00 万元，+18.8%」, for a filing that was there before. */
  readonly changes: readonly string[];
  readonly similar: readonly SimilarFacts[];
  readonly modules: readonly ModuleFacts[];
  /** False when the filing says too little for 「没有找到」 to mean anything. */
  readonly telling: boolean;
  /** False when nothing was compared at all. */
  readonly compared: boolean;
  /** Why the comparison could not be made. */
  readonly failure?: string;
}

/** The route of a filing in the words of the regulation. */
export interface RouteFacts {
  readonly clause: string;
  readonly form: string;
  readonly approval: boolean;
  readonly attachments: readonly string[];
  readonly coordinator?: string;
  readonly steps: readonly string[];
}

/** A project that is like a filing of the change, and how it is dealt with. */
export interface SimilarFacts {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly standing: SimilarProject['standing'];
  readonly relation: Relation;
  /** In hundredths, 0 to 100. */
  readonly score: number;
  readonly status: AnswerStatus;
  /** What the office decided before on it and a third project, in sentences. */
  readonly precedents?: readonly string[] | undefined;
}

/** One function of a filing, and where it is already. */
export interface ModuleFacts {
  readonly module: string;
  readonly there: readonly { readonly id: string; readonly name: string; readonly module: string }[];
}

/** Another open change that files something like it, or alters the same file. */
export interface Collision {
  /** The number that the forge gave it, or the name of the revision where nobody said. */
  readonly change: string;
  /** True when it was opened before this one; undefined when nobody knows. */
  readonly earlier?: boolean;
  readonly file: string;
  readonly name: string;
  readonly unit: string;
  readonly mine: string;
  readonly how: '内容相近' | '同一份文件';
}

/** A repair of which there is only one: these lines of the file become those. */
export interface Repair {
  readonly file: string;
  /** First and last line that are replaced, from 1. */
  readonly from: number;
  readonly to: number;
  readonly lines: readonly string[];
}

/** Where links lead; without an address there is no link, and nothing else changes. */
export interface Places {
  /** Address of the repository on its forge, without a slash at the end. */
  readonly repository?: string;
  /** Address of the site, with its base path, without a slash at the end. */
  readonly site?: string;
  /** The registry folder in the repository, `registry` or empty. */
  readonly folder: string;
  /** The commit that was judged. */
  readonly head?: string;
  readonly base?: string;
  /** The number that the forge gave to this change. */
  readonly number?: number;
}
