import { numberKey } from '../registry/number-key.ts';
import { isKind } from '../registry/paths.ts';
import { withoutYear } from '../registry/project-key.ts';
import { foldPlain } from '../text/fold.ts';
import { needsCare, readFast } from '../text/head.ts';
import { isRawMap } from '../text/raw.ts';
import { splitFile } from '../text/split.ts';

/**
 * What can be told of a file by a glance at its text, so that in a large registry only those files are read that may have a
 * part in a question. Whatever has such a part bears its mark, or is `unclear`; not everything that bears it has one. A
 * function of the file alone.
 */
export const MARK = {
  /** Some id that ends so stands in the text: `…/zhi-hui-yang-lao-k7q2`. */
  names: (slug: string) => `names ${slug}`,
  /** A filing of a project that is called so, folded. */
  called: (folded: string) => `called ${folded}`,
  /** The same without the year. */
  calledEachYear: (folded: string) => `yearly ${folded}`,
  /** Records in which this 登记号 stands, by `numberKey`. */
  number: (key: string) => `number ${key}`,
  /** A filing with an answer of 查重说明 that gives this reason, folded. */
  reason: (folded: string) => `reason ${folded}`,
  /** Only reading tells. */
  unclear: 'unclear',
  /** Only reading tells which reasons are given. */
  unclearReason: 'unclear-reason',
} as const;

const SLUG = /[/／]([a-z0-9][a-z0-9-]*)/g;
/** A label at the beginning of a line with its value, and how the next line begins. */
const NAME = /^项目名称:(?!\S)(.*)\n(?=(\n*.?))/gm;
const FILED = /^填报日期:(?!\S)(.*)\n(?=(\n*.?))/gm;
const TITLE = /^["']?(?:项目)?名称["']?[ \t]*[:：](.*(?:\n[ \t]+.*)?)/m;
const NUMBER_LABEL = '登记号';
const NUMBER = /^([ -]*)登记号:(?!\S)(.*)\n?(?=\n*([ -]*))/gm;
const ANSWERS = '查重说明';
const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** What begins like this is no plain word of YAML. */
const NOT_PLAIN = /^[&*!|>%@`{}[\],?#'"]|[ \t]#|: /;
/** Quotes around a value that has none inside. */
const QUOTED = /^(['"])([^'"]*)\1$/;

/** The marks of a file but for its reasons. */
export function* marksOf(file: string, text: string): Iterable<string> {
  const isFiling = isKind('project', file);
  if (!isFiling && !isKind('records', file)) return;
  for (const slug of new Set(Array.from(text.matchAll(SLUG), ([, one = '']) => one))) yield MARK.names(slug);
  const name = isFiling ? nameIn(text) : undefined;
  if (isFiling ? name === undefined : isUnclearLog(text)) yield MARK.unclear;
  else if (name !== undefined) {
    yield MARK.called(foldPlain(name));
    yield MARK.calledEachYear(foldPlain(withoutYear(name)));
  } else
    for (const [, , written = ''] of text.matchAll(NUMBER)) yield MARK.number(numberKey(bare(written) ?? ''));
}

/** The reasons that a filing gives in 查重说明; `unclearReason` where they do not stand there as they should. */
export function* reasonMarksOf(file: string, text: string): Iterable<string> {
  if (!isKind('project', file) || !text.includes(ANSWERS)) return;
  const answers = nameIn(text) === undefined ? undefined : readFast(splitFile(text).head)?.[ANSWERS];
  for (const answer of Array.isArray(answers) ? answers : [undefined]) {
    const reason = isRawMap(answer) ? answer.说明 : undefined;
    yield typeof reason === 'string' ? MARK.reason(foldPlain(reason)) : MARK.unclearReason;
  }
}

/** What a filing or a reference seems to be called, for whoever searches: the first line that says so. */
export function titleIn(text: string): string {
  return TITLE.exec(text)?.[1] ?? '';
}

/** The day on which a filing seems to be filed; undefined where only reading tells. */
export function dayIn(text: string): string | undefined {
  const head = plainHead(text);
  const day = head === undefined ? undefined : valueBehind(head, FILED);
  return day !== undefined && DAY.test(day) ? day : undefined;
}

function nameIn(text: string): string | undefined {
  const head = plainHead(text);
  return head === undefined ? undefined : valueBehind(head, NAME);
}

/** The head of a filing; undefined where it has escapes, or whatever the quick reader would not take as it stands. */
function plainHead(text: string): string | undefined {
  const { head, problems } = splitFile(text);
  return problems.length > 0 || head.includes('\\') || needsCare(head) ? undefined : head;
}

function isUnclearLog(text: string): boolean {
  if (text.includes('\\') || needsCare(text)) return true;
  const numbers = [...text.matchAll(NUMBER)];
  // A 更正 brings a number too, and it may be spoken of.
  if (numbers.length !== text.split(NUMBER_LABEL).length - 1) return true;
  return numbers.some(([, here = '', written = '', next = '']) => {
    return bare(written) === undefined || next.length > here.length;
  });
}

/** The one value behind a label at the beginning of a line; undefined where it stands otherwise, or more than once. */
function valueBehind(head: string, line: RegExp): string | undefined {
  const found = [...head.matchAll(line)];
  const [, written = '', next = ''] = found[0] ?? [];
  // What is moved in below it goes on with it.
  return found.length === 1 && !/[ \t]/.test(next) ? bare(written) : undefined;
}

/** A value without quotes; undefined where more than quotes has to be undone, or nothing stands there. */
function bare(written: string): string | undefined {
  const plain = written.trim();
  const quoted = QUOTED.exec(plain)?.[2];
  if (quoted !== undefined) return quoted;
  return plain === '' || NOT_PLAIN.test(plain) ? undefined : plain;
}
