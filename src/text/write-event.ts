import type { RawMap } from './raw.ts';
import { writeHead } from './write.ts';

/** An event as one item of a records file; every value comes back as the text it was. */
export function writeEvent(event: RawMap): string {
  const [first = '', ...rest] = writeHead(event).trimEnd().split('\n');
  return [`- ${first}`, ...rest.map((line) => (line === '' ? '' : `  ${line}`)), ''].join('\n');
}
