import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { docxOf, pdfOf, workbookOf } from '../../tests/support/documents.ts';
import { MAX_DOCUMENT, readDocument } from './read-document.ts';

const PLAN = ['智慧停车平台', '', '建设停车诱导和余位发布。'];

describe('a plan as people have it', () => {
  it('is read from a Word document, paragraph by paragraph', async () => {
    const read = await readDocument(await docxOf(PLAN));
    expect(read).toEqual({
      text: expect.stringMatching(/^智慧停车平台\n+建设停车诱导和余位发布。\n+$/),
      unread: [],
    });
  });

  it('names the pictures that it could not read', async () => {
    expect(await readDocument(await docxOf(PLAN, true))).toHaveProperty('unread', [
      '有 1 张图片，图片里的字没有读',
    ]);
  });

  it.each(['xlsx', 'biff8'] as const)('is read from a workbook (%s), but for hidden sheets', async (type) => {
    const book = workbookOf(
      {
        功能: [
          ['停车诱导', '余位发布'],
          ['', '缴费'],
        ],
        '.旧': [['作废']],
      },
      type,
    );
    expect(await readDocument(book)).toEqual({
      text: '停车诱导\t余位发布\n缴费',
      unread: ['工作表「.旧」是隐藏的，没有读'],
    });
  });

  it('is read from a workbook of LibreOffice', async () => {
    expect(await readDocument(workbookOf({ 功能: [['停车诱导', '缴费']] }, 'ods'))).toHaveProperty(
      'text',
      '停车诱导\t缴费',
    );
  });

  it('is read from a PDF, and pages without text are named', async () => {
    expect(await readDocument(pdfOf(['Smart parking guidance', '', 'Payment']))).toEqual({
      text: 'Smart parking guidance\n\nPayment',
      unread: ['第 2、3 页没有文字（多半是扫描的图片），没有读'],
    });
  });

  it('is read from plain text in any encoding', async () => {
    expect(await readDocument(Buffer.from('\uFEFF停车', 'utf16le'))).toEqual({ text: '停车', unread: [] });
  });
});

describe('what is not read says why', () => {
  const bomb = zipSync({ 'word/document.xml': [new Uint8Array(70 * 1024 * 1024), { level: 9 }] });
  it.each([
    ['a scan', pdfOf(['', '']), '扫描件'],
    ['a PDF with a password', pdfOf(['Smart parking'], true), '设了密码，打不开'],
    ['half a PDF', pdfOf(['Smart parking']).subarray(0, 30), '不是完整的 PDF'],
    ['an old Word document', Buffer.from('d0cf11e0a1b11ae1', 'hex'), '旧版 Word'],
    ['a picture', Buffer.from('89504e470d0a1a0a', 'hex'), '是图片'],
    [
      'a document of LibreOffice',
      zipSync({ mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }] }),
      '.odt',
    ],
    ['slides', zipSync({ 'ppt/presentation.xml': strToU8('<a/>') }), '演示文稿'],
    ['a web page', new TextEncoder().encode('<!DOCTYPE html><p>停车</p>'), '网页'],
    ['an archive', zipSync({ '方案.txt': strToU8('停车') }), '压缩包'],
    ['a broken Word document', zipSync({ 'word/document.xml': strToU8('<a>') }), '不是完整的 Word 文档'],
    ['a zip that unfolds to too much', bomb, '太大'],
    ['a file beyond the limit', new Uint8Array(MAX_DOCUMENT + 1), '太大'],
    ['nothing', new Uint8Array(), '没有读到文字'],
    ['something else', Uint8Array.of(1, 2, 0, 3), '不是文本文件'],
  ])('%s', async (_, bytes, why) => {
    expect(await readDocument(bytes)).toEqual({ fault: expect.stringContaining(why) });
  });
});
