import { readFile } from 'node:fs/promises';

/** The style of a paper that stands alone: the same file that the site prints with. */
export function paperStyle(): Promise<string> {
  return readFile(new URL('../styles/paper.css', import.meta.url), 'utf8');
}
