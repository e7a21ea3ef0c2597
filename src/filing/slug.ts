import { pinyin } from 'pinyin-pro';
import { MAX_ID } from '../form/entry-id.ts';

/** Longest pinyin part of a slug, cut at a syllable. */
const MAX_LENGTH = 48;
/** What a name without a single readable character is called. */
const NAMELESS = 'xiangmu';

/** The file name of a new entry, of `room` characters at most: pinyin and a suffix, `zhi-hui-yang-lao-k7q2`. */
export function slugFor(name: string, suffix: string, room = MAX_ID): string {
  return `${pinyinOf(name, room - suffix.length - 1)}-${suffix}`;
}

/** The pinyin of a name, lower-case ASCII with hyphens, of at most `room` and never more than 48 characters. */
export function pinyinOf(name: string, room = MAX_LENGTH): string {
  const most = Math.min(room, MAX_LENGTH);
  let slug = '';
  for (const syllable of syllables(name)) {
    const longer = slug === '' ? syllable : `${slug}-${syllable}`;
    if (longer.length > most) break;
    slug = longer;
  }
  return slug === '' ? NAMELESS.slice(0, Math.max(most, 1)) : slug;
}

function syllables(name: string): readonly string[] {
  const text = name.normalize('NFKC');
  // v: ü is written v, as in file names everywhere; accents of other languages are taken off.
  const tokens = pinyin(text, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true });
  return tokens
    .flatMap(
      (token) =>
        token
          .normalize('NFKD')
          .replace(/\p{M}/gu, '')
          .toLowerCase()
          .match(/[a-z0-9]+/g) ?? [],
    )
    .flatMap((token) => token.match(/.{1,24}/g) ?? []);
}
