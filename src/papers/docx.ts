import {
  AlignmentType,
  Document,
  HeightRule,
  ImageRun,
  type IParagraphOptions,
  LineRuleType,
  Packer,
  Paragraph,
  Table,
  TableBorders,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import { cleanWords } from './clean-words.ts';
import {
  COLUMNS,
  type Code,
  type Ends,
  type Flow,
  type Grid,
  type GridCell,
  type GridRow,
  HEIGHTS,
  type Line,
  type Paper,
  ROOMS,
} from './model.ts';
import { codeOf, codePicture } from './qr.ts';

/** Twentieths of a point, the unit of Word. */
const TWIPS_PER_MM = 1440 / 25.4;
const mm = (length: number): number => Math.round(length * TWIPS_PER_MM);

/** GB/T 9704-2012: A4, margins, type area 156 mm wide. */
const PAGE = { width: 210, height: 297, top: 37, right: 26, bottom: 35, left: 28 } as const;
const TYPE_WIDTH = PAGE.width - PAGE.left - PAGE.right;

/** Word takes the next of a family where the first is not installed. */
const BODY_FONT = { ascii: '仿宋_GB2312', hAnsi: '仿宋_GB2312', eastAsia: '仿宋_GB2312', cs: '仿宋_GB2312' };
const TITLE_FONT = {
  ascii: '方正小标宋简体',
  hAnsi: '方正小标宋简体',
  eastAsia: '方正小标宋简体',
  cs: '方正小标宋简体',
};
/** In half points: 22, 16, 12, 10.5. */
const SIZES = { title: 44, text: 32, cell: 24, small: 21 } as const;
const ALIGN = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const;
/** The code is printed 25 mm wide; the library counts in pixels of 96 to the inch. */
const CODE_PIXELS = Math.round((25 / 25.4) * 96);

/** A paper as a .docx that Word and WPS open and edit: real tables and paragraphs, nothing drawn. */
export async function paperDocx(paper: Paper): Promise<Uint8Array> {
  return new Uint8Array(await Packer.toArrayBuffer(documentOf(paper)));
}

function documentOf({ name, flow }: Paper): Document {
  const { width, height, ...margin } = PAGE;
  const margins = Object.fromEntries(Object.entries(margin).map(([side, length]) => [side, mm(length)]));
  return new Document({
    title: cleanWords(name),
    creator: '',
    description: '',
    styles: {
      default: {
        document: {
          run: { font: BODY_FONT, size: SIZES.cell, language: { value: 'zh-CN', eastAsia: 'zh-CN' } },
        },
      },
    },
    sections: [
      {
        properties: { page: { size: { width: mm(width), height: mm(height) }, margin: margins } },
        children: closed(flow.map((one) => blockOf(one, TYPE_WIDTH))),
      },
    ],
  });
}

type Block = Paragraph | Table;

/**
 * Word wants a paragraph behind the last table of a cell or a page, and takes two tables with none between them for one:
 * the ruled one then loses its lines to the seal's that has none.
 */
function closed(blocks: readonly Block[]): Block[] {
  if (blocks.length === 0) return [thinLine()];
  return blocks.flatMap((block, at) => {
    const next = blocks[at + 1];
    return block instanceof Table && !(next instanceof Paragraph) ? [block, thinLine()] : [block];
  });
}

function thinLine(): Paragraph {
  return new Paragraph({ spacing: { line: 20 } });
}

function blockOf(one: Flow, width: number): Block {
  switch (one.kind) {
    case 'line':
      return lineOf(one);
    case 'ends':
      return endsOf(one, width);
    case 'grid':
      return gridOf(one, width);
    case 'code':
      return codeBlock(one);
  }
}

function lineOf({ text, size, align, indent, bold, room }: Line): Paragraph {
  const points = SIZES[size] / 2;
  const options: IParagraphOptions = {
    alignment: ALIGN[align ?? 'left'],
    spacing: {
      before: room === undefined ? 0 : mm(ROOMS[room]),
      after: size === 'title' ? mm(4) : 0,
      line: Math.round(240 * (size === 'text' ? 1.45 : 1.1)),
      lineRule: LineRuleType.AUTO,
    },
    ...(indent === 'first' ? { indent: { firstLine: points * 2 * 20 } } : {}),
    ...(indent === 'item' ? { indent: { left: points * 2 * 20, hanging: points * 20 } } : {}),
    children: runsOf(text, size, bold === true),
  };
  return new Paragraph(options);
}

function runsOf(text: string, size: Line['size'], bold = false): TextRun[] {
  const font = size === 'title' ? TITLE_FONT : BODY_FONT;
  return text.split('\n').map(
    (words, at) =>
      new TextRun({
        text: cleanWords(words),
        font,
        size: SIZES[size],
        bold,
        ...(at > 0 ? { break: 1 } : {}),
      }),
  );
}

/** The second of two stands at the right edge, or in the middle of the line where both are to be written on. */
function endsOf({ texts }: Ends, width: number): Paragraph {
  const blank = texts.every((words) => /[:：]$/.test(words));
  const stop = blank
    ? { type: TabStopType.LEFT, position: mm(width / 2) }
    : { type: TabStopType.RIGHT, position: mm(width) };
  return new Paragraph({
    spacing: { before: mm(1.5), after: mm(1.5) },
    tabStops: [stop],
    children: texts.flatMap((words, at) => [
      ...(at > 0 ? [new TextRun({ text: '\t' })] : []),
      ...runsOf(words, 'cell'),
    ]),
  });
}

/** Only the columns in which some row has an edge: what Word shows to the one who edits. */
function gridOf({ rows, plain }: Grid, width: number): Table {
  const edges = new Set([0, COLUMNS]);
  for (const { cells } of rows) {
    let at = 0;
    for (const { span } of cells) {
      at += span;
      edges.add(at);
    }
  }
  const sorted = [...edges].sort((a, b) => a - b);
  const widths = sorted.slice(1).map((edge, at) => mm(((edge - (sorted[at] ?? 0)) * width) / COLUMNS));
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: mm(width), type: WidthType.DXA },
    columnWidths: widths,
    margins: { top: mm(0.8), bottom: mm(0.8), left: mm(1.5), right: mm(1.5) },
    ...(plain ? { borders: TableBorders.NONE } : {}),
    rows: rows.map((row) => rowOf(row, sorted, width)),
  });
}

