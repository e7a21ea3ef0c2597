import type { RawMap } from '../../text/raw.ts';

/**
 * The lexicon is half a megabyte and read before anything can be compared; nearly all of it is written one way. That way is
 * read here, in a tenth of the time that YAML takes. Whatever is written otherwise is not read at all, so that nobody gets
 * two meanings of one text.
 */

const HEAD = /^([a-z0-9]+(?:-[a-z0-9]+)*):$/;
const PART = /^ {2}([\u3400-\u9fff]{1,4}): (.+)$/;
/** A word that means itself wherever it stands: no mark in it means anything to YAML. */
const WORD = /^[\u3400-\u9fffA-Za-z0-9“](?:[\u3400-\u9fffA-Za-z0-9“”+./·-]|(?<=[0-9]):(?=[0-9])| (?=[^ ]))*$/;
const WEIGHTS = /^\{(.+)\}$/;
const WEIGHT = /^([a-z0-9-]+): '([0-9.]+)'$/;

/** The map of a lexicon as YAML reads it, all values text; undefined for one that is not written the usual way throughout. */
export function readPlainly(text: string): RawMap | undefined {
  const concepts: Record<string, RawMap> = {};
  let concept: Record<string, RawMap[string]> | undefined;
  const lines = text.split('\n');
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (line === '' || line.startsWith('#')) continue;
    const [, id] = HEAD.exec(line) ?? [];
    if (id !== undefined) {
      if (Object.hasOwn(concepts, id)) return undefined;
      concept = {};
      concepts[id] = concept;
      continue;
    }
    const [, label = '', begun = ''] = PART.exec(line) ?? [];
    if (!concept || label === '' || Object.hasOwn(concept, label)) return undefined;
    let written = begun;
    // A list goes on until it is closed.
    while (written.startsWith('[') && !written.endsWith(']') && lines[at + 1]?.startsWith('    '))
      written += `\n${lines[++at]}`;
    const value = readValue(written);
    if (value === undefined) return undefined;
    concept[label] = value;
  }
  const all = Object.values(concepts);
  // What has no parts is a blank to YAML, no map.
  return all.length > 0 && all.every((one) => Object.keys(one).length > 0) ? concepts : undefined;
}

function readValue(written: string): RawMap[string] | undefined {
  if (written.startsWith('[')) return listOf(written);
  return written.startsWith('{') ? weightsOf(written) : wordOf(written);
}

/** The word itself; undefined for what has to be read with more care. */
function wordOf(written: string): string | undefined {
  const bare = /^'[^']*'$/.test(written) ? written.slice(1, -1) : written;
  return WORD.test(bare) ? bare : undefined;
}

function listOf(written: string): readonly string[] | undefined {
  if (!written.endsWith(']')) return undefined;
  const words: string[] = [];
  for (const one of written.slice(1, -1).split(',')) {
    const word = wordOf(one.replace(/^[ \n]+|[ \n]+$/g, ''));
    if (word === undefined) return undefined;
    words.push(word);
  }
  return words;
}

function weightsOf(written: string): RawMap | undefined {
  const pairs = WEIGHTS.exec(written)?.[1]
    ?.split(', ')
    .map((one) => WEIGHT.exec(one)) ?? [null];
  const weights: Record<string, string> = {};
  for (const pair of pairs) {
    const [, id = '', weight = ''] = pair ?? [];
    if (id === '' || Object.hasOwn(weights, id)) return undefined;
    weights[id] = weight;
  }
  return weights;
}
