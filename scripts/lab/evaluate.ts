import { writeFileSync } from 'node:fs';
import { readLexiconFile } from '../../src/io/lexicon-file.ts';
import { say } from '../../src/io/say.ts';
import { libraryOfBatch } from '../../src/similarity/library.ts';
import { thresholdFor, WANTED_PRECISION } from '../../src/similarity/score.ts';
import { answersOf } from './evaluate/answers.ts';
import { readEvaluation } from './evaluate/data.ts';
import { evaluateSet, type Variant } from './evaluate/evaluate-set.ts';
import { fitModel } from './evaluate/fit.ts';
import { freeze, freezeSpace, writeFrozen } from './evaluate/freeze.ts';
import { readOwnPool } from './evaluate/graded.ts';
import { poolResults, poolText } from './evaluate/graded-report.ts';
import { bm25, exactName, tfIdf } from './evaluate/methods.ts';
import { type Evaluation, reportText } from './evaluate/report.ts';
import { rowsOfPairs, rowsOfPool } from './evaluate/rows.ts';
import { trustOf } from './evaluate/trust.ts';

/**
 * `npm run evaluate`: how well similar projects are found, beside other methods, with and without the lexicon.
 * `--pools` prints the graded pools alone, `--pool records.jsonl,grades.jsonl` adds one; `--json` prints the figures as JSON;
 * `--trust` writes the figures of the page that says how far to trust the check (src/site/view/trust.json);
 * `--fit` writes what weighs how much (src/similarity/model.json); `--freeze` writes how common terms are
 * and how they go together, for the next release.
 */
const started = performance.now();
const concepts = readLexiconFile('registry');
const { needs, sets } = await readEvaluation('registry');
if (process.argv.includes('--fit')) writeModel();
else if (process.argv.includes('--freeze')) writeRelease();
else if (process.argv.includes('--trust')) writeTrust();
else report();

/** The graded pools first: they are how the engine is used. `--pools` prints nothing else. */
function report(): void {
  const named = process.argv.flatMap((one, at) => (one === '--pool' ? [process.argv[at + 1] ?? ''] : []));
  const pools = poolResults(concepts, named);
  if (process.argv.includes('--json')) {
    say(JSON.stringify({ pools, ...evaluate() }, null, 2));
    return;
  }
  for (const pool of pools) say(poolText(pool));
  if (!process.argv.includes('--pools')) say(reportText(evaluate()));
}

function writeTrust(): void {
  const [own] = poolResults(concepts, []);
  if (own) writeFileSync('src/site/view/trust.json', `${JSON.stringify(trustOf(own), null, 2)}\n`);
}

function writeRelease(): void {
  const counts = freeze(concepts, needs);
  say(writeFrozen(counts, freezeSpace(concepts, counts, needs)));
}

function writeModel(): void {
  const by = { concepts, threshold: undefined };
  const pairs = sets.find(({ name }) => name === 'development')?.pairs ?? [];
  const model = fitModel([...rowsOfPool(by, readOwnPool()), ...rowsOfPairs(by, pairs, needs)]);
  writeFileSync('src/similarity/model.json', `${JSON.stringify(model, null, 2)}\n`);
  say(JSON.stringify(model.weights, null, 2));
}

function evaluate(): Evaluation {
  const variants = [variant('engine without lexicon', []), variant('engine', concepts)];
  const baselines = {
    'exact name': exactName(needs),
    'bigram TF-IDF': tfIdf(needs),
    'MiniSearch BM25': bm25(needs),
  };
  return {
    projects: needs.length,
    concepts: concepts.length,
    threshold: thresholdFor(WANTED_PRECISION),
    sets: sets.map((set) => evaluateSet(set, needs, baselines, variants, concepts)),
    seconds: (performance.now() - started) / 1000,
  };
}

function variant(name: string, lexicon: typeof concepts): Variant {
  // All projects as one batch for one office; ids are their numbers.
  const library = libraryOfBatch({ concepts: lexicon, threshold: undefined }, needs);
  return { name, library, answers: answersOf(library) };
}
