import type { SearchHit } from '../../search/catalogue.ts';
import { href } from '../view/links.ts';
import { byId, say } from './elements.ts';
import type { SheetFormat } from './save-sheets.ts';
import type { SearchResult } from './search/client.ts';

/** The list that is shown: its results, what was asked, and what it adds up to. */
export interface ShownList {
  readonly results: readonly SearchResult[];
  readonly asked: string;
  readonly sum: string;
}

/** Rows that are fetched at a time. */
const BATCH = 256;
const BUTTONS = { 'save-xlsx': 'xlsx', 'save-csv': 'csv' } as const satisfies Record<string, SheetFormat>;

/** Lets the buttons save the whole list that is shown, not only the rows that stand on the page. */
export function takeSaveButtons(shown: () => Promise<ShownList | undefined>): void {
  const status = byId('save-said', HTMLElement);
  for (const [id, format] of Object.entries(BUTTONS)) {
    const button = byId(id, HTMLButtonElement);
    button.addEventListener('click', async () => {
      button.disabled = true;
      say(status, '正在整理…');
      say(status, await saveList(await shown(), format, status));
      button.disabled = false;
    });
  }
  byId('save-line', HTMLElement).hidden = false;
}

async function saveList(
  list: ShownList | undefined,
  format: SheetFormat,
  status: HTMLElement,
): Promise<string> {
  if (!list) return '没有存成：没有读到查询用的文件，网络可能断了，再点一次。';
  if (list.results.length === 0) return '列表是空的，没有可存的。';
  try {
    const hits: SearchHit[] = [];
    for (let at = 0; at < list.results.length; at += BATCH) {
      hits.push(...(await Promise.all(list.results.slice(at, at + BATCH).map((one) => one.load()))));
      if (list.results.length > BATCH) say(status, `正在整理 ${hits.length}／${list.results.length} 条…`);
    }
    const base = new URL(href('/'), location.href).href;
    const [{ saveSheets }, { listSheets }] = await Promise.all([
      import('./save-sheets.ts'),
      import('./list-sheets.ts'),
    ]);
    await saveSheets(listSheets(hits, { ...list, address: location.href, base }), '项目列表', format);
    return `存好了，${hits.length} 条。`;
  } catch {
    return '没有存成：有一部分没有读到，网络可能断了，再点一次。';
  }
}
