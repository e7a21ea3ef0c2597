import type { MustAnswer } from './answers.ts';
import type { PerturbationResult, SetResult } from './evaluate-set.ts';
import type { Rates, Share } from './measure.ts';

export interface Evaluation {
  readonly projects: number;
  readonly concepts: number;
  readonly threshold: number;
  readonly sets: readonly SetResult[];
  readonly seconds: number;
}

/** The figures as people read them in a terminal. */
export function reportText({ projects, concepts, threshold, sets, seconds }: Evaluation): string {
  const head = `${projects} projects to be told apart, ${concepts} concepts; intervals are Wilson's 95% (for MRR an approximation)`;
  const tail = [
    'Development pairs were looked at while the engine and the lexicon were made; only held-out figures say',
    'anything of projects never seen, and those pairs were judged by one reader each.',
  ];
  return [head, ...sets.map((set) => setText(set, threshold)), ...tail, `${seconds.toFixed(1)} s`].join('\n');
}

function setText(set: SetResult, threshold: number): string {
  const { duplicate, overlap, distinct } = set.pairs;
  return [
    `\n=== ${set.name}: ${duplicate} duplicate, ${overlap} overlap, ${distinct} distinct pairs; ${set.questions} questions in ${set.families} families`,
    `${pad('method')}${wide('recall@1')}${wide('recall@5')}${wide('MRR')}each family the same, recall@5`,
    ...Object.entries(set.methods).map(([name, rates]) => `${ratesLine(name, rates)}${three(rates.macro)}`),
    '\nduplicates whose texts share a telling concept of the lexicon, and those that do not',
    ...Object.entries(set.strata).flatMap(([name, strata]) =>
      Object.entries(strata).map(
        ([stratum, rates]) => `${ratesLine(`${name}, ${stratum}`, rates)}n=${rates.recall5.of}`,
      ),
    ),
    `\nmust answer (score ${threshold} or a trigger), duplicate against distinct pairs, from both sides`,
    ...Object.entries(set.mustAnswer).map(mustAnswerText),
    ...familyText(set),
    '\nquery disguised: recall@5 and what is lost, in points',
    ...Object.entries(set.perturbations).flatMap(([name, rows]) => [
      name,
      ...Object.entries(rows).map(([key, row]) => perturbationLine(key, row)),
    ]),
  ].join('\n');
}

function ratesLine(name: string, { recall1, recall5, mrr }: Rates): string {
  return `${pad(name)}${wide(shareText(recall1))}${wide(shareText(recall5))}${wide(shareText(mrr))}`;
}

function mustAnswerText([name, one]: [string, MustAnswer]): string {
  return [
    `${name}: precision ${shareText(one.precision)}, recall ${shareText(one.recall)}`,
    `  answers for each filing: mean ${one.mean.toFixed(2)}, max ${one.max}; not explained by a known match or the family: mean ${one.meanUnexplained.toFixed(2)}`,
    `  filings without a known duplicate that are asked: ${shareText(one.askedForNothing)}; by something unexplained: ${shareText(one.askedUnexplained)}; n=${one.askedForNothing.of}`,
  ].join('\n');
}

function perturbationLine(name: string, { recall5, loss }: PerturbationResult): string {
  return `  ${pad(name)}${wide(shareText(recall5))}${(-loss).toFixed(1)}`;
}

/** Families in which something is missed; those of the held-out set are nobody's to look at. */
function familyText({ byFamily }: SetResult): string[] {
  if (!byFamily) return [];
  const missed = Object.entries(byFamily).filter(([, { value }]) => value < 1);
  const worst = missed.sort((a, b) => a[1].value - b[1].value || b[1].of - a[1].of);
  return [
    `\nfamilies with a miss at 5 (engine): ${worst.length}`,
    ...worst.slice(0, 20).map(([name, share]) => `  ${shareText(share)} n=${share.of} ${name}`),
  ];
}

function shareText({ value, low, high }: Share): string {
  return Number.isNaN(value) ? '—' : `${three(value)} [${three(low)}, ${three(high)}]`;
}

function three(value: number): string {
  return Number.isNaN(value) ? '—' : value.toFixed(3);
}

function pad(text: string): string {
  return text.padEnd(40);
}

function wide(text: string): string {
  return text.padEnd(23);
}
