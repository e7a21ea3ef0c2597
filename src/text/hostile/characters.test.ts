import { expect, it } from 'vitest';
import { hostileCharacters, refusedCodePoint } from './characters.ts';

it('refuses each code unit that has a reason, and no other', () => {
  const units = Array.from({ length: 0x10000 }, (_, code) => code);
  const wrong = units.filter(
    (code) =>
      hostileCharacters(String.fromCharCode(code)).length > 0 !== (refusedCodePoint(code) !== undefined),
  );
  expect(wrong).toEqual([]);
});
