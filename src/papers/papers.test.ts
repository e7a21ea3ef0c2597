import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readFiling } from '../form/entry-fields.ts';
import { annexOf } from '../regulation/index.ts';
import { filledAnnex } from './annex-paper.ts';
import { paperDocx } from './docx.ts';
import { blankPaper, PAPER_KINDS, paperDocument, paperHtml, paperKind } from './index.ts';
import { HEIGHTS, ROOMS } from './model.ts';
import { codeOf, codePicture } from './qr.ts';

const partsOf = async (bytes: Promise<Uint8Array>): Promise<Record<string, string>> =>
  Object.fromEntries(Object.entries(unzipSync(await bytes)).map(([name, part]) => [name, strFromU8(part)]));

const HOSTILE = readFiling({
  表式: '备案表',
  项目名称: `<img src=x onerror=alert(1)>&"'\u0007\u202e`,
  项目预期效果: '</td></table><script>alert(1)</script>',
  建设内容: '<b>粗</b> [链](javascript:alert(1)) ![图](http://x/y.png)\n\n```\n</w:t>\n```',
});

describe('a paper as HTML', () => {
  it.each(PAPER_KINDS)('%s is as it was', async (kind) => {
    await expect(paperHtml(blankPaper(kind))).toMatchFileSnapshot(`golden/${kind}.html`);
  });

  it('escapes what a unit wrote, runs nothing and loads nothing', () => {
    const html = paperDocument(filledAnnex(annexOf('备案表'), HOSTILE), 'p{}');
    expect(html).not.toMatch(/<(?:img|script|b|a)\b/);
    expect(html).not.toMatch(/[^\P{C}\n]/u);
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;&amp;&quot;&#39;');
    expect(html).not.toMatch(/ style=/);
    expect(html).toContain("default-src 'none'");
  });

  it('has heights and rooms that its style knows', () => {
    const css = readFileSync(new URL('../styles/paper.css', import.meta.url), 'utf8');
    for (const [name, mm] of Object.entries(HEIGHTS))
      if (mm > 0) expect(css).toContain(`.paper-row-${name} {\n  height: ${mm}mm;`);
    for (const [name, mm] of Object.entries(ROOMS))
      expect(css).toContain(`.paper .paper-room-${name} {\n  margin-top: ${mm}mm;`);
  });
});

describe('a paper as .docx', () => {
  it.each(PAPER_KINDS)('%s has the words of its page in real tables on A4', async (kind) => {
    const paper = blankPaper(kind);
    const { 'word/document.xml': xml = '' } = await partsOf(paperDocx(paper));
    expect(xml).toMatch(/<w:pgSz w:w="11906" w:h="1683[78]"/);
    expect(xml).toContain('<w:tbl>');
    // Word takes two tables that touch for one, without the lines of the first.
    expect(xml).not.toMatch(/<\/w:tbl>(?!<w:p>|<w:p )/);
    const words = [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text = '']) => text).join('');
    const shown = paperHtml(paper)
      .replace(/<[^>]*>/g, '')
      .replaceAll('&quot;', '"');
    const bare = (text: string): string => text.replace(/\s+/g, '');
    expect(bare(words)).toBe(bare(shown));
  });

  it('gives every row the columns of the grid, so that Word lays it out as the page does', async () => {
    for (const kind of ['附件1', '附件2'] as const) {
      const { 'word/document.xml': xml = '' } = await partsOf(paperDocx(blankPaper(kind)));
      const columns = xml.match(/<w:gridCol /g)?.length ?? 0;
      for (const [row] of xml.matchAll(/<w:tr>.*?<\/w:tr>/gs)) {
        const spans = [...row.matchAll(/<w:tc>(?:<w:tcPr>.*?<\/w:tcPr>)/gs)].map(([cell]) =>
          Number(/<w:gridSpan w:val="(\d+)"/.exec(cell)?.[1] ?? 1),
        );
        expect(spans.reduce((sum, span) => sum + span, 0)).toBe(columns);
      }
    }
  });

  it('holds no character that Word refuses', async () => {
    const { 'word/document.xml': xml = '' } = await partsOf(
      paperDocx(filledAnnex(annexOf('备案表'), HOSTILE)),
    );
    expect(xml).not.toMatch(/[^\P{Cc}\t\n\r]/u);
    expect(xml).toContain('&lt;script&gt;');
  });
});

describe('the code to the entry', () => {
  it('is a picture of black and white modules with a white border', () => {
    const rows = codeOf('https://example.cn/projects/shili/x-2222/');
    const bytes = codePicture(rows);
    expect(String.fromCharCode(...bytes.slice(0, 2))).toBe('BM');
    expect(new DataView(bytes.buffer).getInt32(18, true)).toBe(rows.length * 8);
    expect(rows[0]?.some(Boolean)).toBe(false);
    // The finder pattern in the corner, seven dark modules wide.
    expect(rows[4]?.slice(4, 11)).toEqual(Array.from({ length: 7 }, () => true));
  });
});

describe('the names of papers', () => {
  it.each([
    ['申请表', '附件1'],
    ['附件 2', '附件2'],
    ['附件２', '附件2'],
    ['专家验收', '验收意见'],
    ['constructor', undefined],
    ['yanshi-minzheng/x', undefined],
  ])('%s means %s', (word, kind) => {
    expect(paperKind(word)).toBe(kind);
  });
});
