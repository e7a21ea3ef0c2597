import { describe, expect, it } from 'vitest';
import { readBook } from '../src/ledger/read-book.ts';
import { understand } from '../src/ledger/understand.ts';
import { MESSY_LEDGERS } from './support/messy-ledgers.ts';
import { ODD_LEDGERS } from './support/odd-ledgers.ts';
import { OFFICE_LEDGERS } from './support/office-ledgers.ts';

describe('ledgers as districts keep them', () => {
  it.each(
    [...MESSY_LEDGERS, ...ODD_LEDGERS, ...OFFICE_LEDGERS].map((ledger) => [ledger.file, ledger] as const),
  )('%s is read as a careful reader reads it', (_, ledger) => {
    const { projects, left, faults, questions } = understand(readBook(ledger.bytes(), ledger.file));
    // A year is compared where the careful reader wrote one down.
    const told = ledger.projects.map((project) => project.length);
    expect(
      projects.map(({ name, unit, amount, year }, at) => [name, unit, amount, year].slice(0, told[at] ?? 4)),
      ledger.hard,
    ).toEqual(ledger.projects);
    expect(faults).toEqual([]);
    if (ledger.left !== undefined)
      expect(left.map(({ row, why }) => `${row} ${why}`)).toHaveLength(ledger.left);
    for (const words of ledger.asks ?? [])
      expect(questions.map(({ asks }) => asks).join('\n')).toContain(words);
  });

  it('says of everything that is left why, and where', () => {
    for (const { file, bytes } of [...ODD_LEDGERS, ...OFFICE_LEDGERS])
      for (const { row, why } of understand(readBook(bytes(), file)).left) {
        expect(row, file).toBeGreaterThan(0);
        expect(why, file).toMatch(/。$/);
      }
  });
});