function rowOf({ cells, height }: GridRow, edges: readonly number[], width: number): TableRow {
  let at = 0;
  const least = HEIGHTS[height];
  return new TableRow({
    // Long text runs over the page; the room for seals does not.
    cantSplit: height !== 'content' && height !== 'effect' && height !== 'free',
    ...(least === 0 ? {} : { height: { value: mm(least), rule: HeightRule.ATLEAST } }),
    children: cells.map((cell) => {
      const [from, to] = [at, at + cell.span];
      at = to;
      return cellOf(
        cell,
        edges.filter((edge) => edge > from && edge <= to).length,
        (cell.span * width) / COLUMNS,
      );
    }),
  });
}

function cellOf({ top, flow, span }: GridCell, columnSpan: number, width: number): TableCell {
  return new TableCell({
    columnSpan,
    width: { size: mm(width), type: WidthType.DXA },
    verticalAlign: top ? VerticalAlign.TOP : VerticalAlign.CENTER,
    children: closed(flow.map((one) => blockOf(one, width - (span > 0 ? 4 : 0)))),
  });
}

function codeBlock({ address, words }: Code): Paragraph {
  return new Paragraph({
    spacing: { before: mm(3) },
    keepLines: true,
    children: [
      new ImageRun({
        type: 'bmp',
        data: codePicture(codeOf(address)),
        transformation: { width: CODE_PIXELS, height: CODE_PIXELS },
        altText: { name: '二维码', title: '二维码', description: cleanWords(address) },
      }),
      ...[words, address].map(
        (line) => new TextRun({ text: cleanWords(line), size: 18, font: BODY_FONT, break: 1 }),
      ),
    ],
  });
}
