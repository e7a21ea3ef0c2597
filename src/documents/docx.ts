import { unzipSync } from 'fflate';
import mammoth from 'mammoth';
import type { DocumentText } from './read-document.ts';
import { repack } from './repack.ts';

const TEXT_PARTS = /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/[^/]*\.xml|word\/_rels\/[^/]*\.rels)$/;
const PICTURE = /^word\/media\//;

/** The text of a Word document, paragraph by paragraph, a table row by row with tabs between cells. Pictures are counted and not read. */
export async function readDocx(bytes: Uint8Array): Promise<DocumentText> {
  const packed = repack(bytes, (name) => TEXT_PARTS.test(name));
  if ('fault' in packed) return packed;
  try {
    // In Node the library takes a buffer, in the browser an ArrayBuffer; each leaves the other aside.
    const { buffer } = packed.bytes as Uint8Array<ArrayBuffer>;
    const { value } = await mammoth.convertToHtml({ arrayBuffer: buffer, buffer: packed.bytes } as never, {
      convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
    });
    return { text: textOfHtml(value), unread: pictures(bytes) };
  } catch {
    return { fault: '不是完整的 Word 文档，打不开。用 Word 或 WPS 另存一份再试' };
  }
}

const CELL = /<t[dh]\b[^>]*>([\s\S]*?)<\/t[dh]>/g;
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&' };

/** What the library has written as markup, as plain text: nothing of it is ever shown as markup. */
function textOfHtml(html: string): string {
  return html
    .replace(CELL, (_, cell: string) => `${cell.replace(/<\/p>|<br ?\/?>/g, ' ').trim()}\t`)
    .replace(/\t<\/tr>/g, '\n')
    .replace(/<\/(?:p|li|h\d|tr)>|<br ?\/?>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(lt|gt|quot|amp);/g, (_, name: string) => ENTITIES[name] ?? '');
}

function pictures(bytes: Uint8Array): readonly string[] {
  let count = 0;
  unzipSync(bytes, {
    filter: ({ name }) => {
      if (PICTURE.test(name)) count += 1;
      return false;
    },
  });
  return count === 0 ? [] : [`有 ${count} 张图片，图片里的字没有读`];
}
