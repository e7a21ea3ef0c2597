import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { CheckResult } from '../../check.ts';
import { replaceFile } from '../../io/replace-file.ts';
import { BY_PATH, saidIn } from '../../judging/questions.ts';
import { isFinal } from '../../records/lifecycle/states.ts';
import type { GivenNumber } from '../../registry/read-numbers.ts';
import type { Columns } from '../../similarity/columns.ts';
import { latestFirst } from '../../similarity/filed-lately.ts';
import type { LatentSpace } from '../../similarity/latent.ts';
import type { Concept } from '../../similarity/lexicon/lexicon.ts';
import { buildModel, type Later, laterPhases } from '../view/model.ts';
import type { SimilarModel, SimilarOff } from './similar-model.ts';

/**
 * What a whole build leaves behind, so that the page of one changed entry can be drawn again without reading all others:
 * what the settings come to, which files answer which question, and what entries are compared with.
 */
export interface KeptSite {
  readonly today: string;
  readonly settings: Pick<CheckResult, 'office' | 'units'> & { readonly given: readonly GivenNumber[] };
  /** The files that have a part in answering a question. */
  readonly said: ReadonlyMap<string, readonly string[]>;
  /** Later phases by the id of the earlier project. */
  readonly later: ReadonlyMap<string | undefined, readonly Later[]>;
  /** Ids of the filings that the check of the whole registry compared. */
  readonly compared: ReadonlySet<string>;
  /** Ids of what a unit has filed and still holds, the latest first. */
  readonly held: ReadonlyMap<string, readonly string[]>;
  readonly similar: KeptSearch | SimilarOff;
}

/** The search for similar projects. */
export interface KeptSearch {
  readonly concepts: readonly Concept[];
  readonly threshold: number | undefined;
  readonly columns: Columns;
  readonly space: LatentSpace;
}

const FILE = 'state';

/** Writes it down. */
export function writeKept(folder: string, registry: CheckResult, similar: SimilarModel | SimilarOff): void {
  const { projects, records, today, office, units, given = [] } = registry;
  const entries = projects.map(({ entry }) => entry);
  const sound = [...entries, ...records.values()].sort((a, b) => (a.file < b.file ? -1 : 1));
  const live = entries.filter((entry) => !isFinal(registry.lifeOf(entry).state)).sort(latestFirst);
  const ids = ([unit, held]: readonly [string, readonly { readonly id: string }[]]) =>
    [unit, held.map(({ id }) => id)] as const;
  const kept: KeptSite = {
    today,
    settings: { office, units, given },
    said: new Map([...saidIn({ projects, records, sound })].filter(([question]) => !BY_PATH.test(question))),
    later: laterPhases(buildModel(registry).projects),
    compared: new Set(registry.similar.map(({ entry }) => entry.id)),
    held: new Map([...Map.groupBy(live, ({ unit }) => unit)].map(ids)),
    similar: typeof similar === 'string' ? similar : searchOf(similar),
  };
  replaceFile(join(folder, FILE), serialize(kept));
}

function searchOf({ pack, library: { columns, space } }: SimilarModel): KeptSearch {
  return { ...pack.contents.by, columns, space };
}

/** Reads it. Throws where there is none. */
export function readKept(folder: string): KeptSite {
  return deserialize(readFileSync(join(folder, FILE))) as KeptSite;
}
