import { hash } from 'node:crypto';
import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { serialize } from 'node:v8';
import type { WholeTip } from '../../gate/tip.ts';
import { BY_PATH } from '../../judging/questions.ts';
import { isFinal } from '../../records/lifecycle/states.ts';
import { LEXICON_FILE, NUMBERS_FILE, OFFICE_FILE, UNITS_FILE } from '../../registry/paths.ts';
import { type KeptAt, sign } from './place.ts';
import type { SettingsState } from './stored-tip.ts';

const TABLES = `
  create table file (number integer primary key, path text unique, blob text, mode text, size integer);
  create table subject (number integer primary key, name text unique, findings text, debt text);
  create table said (question blob, file integer, primary key (question, file)) without rowid;
  create table asked (question blob, subject integer, primary key (question, subject)) without rowid;
  create table stock (number integer primary key, id text unique, path text, unit text, filed text, ended integer);
  create index filed on stock (unit, ended, filed desc, id);
  create table state (name text primary key, value blob) without rowid;
`;

/** A question as it is kept: of one length, however long the names in it. */
export function questionKey(question: string): Uint8Array {
  return hash('sha256', question, 'buffer').subarray(0, 12);
}

/** Writes down what has been worked out of a base branch with a stock. */
export function writeState(place: KeptAt, tip: WholeTip): void {
  const stock = tip.stock();
  if (!stock) return;
  mkdirSync(place.folder, { recursive: true });
  const draft = `${place.path}.${process.pid}.tmp`;
  clear(place.folder);
  rmSync(draft, { force: true });
  const base = new DatabaseSync(draft);
  try {
    // It is moved into its place when it is whole; what is left of a stop is taken away by whoever comes next.
    base.exec('pragma journal_mode = off; pragma synchronous = off;');
    base.exec(`${TABLES} begin;`);
    const files = writeFiles(base, tip);
    writeSubjects(base, tip);
    writeSaid(base, tip, files);
    writeStock(base, tip);
    const set = base.prepare('insert into state values (?, ?)');
    set.run('settings', serialize(settingsOf(tip)));
    set.run('columns', serialize(stock.columns));
    set.run('space', serialize(stock.space));
    base.exec('commit;');
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

function settingsOf({ reading, given, lexicon, isPlain }: WholeTip): SettingsState {
  const files = [OFFICE_FILE, UNITS_FILE, LEXICON_FILE, NUMBERS_FILE];
  return {
    office: reading.office,
    units: reading.units,
    given,
    isPlain,
    lexicon: lexicon(),
    ofSettings: new Map(files.map((file) => [file, reading.ofSettings(file)])),
  };
}

function writeFiles(base: DatabaseSync, { files }: WholeTip): ReadonlyMap<string, number> {
  const add = base.prepare('insert into file values (?, ?, ?, ?, ?)');
  for (const [number, { file, blob = null, mode = null, size = null }] of files.entries())
    add.run(number, file, blob, mode, size);
  return new Map(files.map(({ file }, number) => [file, number]));
}

function writeSubjects(base: DatabaseSync, tip: WholeTip): void {
  const add = base.prepare('insert into subject values (?, ?, ?, ?)');
  const ask = base.prepare('insert or ignore into asked values (?, ?)');
  let number = 0;
  for (const name of tip.subjects()) {
    const { found, asked } = tip.stand(name);
    add.run(number, name, jsonOf(found.findings), jsonOf(found.debt));
    for (const question of asked) ask.run(questionKey(question), number);
    number++;
  }
}

function jsonOf(list: readonly unknown[]): string | null {
  return list.length === 0 ? null : JSON.stringify(list);
}

function writeSaid(base: DatabaseSync, { said }: WholeTip, numbers: ReadonlyMap<string, number>): void {
  const add = base.prepare('insert or ignore into said values (?, ?)');
  for (const [question, files] of said) {
    if (BY_PATH.test(question)) continue;
    const key = questionKey(question);
    for (const file of files) add.run(key, numbers.get(file) ?? null);
  }
}

function writeStock(base: DatabaseSync, { read, reading }: WholeTip): void {
  const add = base.prepare('insert into stock values (?, ?, ?, ?, ?, ?)');
  let number = 0;
  for (const { entry } of read.projects) {
    const ended = isFinal(reading.facts.lifeOf(entry).state) ? 1 : 0;
    add.run(number++, entry.id, entry.file, entry.unit, entry.filing.filedOn ?? '', ended);
  }
  for (const { id, file } of read.references) add.run(number++, id, file, null, null, 0);
}
