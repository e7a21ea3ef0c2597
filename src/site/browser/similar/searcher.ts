import type { Failure, Question, Reply, Warming } from './messages.ts';

/** Asks the worker, one question at a time: while it works only the newest text waits. */
export interface Searcher {
  /** Gets the index while the reader still thinks. */
  warm(): void;
  ask(text: string): void;
  /** Lets go of a question that is under way. */
  forget(): void;
}

/** What the page wants to hear. */
export interface SearcherEvents {
  readonly answered: (reply: Extract<Reply, { answer: unknown }>) => void;
  readonly failed: (failure: Failure, detail: string) => void;
}

/** A worker that says nothing for so long has died without a word. */
const PATIENCE = 30_000;

/** A worker that fails when it breaks and also when it falls silent. */
function startWorker(replied: (reply: Reply) => void, failed: SearcherEvents['failed']) {
  const worker = new Worker(new URL('./similar-worker.ts', import.meta.url), { type: 'module' });
  let patience: ReturnType<typeof setTimeout> | undefined;
  worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
    clearTimeout(patience);
    replied(data);
  });
  worker.addEventListener('error', ({ message }) => failed('not-loaded', message ?? ''));
  worker.addEventListener('messageerror', () => failed('broken', 'The answer cannot be read'));
  return {
    warm: (place: Warming) => worker.postMessage(place),
    ask: (question: Question) => {
      patience = setTimeout(() => failed('broken', 'The worker does not answer'), PATIENCE);
      worker.postMessage(question);
    },
    stop: () => {
      clearTimeout(patience);
      worker.terminate();
    },
  };
}

/** Starts the worker with the first question, and anew after a failure. */
export function startSearcher(
  place: Pick<Question, 'base' | 'stamp' | 'limit'>,
  { answered, failed }: SearcherEvents,
): Searcher {
  let worker: ReturnType<typeof startWorker> | undefined;
  let run = 0;
  let busy = false;
  let waiting: string | undefined;

  function send(text: string): void {
    worker ??= startWorker(receive, fail);
    busy = true;
    worker.ask({ ...place, run: ++run, text });
  }

  function receive(reply: Reply): void {
    busy = false;
    const next = waiting;
    waiting = undefined;
    if (next !== undefined) send(next);
    else if (reply.run !== run) return;
    else if ('failure' in reply) fail(reply.failure, reply.detail);
    else answered(reply);
  }

  function fail(failure: Failure, detail: string): void {
    worker?.stop();
    worker = undefined;
    busy = false;
    waiting = undefined;
    failed(failure, detail);
  }

  return {
    warm: () => {
      worker ??= startWorker(receive, fail);
      worker.warm({ base: place.base, stamp: place.stamp });
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
