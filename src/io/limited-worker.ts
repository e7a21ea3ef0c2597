import { Worker } from 'node:worker_threads';

/** How much a job may use. */
export interface Limits {
  /** Of the worker's own heap. */
  readonly megabytes: number;
  readonly seconds: number;
}

/** What a job gave, or why it was ended. */
export type Limited<T> = { readonly value: T } | { readonly ended: 'time' | 'memory' | 'crash' };

/**
 * Runs a module on a thread of its own that is ended when it uses too much: for libraries that read other people's
 * bytes. The module posts its one answer. Data and answer are copied between the threads.
 */
export function runLimited<T>(
  module: URL,
  data: unknown,
  { megabytes, seconds }: Limits,
): Promise<Limited<T>> {
  return new Promise((resolve) => {
    const worker = new Worker(module, {
      workerData: data,
      resourceLimits: { maxOldGenerationSizeMb: megabytes },
      // What a library prints of a file is foreign text, and nobody asked for it.
      stdout: true,
      stderr: true,
    });
    const end = (outcome: Limited<T>): void => {
      clearTimeout(timer);
      resolve(outcome);
      void worker.terminate();
    };
    const timer = setTimeout(() => end({ ended: 'time' }), seconds * 1000);
    worker.once('message', (value: T) => end({ value }));
    worker.once('error', (error) =>
      end({ ended: 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'crash' }),
    );
    worker.once('exit', () => end({ ended: 'crash' }));
  });
}
