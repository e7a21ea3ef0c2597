import type { LabelName } from './labels.ts';

/** Everything that is said about a change and set on it. Pure data; a forge carries it out. */
export interface Decision {
  readonly verdict: Verdict;
  readonly status: Status;
  /** The one comment, in Markdown. Text of the change is inert in it. */
  readonly comment: string;
  /** The labels that the change bears now; others of our table are taken away, labels of people stay. */
  readonly labels: readonly LabelName[];
  readonly checklist: Checklist;
  /** Who looks at it, and why. */
  readonly reviewer: { readonly who: string; readonly why: string };
  readonly annotations: readonly Annotation[];
  readonly nextStep: { readonly who: '申报单位' | '办公室' | '无'; readonly what: string };
  /** What the decision was made of, without the clock: the same facts give the same words. */
  readonly seen: Seen;
  /** Repairs that can be accepted with a click. */
  readonly suggestions: readonly Suggestion[];
  /** What experts read before 论证, one for each filing that needs it. */
  readonly packets: readonly Packet[];
}

/**
 * 要补正: something has to be changed first. 可以受理: nothing has; the office decides. 办公室改动: nothing of it is a
 * filing. 没有核对: nothing was looked at, which is never good news.
 */
export type Verdict = '要补正' | '可以受理' | '办公室改动' | '没有核对';

/** A commit status. Merging waits for `success`. */
export interface Status {
  readonly context: typeof STATUS_CONTEXT;
  readonly state: 'success' | 'failure';
  /** At most 140 characters: more is refused by GitHub. */
  readonly description: string;
}

/** The name that branch protection asks for. */
export const STATUS_CONTEXT = 'registry/gate';

/** One thing to look at. `done` is undefined where only a person can know. */
export interface CheckItem {
  readonly what: string;
  readonly done: boolean | undefined;
}

/** Who has to look at what. */
export interface Checklist {
  readonly unit: readonly CheckItem[];
  readonly office: readonly CheckItem[];
}

/** A remark beside a line of a file; the path is from the top of the repository. */
export interface Annotation {
  readonly path: string;
  readonly line: number;
  readonly level: 'failure' | 'warning' | 'notice';
  readonly title: string;
  readonly message: string;
}

/** Lines of a file, from the top of the repository, that a click replaces. */
export interface Suggestion {
  readonly path: string;
  readonly from: number;
  readonly to: number;
  /** The comment's whole text, with its ```suggestion block. */
  readonly body: string;
}

/** A review packet in Markdown. */
export interface Packet {
  readonly id: string;
  readonly name: string;
  readonly text: string;
}

/** What the bot saw. */
export interface Seen {
  readonly base?: string;
  readonly head?: string;
  readonly author: { readonly account?: string; readonly role: string };
  readonly files: number;
  readonly outside: number;
  /** How many filings there are; the first of them follow. */
  readonly filed: number;
  readonly filings: readonly {
    readonly id: string;
    readonly clause?: string;
    readonly form?: string;
    readonly similar: readonly string[];
  }[];
  readonly findings: Readonly<Record<string, number>>;
  readonly debt: number;
  readonly collisions: readonly string[];
}
