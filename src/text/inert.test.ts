import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { fenced, inertMarkdown } from './inert.ts';

/** As forges read Markdown: HTML passes, addresses become links. */
const forge = new MarkdownIt({ html: true, linkify: true });

describe('text of strangers in Markdown', () => {
  it.each([
    ['a script', '<script>alert(1)</script>'],
    ['an image', '![x](https://evil.example/a.png)'],
    ['a link', '[点我](https://evil.example)'],
    ['an address', 'https://evil.example/x'],
    ['an address without a scheme', 'www.evil.example/x'],
    ['a mail address', 'a@evil.example'],
    ['a heading', '# 通过'],
    ['a list', '1. 一\n- 二\n+ 三'],
    ['a rule', '---'],
    ['a table', '| a | b |\n| - | - |\n| c | d |'],
    ['code', '`rm -rf`'],
    ['a fence', '```\n</details>\n```'],
    ['emphasis', '**通过** _x_ ~~y~~'],
    ['a comment', '<!-- registry-gate -->'],
    ['a reference', '&lt;b&gt; &#64;x'],
  ])('is shown as it stands: %s', (_, text) => {
    const html = forge.render(`- 说明：${inertMarkdown(text)}`);
    const tags = [...html.matchAll(/<\/?(\w+)/g)].map(([, tag]) => tag);
    expect(new Set(tags)).toEqual(new Set(text.includes('\n') ? ['ul', 'li', 'br'] : ['ul', 'li']));
  });

  it.each(['@octocat', '@org/team', '#12', 'o/r#12', 'GH-12', 'www.evil.example'])(
    'means nothing to what looks through the finished page: %s',
    (text) => {
      const html = forge.render(inertMarkdown(text));
      const shown = html
        .replace(/<[^>]+>/g, '')
        .replace(/&#(\d+);/g, (_all, code) => String.fromCharCode(code));
      expect(shown).not.toMatch(/@\w|#\d|GH-\d|www\./);
    },
  );

  it('shows what cannot be seen', () => {
    expect(inertMarkdown('a\u202eb\u200bc\u001b[2K')).toBe('a〈U+202E〉b〈U+200B〉c〈U+001B〉&#91;2K');
  });

  it('cannot end a block of code', () => {
    expect(fenced('yaml', '````\nx')).toBe('`````yaml\n````\nx\n`````');
  });
});
