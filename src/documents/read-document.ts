import { decodeForeign } from '../text/decode-foreign.ts';
import { kindOfDocument } from './kind.ts';

/** What was read of a document, and what of it could not be read, as sentences; or why nothing was. */
export type DocumentText =
  | { readonly text: string; readonly unread: readonly string[] }
  /** The rest of a sentence that begins with the file's name. */
  | { readonly fault: string };

/** Bytes that a document may have. A plan with its pictures hardly has more. */
export const MAX_DOCUMENT = 20 * 1024 * 1024;

/**
 * The text of a plan as people have it: .docx, .pdf with text in it, a workbook, or plain text in any encoding that
 * Chinese machines write. Each library is loaded only when a document needs it. Never throws, and never gives a
 * text that was not read: pages without text, pictures and hidden sheets are named.
 */
export async function readDocument(bytes: Uint8Array): Promise<DocumentText> {
  if (bytes.length > MAX_DOCUMENT)
    return { fault: '太大（超过 20 MB），没有读。去掉图片，或者把文字粘贴进来' };
  const kind = kindOfDocument(bytes);
  if (typeof kind === 'object') return kind;
  const read = kind === 'text' ? plainText(bytes) : await READERS[kind](bytes);
  if ('text' in read && read.text.trim() === '') return { fault: '里面没有读到文字' };
  return read;
}

function plainText(bytes: Uint8Array): DocumentText {
  const read = decodeForeign(bytes);
  return 'fault' in read ? read : { text: read.text, unread: [] };
}

const READERS = {
  docx: async (bytes: Uint8Array) => (await import('./docx.ts')).readDocx(bytes),
  pdf: async (bytes: Uint8Array) => (await import('./pdf.ts')).readPdf(bytes),
  workbook: async (bytes: Uint8Array) => (await import('./workbook.ts')).readWorkbook(bytes),
} as const;
