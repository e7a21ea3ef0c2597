import { isMap, isScalar, isSeq, type Pair } from 'yaml';
import { effort, parse, type Tree } from './careful-head.ts';
import type { Path, Position } from './finding.ts';

/** Of a longer text, some 15,000 lines, places are not told: that takes seconds. */
const MAX_EFFORT = 60_000;

/** A node of the tree, and where it begins. */
interface Node {
  readonly value: unknown;
  readonly offset: number | undefined;
}

/**
 * Tells where a path stands in a head: the value, or (when the value is a list, a map or blank) its key. A path that
 * leads to nothing ends at the nearest thing above it that is there; undefined when nothing is. The head is taken
 * apart at the first question, and the labels of a map are looked up, not searched: a file from a stranger may give
 * cause for a hundred thousand of them.
 */
export function headLocator(
  head: string,
  firstLine: number,
  tree?: Tree,
): (path: Path) => Position | undefined {
  let open = tree;
  const known = new Map<unknown, ReadonlyMap<string, Pair>>();
  const labelsOf = (map: unknown, items: readonly Pair[]): ReadonlyMap<string, Pair> => {
    const before = known.get(map);
    if (before) return before;
    const made = byLabel(items);
    known.set(map, made);
    return made;
  };
  const descend = (node: unknown, step: string | number): Node | undefined => {
    if (isMap(node)) {
      const pair = labelsOf(node, node.items).get(String(step));
      if (!pair) return undefined;
      const filled = isScalar(pair.value) && pair.value.value !== '' && pair.value.value !== null;
      return { value: pair.value, offset: startOf(filled ? pair.value : pair.key) };
    }
    if (isSeq(node) && typeof step === 'number' && step in node.items) {
      return { value: node.items[step], offset: startOf(node.items[step]) };
    }
    return undefined;
  };
  let tooLong: boolean | undefined;
  // Most of what is asked for is missing: where nothing can be written in another way, a look at the text tells that.
  const isMissing = (label: string | number | undefined): boolean =>
    !tree && typeof label === 'string' && !head.includes('\\') && !head.includes(label);
  return (path) => {
    if (isMissing(path[0])) return undefined;
    tooLong ??= !tree && effort(head) > MAX_EFFORT;
    if (tooLong) return undefined;
    open ??= parse(head);
    let node: unknown = open.document.contents;
    let offset: number | undefined;
    for (const step of path) {
      const next = descend(node, step);
      if (!next) break;
      offset = next.offset ?? offset;
      node = next.value;
    }
    if (offset === undefined) return undefined;
    const { line, col } = open.lines.linePos(offset);
    return { line: firstLine + line - 1, column: col };
  };
}

/** The pairs of a map by label; of one that is written twice, the first. */
function byLabel(items: readonly Pair[]): ReadonlyMap<string, Pair> {
  const pairs = new Map<string, Pair>();
  for (const pair of items) {
    if (isScalar(pair.key) && !pairs.has(String(pair.key.value))) pairs.set(String(pair.key.value), pair);
  }
  return pairs;
}

function startOf(node: unknown): number | undefined {
  return (node as { range?: readonly number[] | null } | null)?.range?.[0];
}
