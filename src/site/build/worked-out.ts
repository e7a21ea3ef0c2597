import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { CheckResult, Judgement } from '../../check.ts';
import { readJudged } from '../../io/registry.ts';
import { replaceFile } from '../../io/replace-file.ts';
import { finderOfDigests } from '../../similarity/library.ts';
import { unpack } from '../../similarity/pack.ts';
import { readTexts } from '../../similarity/texts.ts';
import type { Need } from '../../similarity/types.ts';
import type { SimilarModel, SimilarOff } from './similar-model.ts';
import type { SimilarSite } from './similar-site.ts';
import { type Alike, alikeOf } from './similar-view.ts';

/**
 * What a process beside the pages works out once for them: the judgement of the registry, and what is like each entry.
 * The pages read it from a folder as it comes; each file is there whole or not at all.
 */
const FILES = {
  judged: 'judged.json',
  entries: 'entries.json',
  similar: 'similar.json',
  alike: (part: number) => `alike-${part}.jsonl`,
  places: (part: number) => `alike-${part}.json`,
  failed: 'failed',
  index: 'index.json',
  texts: (file: number) => `texts-${file}.json`,
} as const;

/** Where the pages of this build find it; undefined where each page works out itself what it needs, as in `npm run dev`. */
export function besideFolder(): string | undefined {
  return process.env.REGISTRY_WORKED_OUT;
}

type Judged = Judgement & Pick<CheckResult, 'today'>;

/** Looks at a page this often whether what it waits for is there. In milliseconds. */
const PATIENCE = 50;

/** Writes the judgement of a registry for the pages, and which pages of projects there are. */
export function writeJudged(
  folder: string,
  { today, findings, debt, notes, checked, projects }: CheckResult,
): void {
  mkdirSync(folder, { recursive: true });
  replaceFile(join(folder, FILES.entries), JSON.stringify(projects.map(({ entry }) => entry.id)));
  replaceFile(
    join(folder, FILES.judged),
    JSON.stringify({ today, findings, debt, notes, checked } satisfies Judged),
  );
}

/** The registry below `root` with the judgement that was written for it. */
export async function readRegistryJudged(folder: string, root: string): Promise<CheckResult> {
  await waitFor(folder, FILES.judged);
  return readJudged(root, readJudgement(folder));
}

/** The judgement that was written. */
export function readJudgement(folder: string): Judged {
  return JSON.parse(read(folder, FILES.judged)) as Judged;
}

/** The ids of the projects that were judged, in the order of their files. */
export function readEntryIds(folder: string): readonly string[] {
  return JSON.parse(read(folder, FILES.entries)) as string[];
}

/** What is written of the search itself: `parts` is in how many parts that is written what is like each entry. */
type Written = Pick<SimilarSite, 'stamp' | 'files'> & { readonly parts: number };

/** Writes what the pages need of the search for similar projects, all but what is like each entry. */
export function writeSimilar(folder: string, model: SimilarModel | SimilarOff, parts: number): void {
  if (typeof model === 'string') {
    replaceFile(join(folder, FILES.similar), JSON.stringify(model));
    return;
  }
  replaceFile(join(folder, FILES.index), JSON.stringify(model.pack));
  for (const [at, texts] of model.texts.entries())
    replaceFile(join(folder, FILES.texts(at)), JSON.stringify(texts));
  const { stamp, texts } = model;
  replaceFile(
    join(folder, FILES.similar),
    JSON.stringify({ stamp, files: texts.length, parts } satisfies Written),
  );
}

/**
 * Works out what is like each entry of one of so many parts, from what was written of the search, and writes it: a line an
 * entry, and where each line begins and ends.
 */
export function writeAlike(folder: string, part: number, parts: number): void {
  const { digests, by, space } = unpack(JSON.parse(read(folder, FILES.index)));
  const { stamp, files } = JSON.parse(read(folder, FILES.similar)) as Written;
  const needs = Array.from({ length: files }, (_, file) => [
    ...readTexts(JSON.parse(read(folder, FILES.texts(file))), file, stamp).values(),
  ]).flat();
  const needOf = (number: number): Need | undefined => needs[number];
  const finder = finderOfDigests(by, digests, space);
  const among = { finder, needOf };
  const places: Record<string, readonly [from: number, to: number]> = {};
  const lines: Buffer[] = [];
  let from = 0;
  const first = Math.floor((digests.length * part) / parts);
  const end = Math.floor((digests.length * (part + 1)) / parts);
  for (let number = first; number < end; number++) {
    const need = needOf(number);
    if (!need) throw new Error(`The text of entry ${number} is not there`);
    const line = Buffer.from(`${JSON.stringify(alikeOf(among, finder.entry(number, need)))}\n`);
    places[need.id] = [from, from + line.length];
    from += line.length;
    lines.push(line);
  }
  replaceFile(join(folder, FILES.alike(part)), Buffer.concat(lines));
  replaceFile(join(folder, FILES.places(part)), JSON.stringify(places));
}

/** Says to pages that wait that nothing more will come. */
export function giveUp(folder: string): void {
  mkdirSync(folder, { recursive: true });
  replaceFile(join(folder, FILES.failed), '');
}

/** What was written of the search for similar projects, read when a page asks for it. */
export async function readSimilar(folder: string): Promise<SimilarSite | SimilarOff> {
  const known = JSON.parse(await take(folder, FILES.similar)) as SimilarOff | Written;
  if (typeof known === 'string') return known;
  const { stamp, files, parts } = known;
  let all: Promise<(id: string) => readonly Alike[]> | undefined;
  return {
    stamp,
    files,
    index: () => read(folder, FILES.index),
    texts: (file) => read(folder, FILES.texts(file)),
    alike: async (id) => {
      all ??= readAlike(folder, parts);
      return (await all)(id);
    },
  };
}

/** Whether nobody who asks what is like an entry would have to wait. */
export function isAlikeThere(folder: string): boolean {
  if (!existsSync(join(folder, FILES.similar))) return false;
  const known = JSON.parse(read(folder, FILES.similar)) as SimilarOff | Written;
  if (typeof known === 'string') return true;
  return Array.from({ length: known.parts }, (_, part) => FILES.places(part)).every((name) =>
    existsSync(join(folder, name)),
  );
}

async function readAlike(folder: string, parts: number): Promise<(id: string) => readonly Alike[]> {
  const written = await Promise.all(
    Array.from({ length: parts }, async (_, part) => {
      const places = JSON.parse(await take(folder, FILES.places(part))) as Record<string, [number, number]>;
      return { lines: readFileSync(join(folder, FILES.alike(part))), places };
    }),
  );
  return (id) => {
    const part = written.find(({ places }) => Object.hasOwn(places, id));
    return part ? (JSON.parse(part.lines.toString('utf8', ...(part.places[id] ?? []))) as Alike[]) : [];
  };
}

async function take(folder: string, name: string): Promise<string> {
  await waitFor(folder, name);
  return read(folder, name);
}

async function waitFor(folder: string, name: string): Promise<void> {
  const path = join(folder, name);
  while (!existsSync(path)) {
    if (existsSync(join(folder, FILES.failed))) throw new Error(`${name} was not worked out for the pages`);
    await pause(PATIENCE);
  }
}

function read(folder: string, name: string): string {
  return readFileSync(join(folder, name), 'utf8');
}
