/** 附件: what the route wants is put down beforehand; a file can be sealed here, and then travels with the form. */
import type { Route } from '../../../regulation/routes.ts';
import { byId, make, say } from '../elements.ts';
import { fillHolder, fillRecord, partsOf } from './boxes.ts';
import { addRow, rowsOf } from './rows.ts';
import type { SealedStore } from './sealed-store.ts';

export interface AttachmentsView {
  /** Puts down what the route wants, in a list that is still blank. */
  prepare(route: Route): void;
  /** Gives rows that are sealed a button to choose the file. */
  update(): void;
}

const ONLY_HERE = '关掉这个标签页就没有了，要停下来的先点「导出草稿」，加密的文件一起带走。';

/** The list of attachments. `key` seals; `id` is the id of the filing. */
export function takeAttachments(
  form: HTMLElement,
  sealed: SealedStore,
  {
    key,
    id,
    changed,
  }: { readonly key: string | undefined; readonly id: () => Promise<string>; readonly changed: () => void },
): AttachmentsView {
  const field = form.querySelector<HTMLElement>('[data-field="附件"]');
  const list = field?.querySelector<HTMLElement>('[data-list]');
  const wanted = byId('attachments-wanted', HTMLElement);

  function partOf(row: HTMLElement, label: string): HTMLElement | undefined {
    return partsOf(row).find(({ dataset }) => dataset.part === label);
  }
  const textOf = (row: HTMLElement, label: string): string =>
    partOf(row, label)?.querySelector<HTMLInputElement>('[data-value="text"]')?.value.trim() ?? '';

  function addPicker(row: HTMLElement): void {
    const part = partOf(row, '文件');
    const box = part?.querySelector<HTMLInputElement>('[data-value="text"]');
    if (!part || !box || part.querySelector('[role=status]')) return;
    box.readOnly = true;
    const state = make('p', { class: 'small', role: 'status' });
    const pick = make('input', { type: 'file', 'data-ignore': '', 'aria-label': '选要加密的文件' });
    pick.addEventListener('change', () => {
      const file = pick.files?.[0];
      if (file) void seal(row, file, state);
    });
    const note =
      key === undefined
        ? '这里不能加密（见「联系方式」一步的说明），改选「纸质」。'
        : '选文件以后在这台电脑上加密，只有办公室打得开；加密的文件和表一起交。';
    part.append(make('p', { class: 'small quiet' }, [note]), ...(key === undefined ? [] : [pick]), state);
  }

  async function seal(row: HTMLElement, file: File, state: HTMLElement): Promise<void> {
    if (key === undefined) return;
    say(state, '正在加密……');
    try {
      const { sealFile } = await import('./seal-file.ts');
      const name = textOf(row, '名称') || file.name.replace(/\.[^.]*$/, '');
      const sealedFor = await id();
      const done = await sealFile(sealedFor, {
        name,
        source: file.name,
        bytes: new Uint8Array(await file.arrayBuffer()),
        key,
      });
      if ('fault' in done) return say(state, done.fault);
      const { file: kept, bytes, sha256 } = done;
      const stays = await sealed.add({ name: kept, bytes, sha256, sealedFor });
      for (const [label, value] of Object.entries({ 名称: name, 文件: kept, sha256 })) {
        const part = partOf(row, label);
        if (part) fillHolder(part, value);
      }
      say(state, stays ? `已加密：${kept}` : `已加密：${kept}。${ONLY_HERE}`);
      changed();
    } catch {
      say(state, '没有加密成，换一个文件，或者改送纸质件。');
    }
  }

  return {
    prepare: ({ attachments }) => {
      wanted.textContent = `这一路径要附：${attachments.join('、')}。`;
      if (!list || rowsOf(list).length > 0) return;
      for (const name of attachments) fillRecord(addRow(list), { 名称: name, 送达: '纸质' });
    },
    update: () => {
      for (const row of list ? rowsOf(list) : []) addPicker(row);
    },
  };
}
