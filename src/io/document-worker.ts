import { parentPort, workerData } from 'node:worker_threads';
import { readDocument } from '../documents/read-document.ts';

parentPort?.postMessage(await readDocument(workerData as Uint8Array));
