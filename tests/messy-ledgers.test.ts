import { describe, expect, it } from 'vitest';
import { readBook } from '../src/ledger/read-book.ts';
import { understand } from '../src/ledger/understand.ts';
import { MESSY_LEDGERS } from './support/messy-ledgers.ts';

describe('ledgers as districts keep them', () => {
  it.each(MESSY_LEDGERS.map((ledger) => [ledger.file, ledger] as const))(
    '%s is read as a careful reader reads it',
    (_, ledger) => {
      const { projects, left, faults, questions } = understand(readBook(ledger.bytes(), ledger.file));
      expect(
        projects.map(({ name, unit, amount, year }) => [name, unit, amount, year]),
        ledger.hard,
      ).toEqual(ledger.projects.map(([name, unit, amount, year]) => [name, unit, amount, year]));
      expect(faults).toEqual([]);
      expect(left.map(({ row, why }) => `${row} ${why}`)).toHaveLength(ledger.left);
      for (const words of ledger.asks ?? [])
        expect(questions.map(({ asks }) => asks).join('\n')).toContain(words);
    },
  );
});
