/** Drafts that were begun here, files from elsewhere, earlier states: nothing that was written is lost. */
import { type Draft, type DraftVersion, draftName, writeDraft } from '../../../declare/draft.ts';
import type { Difference } from '../../../declare/draft-file.ts';
import { byId, make, say } from '../elements.ts';
import { clock, saveAs } from './save-as.ts';
import type { SealedAttachment } from './sealed-store.ts';

export interface ResumeEvents {
  readonly open: (draft: Draft) => void;
  readonly remove: (id: string) => void;
  readonly export: (draft: Draft) => void;
  readonly file: (file: File) => void;
  readonly version: (version: DraftVersion) => void;
  readonly differences: (version: DraftVersion) => Promise<readonly Difference[]>;
}

/** The list of drafts; the one that is open is not in it. */
export function showDrafts(drafts: readonly Draft[], { open, remove, export: give }: ResumeEvents): void {
  const place = byId('resume', HTMLElement);
  const list = byId('drafts', HTMLUListElement);
  place.hidden = drafts.length === 0;
  list.replaceChildren(
    ...drafts.map((draft) => {
      const name = draftName(draft);
      const go = make('button', { type: 'button', class: 'button', 'aria-label': `继续填「${name}」` }, [
        '继续填',
      ]);
      go.addEventListener('click', () => open(draft));
      const out = make(
        'button',
        { type: 'button', class: 'button button-quiet', 'aria-label': `导出「${name}」` },
        ['导出'],
      );
      out.addEventListener('click', () => give(draft));
      const away = make(
        'button',
        { type: 'button', class: 'button button-quiet', 'aria-label': `删去「${name}」` },
        ['删去'],
      );
      away.addEventListener('click', () => {
        if (away.textContent === '删去') away.textContent = '再点一次，确实删去';
        else remove(draft.id);
      });
      const at = `${draft.savedAt.slice(0, 10)} ${clock(new Date(draft.savedAt))} 保存`;
      return make('li', {}, [
        make('strong', {}, [name]),
        make('span', { class: 'small quiet' }, [`（${at}）`]),
        go,
        out,
        away,
      ]);
    }),
  );
}

/** Gives the draft as a file; with sealed attachments as one .zip. */
export async function exportDraft(draft: Draft, sealed: readonly SealedAttachment[]): Promise<void> {
  const name = draftName(draft)
    .replace(/[\\/:*?"<>|\s]+/g, '-')
    .slice(0, 40);
  const text = writeDraft(draft);
  if (sealed.length === 0) {
    saveAs(`草稿-${name}.json`, new Blob([text], { type: 'application/json' }));
    return;
  }
  const { draftFiles, writeParcel } = await import('../../../declare/parcel.ts');
  const zip = writeParcel(draftFiles(text, sealed));
  saveAs(`草稿-${name}.zip`, new Blob([zip as BlobPart], { type: 'application/zip' }));
}

/** Takes over the box for files. */
export function takeOpenFile({ file }: ResumeEvents): (fault: string) => void {
  const input = byId('open-input', HTMLInputElement);
  const said = byId('open-said', HTMLElement);
  input.addEventListener('change', () => {
    const [chosen] = input.files ?? [];
    if (chosen) file(chosen);
    input.value = '';
  });
  return (fault) => {
    said.hidden = fault === '';
    if (fault !== '') byId('open-file', HTMLDetailsElement).open = true;
    say(said, fault);
  };
}

/** The earlier states of a draft, each with what differs from now. */
export function showVersions(
  versions: readonly DraftVersion[],
  { version, differences }: ResumeEvents,
): void {
  const list = byId('versions-list', HTMLOListElement);
  byId('versions-note', HTMLElement).textContent =
    versions.length === 0
      ? '还没有以前的版本：每走一步、每两分钟存一版，最多 20 版。'
      : '换回以前的一版，现在的内容会先存成一版。';
  list.replaceChildren(
    ...versions.map((one) => {
      const place = make('div');
      const see = make('button', { type: 'button', class: 'button button-quiet' }, ['看和现在有什么不同']);
      const back = make('button', { type: 'button', class: 'button button-quiet' }, ['换回这一版']);
      see.addEventListener('click', async () =>
        place.replaceChildren(differenceTable(await differences(one), '那时', '现在')),
      );
      back.addEventListener('click', () => version(one));
      const at = new Date(one.savedAt);
      return make('li', {}, [`${one.savedAt.slice(0, 10)} ${clock(at)} `, see, back, place]);
    }),
  );
}

/** What differs, box by box. */
export function differenceTable(found: readonly Difference[], before: string, after: string): HTMLElement {
  if (found.length === 0) return make('p', { class: 'small' }, ['没有不同。']);
  const rows = found.map(({ label, before: was, after: is }) =>
    make('tr', {}, [
      make('th', { scope: 'row' }, [label]),
      make('td', {}, [was || '（空）']),
      make('td', {}, [is || '（空）']),
    ]),
  );
  const head = ['栏目', before, after].map((text) => make('th', { scope: 'col' }, [text]));
  return make('div', { class: 'table-frame', tabindex: '0', role: 'region', 'aria-label': '有哪些不同' }, [
    make('table', { class: 'table' }, [make('thead', {}, [make('tr', {}, head)]), make('tbody', {}, rows)]),
  ]);
}

/** Says beside the form what was brought back after the tab was closed in the middle. */
export function showRestored(note: string, changes: readonly Difference[]): void {
  const place = byId('restored', HTMLElement);
  byId('restored-note', HTMLElement).textContent = note;
  byId('restored-changes', HTMLElement).replaceChildren(
    ...(changes.length > 0 ? [differenceTable(changes, '上一步存的', '恢复的')] : []),
  );
  place.hidden = false;
}
