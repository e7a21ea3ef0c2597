/** The hand-over: every way gives the same bytes. */
import type { Judged } from '../../../declare/judge.ts';
import { parcelFiles, writeParcel } from '../../../declare/parcel.ts';
import type { Repository } from '../../../registry/repository.ts';
import { editPage, newFilingPage, uploadPage } from '../../../registry/repository-pages.ts';
import { byId, make, say } from '../elements.ts';
import { saveAs } from './save-as.ts';
import type { SealedStore } from './sealed-store.ts';

/** What is handed over, as it stands now. */
export interface Parcel {
  readonly id: string;
  readonly file: string;
  readonly name: string;
  readonly judged: Judged;
  /** Says by itself in which unit's folder it belongs. */
  readonly placed: boolean;
  readonly isNew: boolean;
}

export interface SendEvents {
  /** Fixes the name, seals what is to be sealed, and judges once more. */
  readonly ready: () => Promise<Parcel>;
  readonly contacts: () => Readonly<Record<string, string>>;
  readonly handedOver: () => void;
  readonly finished: () => void;
}

export interface SendPlace {
  readonly repository: Repository | undefined;
  readonly api: string | undefined;
  readonly folder: string;
  readonly sealed: SealedStore;
}

type SealedFiles = ReadonlyMap<string, Uint8Array>;

/** Of what was sealed here, what the form names: a file that was chosen and taken out again does not go along. */
function sealedFilesOf({ judged }: Parcel, { files }: SealedStore): SealedFiles {
  const named = (judged.filing.attachments ?? []).filter(({ delivery }) => delivery === '密封附件');
  return new Map(
    named.flatMap(({ file = '' }) => {
      const one = files.get(file);
      return one ? [[file, one.bytes] as const] : [];
    }),
  );
}

/** Takes over the screen; gives what to do when it opens. */
export function takeSend(
  { repository, api, folder, sealed }: SendPlace,
  events: SendEvents,
): () => Promise<void> {
  const pageNote = byId('page-note', HTMLElement);
  const newPage = byId('new-file-page', HTMLAnchorElement);
  const upload = byId('upload-page', HTMLAnchorElement);
  const copy = byId('copy-text', HTMLButtonElement);

  const bytesOf = ({ judged }: Parcel): Blob =>
    new Blob([judged.text], { type: 'text/markdown;charset=utf-8' });
  const wanted = (parcel: Parcel): SealedFiles => sealedFilesOf(parcel, sealed);

  function onClick(id: string, act: (parcel: Parcel) => void | Promise<void>): void {
    byId(id, HTMLButtonElement).addEventListener('click', async () => act(await events.ready()));
  }

  onClick('download-file', (parcel) => {
    saveAs(parcel.name, bytesOf(parcel));
    events.handedOver();
  });
  onClick('download-office', async (parcel) => {
    if (parcel.placed && wanted(parcel).size === 0) saveAs(parcel.name, bytesOf(parcel));
    else {
      const zip = writeParcel(parcelFiles(parcel.id, parcel.judged.text, wanted(parcel)));
      saveAs(parcel.name.replace(/\.md$/, '.zip'), new Blob([zip as BlobPart], { type: 'application/zip' }));
    }
    events.handedOver();
  });
  onClick('print-form', async ({ judged }) => {
    const { printForm } = await import('./print-view.ts');
    printForm(judged.filing, events.contacts());
  });
  onClick('copy-text', async ({ judged }) => {
    await navigator.clipboard.writeText(judged.text);
    say(pageNote, '已复制，到打开的页面里粘贴。');
    events.handedOver();
  });
  byId('finish', HTMLButtonElement).addEventListener('click', events.finished);
  if (repository && api !== undefined) takeRequest(repository, api, sealed, events);

  function showPages(parcel: Parcel): void {
    if (!repository) return;
    copy.hidden = false;
    if (!parcel.isNew) {
      newPage.href = editPage(repository, parcel.file);
      newPage.textContent = '打开修改这个文件的页面';
      newPage.hidden = false;
      say(pageNote, '打开以后把原来的内容全选删去，点「复制文件内容」再粘贴。');
      return;
    }
    const page = newFilingPage(repository, parcel.id, parcel.judged.text);
    newPage.href = page.url;
    newPage.hidden = false;
    const uploading = uploadPage(repository, parcel.id.split('/')[0] ?? '');
    if (uploading) upload.href = uploading;
    upload.hidden = uploading === undefined;
    say(
      pageNote,
      page.filled
        ? '新建文件的页面打开时，文件名和内容都已填好。'
        : page.named
          ? '内容较长，新建文件的页面只填好了文件名：点「复制文件内容」，到页面里粘贴。'
          : '文件名和内容要自己填：照上面写的名字，内容点「复制文件内容」再粘贴。',
    );
  }

  return async () => {
    const parcel = await events.ready();
    const must = parcel.judged.findings.filter(({ severity }) => severity === 'error').length;
    byId('send-open', HTMLElement).hidden = must === 0;
    byId('send-ready', HTMLElement).hidden = must > 0;
    byId('send-open-words', HTMLElement).textContent = `还有 ${must} 处必改，送出去会退回补正。`;
    byId('send-path', HTMLElement).textContent = [folder, parcel.file]
      .filter((part) => part !== '')
      .join('/');
    const { size } = wanted(parcel);
    const packed = size > 0 ? `（压缩包：表和 ${size} 个加密附件）` : '';
    byId('office-file', HTMLElement).textContent =
      `${packed === '' && parcel.placed ? parcel.name : parcel.name.replace(/\.md$/, '.zip')}${packed}`;
    showPages(parcel);
  };
}

function takeRequest(
  repository: Repository,
  api: string,
  sealed: SealedStore,
  { ready, handedOver }: SendEvents,
): void {
  const box = byId('token', HTMLInputElement);
  const said = byId('token-said', HTMLElement);
  const state = byId('request-state', HTMLElement);
  /** A second press while one is under way would race with it. */
  let busy = false;
  byId('open-request', HTMLButtonElement).addEventListener('click', async () => {
    if (busy) return;
    const token = box.value.trim();
    said.hidden = token !== '';
    said.textContent = token === '' ? '填写访问令牌；没有的，用上面的办法送出。' : '';
    if (token === '') return box.focus();
    busy = true;
    await send(token).finally(() => {
      busy = false;
    });
  });

  async function send(token: string): Promise<void> {
    const parcel = await ready();
    if (parcel.judged.findings.some(({ severity }) => severity === 'error'))
      return say(state, '还有必改的没有改，先回到核对，改好再直接送件。');
    const { openRequest, requestFault } = await import('./open-request.ts');
    try {
      const title = String(parcel.judged.filing.name ?? parcel.id);
      const files = parcelFiles(parcel.id, parcel.judged.text, sealedFilesOf(parcel, sealed));
      const url = await openRequest({
        api,
        token,
        repository,
        id: parcel.id,
        title,
        files,
        told: (words) => say(state, words),
      });
      box.value = '';
      state.replaceChildren(
        '已经送件：',
        make('a', { href: url, target: '_blank', rel: 'noopener' }, ['打开送件单']),
      );
      handedOver();
    } catch (error) {
      say(state, requestFault(error, repository));
    }
  }
}
