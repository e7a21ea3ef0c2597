import { DRAFT_FORMAT, type Draft, type DraftVersion, withVersion } from '../../../declare/draft.ts';

/** Where drafts stay: on this computer, or as long as the tab is open. */
export type Keeping = 'here' | 'tab';

/** Drafts of this browser, several of them, each with its earlier states. No draft holds what is personal in the clear. */
export interface DraftStore {
  keeping(): Keeping | undefined;
  /** Moves everything that is kept to the other place. */
  keep(where: Keeping): void;
  list(): readonly Draft[];
  read(id: string): Draft | undefined;
  versions(id: string): readonly DraftVersion[];
  /** False when the browser keeps nothing (no room, or forbidden). */
  write(draft: Draft): boolean;
  addVersion(id: string, version: DraftVersion): boolean;
  remove(id: string): void;
}

const DRAFT = 'declare-draft:';
const VERSIONS = 'declare-versions:';
const KEEPING = 'declare-keep';

/** The drafts in the browser's own storages. */
export function draftStore(places: {
  readonly here: () => Storage;
  readonly tab: () => Storage;
}): DraftStore {
  const both = (['here', 'tab'] as const).map((where) => ({ where, storage: allowed(places[where]) }));
  const of = (where: Keeping): Storage | undefined => both.find((one) => one.where === where)?.storage;
  /** A browser that keeps nothing cannot keep this answer either; it is not asked for again and again. */
  let chosen: Keeping | undefined;
  const keeping = (): Keeping | undefined => {
    if (chosen !== undefined) return chosen;
    const said = both.map(({ storage }) => storage && allowed(() => storage.getItem(KEEPING)));
    return said.find((one): one is Keeping => one === 'here' || one === 'tab');
  };
  const current = (): Storage | undefined => of(keeping() ?? 'tab');

  const parse = <T>(storage: Storage, key: string): T | undefined => {
    const text = allowed(() => storage.getItem(key));
    return text ? (allowed(() => JSON.parse(text)) as T | undefined) : undefined;
  };
  const find = <T>(key: string): T | undefined =>
    both.reduce<T | undefined>(
      (found, { storage }) => found ?? (storage && parse<T>(storage, key)),
      undefined,
    );

  const store: DraftStore = {
    keeping,
    keep: (where) => {
      chosen = where;
      const [to, from] = [of(where), of(where === 'here' ? 'tab' : 'here')];
      if (!to) return;
      for (const key of from ? keysOf(from) : []) {
        const text = from && allowed(() => from.getItem(key));
        if (text && write(to, key, text)) allowed(() => from?.removeItem(key));
      }
      allowed(() => from?.removeItem(KEEPING));
      write(to, KEEPING, where);
    },
    list: () => {
      const keys = both.flatMap(({ storage }) => (storage ? keysOf(storage) : []));
      const drafts = keys.filter((key) => key.startsWith(DRAFT)).flatMap((key) => find<Draft>(key) ?? []);
      const sound = drafts.filter((draft) => draft.format === DRAFT_FORMAT);
      return sound.sort((a, b) => (a.savedAt < b.savedAt ? 1 : -1));
    },
    read: (id) => find<Draft>(DRAFT + id),
    versions: (id) => find<DraftVersion[]>(VERSIONS + id) ?? [],
    write: (draft) => {
      const storage = current();
      return (
        storage !== undefined &&
        makeRoom(storage, draft.id, () => write(storage, DRAFT + draft.id, JSON.stringify(draft)))
      );
    },
    addVersion: (id, version) => {
      const storage = current();
      const all = withVersion(store.versions(id), version);
      return (
        storage !== undefined &&
        makeRoom(storage, id, () => write(storage, VERSIONS + id, JSON.stringify(all)))
      );
    },
    remove: (id) => {
      for (const { storage } of both) {
        allowed(() => storage?.removeItem(DRAFT + id));
        allowed(() => storage?.removeItem(VERSIONS + id));
      }
    },
  };
  return store;
}

function keysOf(storage: Storage): string[] {
  const keys = Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? '');
  return keys.filter((key) => key.startsWith(DRAFT) || key.startsWith(VERSIONS));
}

function write(storage: Storage, key: string, text: string): boolean {
  const written = allowed(() => {
    storage.setItem(key, text);
    return true;
  });
  return written === true;
}

/** When there is no room, earlier states go first, the oldest half of each: never a draft. */
function makeRoom(storage: Storage, id: string, attempt: () => boolean): boolean {
  if (attempt()) return true;
  const keys = keysOf(storage).filter((key) => key.startsWith(VERSIONS));
  for (const key of [...keys.filter((one) => one !== VERSIONS + id), VERSIONS + id]) {
    const all = allowed(() => JSON.parse(storage.getItem(key) ?? '[]') as DraftVersion[]) ?? [];
    allowed(() => storage.setItem(key, JSON.stringify(all.slice(0, Math.floor(all.length / 2)))));
    if (attempt()) return true;
  }
  return false;
}

/** A browser may forbid to keep anything: then the page works on without. */
function allowed<T>(use: () => T): T | undefined {
  try {
    return use();
  } catch {
    return undefined;
  }
}
