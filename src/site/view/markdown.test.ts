import { describe, expect, it } from 'vitest';
import { renderMarkdown } from './markdown.ts';

describe('what units write', () => {
  it('becomes paragraphs, lists and tables', () => {
    expect(renderMarkdown('一段。')).toBe('<p>一段。</p>\n');
    expect(renderMarkdown('1. 甲\n2. 乙')).toContain('<li>乙</li>');
    expect(renderMarkdown('1. 甲')).toContain('<ol>');
    expect(renderMarkdown('| 甲 | 乙 |\n|---|---|\n| 1 | 2 |')).toContain('<td>2</td>');
  });

  it.each([
    ['<script>alert(1)</script>', '&lt;script&gt;'],
    ['<img src=x onerror=alert(1)>', '&lt;img'],
    ['甲 <b onclick="x()">乙</b>', '&lt;b onclick='],
    ['<!-- 注 -->', '&lt;!--'],
  ])('shows the HTML %s as text', (text, shown) => {
    const html = renderMarkdown(text);
    expect(html).toContain(shown);
    expect(html.replace(/<\/?p>/g, '')).not.toMatch(/<[a-z!]/i);
  });

  it.each([
    '[点](javascript:alert(1))',
    '[点](JaVaScRiPt:alert(1))',
    '[点](java&#x73;cript:alert(1))',
    '[点](data:text/html;base64,PHNjcmlwdD4=)',
    '[点](data:image/png;base64,AAAA)',
    '[点](vbscript:x)',
    '[点](file:///etc/passwd)',
    '[点](//evil.example/)',
    '[点](../../other/)',
    '<javascript:alert(1)>',
    '[点][1]\n\n[1]: javascript:alert(1)',
  ])('makes no link of %s', (text) => {
    expect(renderMarkdown(text)).not.toContain('href=');
  });

  it('is bold beside Chinese punctuation', () => {
    expect(renderMarkdown('**建设内容：**包括门磁采集。**“一键”**呼叫')).toBe(
      '<p><strong>建设内容：</strong>包括门磁采集。<strong>“一键”</strong>呼叫</p>\n',
    );
  });

  it.each([
    ['__建设：__包括', '<strong>建设：</strong>包括'],
    ['8核*2、16G*4 和 4*10GE*2', '8核*2、16G*4 和 4*10GE*2'],
    ['**2*3**米、*重点*2021年', '<strong>2*3</strong>米、<em>重点</em>2021年'],
    ['t_user__log__表', 't_user__log__表'],
  ])('takes stars between numbers and low lines between words for what they are: %s', (text, html) => {
    expect(renderMarkdown(text)).toBe(`<p>${html}</p>\n`);
  });

  it('links to web addresses without endorsing them', () => {
    expect(renderMarkdown('[网](https://www.example.cn/?a=1&b=2)')).toBe(
      '<p><a href="https://www.example.cn/?a=1&amp;b=2" rel="nofollow noopener noreferrer">网</a></p>\n',
    );
  });

  it('loads no picture: a web address becomes a link, anything else stays text', () => {
    const html = renderMarkdown(
      '![现场](http://www.example.cn/a.png) ![图样](data:image/png;base64,AAAA) ![](https://www.example.cn/x.png)',
    );
    expect(html).not.toContain('<img');
    expect(html).toContain(
      '<a href="http://www.example.cn/a.png" rel="nofollow noopener noreferrer">图：现场</a>',
    );
    expect(html).toContain('图：未写说明');
  });
});
