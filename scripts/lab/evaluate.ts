import { readLexiconFile } from '../../src/io/lexicon-file.ts';
import { libraryOfBatch } from '../../src/similarity/library.ts';
import { MUST_ANSWER } from '../../src/similarity/score.ts';
import { answersOf } from './evaluate/answers.ts';
import { readEvaluation } from './evaluate/data.ts';
import { evaluateSet, type Variant } from './evaluate/evaluate-set.ts';
import { freeze, writeFrozen } from './evaluate/freeze.ts';
import { bm25, exactName, tfIdf } from './evaluate/methods.ts';
import { type Evaluation, reportText } from './evaluate/report.ts';

/**
 * `npm run evaluate`: how well similar projects are found, beside other methods, with and without the lexicon.
 * `--json` prints the figures as JSON; `--freeze` writes how common terms are instead, for the next release.
 */
const started = performance.now();
const concepts = readLexiconFile('registry');
const { needs, sets } = await readEvaluation('registry');
if (process.argv.includes('--freeze')) console.log(writeFrozen(freeze(concepts, needs)));
else print(evaluate());

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
    threshold: MUST_ANSWER,
    sets: sets.map((set) => evaluateSet(set, needs, baselines, variants, concepts)),
    seconds: (performance.now() - started) / 1000,
  };
}

function variant(name: string, lexicon: typeof concepts): Variant {
  // All projects as one batch for one office; ids are their numbers.
  const library = libraryOfBatch({ concepts: lexicon, threshold: undefined }, needs);
  return { name, library, answers: answersOf(library) };
}

function print(evaluation: Evaluation): void {
  console.log(process.argv.includes('--json') ? JSON.stringify(evaluation, null, 2) : reportText(evaluation));
}
