import { describe, expect, it } from 'vitest';
import { readBook } from '../src/ledger/read-book.ts';
import { understand } from '../src/ledger/understand.ts';
import { COLLECTED } from './support/ledgers/collected.ts';
import { CONTRACTS } from './support/ledgers/contracts.ts';
import { LAYOUTS } from './support/ledgers/layouts.ts';
import { text } from './support/ledgers/ledger.ts';
import { NOTICES } from './support/ledgers/notices.ts';
import { PLANS } from './support/ledgers/plans.ts';
import { SYSTEMS } from './support/ledgers/systems.ts';

const LEDGERS = [...PLANS, ...SYSTEMS, ...CONTRACTS, ...NOTICES, ...LAYOUTS, ...COLLECTED];

describe('ledgers as districts keep them', () => {
  it.each(LEDGERS.map((ledger) => [ledger.file, ledger] as const))(
    '%s is read as a careful reader reads it',
    (_, ledger) => {
      const { projects, left, faults, questions } = understand(readBook(ledger.bytes(), ledger.file));
      // A year is compared where the careful reader wrote one down.
      const told = ledger.projects.map((project) => project.length);
      expect(
        projects.map(({ name, unit, amount, year }, at) =>
          [name, unit, amount, year].slice(0, told[at] ?? 4),
        ),
        ledger.hard,
      ).toEqual(ledger.projects);
      expect(faults).toEqual([]);
      if (ledger.left !== undefined)
        expect(left.map(({ row, why }) => `${row} ${why}`)).toHaveLength(ledger.left);
      for (const words of ledger.asks ?? [])
        expect(questions.map(({ asks }) => asks).join('\n')).toContain(words);
    },
  );

  it('says of everything that is left why, and where', () => {
    for (const { file, bytes } of LEDGERS)
      for (const { row, why } of understand(readBook(bytes(), file)).left) {
        expect(row, file).toBeGreaterThan(0);
        expect(why, file).toMatch(/。$/);
        // None of them adds up to something else than what was read.
        expect(why, file).not.toContain('对不上');
      }
  });

  it('says that a printed total is not what was read', () => {
    const left = (total: number): string => {
      const rows = `项目名称,建设单位,投资（万元）\n智慧消防平台,区消防救援大队,120\n智慧信访系统,区信访局,30\n合计,,${total}\n`;
      return understand(readBook(text(rows)(), '台账.csv'))
        .left.map(({ why }) => why)
        .join('\n');
    };
    expect(left(185)).toContain('写着 185 万元，与读到的各行对不上（这张表读到的一共 150 万元）');
    expect(left(150)).not.toContain('对不上');
  });
});
