import { DatabaseSync } from 'node:sqlite';
import { deserialize } from 'node:v8';
import type { Tip } from '../../gate/tip.ts';
import { factsOf } from '../../judging/facts-of.ts';
import { READ } from '../../judging/read-files.ts';
import type { Listed, Reading } from '../../judging/subject.ts';
import { isFinal } from '../../records/lifecycle/states.ts';
import type { Office } from '../../registry/office.ts';
import { type FileKind, idOf, isKind, recordsFile } from '../../registry/paths.ts';
import type { GivenNumber } from '../../registry/read-numbers.ts';
import { sealedFiles } from '../../registry/sealed-files.ts';
import type { Unit } from '../../registry/units.ts';
import type { Columns } from '../../similarity/columns.ts';
import type { LatentSpace } from '../../similarity/latent.ts';
import type { ReadLexicon } from '../../similarity/lexicon/source.ts';
import { needOfFiling, needOfReference } from '../../similarity/needs.ts';
import type { Existing, Stock } from '../../similarity/stock.ts';
import type { Finding } from '../../text/finding.ts';
import { refuseFiles } from '../../text/hostile/refuse.ts';
import { type KeptFile, keptFiles, type ReadBlobs } from './kept-files.ts';
import { questionKey } from './write-state.ts';

/** What the settings of a base branch come to. */
export interface SettingsState {
  readonly office: Office | undefined;
  readonly units: ReadonlyMap<string, Unit>;
  readonly given: readonly GivenNumber[];
  readonly isPlain: boolean;
  readonly lexicon: ReadLexicon;
  readonly ofSettings: ReadonlyMap<string, readonly Finding[]>;
}

/** A base branch as it was worked out before; of its files only those are read that a change makes one ask for. */
export interface StoredTip extends Tip {
  readonly close: () => void;
}

/** Opens what was kept of a base branch. */
export function openTip(path: string, today: string, readBlobs: ReadBlobs): StoredTip {
  const base = new DatabaseSync(path, { readOnly: true });
  const state = <T>(name: string): T =>
    deserialize(base.prepare('select value from state where name = ?').get(name)?.value as Uint8Array) as T;
  const settings = state<SettingsState>('settings');
  const rowOf = base.prepare('select path, blob, mode, size from file where path = ?');
  const files = keptFiles((file) => rowOf.get(file) as KeptFile | undefined, readBlobs);
  const saidBy = base.prepare(
    'select path from said join file on number = said.file where question = ? order by number',
  );
  const saying = (question: string): readonly string[] => {
    const said = saidBy.all(questionKey(question)).map(({ path }) => String(path));
    files.expect(said);
    return said;
  };
  const reading = readingIn(settings, files.source, (plain) => ({
    ...factsOf({ ...plain, today, given: settings.given, saying }),
    sealedFile: sealedFiles({ get: (file) => (plain.refusal(file) ? undefined : files.source(file)) }),
    similarTo: () => undefined,
  }));
  const foundIn = base.prepare('select findings, debt from subject where name = ?');
  const askedBy = base.prepare(
    'select name from asked join subject on number = asked.subject where question = ?',
  );
  const names = (query: string): string[] =>
    base
      .prepare(query)
      .all()
      .map(({ name }) => String(name));
  return {
    today,
    reading,
    given: settings.given,
    isPlain: settings.isPlain,
    expect: files.expect,
    saying,
    standing: (subject) => listedIn(foundIn.get(subject)),
    *standings() {
      const rows = base.prepare(
        'select name, findings, debt from subject where findings is not null or debt is not null',
      );
      for (const row of rows.all()) yield [String(row.name), listedIn(row)];
    },
    *askers(questions) {
      for (const question of questions)
        for (const { name } of askedBy.all(questionKey(question))) yield String(name);
    },
    subjects: () => names('select name from subject order by number'),
    names: () => names('select path as name from file order by number'),
    lexicon: () => settings.lexicon,
    stock: once(() => stockIn(base, state, reading, files.expect)),
    entries: refuseAll,
    references: refuseAll,
    close: () => base.close(),
  };
}

/** A state is kept of a registry with a stock only. */
function refuseAll(): never {
  throw new Error('A stored base branch does not hold all of its entries');
}

type Row = Readonly<Record<string, unknown>>;

function listedIn(row: Row | undefined): Listed {
  const list = (json: unknown): readonly Finding[] => (typeof json === 'string' ? JSON.parse(json) : []);
  return { findings: list(row?.findings), debt: list(row?.debt) };
}

/** A registry whose files are read when they are asked for. */
export function readingIn(
  { office, units, ofSettings }: Pick<SettingsState, 'office' | 'units' | 'ofSettings'>,
  source: Reading['source'],
  facts: (plain: Omit<Reading, 'facts'>) => Reading['facts'],
): Reading {
  const refusal: Reading['refusal'] = (file) => {
    const found = source(file);
    return found && refuseFiles([found]).get(file);
  };
  const read =
    <T>(kind: FileKind, make: (file: string, bytes: Uint8Array) => T) =>
    (file: string): T | undefined => {
      const found = isKind(kind, file) && !refusal(file) ? source(file) : undefined;
      return found && make(file, found.bytes);
    };
  const plain = {
    office,
    units,
    source,
    refusal,
    project: read('project', READ.project),
    log: read('records', READ.records),
    reference: read('reference', READ.reference),
    ofSettings: (file: string) => ofSettings.get(file) ?? [],
  };
  return { ...plain, facts: facts(plain) };
}

function stockIn(
  base: DatabaseSync,
  state: <T>(name: string) => T,
  { project, reference, units, facts }: Reading,
  expect: Tip['expect'],
): Stock {
  const at = base.prepare('select path from stock where number = ?');
  const numbered = base.prepare('select number from stock where id = ?');
  const filed = base.prepare(
    'select path from stock where unit = ? and ended = 0 and filed >= ? and filed <= ? order by filed desc, id limit ?',
  );
  const known = new Map<number, Existing>();
  const pathOf = (number: number): string => String(at.get(number)?.path ?? '');
  const withLogs = (paths: readonly string[]): void =>
    expect(paths.flatMap((path) => [path, recordsFile(idOf('project', path) ?? '')]));
  return {
    columns: state<Columns>('columns'),
    space: state<LatentSpace>('space'),
    existing: (number) => {
      const before = known.get(number);
      if (before) return before;
      const made = existingIn(pathOf(number));
      known.set(number, made);
      return made;
    },
    expect: (numbers) => withLogs(numbers.map(pathOf)),
    numberOf: (id) => numbered.get(id)?.number as number | undefined,
    filedBy: (unit, from, to, most) => {
      const paths = filed.all(unit, from, to, most).map(({ path }) => String(path));
      withLogs(paths);
      return paths.flatMap((path) => project(path)?.entry ?? []);
    },
  };

  function existingIn(path: string): Existing {
    const entry = project(path)?.entry;
    if (entry) {
      const need = needOfFiling(entry, units, isFinal(facts.lifeOf(entry).state));
      return { need, standing: '已登记', entry };
    }
    const other = reference(path);
    if (!other) throw new Error(`The stock has no entry at 「${path}」`);
    return { need: needOfReference(other.id, other.record), standing: '参考项目' };
  }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
