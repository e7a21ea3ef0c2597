import { entryLink } from '../../view/links.ts';
import { load } from '../load.ts';

/** One project of a comparison: what its own page says, line by line. */
export interface Side {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  /** Labels with their answers, in the page's order. */
  readonly lines: ReadonlyMap<string, string>;
}

/** The line under which the functions of a project stand. */
const FUNCTIONS = '有哪些功能';

/** Reads a project's page: it says all that there is to compare, so no file is needed besides it. Rejects without it. */
export async function readSide(id: string): Promise<Side> {
  const address = entryLink(id);
  const text = await (await load(address)).text();
  const page = new DOMParser().parseFromString(text, 'text/html');
  const article = page.querySelector('article.entry');
  const heading = article?.querySelector('h1');
  if (!article || !heading) throw new Error(`${address} is no project's page`);
  for (const tag of heading.querySelectorAll('.tag')) tag.remove();
  return { id, address, name: wordsOf(heading), lines: linesOf(article) };
}

function linesOf(article: Element): ReadonlyMap<string, string> {
  const lines = new Map<string, string>();
  const state = article.querySelector('.state-line .tag');
  if (state) lines.set('现在', wordsOf(state));
  const functions = [...article.querySelectorAll('dl.functions dt')].map(wordsOf);
  if (functions.length > 0) lines.set(FUNCTIONS, functions.join('\n'));
  for (const line of article.querySelectorAll('dl.facts:not(.functions) > div')) {
    const [label, value] = [line.querySelector('dt'), line.querySelector('dd')];
    if (!label || !value) continue;
    const [name, words] = [wordsOf(label), wordsOf(value)];
    if (!lines.has(name)) lines.set(name, words);
  }
  // In the first screen the functions stand in one line; here they stand one below the other.
  if (lines.has(FUNCTIONS)) lines.delete('做什么');
  return lines;
}

/** Text as it is read: a line for each item or row, nothing of the source's own line breaks. */
function wordsOf(element: Element): string {
  for (const block of element.querySelectorAll('li, tr, dl > div')) block.append('\n');
  for (const breaks of element.querySelectorAll('br')) breaks.replaceWith('\n');
  for (const label of element.querySelectorAll('dt')) label.append('：');
  for (const cell of element.querySelectorAll('td, th')) cell.append(' ');
  return (element.textContent ?? '')
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}
