import { utils, write } from '@e965/xlsx';
import { Document, ImageRun, Packer, Paragraph } from 'docx';

/** Documents as people have them, made anew for a test. Bytes of one dot for a picture. */
const DOT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=',
  'base64',
);

/** A Word document with these paragraphs, and perhaps a picture behind them. */
export async function docxOf(paragraphs: readonly string[], picture = false): Promise<Buffer> {
  const children = paragraphs.map((text) => new Paragraph(text));
  const dot = new ImageRun({ type: 'png', data: DOT, transformation: { width: 9, height: 9 } });
  if (picture) children.push(new Paragraph({ children: [dot] }));
  return Packer.toBuffer(new Document({ sections: [{ children }] }));
}

/** A workbook with these sheets; a name that begins with a dot is a hidden one. */
export function workbookOf(
  sheets: Readonly<Record<string, readonly (readonly string[])[]>>,
  type: 'xlsx' | 'biff8' | 'ods' = 'xlsx',
): Buffer {
  const book = utils.book_new();
  for (const [name, rows] of Object.entries(sheets))
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), name);
  book.Workbook = { Sheets: Object.keys(sheets).map((name) => ({ Hidden: name.startsWith('.') ? 1 : 0 })) };
  return write(book, { type: 'buffer', bookType: type }) as Buffer;
}

/** What a PDF says that opens with a password only; nobody knows which. */
const LOCK = `/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<${'5a'.repeat(32)}>/U<${'a5'.repeat(32)}>>>/ID[<00><00>]`;

/** A PDF with a page for each text; Latin letters only. A blank text is a page like a scan. */
export function pdfOf(pages: readonly string[], locked = false): Buffer {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${pages.length}/Kids[${pages.map((_, at) => `${4 + at * 2} 0 R`).join(' ')}]>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    ...pages.flatMap((text, at) => {
      const stream = text === '' ? '' : `BT /F1 12 Tf 20 100 Td (${text}) Tj ET`;
      const page = `<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 200]/Resources<</Font<</F1 3 0 R>>>>/Contents ${5 + at * 2} 0 R>>`;
      return [page, `<</Length ${stream.length}>>stream\n${stream}\nendstream`];
    }),
  ];
  let body = '%PDF-1.4\n';
  const places = objects.map((object, at) => {
    const place = body.length;
    body += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${places.join('')}`;
  const end = `trailer\n<</Root 1 0 R/Size ${size}${locked ? LOCK : ''}>>\nstartxref\n${body.length}\n%%EOF\n`;
  return Buffer.from(body + table + end, 'latin1');
}
