import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Act } from './acts.ts';
import type { LatentSpace } from './latent.ts';
import type { Concept } from './lexicon/lexicon.ts';
import { type Pack, pack, unpack } from './pack.ts';

const LEXICON: readonly Concept[] = ['停车', '养老', '监控'].map((name, at) => ({
  id: `concept-${at}`,
  name,
  field: '办公协同',
  nature: '平台',
  forms: [name, `${name}系统`],
  broader: at > 0 ? ['concept-0'] : [],
  related: [],
  weights: at > 0 ? { 'concept-0': 0.5 } : {},
  generic: at === 2,
}));

const BY = { concepts: LEXICON, threshold: 0.6 };

const counts = (term: fc.Arbitrary<number>) =>
  fc.array(fc.tuple(term, fc.integer({ min: 1, max: 70 })), { maxLength: 12 }).map((pairs) => new Map(pairs));
const digest = fc.record({
  id: fc.string(),
  name: fc.string({ unit: 'binary' }),
  act: fc.constantFrom<Act>('建设', '运维', '监理', '设计', '测评', '租赁', '工程施工'),
  concepts: counts(fc.nat(LEXICON.length - 1)),
  grams: counts(fc.oneof(fc.nat(40), fc.nat(2 ** 30 - 1))),
});

const space = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.uniqueArray(fc.nat(2 ** 30 - 1), { maxLength: 9 }))
  .chain(([size, terms]) =>
    fc.int8Array({ minLength: size * terms.length, maxLength: size * terms.length }).map(
      (table): LatentSpace => ({
        size,
        terms: new Map(terms.sort((a, b) => a - b).map((term, at) => [term, at])),
        table,
        units: Array.from({ length: size }, (_, at) => at / 8),
      }),
    ),
  );
const SPACE: LatentSpace = {
  size: 2,
  terms: new Map([[7, 0]]),
  table: Int8Array.from([-3, 127]),
  units: [0.5, 0.25],
};

/** As the file comes from the server. */
function sent(packed: Pack): unknown {
  return JSON.parse(JSON.stringify(packed));
}

describe('the pack of a registry', () => {
  it('gives back exactly what was packed', () => {
    fc.assert(
      fc.property(fc.array(digest, { maxLength: 40 }), fc.string(), space, (digests, stamp, known) => {
        const whole = { stamp, by: BY, digests, space: known };
        expect(unpack(sent(pack(whole)))).toEqual(whole);
      }),
    );
  });

  it('refuses a file in which anything was changed, left out or added', () => {
    const digests = fc.sample(digest, { numRuns: 12, seed: 5 });
    const text = JSON.stringify(pack({ stamp: 's', by: BY, digests, space: SPACE }));
    const from = text.indexOf('"contents"') + 12;
    const letters = fc.constantFrom(...'ABz9"{[,');
    fc.assert(
      fc.property(fc.integer({ min: from, max: text.length - 2 }), letters, fc.nat(2), (at, letter, cut) => {
        const damaged = text.slice(0, at) + letter + text.slice(at + cut);
        fc.pre(damaged !== text);
        expect(() => unpack(JSON.parse(damaged))).toThrow();
      }),
    );
  });

  it.each([{}, [], 'similar-4', 7, { format: 'similar-3' }, { format: 'similar-4', stamp: 's' }])(
    'refuses %j',
    (raw) => {
      expect(() => unpack(raw)).toThrow(/format/);
    },
  );

  it('refuses a concept that its lexicon does not have', () => {
    const [one] = fc.sample(digest, { numRuns: 1, seed: 1 });
    if (!one) throw new Error('No digest');
    const digests = [{ ...one, concepts: new Map([[3, 1]]) }];
    expect(() => unpack(pack({ stamp: 's', by: BY, digests, space: SPACE }))).toThrow('concept number 3');
  });
});
