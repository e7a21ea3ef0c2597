import { escapeHtml } from '../text/escape-html.ts';
import { cleanWords } from './clean-words.ts';
import {
  COLUMNS,
  type Flow,
  type Grid,
  type GridCell,
  type GridRow,
  type Line,
  type Paper,
} from './model.ts';
import { codeOf, codePath } from './qr.ts';

/** The heading's rank: a paper that stands on a page with a heading of its own is a part of it. */
export type Heading = 'h1' | 'h2' | 'h3';

/** A paper as HTML, laid out by paper.css: classes only, because the site's policy forbids styles in the page. */
export function paperHtml({ flow }: Paper, heading: Heading = 'h1'): string {
  return flow.map((one) => flowHtml(one, heading)).join('');
}

function flowHtml(one: Flow, heading: Heading = 'h1'): string {
  switch (one.kind) {
    case 'line':
      return lineHtml(one, heading);
    case 'ends':
      return `<p class="paper-ends">${one.texts.map((words) => `<span>${printed(words)}</span>`).join('')}</p>`;
    case 'grid':
      return gridHtml(one);
    case 'code':
      return codeHtml(one.address, one.words);
  }
}

function lineHtml({ text, size, align, indent, bold, room }: Line, heading: Heading): string {
  const classes = [
    `paper-${size}`,
    ...(align === undefined || size === 'title' ? [] : [`paper-${align}`]),
    ...(indent === undefined ? [] : [`paper-${indent}`]),
    ...(bold === true ? ['paper-strong'] : []),
    ...(room === undefined ? [] : [`paper-room-${room}`]),
  ];
  const tag = size === 'title' ? heading : 'p';
  const named = classes.length === 0 ? '' : ` class="${classes.join(' ')}"`;
  // A box and its word stay in one line.
  const words = printed(text).replace(/[□☑][^\s□☑（]+/g, '<span class="nowrap">$&</span>');
  return `<${tag}${named}>${words}</${tag}>`;
}

function gridHtml({ rows, plain }: Grid): string {
  return `<table class="paper-grid${plain ? ' paper-plain' : ''}"><colgroup>${'<col />'.repeat(COLUMNS)}</colgroup><tbody>${rows.map(rowHtml).join('')}</tbody></table>`;
}

function rowHtml({ cells, height }: GridRow): string {
  const named = height === 'free' ? '' : ` class="paper-row-${height}"`;
  return `<tr${named}>${cells.map(cellHtml).join('')}</tr>`;
}

function cellHtml({ span, label, top, flow }: GridCell): string {
  const tag = label ? 'th scope="row"' : top ? 'td class="paper-top"' : 'td';
  return `<${tag} colspan="${span}">${flow.map((one) => flowHtml(one)).join('')}</${tag.slice(0, 2)}>`;
}

function codeHtml(address: string, words: string): string {
  const rows = codeOf(address);
  const size = rows.length;
  return `<p class="paper-code"><svg viewBox="0 0 ${size} ${size}" role="img" aria-label="${escapeHtml(`二维码：${address}`)}"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${codePath(rows)}"/></svg><span>${printed(words)}</span><span>${escapeHtml(address)}</span></p>`;
}

const printed = (words: string): string => escapeHtml(cleanWords(words));

/** A whole document that stands alone, with the style that paper.css holds. */
export function paperDocument(paper: Paper, style: string): string {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
<title>${printed(paper.name)}</title>
<style>
${style}
</style>
</head>
<body class="paper-alone">
<main class="paper paper-sheet">
${paperHtml(paper)}
</main>
</body>
</html>
`;
}
