import { printable, STEERING } from '../text/finding.ts';

/**
 * The one place that prints. What is said may quote strangers, so nothing of it steers a terminal, starts a command of
 * a workflow or ends a line of JSON early. `tests/printing.test.ts` finds any other way.
 */

/** In which format a text is written, as `--format` names it; words for people where it is none of these. */
const WRITTEN: Readonly<Record<string, (text: string) => string>> = {
  json: escaped,
  sarif: escaped,
  // Its writer escapes what it quotes; the commands themselves have to stay commands.
  github: printable,
};

/** Says something on standard output. `format` as the command was asked for it. */
export function say(text: string, format = 'pretty'): void {
  console.log((WRITTEN[format] ?? words)(text));
}

/** Says something on standard error: reminders, refusals, how far it has come. */
export function warn(text: string): void {
  console.error(words(text));
}

/** Puts on standard output what is meant to become a file, byte for byte. */
export function emit(content: string | Uint8Array): void {
  process.stdout.write(content);
}

/** Draws the program's own progress on a terminal; never anything of a file. */
export function draw(text: string): void {
  process.stderr.write(text);
}

/** A runner takes a line that begins with `::`, and `##[` anywhere, for a command to itself. */
function words(text: string): string {
  return printable(text)
    .replace(/^(\s*)::/gm, '$1：：')
    .replaceAll('##[', '＃＃[');
}

/** JSON of the same meaning: what steers stands in it only within quotes, and is written there as its number. */
function escaped(json: string): string {
  return json.replace(STEERING, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
