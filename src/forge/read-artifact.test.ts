import { readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { FACTS_FILE, readArtifact } from './read-artifact.ts';

const FACTS = readFileSync('tests/gate/sound-filing/facts.json', 'utf8');
const zip = (files: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));

/** The size that the zip gives for its file, written otherwise in both of its directories. */
function lying(bytes: Uint8Array, size: number): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  for (let at = 0; at < copy.length - 4; at++) {
    if (view.getUint32(at, true) === 0x04034b50) view.setUint32(at + 22, size, true);
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, size, true);
  }
  return copy;
}

describe('the artefact of a run', () => {
  it('gives the facts that the gate wrote', () => {
    expect(readArtifact(zip({ [FACTS_FILE]: FACTS }))).toHaveProperty('facts.filings.0.unit');
  });

  it.each([
    ['no zip', strToU8('{}')],
    ['a zip that breaks off', zip({ [FACTS_FILE]: FACTS }).slice(0, -30)],
    ['an empty zip', zip({})],
    ['another name', zip({ 'status.json': FACTS })],
    ['a name that leads out of the folder', zip({ '../../facts.json': FACTS })],
    ['an absolute name', zip({ '/tmp/facts.json': FACTS })],
    ['a second file', zip({ [FACTS_FILE]: FACTS, '../../../home/runner/.bashrc': 'x' })],
    ['a second file before it', zip({ a: 'x', [FACTS_FILE]: FACTS })],
    ['what unfolds to 200 MB', zip({ [FACTS_FILE]: ' '.repeat(200 * 1024 * 1024) })],
    ['what unfolds to more than it says', lying(zip({ [FACTS_FILE]: ' '.repeat(60 * 1024 * 1024) }), 1_000)],
    ['more bytes than anybody needs', new Uint8Array(21 * 1024 * 1024)],
    [
      'values with a line behind them',
      zip({
        [FACTS_FILE]: FACTS.replace('"number": 23', '"number": "23\\nx=y"')
          .replace('"line": 1', '"line": "1\\nname=value"')
          .replace('2026-11-24', '2026-11-24\\nx=y'),
      }),
    ],
  ])('is refused: %s', (_, bytes) => {
    expect(readArtifact(bytes)).toHaveProperty('fault');
  });
});
