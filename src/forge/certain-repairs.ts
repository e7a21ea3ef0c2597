import { repairFiling } from '../filing/repair.ts';
import type { Repair } from '../gate/change-facts.ts';
import type { ChangeResult } from '../gate/judge-change.ts';
import { repairsBetween } from '../gate/suggestions.ts';
import type { Touched } from '../gate/touched.ts';
import { idOf } from '../registry/paths.ts';
import type { SourceFile } from '../registry/source-file.ts';
import { type NamesUnit, unitNames } from '../registry/unit-names.ts';
import { findPersonalData } from '../text/privacy.ts';
import { findSensitive } from '../text/sensitive.ts';

/** A longer line is no line of a form, and would be read by nobody. */
const LONGEST_LINE = 2_000;

/**
 * The repairs of `check --fix` for the filings of a change, as lines that a click replaces. A forge takes a remark only
 * on lines that the change itself brought, and whatever is quoted in one stays there for ever: lines that were there
 * before, and lines with personal data, are left to the clerk; so are files that the base has altered, too. Pure.
 */
export function certainRepairs({
  touched,
  mixed,
  now,
}: Pick<ChangeResult, 'touched' | 'mixed' | 'now'>): readonly Repair[] {
  const named = unitNames(now.units);
  const own = touched.filter(({ file }) => !mixed.includes(file));
  return own.flatMap((one) => repairsOf(one, named));
}

function repairsOf({ file, before, after }: Touched, named: NamesUnit): readonly Repair[] {
  if (!after || idOf('project', file) === undefined || !isText(after)) return [];
  const text = plainText(after);
  if (text === undefined) return [];
  const repaired = repairFiling(after.bytes, named);
  if ('why' in repaired || repaired.repairs.length === 0) return [];
  const lines = text.split('\n');
  const old = new Set((before && plainText(before))?.split('\n'));
  const isOwn = ({ from, to }: Repair): boolean => lines.slice(from - 1, to).every((line) => !old.has(line));
  return repairsBetween(file, text, repaired.text).filter((one) => isOwn(one) && isQuotable(one, lines));
}

const isText = ({ mode, size }: SourceFile): boolean => mode !== '120000' && size === undefined;

/** The text line by line, as the page of the change shows it: line ends do not count there. Undefined: no UTF-8. */
function plainText({ bytes }: SourceFile): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return text.replace(/\r\n?/g, '\n');
  } catch {
    return undefined;
  }
}

function isQuotable({ from, to, lines }: Repair, all: readonly string[]): boolean {
  const quoted = [...all.slice(from - 1, to), ...lines];
  const text = quoted.join('\n');
  return (
    quoted.every(({ length }) => length <= LONGEST_LINE) &&
    findPersonalData(text).length + findSensitive(text).length === 0
  );
}
