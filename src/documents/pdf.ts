import { extractText, getDocumentProxy } from 'unpdf';
import type { DocumentText } from './read-document.ts';

/** Pages that are read: a plan has fewer, and each page costs time. */
const MAX_PAGES = 500;
/** A page with fewer letters is most likely a picture with a page number on it. */
const FEWEST_LETTERS = 10;

/** The text of a PDF, page by page. Scanned pages have none and are named. */
export async function readPdf(bytes: Uint8Array): Promise<DocumentText> {
  try {
    const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
    if (pdf.numPages > MAX_PAGES)
      return { fault: `有 ${pdf.numPages} 页，太长，没有读。把建设内容那几页的文字粘贴进来` };
    const { text } = await extractText(pdf);
    return textOfPages(text);
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException')
      return { fault: '设了密码，打不开。去掉密码再用' };
    return { fault: '不是完整的 PDF，打不开。重新下载，或者把文字粘贴进来' };
  }
}

function textOfPages(pages: readonly string[]): DocumentText {
  const blank = pages.flatMap((page, at) => (lettersIn(page) < FEWEST_LETTERS ? [at + 1] : []));
  if (blank.length === pages.length)
    return { fault: '里面没有文字，多半是扫描件。把文字打出来，或者用能复制文字的文件' };
  const unread = blank.length === 0 ? [] : [`第 ${blank.join('、')} 页没有文字（多半是扫描的图片），没有读`];
  return { text: pages.join('\n'), unread };
}

function lettersIn(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}
