/**
 * Sealed attachments of a draft. Only the office can open them, so they may lie on this computer as the draft does; they
 * are too large for its storage, and lie in a database of their own. Where drafts stay with the tab, they stay in memory.
 */
import type { Keeping } from './draft-store.ts';

/** One sealed file as it travels with the form. */
export interface SealedAttachment {
  /** Its name in the filing's folder. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  /** The id of the filing that it was sealed for: for another one it does not open. */
  readonly sealedFor: string;
}

export interface SealedStore {
  /** Those of the open draft. */
  readonly files: ReadonlyMap<string, SealedAttachment>;
  /** Goes over to a draft; `told` when its files are there. */
  open(draftId: string): Promise<void>;
  /** False when the browser does not keep it: it then lasts as long as the page. */
  add(one: SealedAttachment): Promise<boolean>;
  /** Those of any draft. */
  of(draftId: string): Promise<readonly SealedAttachment[]>;
  remove(draftId: string): Promise<void>;
  /** Drafts stay elsewhere from now on. */
  moved(where: Keeping): Promise<void>;
}

export function sealedStore(keeping: () => Keeping | undefined): SealedStore {
  const files = new Map<string, SealedAttachment>();
  let current = '';

  const keep = (one: SealedAttachment): Promise<boolean> =>
    use('readwrite', (store) => store.put(one, keyOf(current, one.name))).then(
      () => true,
      () => false,
    );
  const read = (id: string): Promise<readonly SealedAttachment[]> =>
    use<SealedAttachment[]>('readonly', (store) => store.getAll(allOf(id))).catch(() => []);
  const forget = (id: string): Promise<unknown> =>
    use('readwrite', (store) => store.delete(allOf(id))).catch(() => undefined);

  return {
    files,
    open: async (id) => {
      if (id === current) return;
      current = id;
      files.clear();
      const kept = await read(id);
      if (id === current) for (const one of kept) files.set(one.name, one);
    },
    add: async (one) => {
      files.set(one.name, one);
      return keeping() === 'here' && (await keep(one));
    },
    of: async (id) => (id === current ? [...files.values()] : read(id)),
    remove: async (id) => {
      if (id === current) files.clear();
      await forget(id);
    },
    moved: async (where) => {
      if (where === 'tab') await forget(current);
      else await Promise.all([...files.values()].map(keep));
    },
  };
}

const NAME = 'declare-sealed';
const FILES = 'files';
const keyOf = (draftId: string, name: string): string => `${draftId}/${name}`;
const allOf = (draftId: string): IDBKeyRange => IDBKeyRange.bound(`${draftId}/`, `${draftId}/\uffff`);

/** One request to the database. Rejected where the browser has none, forbids it or has no room. */
async function use<T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const opening = indexedDB.open(NAME, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(FILES);
  const database = await resultOf(opening);
  try {
    return await resultOf(act(database.transaction(FILES, mode).objectStore(FILES)));
  } finally {
    database.close();
  }
}

function resultOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((done, fail) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error);
  });
}
