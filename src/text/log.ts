import { RECORD_FIELDS } from '../records/event-fields.ts';
import { LOG_LABEL } from '../records/log.ts';
import { problemAt } from '../rules/catalogue.ts';
import { decode } from './decode.ts';
import type { Path, Position, Problem } from './finding.ts';
import { readHead } from './head.ts';
import { headLocator } from './locate.ts';
import { positions } from './positions.ts';
import { type Raw, withoutBlanks } from './raw.ts';
import { DOCUMENT_MARK } from './repair.ts';

/** A file that is one list, read as far as it can be read. */
export interface ParsedLog {
  readonly text: string;
  /** What stands in it; undefined when it holds nothing. */
  readonly raw: Raw | undefined;
  /** Labels that stand outside the list, where nothing may stand. */
  readonly outside: readonly string[];
  readonly problems: readonly Problem[];
  /** False when a line had to be left out. */
  readonly whole: boolean;
  readonly locate: (path: Path) => Position;
}

const LABELS: ReadonlySet<string> = new Set(RECORD_FIELDS.map(({ label }) => label));
const MARK = new RegExp(DOCUMENT_MARK.source, 'gm');
const START: Position = { line: 1, column: 1 };
/** The list is read as the value of a label put before it, so that one reader serves heads and lists. */
const BEFORE = `${LOG_LABEL}:\n`;

/** Reads the bytes of a records file. Never throws for what a file may hold. */
export function parseLog(bytes: Uint8Array): ParsedLog {
  const decoded = decode(bytes);
  const marks = findMarks(decoded.text);
  const text = `${BEFORE}${decoded.text.replace(MARK, '')}`;
  const head = readHead(text, 0, LABELS);
  const locate = headLocator(text, 0, head.tree);
  return {
    text: decoded.text,
    raw: withoutBlanks(head.raw[LOG_LABEL] ?? ''),
    outside: Object.keys(head.raw).filter((label) => label !== LOG_LABEL),
    problems: [...decoded.problems, ...marks, ...head.problems.map(belowFirst)],
    whole: !head.lost && head.damaged.size === 0 && marks.length === 0,
    locate: (path) => {
      const at = locate(path);
      return at && at.line > 0 ? at : START;
    },
  };
}

function findMarks(text: string): readonly Problem[] {
  const place = positions(text);
  return [...text.matchAll(MARK)].map(({ index }) => {
    const message = `${LOG_LABEL}：全文是一个清单，不写「---」这样的分隔行。`;
    return problemAt('parse-syntax', place(index), message, '删去这一行。');
  });
}

/** The label put before the list is on no line of the file: what is said of it is said of the first. */
function belowFirst(problem: Problem): Problem {
  return problem.at && problem.at.line < 1 ? { ...problem, at: START } : problem;
}
