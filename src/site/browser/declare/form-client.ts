import type { Call, CallName, Calls, Place, Reply } from './messages.ts';

/** The worker broke, or the registry's facts did not come. */
export class FormError extends Error {
  readonly why: 'not-loaded' | 'broken';
  constructor(why: 'not-loaded' | 'broken', detail: string) {
    super(detail);
    this.why = why;
  }
}

/** Asks the worker that knows the form. */
export interface FormClient {
  ask<N extends CallName>(name: N, asks: Calls[N]['asks']): Promise<Calls[N]['gives']>;
}

interface Waiting {
  readonly done: (gives: unknown) => void;
  readonly fail: (error: FormError) => void;
}

/** Starts the worker; after a failure the next question starts it anew. */
export function startForm(place: Place): FormClient {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let last = 0;

  function start(): Worker {
    const started = new Worker(new URL('./form-worker.ts', import.meta.url), { type: 'module' });
    started.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
      const one = waiting.get(data.number);
      waiting.delete(data.number);
      if ('fault' in data) one?.fail(new FormError(data.fault, data.detail));
      else one?.done(data.gives);
    });
    started.addEventListener('error', (event) => {
      event.preventDefault();
      worker = undefined;
      const all = [...waiting.values()];
      waiting.clear();
      for (const one of all) one.fail(new FormError('broken', event.message ?? ''));
    });
    started.postMessage(place);
    return started;
  }

  return {
    ask: (name, asks) =>
      new Promise((done, fail) => {
        worker ??= start();
        const number = ++last;
        waiting.set(number, { done: done as (gives: unknown) => void, fail });
        const call: Call<typeof name> = { number, name, asks };
        worker.postMessage(call);
      }),
  };
}
