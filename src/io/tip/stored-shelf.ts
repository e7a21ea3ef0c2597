import { DatabaseSync } from 'node:sqlite';
import { deserialize } from 'node:v8';
import { once, type Shelf } from '../../gate/shelf.ts';
import type { ReadLexicon } from '../../similarity/lexicon/source.ts';
import type { Indexes } from '../../similarity/likely-texts.ts';
import type { PairIndex } from '../../similarity/pair-index.ts';
import { type KeptFile, keptFiles, type ReadBlobs } from './kept-files.ts';
import { unpackNumbers } from './pack-numbers.ts';
import { markKey, NULL } from './write-state.ts';

/** Opens what was kept of a base branch; of its files only those are read that are asked for. */
export function openShelf(path: string, readBlobs: ReadBlobs): Shelf {
  const base = new DatabaseSync(path, { readOnly: true });
  const bytes = (name: string): Uint8Array =>
    base.prepare('select value from state where name = ?').get(name)?.value as Uint8Array;
  const state = <T>(name: string): T => deserialize(bytes(name)) as T;
  const rowOf = base.prepare('select path, blob, mode, size from file where path = ?');
  const marked = base.prepare(
    'select path from mark join file on number = mark.file where mark = ? order by number',
  );
  const filed = base.prepare('select id, day from filed where unit = ?');
  return {
    ...keptFiles((file) => rowOf.get(file) as KeptFile | undefined, readBlobs),
    names: Buffer.from(bytes('names')).toString('utf8').split(NULL),
    settings: once(() => state<ReturnType<Shelf['settings']>>('settings')),
    lexicon: once(() => state<ReadLexicon>('lexicon')),
    marked: (mark) => marked.all(markKey(mark)).map(({ path }) => String(path)),
    index: once(() => {
      const richness = state<Readonly<Record<keyof Indexes, Int32Array>>>('richness');
      return { texts: indexIn(base, 'texts', richness.texts), names: indexIn(base, 'names', richness.names) };
    }),
    filedIn: (unit) =>
      filed.all(unit).map(({ id, day }) => ({ id: String(id), day: day === null ? undefined : String(day) })),
  };
}

function indexIn(base: DatabaseSync, of: keyof Indexes, richness: Int32Array): PairIndex {
  const holders = base.prepare(`select ${of} as packed from pair where bucket = ?`);
  const known = new Map<number, Int32Array>();
  return {
    richness,
    size: richness.length,
    holders: (bucket) => {
      const before = known.get(bucket);
      if (before) return before;
      const packed = holders.get(bucket)?.packed as Uint8Array | undefined;
      const numbers = packed ? unpackNumbers(packed) : new Int32Array();
      known.set(bucket, numbers);
      return numbers;
    },
  };
}
