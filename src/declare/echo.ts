import { readDayOrMonth } from '../form/dates.ts';
import type { FieldType } from '../form/kinds.ts';
import { type Fen, formatWan, parseWan } from '../form/money.ts';
import { fieldName, type Path } from '../text/finding.ts';
import { isRawMap, type Raw } from '../text/raw.ts';
import { isNothing } from './plain-typing.ts';

/** What was understood, said back beside the box, by the dotted name of the box. */
export type Echoes = Readonly<Record<string, string>>;

const FEN_PER_YUAN = 100;
/** A longer text is not said back: of it, only what cannot be seen was left out. */
const LONGEST_ECHO = 200;
/** From a 亿 on the amount is asked back: 元 taken for 万元 is the commonest slip. */
const LARGE: Fen = 10_000 * 1_000_000;

/** What is said back of a value that is written at a path; `typed` is what stands in the boxes. */
export function echoesOf(type: FieldType<unknown>, typed: Raw, written: Raw | undefined, path: Path): Echoes {
  if (typeof typed === 'string') return echoOf(type, typed, written, path);
  if (isRawMap(typed)) {
    const inside = written !== undefined && isRawMap(written) ? written : {};
    const said = (type.parts ?? []).map(({ label, type: part }) => {
      const value = typed[label];
      return value === undefined ? {} : echoesOf(part, value, inside[label], [...path, label]);
    });
    return Object.assign({}, ...said);
  }
  const { item } = type;
  if (!item || !Array.isArray(written)) return {};
  // Rows that were left blank are not written, and not counted.
  const rows = typed.filter((row) => !isBlank(row));
  const said = rows.map((row, index) => echoesOf(item, row, written[index], [...path, index]));
  return Object.assign({}, ...said);
}

/** Whether nothing stands in the boxes. */
export function isBlank(raw: Raw): boolean {
  if (typeof raw === 'string') return raw.trim() === '';
  return (isRawMap(raw) ? Object.values(raw) : raw).every(isBlank);
}

function echoOf(type: FieldType<unknown>, typed: string, written: Raw | undefined, path: Path): Echoes {
  const { kind } = type;
  const name = fieldName(path);
  if (written === undefined) return isNothing(type, typed.trim()) ? { [name]: '没有的，这一栏空着' } : {};
  if (typeof written !== 'string') return {};
  if (kind === 'money') {
    const fen = parseWan(written);
    return fen === undefined || fen < 0 ? {} : { [name]: amountEcho(fen) };
  }
  if (kind === 'day' || kind === 'dayOrMonth') {
    return written === typed.trim() || readDayOrMonth(written) === undefined
      ? {}
      : { [name]: `记作 ${written}` };
  }
  if (written === typed.trim()) return {};
  return { [name]: written.length > LONGEST_ECHO ? '去掉了看不见的字符' : `记作 ${written}` };
}

/** 「记作 600,000.00 万元（60 亿元），对吗」 */
export function amountEcho(fen: Fen): string {
  const said = `记作 ${formatWan(fen)}（${plainAmount(fen)}）`;
  return fen >= LARGE ? `${said}，对吗` : said;
}

/** In the unit in which people say it: 60 亿元, 3,205,000 元. */
function plainAmount(fen: Fen): string {
  if (fen >= LARGE) return `${Number((fen / LARGE).toFixed(6))} 亿元`;
  const [whole = '', cents] = String(fen / FEN_PER_YUAN).split('.');
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${cents ? `.${cents}` : ''} 元`;
}
