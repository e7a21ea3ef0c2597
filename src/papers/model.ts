/**
 * A paper as it lies on A4 after GB/T 9704-2012 (type area 156 × 225 mm): what stands on it, in order. `html.ts` and
 * `docx.ts` draw the same model, so that the page that is printed and the file that Word opens never differ in a cell.
 */
export interface Paper {
  /** What the file and the window are called. */
  readonly name: string;
  readonly flow: readonly Flow[];
}

/** One thing below the other. */
export type Flow = Line | Ends | Grid | Code;

/** A paragraph. */
export interface Line {
  readonly kind: 'line';
  readonly text: string;
  /** 标题 22 pt, 正文 16 pt, 表内 12 pt. */
  readonly size: 'title' | 'text' | 'cell' | 'small';
  readonly align?: 'left' | 'center' | 'right';
  /** Begins two characters in, as Chinese paragraphs do; an item of a list hangs instead. */
  readonly indent?: 'first' | 'item';
  readonly bold?: boolean;
  /** Room above it for ink: an opinion, a signature, a seal. */
  readonly room?: Room;
}

/** Words at both ends of one line. */
export interface Ends {
  readonly kind: 'ends';
  readonly texts: readonly string[];
}

/** How many equal columns (3 mm) the width of a table has; the spans of a row add up to them. */
export const COLUMNS = 52;

/** A table: with ruled lines, or `plain` where things only stand beside each other. */
export interface Grid {
  readonly kind: 'grid';
  readonly plain?: true;
  readonly rows: readonly GridRow[];
}

export interface GridRow {
  readonly cells: readonly GridCell[];
  readonly height: Height;
}

export interface GridCell {
  /** How many of the 52 columns it takes. */
  readonly span: number;
  /** A label stands in the middle of its cell. */
  readonly label?: true;
  /** Long text and room for ink begin at the top. */
  readonly top?: true;
  readonly flow: readonly Flow[];
}

/** Least heights of rows in mm: a row grows with what is written in it. */
export const HEIGHTS = { free: 0, line: 11, effect: 22, content: 36, opinion: 48 } as const;
export type Height = keyof typeof HEIGHTS;

/** Room for ink above a line, in mm. */
export const ROOMS = { small: 4, opinion: 16, seal: 22 } as const;
export type Room = keyof typeof ROOMS;

/** A QR code with the address that it holds in words below it. */
export interface Code {
  readonly kind: 'code';
  readonly address: string;
  readonly words: string;
}

/** A paragraph of running text. */
export const text = (words: string, more: Partial<Line> = {}): Line => ({
  kind: 'line',
  text: words,
  size: 'text',
  indent: 'first',
  ...more,
});

/** A line inside a cell. */
export const cellLine = (words: string, more: Partial<Line> = {}): Line => ({
  kind: 'line',
  text: words,
  size: 'cell',
  ...more,
});

/** The heading of a paper. */
export const title = (words: string): Line => ({
  kind: 'line',
  text: words,
  size: 'title',
  align: 'center',
});

/** A cell with a label; the bracketed half of the words has a line of its own. */
export function labelCell(words: string, span: number): GridCell {
  const flow = words
    .replace('(', '\n(')
    .split('\n')
    .map((line) => cellLine(line, { align: 'center' }));
  return { span, label: true, flow };
}

/** A cell with words, one line each. */
export function valueCell(words: string, span: number): GridCell {
  return { span, flow: words.split('\n').map((line) => cellLine(line)) };
}

/** Where ink goes instead of a date. */
export const BLANK_DAY = '　　　年　　月　　日';
