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
