import type { Answers } from '../../../declare/answers.ts';
import type { Draft, SealedFacts } from '../../../declare/draft.ts';
import type { Difference } from '../../../declare/draft-file.ts';
import type { Judged } from '../../../declare/judge.ts';
import type { ReviewPart } from '../../../declare/review.ts';
import type { PlanAnswer } from '../../../similarity/remote-plan.ts';

/** What was found like a draft: ready for the rule on duplicates. */
export interface FoundSimilar extends PlanAnswer {
  /** Why the comparison could not be made. */
  readonly failure?: string | undefined;
}

/** What the page asks of the worker that knows the form, and what comes back. */
export interface Calls {
  judge: {
    asks: {
      readonly draft: Draft;
      readonly today: string;
      readonly similar: FoundSimilar | undefined;
      readonly sealed: readonly SealedFacts[];
    };
    gives: { readonly judged: Judged; readonly review: readonly ReviewPart[] };
  };
  differences: {
    asks: { readonly before: Answers; readonly after: Answers };
    gives: readonly Difference[];
  };
  /** A draft or a project file from the computer. */
  open: { asks: OpenAsks; gives: Opened };
  /** A filing of the registry by its id. */
  openFiled: { asks: { readonly id: string } & Fresh; gives: Opened };
}
export type CallName = keyof Calls;

/** What a new draft is called, and when it was begun. */
export interface Fresh {
  readonly draftId: string;
  readonly suffix: string;
  readonly now: string;
}

export interface OpenAsks extends Fresh {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** In whose folder it lies, where that is known. */
  readonly unit?: string;
}

/** A draft to go on with, or why there is none, in a sentence for the person. */
export type Opened = { readonly draft: Draft; readonly note: string } | { readonly fault: string };

/** A call with a number, for the answer to find its way. */
export interface Call<N extends CallName = CallName> {
  readonly number: number;
  readonly name: N;
  readonly asks: Calls[N]['asks'];
}

/** Where the worker finds the registry's facts. */
export interface Place {
  readonly base: string;
  readonly stamp: string;
}

export type Reply = { readonly number: number } & (
  | { readonly gives: unknown }
  | { readonly fault: 'not-loaded' | 'broken'; readonly detail: string }
);
