import { type Document, isMap, isPair, isScalar, isSeq, type LineCounter } from 'yaml';
import type { Path, Position } from './finding.ts';

/**
 * Where a path stands in a head: the value, or (when the value is a list, a map or blank) its key.
 * A path that leads to nothing ends at the nearest thing above it that is there; undefined when nothing is.
 */
export function locateInHead(
  document: Document,
  lines: LineCounter,
  firstLine: number,
  path: Path,
): Position | undefined {
  let node: unknown = document.contents;
  let offset: number | undefined;
  for (const step of path) {
    const next = descend(node, step);
    if (!next) break;
    offset = next.offset ?? offset;
    node = next.value;
  }
  if (offset === undefined) return undefined;
  const { line, col } = lines.linePos(offset);
  return { line: firstLine + line - 1, column: col };
}

function descend(
  node: unknown,
  step: string | number,
): { value: unknown; offset: number | undefined } | undefined {
  if (isMap(node)) {
    const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
    if (!isPair(pair)) return undefined;
    const filled = isScalar(pair.value) && pair.value.value !== '' && pair.value.value !== null;
    return { value: pair.value, offset: startOf(filled ? pair.value : pair.key) };
  }
  if (isSeq(node) && typeof step === 'number' && step in node.items) {
    return { value: node.items[step], offset: startOf(node.items[step]) };
  }
  return undefined;
}

function startOf(node: unknown): number | undefined {
  return (node as { range?: readonly number[] | null } | null)?.range?.[0];
}
