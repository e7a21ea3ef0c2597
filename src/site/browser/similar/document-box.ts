import type { DocumentText } from '../../../documents/read-document.ts';
import { byId } from '../elements.ts';
import type { DocumentReply } from './document-worker.ts';

/** A document that is not read by then stands still. */
const PATIENCE = 30_000;
const STOPPED = { fault: '读了 30 秒还没有读完，停下了。把文字复制出来粘贴' };
const BROKEN = { fault: '没有读成：这个浏览器读不了这种文件。把文字复制出来粘贴' };

/** Lets a plan be chosen, or dropped on the text box, and hands over its text. The file stays on this machine. */
export function takeDocumentBox(read: (text: string) => void): void {
  const input = byId('document', HTMLInputElement);
  const said = byId('document-said', HTMLElement);
  let run = 0;

  async function take(file: File): Promise<void> {
    const mine = ++run;
    said.textContent = `正在读「${file.name}」……`;
    const result = await readApart(file).catch(() => BROKEN);
    // Another file was chosen meanwhile.
    if (mine !== run) return;
    said.textContent = wordsFor(file.name, result);
    if ('text' in result) read(result.text);
  }

  input.addEventListener('change', () => {
    const [file] = input.files ?? [];
    if (file) void take(file);
    // The same file can be chosen again after it was mended.
    input.value = '';
  });
  const box = byId('need', HTMLTextAreaElement);
  box.addEventListener('dragover', (event) => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
  });
  box.addEventListener('drop', (event) => {
    const [file] = event.dataTransfer?.files ?? [];
    if (!file) return;
    event.preventDefault();
    void take(file);
  });
}

function wordsFor(name: string, result: DocumentText): string {
  if ('fault' in result) return `「${name}」${result.fault}。还没有查。`;
  const unread = result.unread.map((sentence) => `${sentence}。`).join('');
  return `已读出「${name}」，${result.text.replace(/\s/g, '').length} 字。${unread}`;
}

/** Each document gets a worker of its own: one that a file has brought to a stand is ended. */
async function readApart(file: File): Promise<DocumentText> {
  const bytes = await new Response(file).arrayBuffer();
  const worker = new Worker(new URL('./document-worker.ts', import.meta.url), { type: 'module' });
  try {
    return await new Promise<DocumentText>((resolve, reject) => {
      worker.addEventListener('message', ({ data }: MessageEvent<Partial<DocumentReply>>) => {
        if (data.document) resolve(data.document);
      });
      worker.addEventListener('error', reject);
      setTimeout(() => resolve(STOPPED), PATIENCE);
      worker.postMessage(bytes, [bytes]);
    });
  } finally {
    worker.terminate();
  }
}
