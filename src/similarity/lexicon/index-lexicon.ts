import { fold, isLatin } from '../normalise.ts';
import type { Concept } from './lexicon.ts';
import { DEFAULT_WEIGHTS } from './words.ts';

/** A concept found in a folded text. */
export interface Found {
  /** The concept's number. */
  readonly concept: number;
  readonly start: number;
  readonly end: number;
}

/** A lexicon made ready: concepts by number, their forms as a tree of characters, and their neighbours. */
export interface LexiconIndex {
  readonly concepts: readonly Concept[];
  /** Neighbours of each concept with how much of it they are, in (0, 1]; itself first, with 1. */
  readonly near: readonly (readonly (readonly [number, number])[])[];
  /** How much a concept narrows a need down, in (0, 1]: 1 for one with nothing beneath it, little for an umbrella. */
  readonly specific: readonly number[];
  /** All concepts of a folded text; at every place the longest form wins. */
  readonly find: (folded: string) => readonly Found[];
}

/** Chains count too, as far as a grandparent and a sibling: each step multiplies, and what is fainter is nothing. */
const FAINTEST = 0.3;

/** With so many narrower concepts beneath it, a concept says half of what it says otherwise. */
const UMBRELLA = 10;

/** Makes a lexicon ready for comparing. */
export function indexLexicon(concepts: readonly Concept[]): LexiconIndex {
  return {
    concepts,
    near: neighbours(concepts),
    specific: beneath(concepts).map((count) => 1 / (1 + count / UMBRELLA)),
    find: findForms(concepts),
  };
}

/** Finds things by their forms in folded texts; at every place the longest form wins, and is the first thing's that has it. */
export function findForms(things: readonly Pick<Concept, 'forms'>[]): (folded: string) => readonly Found[] {
  const written = things.flatMap(({ forms }, number) =>
    forms.map(fold).flatMap((form): Written[] => {
      // 「NB-IoT」 is written without its mark too.
      const joined = form.includes(' ') ? [[form.replaceAll(' ', ''), number] as const] : [];
      return [[form, number], ...joined];
    }),
  );
  const tree = new FormTree(written);
  return (folded) => tree.find(folded);
}

/** A folded form, and the number of its concept. */
type Written = readonly [form: string, concept: number];

/**
 * Forms as a tree in one table: from a node by a character to a node. Faster than a map, and a map at every node; and since
 * at most places of a text no form begins, what begins one is looked up in a list of all characters.
 */
class FormTree {
  readonly #begins = new Uint8Array(0x10000);
  readonly #concept: number[] = [-1];
  /** Steps by their hashes: from which node, by which character, to which; 0 where there is none. */
  readonly #from: Int32Array;
  readonly #by: Uint16Array;
  readonly #to: Int32Array;

  constructor(forms: readonly Written[]) {
    const steps = forms.reduce((sum, [form]) => sum + form.length, 1);
    const room = 2 ** Math.ceil(Math.log2(2 * steps));
    this.#from = new Int32Array(room);
    this.#by = new Uint16Array(room);
    this.#to = new Int32Array(room);
    for (const [form, concept] of forms) this.#insert(form, concept);
  }

  #insert(form: string, concept: number): void {
    let node = 0;
    if (form !== '') this.#begins[form.charCodeAt(0)] = 1;
    for (let at = 0; at < form.length; at++) {
      const character = form.charCodeAt(at);
      const slot = this.#slot(node, character);
      if (this.#to[slot] === 0) {
        this.#from[slot] = node;
        this.#by[slot] = character;
        this.#to[slot] = this.#concept.length;
        this.#concept.push(-1);
      }
      node = this.#to[slot] as number;
    }
    if (node !== 0 && this.#concept[node] === -1) this.#concept[node] = concept;
  }

  /** Where a step stands in the table, or would stand. */
  #slot(node: number, character: number): number {
    const last = this.#to.length - 1;
    let slot = (Math.imul(node, 0x9e3779b1) ^ Math.imul(character, 0x85ebca6b)) & last;
    while (this.#to[slot] !== 0 && (this.#from[slot] !== node || this.#by[slot] !== character))
      slot = (slot + 1) & last;
    return slot;
  }

  find(text: string): Found[] {
    const found: Found[] = [];
    for (let at = 0; at < text.length; ) {
      const one = this.#begins[text.charCodeAt(at)] === 1 ? this.#longest(text, at) : undefined;
      if (one) found.push(one);
      at = one ? one.end : at + 1;
    }
    return found;
  }

  #longest(text: string, start: number): Found | undefined {
    let node = 0;
    let found: Found | undefined;
    const latin = isLatin(text.charCodeAt(start));
    // A Latin or digit form has to be a word of its own: OA is not in `oauth`.
    if (latin && start > 0 && isLatin(text.charCodeAt(start - 1))) return undefined;
    for (let at = start; at < text.length; at++) {
      node = this.#to[this.#slot(node, text.charCodeAt(at))] as number;
      if (node === 0) break;
      const concept = this.#concept[node] ?? -1;
      if (concept >= 0 && !(latin && isLatin(text.charCodeAt(at)) && isLatin(text.charCodeAt(at + 1))))
        found = { concept, start, end: at + 1 };
    }
    return found;
  }
}

/** How many concepts stand beneath each, over any number of steps. */
function beneath(concepts: readonly Concept[]): number[] {
  const narrower = new Map<string, string[]>();
  for (const { id, broader } of concepts)
    for (const up of broader) narrower.set(up, [...(narrower.get(up) ?? []), id]);
  return concepts.map(({ id }) => {
    const found = new Set<string>();
    const open = [id];
    for (let at = open.pop(); at !== undefined; at = open.pop())
      for (const down of narrower.get(at) ?? []) if (!found.has(down) && found.add(down)) open.push(down);
    return found.size;
  });
}

/** Broader, narrower and related concepts, two steps far. */
function neighbours(concepts: readonly Concept[]): (readonly [number, number])[][] {
  const direct = directLinks(concepts);
  return direct.map((links, self) => {
    const near = new Map<number, number>([[self, 1]]);
    for (const [to, weight] of links) raise(near, to, weight);
    for (const [to, weight] of links)
      for (const [further, more] of direct[to] ?? [])
        if (weight * more >= FAINTEST) raise(near, further, weight * more);
    return [...near].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  });
}

function directLinks(concepts: readonly Concept[]): Map<number, number>[] {
  const numbers = new Map(concepts.map(({ id }, number) => [id, number]));
  const links = concepts.map(() => new Map<number, number>());
  const link = (from: number, id: string, weight: number): void => {
    const to = numbers.get(id);
    if (to === undefined) return;
    raise(links[from], to, weight);
    raise(links[to], from, weight);
  };
  for (const [number, { broader, related, weights }] of concepts.entries()) {
    for (const id of broader) link(number, id, weights[id] ?? DEFAULT_WEIGHTS.broader);
    for (const id of related) link(number, id, weights[id] ?? DEFAULT_WEIGHTS.related);
  }
  return links;
}

function raise(weights: Map<number, number> | undefined, key: number, weight: number): void {
  if (weights && weight > (weights.get(key) ?? 0)) weights.set(key, weight);
}
