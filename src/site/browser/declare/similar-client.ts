import type { SimilarAsks } from './declare-similar-worker.ts';
import type { FoundSimilar } from './messages.ts';

/** What is compared: the plan, and what its unit has filed lately. */
export type Plan = Pick<SimilarAsks, 'need' | 'lately'>;

/** Compares while somebody writes: one comparison at a time, the newest text next. */
export interface SimilarClient {
  /** The keys have changed something; it is compared when they rest. */
  soon(plan: Plan): void;
  now(plan: Plan): void;
}

const REST = 700;
/** A worker that says nothing for so long has died without a word. */
const PATIENCE = 60_000;

/** `told` hears each answer, failures included. */
export function startSimilar(
  place: Pick<SimilarAsks, 'base' | 'stamp'>,
  told: (found: FoundSimilar) => void,
): SimilarClient {
  let worker: Worker | undefined;
  let resting: ReturnType<typeof setTimeout> | undefined;
  let patience: ReturnType<typeof setTimeout> | undefined;
  let busy = false;
  let waiting: Plan | undefined;
  let last = '';
  let answered: FoundSimilar | undefined;

  function fail(why: string): void {
    worker?.terminate();
    worker = undefined;
    busy = false;
    last = '';
    clearTimeout(patience);
    told({ found: [], modules: { rows: [], existing: 0 }, telling: true, failure: why });
  }

  function start(): Worker {
    const started = new Worker(new URL('./declare-similar-worker.ts', import.meta.url), { type: 'module' });
    started.addEventListener('message', ({ data }: MessageEvent<FoundSimilar>) => {
      clearTimeout(patience);
      busy = false;
      const next = waiting;
      waiting = undefined;
      if (data.failure !== undefined) last = '';
      answered = data;
      told(data);
      if (next) send(next);
    });
    started.addEventListener('error', (event) => {
      event.preventDefault();
      fail('查重的程序没有打开');
    });
    return started;
  }

  function send(plan: Plan): void {
    const text = JSON.stringify(plan);
    if (text === last) {
      if (answered && !busy) told(answered);
      return;
    }
    if (busy) {
      waiting = plan;
      return;
    }
    last = text;
    busy = true;
    worker ??= start();
    patience = setTimeout(() => fail('等了一分钟没有结果'), PATIENCE);
    const asks: SimilarAsks = { ...place, ...plan };
    worker.postMessage(asks);
  }

  return {
    soon: (plan) => {
      clearTimeout(resting);
      resting = setTimeout(() => send(plan), REST);
    },
    now: (plan) => {
      clearTimeout(resting);
      send(plan);
    },
  };
}
