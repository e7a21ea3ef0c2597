import { afterEach, describe, expect, it, vi } from 'vitest';
import { hostileCharacters } from './hostile/characters.ts';
import { parseLog } from './log.ts';
import { joinApart } from './look.ts';
import { positions } from './positions.ts';
import { findPersonalData, type PersonalData } from './privacy.ts';
import { textProblems } from './text-rules.ts';

afterEach(() => vi.restoreAllMocks());

describe('positions', () => {
  it('count lines and columns from 1, and give a line feed to the line that it ends', () => {
    const at = positions('甲乙\n\n丙');
    expect([0, 1, 2, 3, 4, 5].map(at)).toEqual([
      ...[1, 2, 3].map((column) => ({ line: 1, column })),
      { line: 2, column: 1 },
      ...[1, 2].map((column) => ({ line: 3, column })),
    ]);
    expect(positions('')(0)).toEqual({ line: 1, column: 1 });
  });
});

/** How many characters are gone through by the methods that go through a text. */
function charactersRead(work: () => unknown): number {
  let read = 0;
  const { slice, split, indexOf, lastIndexOf } = String.prototype;
  vi.spyOn(String.prototype, 'slice').mockImplementation(function (this: string, ...range) {
    const piece = slice.apply(this, range);
    read += piece.length;
    return piece;
  });
  vi.spyOn(String.prototype, 'split').mockImplementation(function (this: string, ...by: unknown[]) {
    read += this.length;
    return Reflect.apply(split, this, by);
  });
  vi.spyOn(String.prototype, 'indexOf').mockImplementation(function (this: string, sought, from = 0) {
    const at = indexOf.call(this, sought, from);
    read += (at < 0 ? this.length : at) - from;
    return at;
  });
  vi.spyOn(String.prototype, 'lastIndexOf').mockImplementation(function (this: string, sought) {
    const at = lastIndexOf.call(this, sought);
    read += this.length - at;
    return at;
  });
  work();
  vi.restoreAllMocks();
  return read;
}

const marks = (count: number): Uint8Array => new TextEncoder().encode('---\n'.repeat(count));
const odd = (count: number): string =>
  Array.from({ length: count }, (_, at) => `字${String.fromCodePoint(0xe0000 + at)}\n`).join('');

describe('the work on a text of twice the length is about twice the work', () => {
  it.each<[string, (count: number) => unknown]>([
    ['addresses, one a line', (count) => textProblems('1.2.3.4 \n'.repeat(count))],
    ['addresses in one line', (count) => textProblems('1.2.3.4 '.repeat(count))],
    ['mail addresses', (count) => textProblems('a@example.cn\n'.repeat(count))],
    ['references to characters', (count) => textProblems('&#64;'.repeat(count))],
    ['numbers in Chinese', (count) => textProblems('一三九'.repeat(count))],
    ['comments that never end', (count) => textProblems('<!-- 1'.repeat(count))],
    ['names', (count) => textProblems('负责人：张伟\n'.repeat(count))],
    [
      'sealed blocks that never end',
      (count) => findPersonalData('-----BEGIN AGE ENCRYPTED FILE-----@'.repeat(count)),
    ],
    ['document marks in a log', (count) => parseLog(marks(count))],
    ['characters that are refused', (count) => hostileCharacters(odd(count))],
  ])('%s', (_, work) => {
    const [once, twice] = [charactersRead(() => work(500)), charactersRead(() => work(1000))];
    expect(once).toBeGreaterThan(0);
    expect(twice).toBeLessThan(2.5 * once);
  });

  it('overlaps between kinds of personal data', () => {
    let read = 0;
    const hit = (place: number): PersonalData => ({
      kind: '手机号码',
      get index() {
        read++;
        return place;
      },
      length: 5,
      severity: 'error' as const,
      text: '',
    });
    const reads = (count: number): number => {
      read = 0;
      const places = Array.from({ length: count }, (_, at) => at * 10);
      const [known, found] = [
        places.map(hit),
        places.map((place) => hit(place + (place % 20 === 0 ? 3 : 5))),
      ];
      expect(joinApart(known, found)).toHaveLength(count * 1.5);
      return read;
    };
    expect(reads(2000)).toBeLessThan(2.5 * reads(1000));
  });
});
