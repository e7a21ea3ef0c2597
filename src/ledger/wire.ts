import { LedgerError } from './grid.ts';
import { readBook } from './read-book.ts';
import { type Answers, type Understood, understand } from './understand.ts';

/** What a worker is asked: one ledger, with the answers known so far. */
export interface LedgerJob {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly answers: Answers;
}

/** What a worker says: how far it is, then what it understood or why it could not. */
export type LedgerWord =
  | { readonly stage: string; readonly done: number }
  | { readonly understood: Understood }
  | { readonly fault: string };

/** Reads and understands a ledger, telling how far it is. Faults of the file come back as words. */
export function readJob({ bytes, name, answers }: LedgerJob, say: (word: LedgerWord) => void): void {
  try {
    say({ stage: '读文件', done: 0.1 });
    const book = readBook(bytes, name);
    say({ stage: '认列、认行', done: 0.6 });
    say({ understood: understand(book, answers) });
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error;
    say({ fault: error.message });
  }
}
