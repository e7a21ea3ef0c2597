import type { Failure, Question, Reply, Warming } from './messages.ts';

/** Asks the worker, one question at a time: while it works only the newest text waits. */
export interface Searcher {
  /** Gets the index while the reader still thinks. */
  warm(): void;
  ask(text: string): void;
  /** Lets go of a question that is under way. */
  forget(): void;
}

export interface Told {
  readonly answered: (reply: Extract<Reply, { answer: unknown }>) => void;
  readonly failed: (failure: Failure, detail: string) => void;
}

/** A worker that says nothing for so long has died without a word. */
const PATIENCE = 30_000;

/** Starts the worker with the first question, and anew after a failure. */
export function startSearcher(place: Pick<Question, 'base' | 'stamp' | 'limit'>, told: Told): Searcher {
  let worker: Worker | undefined;
  let run = 0;
  let busy = false;
  let waiting: string | undefined;
  let patience: ReturnType<typeof setTimeout> | undefined;

  function send(text: string): void {
    worker ??= startWorker();
    busy = true;
    patience = setTimeout(() => fail('broken', 'The worker does not answer'), PATIENCE);
    worker.postMessage({ ...place, run: ++run, text } satisfies Question);
  }

  function startWorker(): Worker {
    const started = new Worker(new URL('./similar-worker.ts', import.meta.url), { type: 'module' });
    started.addEventListener('message', ({ data }: MessageEvent<Reply>) => receive(data));
    started.addEventListener('error', ({ message }) => fail('not-loaded', message ?? ''));
    started.addEventListener('messageerror', () => fail('broken', 'The answer cannot be read'));
    return started;
  }

  function receive(reply: Reply): void {
    clearTimeout(patience);
    busy = false;
    const next = waiting;
    waiting = undefined;
    if (next !== undefined) send(next);
    else if (reply.run !== run) return;
    else if ('failure' in reply) fail(reply.failure, reply.detail);
    else told.answered(reply);
  }

  function fail(failure: Failure, detail: string): void {
    clearTimeout(patience);
    worker?.terminate();
    worker = undefined;
    busy = false;
    waiting = undefined;
    told.failed(failure, detail);
  }

  return {
    warm: () => {
      worker ??= startWorker();
      worker.postMessage({ base: place.base, stamp: place.stamp } satisfies Warming);
    },
    ask: (text) => {
      if (busy) waiting = text;
      else send(text);
    },
    forget: () => {
      waiting = undefined;
      run++;
    },
  };
}
