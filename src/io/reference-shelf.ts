import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { referenceName } from '../filing/reference-name.ts';
import { type Identity, identityOf, nearness } from '../ledger/identity.ts';
import type { NamesUnit } from '../registry/unit-names.ts';
import { parseFile } from '../text/file.ts';

/** Where a reference stands or will stand; without `text` it is new. */
export interface Place {
  readonly name: string;
  readonly text?: string;
}

interface Volume extends Required<Place> {
  readonly identity: Identity;
  readonly readable: boolean;
}

type Values = ReadonlyMap<string, string>;

/** The references of a registry: found by what they are, and by the name that an import once gave them. */
export class ReferenceShelf {
  readonly #byName = new Map<string, Volume>();
  readonly #byTitle = new Map<string, Volume[]>();
  /** Names that this import has given away. */
  readonly #given = new Set<string>();
  readonly #namesUnit: NamesUnit | undefined;

  constructor(namesUnit?: NamesUnit) {
    this.#namesUnit = namesUnit;
  }

  /** Reads the folder; a folder that is not there is an empty shelf. */
  static open(folder: string, namesUnit?: NamesUnit): ReferenceShelf {
    const shelf = new ReferenceShelf(namesUnit);
    for (const name of listFolder(folder)
      .filter((entry) => entry.endsWith('.md'))
      .sort()) {
      shelf.#add(name, readFileSync(join(folder, name)));
    }
    return shelf;
  }

  #add(name: string, bytes: Uint8Array): void {
    const { head, text } = parseFile(bytes);
    const identity = identityOf((label) => {
      const value = head.raw[label];
      return typeof value === 'string' ? value : undefined;
    }, this.#namesUnit);
    const volume = { name, text, identity, readable: !head.lost && head.damaged.size === 0 };
    this.#byName.set(name, volume);
    if (volume.readable)
      this.#byTitle.set(identity.core, [...(this.#byTitle.get(identity.core) ?? []), volume]);
  }

  /** The place of a reference; each place is given once. */
  placeOf(values: Values): Place {
    const place = this.#alike(values) ?? this.#byGivenName(values);
    this.#given.add(place.name);
    return place;
  }

  /** The nearest file of the same project that this import has not used yet. */
  #alike(values: Values): Volume | undefined {
    const identity = identityOf((label) => values.get(label), this.#namesUnit);
    const near = (this.#byTitle.get(identity.core) ?? []).filter(({ name }) => !this.#given.has(name));
    const rated = near.map((volume) => ({ volume, score: scoreOf(volume.identity, identity) }));
    return rated.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score)[0]?.volume;
  }

  /** The file of that name, although someone has since put its unit or its name right; else the first free name. */
  #byGivenName(values: Values): Place {
    const identity = identityOf((label) => values.get(label), this.#namesUnit);
    for (let attempt = 1; ; attempt++) {
      const name = referenceName(values, attempt);
      if (this.#given.has(name)) continue;
      const volume = this.#byName.get(name);
      if (!volume) return { name };
      if (!volume.readable || isCorrected(volume.identity, identity)) return volume;
    }
  }
}

/** Of several files of one source the one of the same year and amount, so that a ledger of yearly work stays in order. */
function scoreOf(a: Identity, b: Identity): number {
  const near = nearness(a, b);
  if (near === 0) return 0;
  return (
    near * 8 + (a.name === b.name ? 4 : 0) + (a.year === b.year ? 2 : 0) + (a.amount === b.amount ? 1 : 0)
  );
}

/** The same project with one of its marks put right: the name or the source is still the same. */
function isCorrected(a: Identity, b: Identity): boolean {
  return a.name === b.name || a.source === b.source;
}

function listFolder(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
