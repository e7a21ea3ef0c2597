/** The hand-over: every way gives the same bytes. */
import type { Judged } from '../../../declare/judge.ts';
import { parcelFiles, writeParcel } from '../../../declare/parcel.ts';
import type { Repository } from '../../../registry/repository.ts';
import { editPage, newFilingPage, uploadPage } from '../../../registry/repository-pages.ts';
import { byId, say } from '../elements.ts';
import { saveAs } from './save-as.ts';
import type { SealedStore } from './sealed-store.ts';
import type { Prepared } from './token-box.ts';

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
  // Few have a token: what opens a request is loaded behind the page.
  if (repository && api !== undefined)
    void import('./token-box.ts').then(({ takeTokenBox }) =>
      takeTokenBox({ repository, api }, prepare, events.handedOver),
    );

  async function prepare(): Promise<Prepared> {
    const parcel = await events.ready();
    const { id, judged } = parcel;
    if (judged.findings.some(({ severity }) => severity === 'error'))
      return { notYet: '还有必改的没有改，先回到核对，改好再直接送件。' };
    const title = String(judged.filing.name ?? id);
    return { id, title, files: parcelFiles(id, judged.text, wanted(parcel)) };
  }

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
