/** A numbered item (项) of an article. `text` leaves out the printed number. */
export interface Item {
  readonly id: `art${number}-${number}`;
  readonly number: number;
  readonly text: string;
}

/** One article (条). `heading` is empty where the regulation gives none; `text` stands before the items. */
export interface Article {
  readonly id: `art${number}`;
  readonly chapter: `ch${number}`;
  readonly label: string;
  readonly heading: string;
  readonly text: string;
  readonly items: readonly Item[];
}

export interface Chapter {
  readonly id: `ch${number}`;
  readonly label: string;
  readonly title: string;
}

/** Whose opinion a signature, seal or date cell belongs to. */
export type OpinionParty = '申报单位' | '主管单位';

/**
 * One printed cell of an annex. `label` is verbatim, punctuation included: the two annexes differ in full-width
 * and half-width colons, so a label is for printing and never for comparing.
 * note: printed words only · entry: a value is written in · choice: boxes are ticked · opinion: an opinion is
 * written · sign: signature or seal · date: the day it was signed.
 */
export interface AnnexCell {
  readonly kind: 'note' | 'entry' | 'choice' | 'opinion' | 'sign' | 'date';
  readonly label: string;
  readonly choices?: readonly string[];
  /** The bracketed words printed inside the cell, telling what to write. */
  readonly instruction?: string;
  readonly party?: OpinionParty;
}

/** An attached form. `name` is the short name used in citations. */
export interface Annex {
  readonly id: `annex${number}`;
  readonly label: string;
  readonly name: string;
  readonly title: string;
  /** Cells in the order in which the form is read: row by row, left to right. */
  readonly cells: readonly AnnexCell[];
}
