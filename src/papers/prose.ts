import MarkdownIt from 'markdown-it';
import cjkFriendly from 'markdown-it-cjk-friendly';
import { COLUMNS, cellLine, type Flow, type GridCell, type GridRow, type Line } from './model.ts';

/** HTML in the text is text; a picture or a link is its words. */
const parser = new MarkdownIt('default', { html: false, linkify: false }).use(cjkFriendly);
type Token = ReturnType<typeof parser.parse>[number];
/** A table inside a cell of the form has its columns at these widths. */
const MAX_COLUMNS = 8;

/** What a unit wrote in Markdown, as lines and tables of a paper: every word of it, and none of its marks. */
export function proseOf(markdown: string): readonly Flow[] {
  const flow: Flow[] = [];
  const lists: List[] = [];
  const tokens = parser.parse(markdown, {});
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token) break;
    if (token.type === 'ordered_list_open') lists.push({ next: Number(token.attrGet('start') ?? 1) });
    else if (token.type === 'bullet_list_open') lists.push({});
    else if (/_list_close$/.test(token.type)) lists.pop();
    else if (token.type === 'list_item_open') startItem(lists.at(-1));
    else if (token.type === 'table_open') {
      const end = tokens.findIndex((one, index) => index > at && one.type === 'table_close');
      flow.push(tableOf(tokens.slice(at, end)));
      at = end;
    } else if (token.type === 'inline')
      flow.push(...linesOf(token, tokens[at - 1]?.type === 'heading_open', lists));
    else if (token.type === 'fence' || token.type === 'code_block')
      flow.push(
        ...token.content
          .trimEnd()
          .split('\n')
          .map((line) => cellLine(line)),
      );
  }
  return flow;
}

/** A list that is open: the number of its next item, where it is numbered, and the mark that is still to be written. */
interface List {
  next?: number;
  mark?: string;
}

function startItem(list: List | undefined): void {
  if (!list) return;
  list.mark = list.next === undefined ? '· ' : `${list.next}. `;
  if (list.next !== undefined) list.next += 1;
}

function linesOf(token: Token, isHeading: boolean, lists: readonly List[]): Line[] {
  const list = lists.at(-1);
  const deep = '　'.repeat(Math.max(0, lists.length - 1));
  return plain(token)
    .split('\n')
    .map((words) => {
      const mark = list?.mark ?? '';
      if (list) delete list.mark;
      const indent = list ? 'item' : 'first';
      return isHeading ? cellLine(words, { bold: true }) : cellLine(`${deep}${mark}${words}`, { indent });
    });
}

/** The words of a run of text, its breaks kept. */
function plain({ children, content }: Token): string {
  if (!children) return content;
  return children
    .map((child) => {
      if (child.type === 'softbreak' || child.type === 'hardbreak') return '\n';
      return child.type === 'image' ? `（图：${child.content}）` : child.content;
    })
    .join('');
}

function tableOf(tokens: readonly Token[]): Flow {
  const rows: Token[][] = [];
  for (const token of tokens) {
    if (token.type === 'tr_open') rows.push([]);
    else if (token.type === 'inline') rows.at(-1)?.push(token);
  }
  const columns = Math.max(1, ...rows.map((cells) => cells.length));
  // More columns than can be read are written below each other.
  if (columns > MAX_COLUMNS)
    return { kind: 'grid', rows: rows.map((cells) => rowOf([cells.map(plain).join('；')])) };
  return {
    kind: 'grid',
    rows: rows.map((cells) =>
      rowOf(Array.from({ length: columns }, (_, at) => (cells[at] ? plain(cells[at]) : ''))),
    ),
  };
}

function rowOf(words: readonly string[]): GridRow {
  const span = Math.floor(COLUMNS / words.length);
  const cells = words.map(
    (text, at): GridCell => ({
      span: at === words.length - 1 ? COLUMNS - span * at : span,
      flow: text.split('\n').map((line) => cellLine(line)),
    }),
  );
  return { cells, height: 'free' };
}
