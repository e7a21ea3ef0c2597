import { UNSEEN } from './unseen.ts';

/** Marks that could start Markdown or HTML. */
const MARKS = /[&<>|`*_[\]()#~!\\:]/g;
/** At the start of a line these begin a list, a heading or a rule. */
const AT_START = /^\s*(?=[-+=](?:[-+=\s]|$)|\d+[.)](?:\s|$))/;

/**
 * Text of strangers for a comment of a forge: nothing in it is Markdown, HTML, a link or a mention any more, and what
 * cannot be seen is written out. Forges look for mentions, issue numbers and `www.` in what is left after the Markdown
 * is read, where a character reference has become the character again: those get the full-width form of their mark.
 */
export function inertMarkdown(text: string): string {
  return visible(text)
    .replaceAll('@', '＠')
    .replace(/#(?=\d)/g, '＃')
    .replace(/\b(GH)-(?=\d)/gi, '$1－')
    .replace(/\bwww\./gi, (found) => `${found.slice(0, 3)}．`)
    .replace(MARKS, (character) => `&#${character.charCodeAt(0)};`)
    .replace(AT_START, '&#8288;')
    .replaceAll('\n', '<br>');
}

/** What steers, turns the reading order or cannot be seen, written as its number; line ends as one kind. */
export function visible(text: string): string {
  return Array.from(text.replace(/\r\n?/g, '\n').replaceAll('\t', ' '), (character) => {
    const code = character.codePointAt(0) ?? 0;
    const isUnseen = UNSEEN.some(({ from, to }) => code >= from && code <= to);
    return isUnseen ? `〈U+${code.toString(16).toUpperCase().padStart(4, '0')}〉` : character;
  }).join('');
}

/** A block of code whose fence is longer than any run of backticks in it, so that nothing in it can end it. */
export function fenced(language: string, text: string): string {
  const longest = Math.max(2, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}
