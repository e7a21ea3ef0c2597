import { parentPort, workerData } from 'node:worker_threads';
import { type LedgerJob, readJob } from '../ledger/wire.ts';

/** A ledger is read beside the program, so that one that eats memory or time can be stopped. */
readJob(workerData as LedgerJob, (word) => parentPort?.postMessage(word));
