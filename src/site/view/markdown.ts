import MarkdownIt from 'markdown-it';
import cjkFriendly from 'markdown-it-cjk-friendly';
import { chineseMarks } from './chinese-marks.ts';
import { escapeHtml, isWebAddress, outsideLink } from './html.ts';

/**
 * The one renderer for what units write. HTML in the text is shown as text; links lead only to web addresses;
 * pictures become links, because a page must not load anything from elsewhere. Bold beside Chinese punctuation is bold,
 * which the marks of CommonMark, made for words with blanks between, do not give.
 */
const renderer = new MarkdownIt('default', { html: false, linkify: false, breaks: false })
  .use(cjkFriendly)
  .use(chineseMarks);
renderer.validateLink = isWebAddress;

renderer.renderer.rules.link_open = (tokens, index, options, _env, self) => {
  tokens[index]?.attrSet('rel', 'nofollow noopener noreferrer');
  return self.renderToken(tokens, index, options);
};

renderer.renderer.rules.image = (tokens, index) => {
  const token = tokens[index];
  return outsideLink(String(token?.attrGet('src') ?? ''), `图：${token?.content || '未写说明'}`);
};

/** Plain paragraphs need no parser; most sections are one. */
const PLAIN = /^[^\\`*_[\]<>#&!|~\n:+-]*$/;
const STARTS_A_LIST = /^\s|^\d+[.)]/;

/** Markdown from the registry as safe HTML. */
export function renderMarkdown(text: string): string {
  if (PLAIN.test(text) && !STARTS_A_LIST.test(text)) return `<p>${escapeHtml(text)}</p>\n`;
  return renderer.render(text);
}
