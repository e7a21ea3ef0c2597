import { hash } from 'node:crypto';
import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { serialize } from 'node:v8';
import type { WholeShelf } from '../../gate/shelf.ts';
import { BUCKETS } from '../../similarity/pair-index.ts';
import { packNumbers } from './pack-numbers.ts';
import { type KeptAt, sign } from './place.ts';

const TABLES = `
  create table file (number integer primary key, path text, blob text, mode text, size integer);
  create table mark (mark blob, file integer, primary key (mark, file)) without rowid;
  create table pair (bucket integer primary key, texts blob, names blob);
  create table filed (unit text, id text, day text);
  create table state (name text primary key, value blob) without rowid;
`;
const INDEXES = 'create unique index path on file (path); create index filed_in on filed (unit);';

/** Between paths; Git has none with it. */
export const NULL = '\0';

/** A mark as it is kept: of one length, however long the names in it. */
export function markKey(mark: string): Uint8Array {
  return hash('sha256', mark, 'buffer').subarray(0, 12);
}

/** Writes down what has been worked out of a large base branch. */
export function writeState(place: KeptAt, shelf: WholeShelf): void {
  mkdirSync(place.folder, { recursive: true });
  const draft = `${place.path}.${process.pid}.tmp`;
  clear(place.folder);
  rmSync(draft, { force: true });
  const base = new DatabaseSync(draft);
  try {
    // It is moved into its place when it is whole; what is left of a stop is taken away by whoever comes next.
    base.exec('pragma journal_mode = off; pragma synchronous = off; pragma page_size = 8192;');
    base.exec(`${TABLES} begin;`);
    writeFiles(base, shelf);
    writeMarks(base, shelf);
    writePairs(base, shelf);
    const set = base.prepare('insert into state values (?, ?)');
    set.run('names', Buffer.from(shelf.names.join(NULL)));
    set.run('settings', serialize(shelf.settings()));
    set.run('lexicon', serialize(shelf.lexicon()));
    const { texts, names } = shelf.index();
    set.run('richness', serialize({ texts: texts.richness, names: names.richness }));
    base.exec(`${INDEXES} commit;`);
    base.close();
    renameSync(draft, place.path);
  } catch (error) {
    if (base.isOpen) base.close();
    rmSync(draft, { force: true });
    throw error;
  }
  sign(place);
}

/** An hour: nobody writes as long. */
const LEFT_OVER = 3_600_000;

/** Takes away what a stop has left behind. */
function clear(folder: string): void {
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.tmp'))) {
    const path = join(folder, name);
    if (Date.now() - statSync(path).mtimeMs > LEFT_OVER) rmSync(path, { force: true });
  }
}

function writeFiles(base: DatabaseSync, { names, source, units, filedIn }: WholeShelf): void {
  const add = base.prepare('insert into file values (?, ?, ?, ?, ?)');
  for (const [number, file] of names.entries()) {
    const { blob = null, mode = null, size = null } = source(file) ?? {};
    add.run(number, file, blob, mode, size);
  }
  const file = base.prepare('insert into filed values (?, ?, ?)');
  for (const unit of units()) for (const { id, day = null } of filedIn(unit)) file.run(unit, id, day);
}

function writeMarks(base: DatabaseSync, { names, marks }: WholeShelf): void {
  const numbers = new Map(names.map((file, number) => [file, number]));
  const add = base.prepare('insert or ignore into mark values (?, ?)');
  for (const [mark, files] of marks()) {
    const key = markKey(mark);
    for (const file of files) add.run(key, numbers.get(file) ?? null);
  }
}

function writePairs(base: DatabaseSync, { index }: WholeShelf): void {
  const add = base.prepare('insert into pair values (?, ?, ?)');
  const { texts, names } = index();
  for (let bucket = 0; bucket < BUCKETS; bucket++) {
    const [inTexts, inNames] = [texts.holders(bucket), names.holders(bucket)];
    if (inTexts.length > 0) add.run(bucket, packNumbers(inTexts), packNumbers(inNames));
  }
}
