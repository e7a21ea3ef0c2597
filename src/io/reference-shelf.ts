import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { identityOf, type LedgerReference } from '../ledger/row.ts';
import { parseFile } from '../text/file.ts';
import { slugFor, stableSuffix } from './slug.ts';

/** Where a reference stands or will stand; without `text` it is new. */
export interface Place {
  readonly name: string;
  readonly text?: string;
}

interface Volume extends Required<Place> {
  readonly identity: string;
  readonly readable: boolean;
}

/** The references of a registry: found by what they are, and by the name that an import once gave them. */
export class ReferenceShelf {
  readonly #byName = new Map<string, Volume>();
  readonly #byIdentity = new Map<string, Volume>();
  /** Names that this import has given away. */
  readonly #given = new Set<string>();

  /** Reads the folder; a folder that is not there is an empty shelf. */
  static async open(folder: string): Promise<ReferenceShelf> {
    const shelf = new ReferenceShelf();
    for (const name of (await listFolder(folder)).filter((entry) => entry.endsWith('.md')).sort()) {
      shelf.#add(name, await readFile(join(folder, name)));
    }
    return shelf;
  }

  #add(name: string, bytes: Uint8Array): void {
    const { head, text } = parseFile(bytes);
    const identity = identityOf((label) => {
      const value = head.raw[label];
      return typeof value === 'string' ? value : undefined;
    });
    const volume = { name, text, identity, readable: !head.lost && head.damaged.size === 0 };
    this.#byName.set(name, volume);
    if (volume.readable && !this.#byIdentity.has(identity)) this.#byIdentity.set(identity, volume);
  }

  /** The place of a reference; each place is given once. */
  placeOf(reference: LedgerReference): Place {
    const place = this.#byIdentity.get(reference.identity) ?? this.#byGivenName(reference);
    this.#given.add(place.name);
    return place;
  }

  /** The file of that name, although someone has since put its unit or its name right; else the first free name. */
  #byGivenName({ identity, values }: LedgerReference): Place {
    for (let attempt = 1; ; attempt++) {
      const suffix = stableSuffix(attempt === 1 ? identity : `${identity}\n${attempt}`);
      const name = `${slugFor(values.get('名称') ?? '', suffix)}.md`;
      if (this.#given.has(name)) continue;
      const volume = this.#byName.get(name);
      if (!volume) return { name };
      if (!volume.readable || isAkin(volume.identity, identity)) return volume;
    }
  }
}

/** The same project with one of its three marks corrected: 名称 or 来源 is still the same. */
function isAkin(a: string, b: string): boolean {
  const [nameA, , sourceA] = a.split('\n');
  const [nameB, , sourceB] = b.split('\n');
  return nameA === nameB || sourceA === sourceB;
}

async function listFolder(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
