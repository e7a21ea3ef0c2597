import type { Concept } from '../domain/lexicon.ts';
import { fold } from './normalise.ts';

/** Finds the concepts of a text: at every place the longest form wins. */
export interface Matcher {
  readonly find: (folded: string) => {
    readonly concepts: ReadonlyMap<string, number>;
    readonly rest: string;
  };
}

interface Node {
  readonly next: Map<string, Node>;
  concept?: string;
}

/** A matcher over the forms of a lexicon. */
export function makeMatcher(concepts: readonly Concept[]): Matcher {
  const root: Node = { next: new Map() };
  for (const { id, forms } of concepts)
    for (const form of forms) insert(root, fold(form).replaceAll(' ', ''), id);
  return { find: (folded) => scan(root, folded) };
}

function insert(root: Node, form: string, concept: string): void {
  let node = root;
  for (const character of form) {
    const known = node.next.get(character);
    const next = known ?? { next: new Map() };
    if (!known) node.next.set(character, next);
    node = next;
  }
  if (form !== '') node.concept ??= concept;
}

function scan(root: Node, text: string): { concepts: Map<string, number>; rest: string } {
  const concepts = new Map<string, number>();
  let rest = '';
  for (let at = 0; at < text.length; ) {
    const found = longest(root, text, at);
    if (found) {
      concepts.set(found.concept, (concepts.get(found.concept) ?? 0) + 1);
      rest += ' ';
      at = found.end;
    } else rest += text[at++];
  }
  return { concepts, rest };
}

function longest(root: Node, text: string, from: number): { concept: string; end: number } | undefined {
  let node: Node | undefined = root;
  let found: { concept: string; end: number } | undefined;
  for (let at = from; node && at < text.length; at++) {
    node = node.next.get(text[at] ?? '');
    if (node?.concept !== undefined) found = { concept: node.concept, end: at + 1 };
  }
  // A Latin or digit form has to be a word of its own: OA is not in `oauth`.
  if (found && isLatin(text[from]) && (isLatin(text[from - 1]) || isLatin(text[found.end]))) return undefined;
  return found;
}

function isLatin(character: string | undefined): boolean {
  return character !== undefined && /[0-9a-z]/.test(character);
}

/** Pairs of neighbouring Han characters, and Latin words, of a folded text. */
export function pairs(folded: string): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const add = (term: string): void => void found.set(term, (found.get(term) ?? 0) + 1);
  for (const run of folded.match(/[\u3400-\u9fff]+|[0-9a-z+]+/g) ?? []) {
    if (isLatin(run[0])) {
      if (run.length > 1 && !/^\d+$/.test(run)) add(run);
    } else for (let at = 0; at + 1 < run.length; at++) add(run.slice(at, at + 2));
  }
  return found;
}
