import '../polyfills.ts';
import { type DocumentText, readDocument } from '../../../documents/read-document.ts';

/** What the worker answers. The reader of PDFs posts messages of its own from here: they carry no `document`. */
export interface DocumentReply {
  readonly document: DocumentText;
}

/** Its page gives it the bytes of one document. */
self.addEventListener(
  'message',
  async ({ data }: MessageEvent<ArrayBuffer>) => {
    const reply: DocumentReply = { document: await readDocument(new Uint8Array(data)) };
    self.postMessage(reply);
  },
  { once: true },
);
