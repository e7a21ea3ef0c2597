import { formatDay } from '../form/dates.ts';
import { DICTIONARY, type FieldKey, type Filing, fieldOf } from '../form/fields.ts';
import { type Annex, type AnnexCell, cellWords, type OpinionCell } from '../regulation/index.ts';
import { boxes, filledIn } from './cells.ts';
import {
  BLANK_DAY,
  COLUMNS,
  cellLine,
  type Flow,
  type GridCell,
  type GridRow,
  type Height,
  labelCell,
  type Paper,
  title,
  valueCell,
} from './model.ts';
import { proseOf } from './prose.ts';

/** Names, phones and mail addresses by label, once the office has opened them; on every other paper they are left for ink. */
export type Contacts = Readonly<Record<string, string>>;

/** A part of the text that the form has no cell for, under its own heading. */
export interface Extra {
  readonly title: string;
  readonly text: string;
}

/** Widths of a row by the number of its cells: label and content in turn. */
const WIDTHS: Readonly<Record<number, readonly number[]>> = {
  1: [10, 42],
  2: [10, 16, 10, 16],
  3: [10, 8, 7, 12, 5, 10],
};
/** The fields that name a person, by key: they stand on the form and never in the file. */
const CONTACT_LABELS = new Map(
  DICTIONARY.filter(({ place }) => place === '封存').map(({ key, label }) => [key, label]),
);

/** The annex as it is handed out: boxes to tick, room to write, and what to write where. */
export function blankAnnex(annex: Annex): Paper {
  const blank: Fill = {
    words: ({ choices, fields: [key] }) => (choices ? boxes({}) : key === 'filedOn' ? BLANK_DAY : ''),
    content: ({ instruction = '' }) => [cellLine(instruction)],
  };
  return lay(annex, annex.title, blank);
}

/** The annex with what the filing says, and who to call for the office. */
export function filledAnnex(
  annex: Annex,
  filing: Filing,
  extra: readonly Extra[] = [],
  contacts: Contacts = {},
): Paper {
  const heading = annex.title + (filing.demo === true ? '（演示）' : '');
  return lay(annex, heading, {
    words: (cell) => {
      const label = CONTACT_LABELS.get(cell.fields[0] ?? '');
      if (label !== undefined) return contacts[label] ?? '';
      return cell.choices ? boxes(filing) : filledIn(cell, filing);
    },
    content: ({ fields }) => contentOf(fields, filing, extra),
  });
}

/** What stands in a cell. */
interface Fill {
  readonly words: (cell: AnnexCell) => string;
  /** The cell of 项目建设内容, which is longer than a sheet as a rule. */
  readonly content: (cell: AnnexCell) => readonly Flow[];
}

function lay({ head, rows, opinions, foot }: Annex, heading: string, fill: Fill): Paper {
  const said = (cell: AnnexCell): string => cell.label + fill.words(cell);
  const grid = [...rows.map((cells) => rowOf(cells, fill)), opinionRow(opinions)];
  return {
    name: heading,
    flow: [
      title(heading),
      { kind: 'ends', texts: head.map(said) },
      { kind: 'grid', rows: grid },
      { kind: 'ends', texts: foot.map(said) },
    ],
  };
}

function rowOf(cells: readonly AnnexCell[], fill: Fill): GridRow {
  const widths = WIDTHS[cells.length] ?? [];
  const laid = cells.flatMap((cell, at): GridCell[] => {
    const [label = 0, content = 0] = widths.slice(at * 2);
    return [labelCell(cellWords(cell), label), contentCell(cell, content, fill)];
  });
  return { cells: laid, height: heightOf(cells[0]) };
}

function contentCell(cell: AnnexCell, span: number, fill: Fill): GridCell {
  if (cell.instruction !== undefined) return { span, top: true, flow: fill.content(cell) };
  return valueCell(fill.words(cell), span);
}

function heightOf(first: AnnexCell | undefined): Height {
  if (first?.instruction !== undefined) return 'content';
  return first?.fields[0] === 'effect' ? 'effect' : 'line';
}

/** The seven parts, what the form has no cell for, and the plan that goes with it. */
export function contentOf(keys: readonly string[], filing: Filing, extra: readonly Extra[]): readonly Flow[] {
  const parts = keys.map((key) => {
    const written = filing[key as FieldKey];
    return { title: fieldOf(key as FieldKey).label, text: typeof written === 'string' ? written : '' };
  });
  const flow = [...parts, ...extra]
    .filter(({ text }) => text !== '')
    .flatMap(({ title: words, text }) => [cellLine(words || '其他内容', { bold: true }), ...proseOf(text)]);
  const attached = (filing.attachments ?? []).map(({ name, date, number, delivery }) => {
    const said = [formatDay(date), number ?? '', delivery].filter((part) => part !== '');
    return `${name}（${said.join('，')}）`;
  });
  const attachedLine =
    attached.length === 0 ? [] : [cellLine(`附：${attached.join('；')}`, { room: 'small' })];
  return flow.length + attachedLine.length === 0 ? [cellLine('')] : [...flow, ...attachedLine];
}

/** Room for each party's opinion, signature, seal and day: written by hand, whatever the filing says. */
function opinionRow(opinions: readonly OpinionCell[]): GridRow {
  const cells = (['申报单位', '主管单位'] as const).map(
    (party): GridCell => ({
      span: COLUMNS / 2,
      top: true,
      flow: opinions.filter((cell) => cell.party === party).map((cell, at) => opinionLine(cell, at)),
    }),
  );
  return { cells, height: 'opinion' };
}

function opinionLine({ kind, label }: OpinionCell, at: number): Flow {
  if (kind === 'date') return cellLine(label.replaceAll(' ', '　　'), { align: 'right', room: 'small' });
  return cellLine(label, at === 1 ? { room: 'opinion' } : kind === 'sign' ? { room: 'small' } : {});
}
