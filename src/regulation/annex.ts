/** Whose opinion a signature, seal or date cell belongs to. */
export type OpinionParty = '申报单位' | '主管单位';

/** One printed cell of an annex. */
export interface AnnexCell {
  /**
   * Verbatim, with the punctuation of its annex and the spaces that line breaks left in the official text: for
   * printing (`cellWords`), never for comparing.
   */
  readonly label: string;
  /** Keys of the fields that fill it, the leading one first. None: printed words only, or written by hand. */
  readonly fields: readonly string[];
  /** Boxes to tick. */
  readonly choices?: readonly string[];
  /** The bracketed words printed inside the cell, telling what to write. */
  readonly instruction?: string;
}

/** A cell in the room for opinions: an opinion is written, a signature or seal put, or the day written. */
export interface OpinionCell extends AnnexCell {
  readonly kind: 'opinion' | 'sign' | 'date';
  readonly party: OpinionParty;
}

/** An attached form, laid out as it is printed. `name` is the short name used in citations. */
export interface Annex {
  readonly id: `annex${number}`;
  readonly label: string;
  readonly name: string;
  readonly title: string;
  /** Above the table: date and unit of money. */
  readonly head: readonly AnnexCell[];
  /** The table. The cells of a row share its width equally. */
  readonly rows: readonly (readonly AnnexCell[])[];
  /** The last rows of the table, one party beside the other, in the order in which the official text has them. */
  readonly opinions: readonly OpinionCell[];
  /** Below the table: the contact lines. */
  readonly foot: readonly AnnexCell[];
}

/** A cell that these fields fill. */
export const cell = (label: string, ...fields: readonly string[]): AnnexCell => ({ label, fields });

/** All cells in the order in which the form is read: row by row, left to right. */
export const annexCells = ({ head, rows, opinions, foot }: Annex): readonly AnnexCell[] => [
  ...head,
  ...rows.flat(),
  ...opinions,
  ...foot,
];

/** The words of a cell in one line. */
export const cellWords = ({ label }: AnnexCell): string => label.replace(/\s+/g, '');

/** The printed words of an annex, cell by cell, without the annex's own label and title. */
export const annexLines = (annex: Annex): readonly string[] =>
  annexCells(annex).flatMap(({ label, choices = [], instruction }) => [
    label,
    ...choices,
    ...(instruction === undefined ? [] : [instruction]),
  ]);

/** The seven parts of 项目建设内容, which each annex asks for in one cell. */
export const CONTENT_PARTS = [
  'overview',
  'content',
  'scale',
  'schedule',
  'estimate',
  'benefit',
  'risk',
] as const;
