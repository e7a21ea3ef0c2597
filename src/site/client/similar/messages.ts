import type { Answer } from '../../../similarity/remote-library.ts';
import type { Need } from '../../../similarity/types.ts';

/** What the page asks of the worker. */
export interface Question {
  readonly run: number;
  /** Address of the folder with the index. */
  readonly base: string;
  readonly stamp: string;
  readonly text: string;
  readonly limit: number;
}

/** Why there is no answer: a file did not come, the registry was renewed meanwhile, or what came cannot be used. */
export type Failure = 'not-loaded' | 'replaced' | 'broken';

/** What the worker says. */
export type Reply =
  | { readonly run: number; readonly need: Need; readonly answer: Answer }
  | { readonly run: number; readonly failure: Failure; readonly detail: string };
