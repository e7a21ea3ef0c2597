import type { Entry } from '../form/entry.ts';
import { factsOf } from '../judging/facts-of.ts';
import { QUESTION, questionsAbout } from '../judging/questions.ts';
import { READ, readSettings } from '../judging/read-files.ts';
import type { Reading } from '../judging/subject.ts';
import type { AsReceived, RegistryFacts } from '../registry/facts.ts';
import { numberKey } from '../registry/number-key.ts';
import { type FileKind, isKind, NUMBERS_FILE, OFFICE_FILE, UNITS_FILE } from '../registry/paths.ts';
import { sealedFiles } from '../registry/sealed-files.ts';
import type { SourceFile } from '../registry/source-file.ts';
import type { Comparison } from '../similarity/comparison.ts';
import { compareText } from '../text/finding.ts';
import { isPlainPath } from '../text/hostile/path.ts';
import { refuseFiles } from '../text/hostile/refuse.ts';
import type { Tip } from './tip.ts';
import type { Touched } from './touched.ts';

/** The registry as a change would leave it: the base branch with the touched files in their place. */
export interface After {
  readonly reading: Reading;
  /** The questions that are answered otherwise than before; undefined: any may be. */
  readonly changed: ReadonlySet<string> | undefined;
}

/** What a change is judged by besides its files. */
export interface Given {
  readonly asReceived: AsReceived;
  readonly settled: Pick<RegistryFacts, 'records' | 'lifeOf'> | undefined;
  readonly similarTo: (entry: Entry) => Comparison | undefined;
}

/** What every judgement goes by. */
const BINDING = new Set([OFFICE_FILE, UNITS_FILE]);

/** Whether a change may alter the judgement of any file whatever. */
export function concernsAll(touched: readonly Touched[]): boolean {
  return touched.some(({ file }) => BINDING.has(file) || !isPlainPath(file));
}

/** Lays the touched files over the base branch. */
export function afterOf(tip: Tip, touched: readonly Touched[], given: Given): After {
  const laid = new Map(touched.map(({ file, after }) => [file, after]));
  const source = (file: string): SourceFile | undefined =>
    laid.has(file) ? laid.get(file) : tip.reading.source(file);
  // Names that some computer takes for one another concern files that nobody touched, too.
  const isPlain = tip.isPlain && touched.every(({ file }) => isPlainPath(file));
  const looked = isPlain ? [...laid.values()] : namesAfter(tip, laid).map(source);
  const refused = refuseFiles(looked.filter((one) => one !== undefined));
  const refusal: Reading['refusal'] = (file) =>
    laid.has(file) || !isPlain ? refused.get(file) : tip.reading.refusal(file);
  const read =
    <T>(
      kind: FileKind,
      make: (file: string, bytes: Uint8Array) => T,
      before: (file: string) => T | undefined,
    ) =>
    (file: string): T | undefined => {
      if (!laid.has(file) && isPlain) return before(file);
      const found = isKind(kind, file) && !refusal(file) ? source(file) : undefined;
      return found && make(file, found.bytes);
    };
  const settings = touched.some(({ file }) => isKind('settings', file) || isKind('numbers', file))
    ? readSettings(source, (file) => refusal(file) !== undefined)
    : undefined;
  const { office, units } = settings ?? tip.reading;
  const numbers = settings?.given ?? tip.given;
  const plain = {
    office,
    units,
    source,
    refusal,
    project: read('project', READ.project, tip.reading.project),
    log: read('records', READ.records, tip.reading.log),
    reference: read('reference', READ.reference, tip.reading.reference),
    ofSettings: (file: string) =>
      settings ? (settings.ofSettings.get(file) ?? []) : tip.reading.ofSettings(file),
  };
  const said = sayingAfter(touched, plain);
  const saying = (question: string): readonly string[] => {
    const kept = tip.saying(question).filter((file) => !laid.has(file));
    const added = said.get(question);
    return added ? [...kept, ...added].sort(compareText) : kept;
  };
  const { settled, similarTo, asReceived } = given;
  const facts = {
    ...factsOf({ ...plain, today: tip.today, given: numbers, saying }, asReceived),
    sealedFile: sealedFiles({ get: (file) => (refusal(file) ? undefined : source(file)) }),
    similarTo,
    ...(settled ? { settled } : {}),
  };
  const everything = !isPlain || concernsAll(touched);
  return {
    reading: { ...plain, facts },
    changed: everything
      ? undefined
      : new Set([
          ...said.keys(),
          ...touched.flatMap(({ file }) => [...questionsIn(file, tip.reading)]),
          ...(laid.has(NUMBERS_FILE) ? [...numbers, ...tip.given] : []).map(({ number }) =>
            QUESTION.number(numberKey(number)),
          ),
        ]),
  };
}

function namesAfter(tip: Tip, laid: ReadonlyMap<string, unknown>): readonly string[] {
  return [...new Set([...tip.names(), ...laid.keys()])].sort(compareText);
}

/** The questions that the touched files have a part in as the change leaves them, each with those files. */
function sayingAfter(
  touched: readonly Touched[],
  reading: Pick<Reading, 'project' | 'log'>,
): ReadonlyMap<string, readonly string[]> {
  const pairs = touched.flatMap(({ file }) =>
    [...new Set(questionsIn(file, reading))].map((one) => [one, file]),
  );
  const files = Map.groupBy(pairs, ([question = '']) => question);
  return new Map([...files].map(([question, of]) => [question, of.map(([, file = '']) => file)]));
}

function questionsIn(file: string, { project, log }: Pick<Reading, 'project' | 'log'>): Iterable<string> {
  return questionsAbout({ file, entry: project(file)?.entry, log: log(file) });
}
