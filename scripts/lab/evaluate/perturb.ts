import type { Need } from '../../../src/similarity/types.ts';
import { randomFrom, seedOf } from '../random.ts';
import { BOILERPLATE, CARRIERS, MODIFIERS, PLACES, SYNONYMS } from './perturb-words.ts';

type Random = () => number;

/** What people do, by accident or on purpose, that must not hide a duplicate. One filing may become several. */
export type Perturbation = (need: Need, random: Random) => readonly Need[];

export const PERTURBATIONS: Readonly<Record<string, Perturbation>> = {
  rename: (need, random) => [{ ...need, name: renamed(need.name, random) }],
  synonyms: ({ name, description = '', ...rest }) => [
    { ...rest, name: reworded(name), description: reworded(description) },
  ],
  reorder: (need, random) => [{ ...need, description: shuffled(clausesOf(need), random).join('') }],
  'split in two': halves,
  'boilerplate 100%': (need, random) => [{ ...need, description: padded(need.description ?? '', random) }],
  'no description': ({ id, name }) => [{ id, name }],
  'disguised letters': ({ name, description = '', ...rest }, random) => [
    { ...rest, name: disguised(name, random), description: disguised(description, random) },
  ],
};

/** The need as it would be filed by somebody who does this; the same each time. */
export function perturb(perturbation: Perturbation, need: Need): readonly Need[] {
  return perturbation(need, randomFrom(seedOf(need.name)));
}

function pick<T>(list: readonly T[], random: Random): T {
  return list[Math.floor(random() * list.length)] as T;
}

/** Another place and unit before it, a fashionable word, and another word for what it comes as. */
function renamed(name: string, random: Random): string {
  const homeless = name.replace(
    /^(?:[\u3400-\u9fff]{1,6}?[省市区县镇乡]|[\u3400-\u9fff]{1,6}?街道){1,3}/,
    '',
  );
  const bare = homeless.replace(/(?:建设|采购|服务)?(?:项目|工程|平台|系统|中心)+$/, '');
  const core = bare.length >= 2 ? bare : homeless.length >= 2 ? homeless : name;
  return `${pick(PLACES, random)}${pick(MODIFIERS, random)}${core}${pick(CARRIERS, random)}`;
}

function reworded(text: string): string {
  let rest = text;
  let made = '';
  while (rest !== '') {
    const found = SYNONYMS.find(([word]) => rest.startsWith(word));
    made += found ? found[1] : rest[0];
    rest = rest.slice(found ? found[0].length : 1);
  }
  return made;
}

function halves(need: Need): readonly Need[] {
  const clauses = clausesOf(need);
  const middle = Math.ceil(clauses.length / 2);
  return [clauses.slice(0, middle), clauses.slice(middle)].map((part, at) => ({
    ...need,
    name: `${need.name}（${'一二'[at]}期）`,
    description: part.join(''),
  }));
}

/** As much policy and procedure as there is content, strewn in. */
function padded(description: string, random: Random): string {
  const parts = clausesOf({ id: '', name: '', description });
  const order = shuffled(BOILERPLATE, random);
  for (let added = 0, next = 0; added < description.length; next++) {
    const sentence = order[next % order.length] as string;
    parts.splice(Math.floor(random() * (parts.length + 1)), 0, sentence);
    added += sentence.length;
  }
  return parts.join('');
}

const CYRILLIC: Readonly<Record<string, string>> = { a: 'а', e: 'е', o: 'о', p: 'р', c: 'с', x: 'х' };

/** Look-alike letters, full-width signs, and characters that nobody sees. */
function disguised(text: string, random: Random): string {
  return Array.from(text, (character) => {
    const wide = /[!-~]/.test(character) && random() < 0.5;
    const shown = wide
      ? String.fromCharCode(character.charCodeAt(0) + 0xfee0)
      : (CYRILLIC[character] ?? character);
    return random() < 0.3 ? `${shown}\u200b` : shown;
  }).join('');
}

function shuffled<T>(list: readonly T[], random: Random): T[] {
  const order = [...list];
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other] as T, order[at] as T];
  }
  return order;
}

function clausesOf({ description = '' }: Need): string[] {
  return description.match(/[^。；，;,]+[。；，;,]?/g) ?? [];
}
