/** Up to four projects side by side. Which ones stands in the address, so that a comparison can be passed on. */
import './polyfills.ts';
import type { OutSheet } from '../../ledger/out/sheet.ts';
import { href } from '../view/links.ts';
import { followTyping, newestOnly, writeAddress } from './asking.ts';
import { readSide, type Side } from './compare/side.ts';
import { comparedSheet, comparedTable } from './compare/table.ts';
import { byId, make, putMessage, say, told } from './elements.ts';
import type { SheetFormat } from './save-sheets.ts';
import { createSearch } from './search/client.ts';

const MOST = 4;
/** Found projects that are offered at a time; one more letter narrows better. */
const OFFERED = 8;
const ID = /^[a-z0-9-]+\/[a-z0-9-]+$/;

const place = byId('compared', HTMLElement);
const message = byId('message', HTMLElement);
const status = byId('count', HTMLElement);
const input = byId('q', HTMLInputElement);
const offered = byId('offered', HTMLUListElement);
const save = byId('save-line', HTMLElement);
const search = createSearch(href('/pagefind/'));
const asking = newestOnly();
const loading = newestOnly();
let ids: readonly string[] = [];
let sides: readonly Side[] = [];

async function show(): Promise<void> {
  const isNewest = loading();
  const read = await Promise.allSettled(ids.map(readSide));
  if (!isNewest()) return;
  sides = read.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const lost = ids.filter((_, at) => read[at]?.status === 'rejected');
  place.replaceChildren(...(sides.length === 0 ? [] : [comparedTable(sides, drop)]));
  save.hidden = sides.length === 0;
  say(status, sides.length === 0 ? '还没有选项目' : `正在对比 ${sides.length} 个项目`);
  const failed = told('没有读到：', `${lost.join('、')}。编号写错了，或者网络断了。`);
  putMessage(message, lost.length === 0 ? [] : [failed]);
}

function choose(next: readonly string[]): void {
  ids = next;
  writeAddress(ids.length === 0 ? '' : `?${ids.map((id) => `id=${id}`).join('&')}`, 'push');
  void show();
}

function drop(id: string): void {
  choose(ids.filter((other) => other !== id));
  input.focus();
}

async function offer(): Promise<void> {
  const isNewest = asking();
  const q = input.value.trim();
  const answer = q === '' ? undefined : await search.search(q);
  if (!isNewest()) return;
  if (answer?.status === 'failed') {
    putMessage(message, [told('查询没有完成。', '没有读到查询用的文件，网络可能断了，再试一次。')]);
    return;
  }
  const hits = await Promise.all((answer?.results ?? []).slice(0, OFFERED).map((result) => result.load()));
  if (!isNewest()) return;
  if (q !== '') say(status, `「${q}」查到 ${answer?.total ?? 0} 个项目，选一个加进来`);
  offered.replaceChildren(
    ...hits.map(({ url, title, unit }) => make('li', {}, [offerButton(url, title, unit)])),
  );
}

function offerButton(url: string, title: string, unit: string): HTMLButtonElement {
  const id = url.replace(/^\/(?:projects\/)?|\/$/g, '');
  const button = make('button', { class: 'button button-quiet', type: 'button' }, [
    `加入：${title}（${unit}）`,
  ]);
  button.addEventListener('click', () => add(id));
  return button;
}

function add(id: string): void {
  if (ids.length >= MOST && !ids.includes(id)) {
    putMessage(message, [told(`最多对比 ${MOST} 个。`, '先移出一个，再加。')]);
    return;
  }
  input.value = '';
  offered.replaceChildren();
  choose([...new Set([...ids, id])]);
  input.focus();
}

async function download(format: SheetFormat): Promise<void> {
  const [columns = [], ...rows] = comparedSheet(sides);
  try {
    const { saveSheets } = await import('./save-sheets.ts');
    await saveSheets([wordSheet('对比', columns, rows)], '项目对比', format);
  } catch {
    putMessage(message, [told('没有存成。', '有一部分没有读到，网络可能断了，再点一次。')]);
  }
}

/** A sheet of words alone. */
function wordSheet(name: string, titles: readonly string[], rows: OutSheet['rows']): OutSheet {
  return { name, columns: titles.map((title) => ({ title, kind: 'text', width: 40 })), rows };
}

function takeAddress(): void {
  const asked = new URLSearchParams(location.search).getAll('id').filter((id) => ID.test(id));
  ids = [...new Set(asked)].slice(0, MOST);
  void show();
}

followTyping(input, { rested: () => void offer(), submitted: () => void offer() });
byId('save', HTMLButtonElement).addEventListener('click', () => void download('csv'));
byId('save-xlsx', HTMLButtonElement).addEventListener('click', () => void download('xlsx'));
addEventListener('popstate', takeAddress);
byId('compare', HTMLElement).hidden = false;
takeAddress();
