import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readFast } from '../../text/head.ts';
import { readPlainly } from './read-plainly.ts';

const SHIPPED = readFileSync('registry/lexicon.yaml', 'utf8');

it('reads the whole of the lexicon that is shipped, as YAML reads it', () => {
  expect(readPlainly(SHIPPED)).toEqual(readFast(SHIPPED));
});

/** Some whole concepts of it. */
const BEGINS = [...SHIPPED.matchAll(/^[a-z0-9-]+:$/gm)].map(({ index }) => index);
const some = fc
  .record({ from: fc.nat(BEGINS.length - 4), many: fc.integer({ min: 1, max: 3 }) })
  .map(({ from, many }) => SHIPPED.slice(BEGINS[from], BEGINS[from + many]));

const PIECES = [
  ...[
    '',
    ' ',
    '\n',
    '\n\n',
    '\t',
    '    ',
    '#',
    ' #',
    ': ',
    ':',
    ',',
    ', ',
    '[',
    ']',
    '{',
    '}',
    "'",
    '"',
    '&甲 ',
    '*甲',
  ],
  ...[
    '- ',
    '? ',
    '!!str ',
    '---',
    '...',
    '|',
    '>',
    '%',
    '@',
    '`',
    '：',
    '，',
    '“',
    '~',
    'null',
    '1:5',
    '\\',
    '\r',
    '\u3000',
  ],
  ...[
    '\u00a0',
    '\u200b',
    '\ufeff',
    'a:\n',
    '  词: [甲乙]\n',
    '  名称: 甲乙\n',
    "  权重: {a: '0.4'}\n",
    '__proto__:',
    '甲',
  ],
];

it('reads nothing otherwise than YAML does, whatever is put into it', () => {
  const put = fc.record({
    text: some,
    puts: fc.array(fc.record({ at: fc.nat(), cut: fc.nat(3), piece: fc.constantFrom(...PIECES) }), {
      minLength: 1,
      maxLength: 3,
    }),
  });
  let read = 0;
  fc.assert(
    fc.property(put, ({ text, puts }) => {
      const changed = puts.reduce((whole, { at, cut, piece }) => {
        const place = at % (whole.length + 1);
        return whole.slice(0, place) + piece + whole.slice(place + cut);
      }, text);
      const plain = readPlainly(changed);
      if (plain === undefined) return;
      read++;
      expect(plain).toEqual(readFast(changed));
    }),
    { numRuns: 6_000 },
  );
  expect(read).toBeGreaterThan(200);
});
