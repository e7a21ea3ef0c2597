import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { forTheShape, shapeOf } from '../ledger/answering.ts';
import { readAnswers, writeAnswers } from '../ledger/mapping.ts';
import type { Answers, Understood } from '../ledger/reading.ts';
import { replaceFile } from './replace-file.ts';

/** Beside the registry: how its people read the ledgers that come in, a file for each shape. */
export const READINGS = '.ledger-readings';

/** The file of the answers to ledgers of this shape, there or not; undefined for a ledger without titles. */
export function readingFile(root: string, understood: Understood): string | undefined {
  const shape = shapeOf(understood);
  return shape === undefined ? undefined : join(dirname(resolve(root)), READINGS, `${shape}.yaml`);
}

/** The answers that were given to a ledger of this shape. Throws `LedgerError` where somebody broke the file. */
export function keptAnswers(file: string): Answers | undefined {
  return existsSync(file) ? readAnswers(readFileSync(file, 'utf8')) : undefined;
}

/** Keeps the answers for the next ledger of the shape. */
export function keepAnswers(file: string, understood: Understood, answers: Answers): void {
  mkdirSync(dirname(file), { recursive: true });
  replaceFile(file, writeAnswers({ ...understood, questions: [] }, forTheShape(answers)));
}
