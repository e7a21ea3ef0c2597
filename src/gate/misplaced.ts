import { hasPlace } from '../registry/paths.ts';
import type { SourceFile } from '../registry/source-file.ts';
import { decode } from '../text/decode.ts';

/** Folders of the program, in which samples and blank forms lie that look like filings. */
const PROGRAM = /^(?:(?:src|scripts|tests|public|node_modules)\/|\.github\/PULL_REQUEST_TEMPLATE)/;
const TEXT = /\.(md|markdown|mdx|txt|ya?ml)$/i;
/** Labels that stand in the head of a filing or a reference and nowhere else. */
const LABELS = /^(表式|项目名称|牵头主体|建设阶段|来源)\s*[:：]/gm;

/** Whether a file outside the registry folder, by its path from the top, is worth looking into. */
export function mayBeMisplaced(path: string): boolean {
  return TEXT.test(path) && !PROGRAM.test(path);
}

/** Whether it belongs into the registry: it lies as files there do, or it says what a filing says. */
export function isMisplaced({ file, bytes }: SourceFile): boolean {
  if (placeMeant(file) !== undefined) return true;
  return new Set(decode(bytes).text.match(LABELS)).size >= 2;
}

/** Where below the registry folder a file was meant to lie, when the end of its path says so. */
export function placeMeant(file: string): string | undefined {
  const tail = /(?:^|\/)((?:projects|records|references)\/.*)$/.exec(file)?.[1];
  return tail !== undefined && hasPlace(tail) ? tail : undefined;
}
