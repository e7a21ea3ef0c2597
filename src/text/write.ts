import { Document, parseDocument, Scalar, visit } from 'yaml';
import type { RawMap } from './raw.ts';
import { escapeText } from './safe-text.ts';

/** A section as it is written: the heading's words and the text below it. */
export interface SectionText {
  readonly title: string;
  readonly text: string;
}

/** One value, one line: nothing is folded, so that a change of a value is a change of its line. */
const LAYOUT = { lineWidth: 0, doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER } as const;
/** Words that every reader takes as they stand, without quotes. A colon is welcome only in an address. */
const PLAIN =
  /^(?:https?:\/\/)?[\p{L}\p{N}〔（《“「【](?:[^\s:：#"'`{}[\]&*!|>%@,\\\p{C}]| (?=[^\s#])|,(?=\S)|#(?<=\S#))*$/u;
/** Lines that can stand as an indented block: printable, no blanks at either end, none of them empty at the edges. */
const BLOCK_LINE =
  /^(?:[^\s\p{C}\u2028\u2029\u0085\uFEFF](?:[^\n\r\t\p{C}\u2028\u2029\u0085\uFEFF]*[^\s\p{C}])?)?$/u;

/**
 * The text of a registry file: head, then `##` sections; the inverse of `parseFile`. Every value comes back as the
 * text it was: 0371…, 2021-04-29, true, `- x`, quotes, several lines. The text of a section comes back escaped
 * where it held marks of its own (`unescapeText` undoes that), so that no value can open a section or a head.
 */
export function writeFile(head: RawMap, sections: readonly SectionText[]): string {
  return `---\n${writeHead(head)}---\n${writeBody(sections)}`;
}

/** The body alone, each section with an empty line above it. */
export function writeBody(sections: readonly SectionText[]): string {
  return sections.map(writeSection).join('');
}

function writeSection({ title, text }: SectionText): string {
  const body = escapeText(text);
  const blocks = [title === '' ? '' : `## ${title}\n`, body === '' ? '' : `${body}\n`];
  return blocks
    .filter((block) => block !== '')
    .map((block) => `\n${block}`)
    .join('');
}

/** The head alone, as YAML whose scalars are all text. */
export function writeHead(head: RawMap): string {
  if (Object.keys(head).length === 0) return '';
  const document = new Document(head, { schema: 'failsafe', aliasDuplicateObjects: false });
  visit(document, { Scalar: (key, node) => restyle(node, typeof key === 'number') });
  return document.toString(LAYOUT);
}

/** Sets and removes single fields of a head that someone wrote by hand; its comments and other fields stay. */
export function editHead(
  head: string,
  changed: Readonly<Record<string, string>>,
  removed: readonly string[],
): string {
  const document = parseDocument(head, { schema: 'failsafe' });
  for (const label of removed) document.delete(label);
  for (const [label, value] of Object.entries(changed)) {
    const node = new Scalar(value);
    restyle(node, false);
    document.set(label, node);
  }
  return document.toString(LAYOUT);
}

function restyle(node: Scalar, inList: boolean): void {
  node.type = scalarStyle(String(node.value), inList);
}

/** List items are quoted whenever they are more than plain words: the reader mends 「- 名称：x」 into a map. */
function scalarStyle(value: string, inList: boolean): Scalar.Type {
  if (PLAIN.test(value) && !(inList && /[:：]/.test(value))) return Scalar.PLAIN;
  const lines = value.split('\n');
  const framed = lines[0] !== '' && lines.at(-1) !== '';
  if (!inList && lines.length > 1 && framed && lines.every((line) => BLOCK_LINE.test(line))) {
    return Scalar.BLOCK_LITERAL;
  }
  return Scalar.QUOTE_DOUBLE;
}
