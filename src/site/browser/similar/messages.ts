import type { Answer } from '../../../similarity/remote-library.ts';
import type { Need } from '../../../similarity/types.ts';

/** Tells the worker to get the index ready before anything is asked. */
export interface Warming {
  /** Address of the folder with the index. */
  readonly base: string;
  /** State of the registry with which the page was built. */
  readonly stamp: string;
}

/** What the page asks of the worker. */
export interface Question extends Warming {
  readonly run: number;
  readonly text: string;
  readonly limit: number;
}

/** Why there is no answer: a file did not come, the registry was renewed meanwhile, or what came cannot be used. */
export type Failure = 'not-loaded' | 'replaced' | 'broken';

/** What the worker says. */
export type Reply =
  | { readonly run: number; readonly need: Need; readonly answer: Answer }
  | { readonly run: number; readonly failure: Failure; readonly detail: string };
