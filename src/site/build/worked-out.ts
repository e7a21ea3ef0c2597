import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { CheckResult, Judgement } from '../../check.ts';
import { readJudged } from '../../io/registry.ts';
import type { SimilarModel, SimilarOff } from './similar-model.ts';
import { type Alike, alikeOf, type SimilarSite } from './similar-site.ts';

/**
 * What a process beside the pages works out once for them: the judgement of the registry, and what is like each entry.
 * The pages read it from a folder as it comes; each file is there whole or not at all.
 */
const FILES = {
  judged: 'judged.json',
  similar: 'similar.json',
  alike: 'alike.jsonl',
  places: 'alike-places.json',
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

/** Writes the judgement of a registry for the pages. */
export function writeJudged(folder: string, { today, findings, debt, notes, checked }: CheckResult): void {
  mkdirSync(folder, { recursive: true });
  put(folder, FILES.judged, JSON.stringify({ today, findings, debt, notes, checked } satisfies Judged));
}

/** The registry below `root` with the judgement that was written for it. */
export async function readRegistryJudged(folder: string, root: string): Promise<CheckResult> {
  const judged = JSON.parse(await take(folder, FILES.judged)) as Judged;
  return readJudged(root, judged);
}

/** Writes what the pages need of the search for similar projects, all but what is like each entry. */
export function writeSimilar(folder: string, model: SimilarModel | SimilarOff): void {
  if (typeof model === 'string') {
    put(folder, FILES.similar, JSON.stringify(model));
    return;
  }
  put(folder, FILES.index, JSON.stringify(model.pack));
  for (const [at, texts] of model.texts.entries()) put(folder, FILES.texts(at), JSON.stringify(texts));
  put(folder, FILES.similar, JSON.stringify({ stamp: model.stamp, files: model.texts.length }));
}

/** Works out what is like each entry, and writes it: a line an entry, and where each line begins and ends. */
export function writeAlike(folder: string, model: SimilarModel | SimilarOff): void {
  const places: Record<string, readonly [from: number, to: number]> = {};
  const lines: Buffer[] = [];
  let from = 0;
  for (const { id } of typeof model === 'string' ? [] : model.library.needs) {
    const line = Buffer.from(`${JSON.stringify(alikeOf(model as SimilarModel, id))}\n`);
    places[id] = [from, from + line.length];
    from += line.length;
    lines.push(line);
  }
  put(folder, FILES.alike, Buffer.concat(lines));
  put(folder, FILES.places, JSON.stringify(places));
}

/** Says to pages that wait that nothing more will come. */
export function giveUp(folder: string): void {
  mkdirSync(folder, { recursive: true });
  put(folder, FILES.failed, '');
}

/** What was written of the search for similar projects, read when a page asks for it. */
export async function readSimilar(folder: string): Promise<SimilarSite | SimilarOff> {
  const known = JSON.parse(await take(folder, FILES.similar)) as
    | SimilarOff
    | Pick<SimilarSite, 'stamp' | 'files'>;
  if (typeof known === 'string') return known;
  let all: Promise<(id: string) => readonly Alike[]> | undefined;
  return {
    ...known,
    index: () => readFileSync(join(folder, FILES.index), 'utf8'),
    texts: (file) => readFileSync(join(folder, FILES.texts(file)), 'utf8'),
    alike: async (id) => {
      all ??= readAlike(folder);
      return (await all)(id);
    },
  };
}

async function readAlike(folder: string): Promise<(id: string) => readonly Alike[]> {
  const places = JSON.parse(await take(folder, FILES.places)) as Record<string, readonly [number, number]>;
  const lines = readFileSync(join(folder, FILES.alike));
  return (id) => {
    const place = places[id];
    return place ? (JSON.parse(lines.toString('utf8', ...place)) as readonly Alike[]) : [];
  };
}

function put(folder: string, name: string, content: string | Buffer): void {
  const path = join(folder, name);
  writeFileSync(`${path}.new`, content);
  renameSync(`${path}.new`, path);
}

async function take(folder: string, name: string): Promise<string> {
  const path = join(folder, name);
  while (!existsSync(path)) {
    if (existsSync(join(folder, FILES.failed))) throw new Error(`${name} was not worked out for the pages`);
    await pause(PATIENCE);
  }
  return readFileSync(path, 'utf8');
}
