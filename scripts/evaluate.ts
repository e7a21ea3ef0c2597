import { readFileSync } from 'node:fs';
import { readLexicon } from '../src/domain/lexicon.ts';
import { loadRegistry } from '../src/io/registry.ts';
import { readFast } from '../src/parse/head.ts';
import { Engine, type Need } from '../src/similarity/engine.ts';
import { MUST_ANSWER, prepare } from '../src/similarity/rank.ts';
import { exactName, type Scorer, tfIdf } from './evaluate/baselines.ts';
import { type Judged, type Rates, retrieval, thresholdRates } from './evaluate/measure.ts';
import { PERTURBATIONS } from './evaluate/perturb.ts';

/** `npm run evaluate`: how well similar projects are found, beside baselines, with and without the lexicon. */
const rows = (file: string): Record<string, string>[] =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

const pool = new Map<string, Need>();
function known(name = '', description = ''): Need {
  const key = `${name}|${description}`;
  const need = pool.get(key) ?? { id: String(pool.size), name, description };
  pool.set(key, need);
  return need;
}

for (const { name, description } of rows('tests/evaluation/records.jsonl')) known(name, description);
const { references } = await loadRegistry('registry');
for (const { record } of references) known(record.name, record.content);
const pairs: Judged[] = rows('tests/evaluation/pairs.jsonl').map((row) => ({
  a: known(row.a_name, row.a_desc),
  b: known(row.b_name, row.b_desc),
  label: row.label as Judged['label'],
}));
const { concepts } = readLexicon(readFast(readFileSync('registry/lexicon.yaml', 'utf8')) ?? {});
const needs = [...pool.values()];

function scorer(lexicon: typeof concepts): Scorer {
  const engine = new Engine(lexicon);
  prepare(engine, needs);
  const ready = new Map<Need, ReturnType<Engine['features']>>();
  const features = (need: Need) => {
    const made = ready.get(need) ?? engine.features(need);
    ready.set(need, made);
    return made;
  };
  return (a, b) => engine.compare(features(a), features(b)).score;
}

const full = scorer(concepts);
const percent = (value: number): string => (Number.isNaN(value) ? '—' : value.toFixed(3));
console.log(
  `${needs.length} projects, ${pairs.length} judged pairs; recall@5 and MRR over both directions of the duplicates\n`,
);
console.log('method                    recall@1 recall@5 MRR');
for (const [name, score] of [
  ['exact name', exactName],
  ['bigram TF-IDF', tfIdf(needs)],
  ['engine without lexicon', scorer([])],
  ['engine', full],
] as const) {
  print(name, retrieval(score, pairs, needs));
}
console.log('\nengine, query perturbed');
for (const [name, perturb] of Object.entries(PERTURBATIONS))
  print(name, retrieval(full, pairs, needs, perturb));

const rates = thresholdRates(full, pairs, MUST_ANSWER);
console.log(
  `\nmust-answer at ${MUST_ANSWER}: precision ${percent(rates.precision)}, recall ${percent(rates.recall)} (duplicate against distinct)`,
);
console.log('These pairs were used in development; they do not prove the same for projects never seen.');

function print(name: string, { recall1, recall5, mrr }: Rates): void {
  console.log(`${name.padEnd(25)} ${percent(recall1)}    ${percent(recall5)}    ${percent(mrr)}`);
}
