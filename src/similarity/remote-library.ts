import type { Finder } from './finder.ts';
import type { Candidate } from './judge.ts';
import { finderOfDigests } from './library.ts';
import { type ModuleTable, NO_MODULES } from './module-table.ts';
import { moduleTable, seekModules } from './modules.ts';
import { type Unpacked, unpack } from './pack.ts';
import { comparePlan, type PlanAnswer } from './remote-plan.ts';
import { isTelling } from './telling.ts';
import { fileOf, readTexts, StaleError } from './texts.ts';
import type { Need } from './types.ts';

/** Reads one file below the folder of the index, as JSON. Throws when it cannot. */
export type ReadFile = (path: string) => Promise<unknown>;

/** A candidate with its whole text, for showing where the two are alike. */
export interface Found {
  readonly candidate: Candidate;
  readonly other: Need;
}

export interface Answer {
  readonly found: readonly Found[];
  /** False when the need says too little for 「没有找到」 to mean anything. */
  readonly telling: boolean;
  /** The need module by module, and who has each already; empty where it says too little. */
  readonly modules: ModuleTable;
}

/** What the unit of a plan has filed lately, by ids, the latest first; and the ids that the plan names already. */
export interface LatelyFiled {
  readonly ids: readonly string[];
  readonly excused: readonly string[];
}

/** The entries of a registry that lie in files elsewhere. */
export interface RemoteLibrary {
  readonly find: (need: Need, limit: number) => Promise<Answer>;
  /** The same for a plan, module by module besides. */
  readonly compare: (need: Need, lately?: LatelyFiled) => Promise<PlanAnswer>;
}

/**
 * Opens the index; whole texts follow as they are wanted. Finds what `libraryOfRegistry` finds. Throws whenever
 * something cannot be read: nobody may take that for 「没有找到」.
 */
export async function openLibrary(read: ReadFile, stamp: string): Promise<RemoteLibrary> {
  const unpacked = unpack(await read('index.json'));
  if (unpacked.stamp !== stamp) throw new StaleError(`The index is not of the state ${stamp}`);
  const finder = provenFinder(unpacked);
  const texts = textsOf(read, unpacked);
  const find = async (need: Need, limit: number): Promise<Answer> => {
    const asked = finder.ask(need);
    const telling = isTelling(asked);
    const hits = finder.likeliest(asked, limit);
    const sought = telling ? seekModules(finder, need) : [];
    const wanted = [...hits, ...sought.flatMap((module) => module.hits)].map(({ number }) => number);
    const others = await texts([...new Set(wanted)]);
    const byId = new Map([...others.values()].map((other) => [other.id, other]));
    const listed = finder.list(asked, hits, (number) => others.get(number), limit);
    const found = listed.flatMap((candidate) => {
      const other = byId.get(candidate.id);
      return other ? [{ candidate, other }] : [];
    });
    const modules = telling ? moduleTable(finder, need, sought, (number) => others.get(number)) : NO_MODULES;
    return { found, telling, modules };
  };
  const numberOf = new Map(unpacked.digests.map(({ id }, number) => [id, number]));
  return {
    find,
    compare: (need, { ids, excused } = { ids: [], excused: [] }) => {
      const numbers = ids.flatMap((id) => numberOf.get(id) ?? []);
      return comparePlan(finder, need, texts, { numbers, excused });
    },
  };
}

/** The finder, once it has proved that it finds: an entry must come up for its own name and terms. */
function provenFinder({ by, digests, space }: Unpacked): Finder {
  const finder = finderOfDigests(by, digests, space);
  const planted = digests.findIndex(
    ({ act }, number) => act === '建设' && finder.features(number).grams.length > 0,
  );
  if (planted >= 0 && !finder.finds(planted)) throw new Error('The search does not find what is there');
  return finder;
}

/** The whole needs of some numbers; a file is read once, and again only when reading it failed. */
function textsOf(
  read: ReadFile,
  { stamp, digests }: Unpacked,
): (numbers: readonly number[]) => Promise<ReadonlyMap<number, Need>> {
  const files = new Map<number, Promise<ReadonlyMap<number, Need>>>();
  const open = (file: number): Promise<ReadonlyMap<number, Need>> => {
    const known = files.get(file);
    if (known) return known;
    const reading = read(`texts/${file}.json`).then((raw) => readTexts(raw, file, stamp));
    files.set(file, reading);
    reading.catch(() => files.delete(file));
    return reading;
  };
  return async (numbers) => {
    const opened = await Promise.all([...new Set(numbers.map(fileOf))].map(open));
    const all = new Map(opened.flatMap((needs) => [...needs]));
    return new Map(
      numbers.map((number) => {
        const need = all.get(number);
        if (need?.id !== digests[number]?.id || !need) throw new Error(`The texts lack entry ${number}`);
        return [number, need];
      }),
    );
  };
}
