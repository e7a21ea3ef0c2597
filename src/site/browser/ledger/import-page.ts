/** 台账导入: a ledger is read on the reader's own machine, shown as it was understood, corrected, and taken home. */
import '../polyfills.ts';
import type { Repository } from '../../../registry/repository.ts';
import { byId, make, say } from '../elements.ts';
import { type Changes, drawProjects, drawQuestion, drawTable, drawUnit } from './draw.ts';
import type { LedgerView, PageAnswers, Parcel, Product, Reply, Request, Settings } from './messages.ts';
import type { ImportSend, SendPlace } from './send-view.ts';

/** A ledger that is not read by then stands still. */
const PATIENCE = 60_000;
const STOPPED = '读了一分钟还没有读完，停下了。把台账分成几个文件，或删去空白的行列，再选一次。';
const BROKEN = '没有读成：这个浏览器读不了这个文件。用表格软件另存为 .xlsx，再选一次。';
const FRESH: PageAnswers = { columns: {}, cells: {}, unit: '', unitNames: {}, scope: '' };

class ImportPage {
  readonly #status = byId('import-status', HTMLElement);
  readonly #result = byId('import-result', HTMLElement);
  readonly #said = byId('import-said', HTMLElement);
  #worker: Worker | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #answers: PageAnswers = FRESH;
  #settings: Settings | undefined;
  readonly #url: string;
  #send: ImportSend | undefined;
  /** Who waits for the drafts that are sent. */
  #waiting: ((parcel: Parcel | undefined) => void)[] = [];

  constructor(url: string, place: SendPlace) {
    this.#url = url;
    const sending = byId('send-ledger', HTMLDetailsElement);
    sending.addEventListener('toggle', async () => {
      if (!sending.open) return;
      const { ImportSend: Send } = await import('./send-view.ts');
      this.#send ??= new Send(place, () => this.#parcel());
      this.#send.refresh();
    });
    const input = byId('ledger', HTMLInputElement);
    input.addEventListener('change', () => {
      const [file] = input.files ?? [];
      if (file) void this.#open(file);
      // The same file can be chosen again after it was mended.
      input.value = '';
    });
    const zone = byId('ledger-drop', HTMLElement);
    zone.addEventListener('dragover', (event) => event.preventDefault());
    zone.addEventListener('drop', (event) => {
      event.preventDefault();
      const [file] = event.dataTransfer?.files ?? [];
      if (file) void this.#open(file);
    });
    for (const button of Array.from(document.querySelectorAll<HTMLButtonElement>('[data-product]'))) {
      button.addEventListener('click', () => void this.#make(button.dataset.product as Product));
    }
  }

  async #open(file: File): Promise<void> {
    this.#worker?.terminate();
    this.#answers = FRESH;
    this.#result.hidden = true;
    byId('import-units', HTMLElement).replaceChildren();
    say(this.#status, `正在读「${file.name}」……`);
    const bytes = await new Response(file).arrayBuffer();
    const worker = new Worker(new URL('./import-worker.ts', import.meta.url), { type: 'module' });
    this.#worker = worker;
    worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => this.#hear(data, file.name));
    worker.addEventListener('error', () => this.#stop(BROKEN));
    this.#ask({ open: { bytes, name: file.name } }, [bytes]);
  }

  #ask(request: Request, transfer: Transferable[] = []): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#stop(STOPPED), PATIENCE);
    this.#worker?.postMessage(request, transfer);
  }

  #stop(words: string): void {
    clearTimeout(this.#timer);
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#tell(undefined);
    say(this.#status, words);
  }

  #hear(reply: Reply, name: string): void {
    if (!('stage' in reply)) clearTimeout(this.#timer);
    if ('stage' in reply) say(this.#status, `${reply.stage}「${name}」……`);
    else if ('file' in reply) this.#hand(reply.file);
    else if ('parcel' in reply) this.#tell(reply.parcel);
    else if ('view' in reply) {
      say(this.#status, `已读「${name}」。${reply.view.read}没有导入 ${reply.view.leftTotal} 处。`);
      this.#draw(reply.view);
    } else {
      this.#result.hidden = true;
      say(this.#status, reply.fault);
    }
  }

  #draw(view: LedgerView): void {
    const focused = document.activeElement?.id ?? '';
    const changes = this.#changes();
    byId('import-tables', HTMLElement).replaceChildren(
      ...view.tables.map((table, at) => drawTable(table, view.meanings, at, changes)),
    );
    const questions = view.questions.map((question, at) => drawQuestion(question, at, 'unit-names', changes));
    byId('import-questions', HTMLElement).replaceChildren(...questions);
    byId('import-asked', HTMLElement).hidden = questions.length === 0;
    byId('import-projects', HTMLElement).replaceChildren(drawProjects(view));
    const left = view.left.map(({ place, why }) => make('li', {}, [make('strong', {}, [place]), `：${why}`]));
    const more = view.leftTotal - view.left.length;
    if (more > 0) left.push(make('li', {}, [`还有 ${more} 处，见「标注好的台账」。`]));
    byId('import-left', HTMLElement).replaceChildren(...left);
    byId('import-left-count', HTMLElement).textContent = `没有导入的 ${view.leftTotal} 处，各有原因`;
    byId('import-left-box', HTMLElement).hidden = view.leftTotal === 0;
    this.#said.replaceChildren();
    this.#result.hidden = false;
    this.#send?.refresh();
    document.getElementById(focused)?.focus();
  }

  #changes(): Changes {
    const tell = (answers: PageAnswers): void => {
      this.#answers = answers;
      this.#ask({ answers });
    };
    return {
      column: (title, meaning, unit) =>
        tell({ ...this.#answers, columns: { ...this.#answers.columns, [title]: { meaning, unit } } }),
      cell: (key, text) => tell({ ...this.#answers, cells: { ...this.#answers.cells, [key]: text } }),
      unitName: (written, name) =>
        tell({ ...this.#answers, unitNames: { ...this.#answers.unitNames, [written]: name } }),
      unit: (unit) => tell({ ...this.#answers, unit }),
      scope: (scope) => tell({ ...this.#answers, scope }),
    };
  }

  #parcel(): Promise<Parcel | undefined> {
    const parcel = new Promise<Parcel | undefined>((done) => this.#waiting.push(done));
    void this.#order('送件');
    return parcel;
  }

  #tell(parcel: Parcel | undefined): void {
    for (const done of this.#waiting.splice(0)) done(parcel);
  }

  async #make(make: Product): Promise<void> {
    say(this.#status, '正在生成……');
    await this.#order(make);
  }

  async #order(make: Product | '送件'): Promise<void> {
    this.#settings ??= (await (await fetch(this.#url)).json()) as Settings;
    const now = new Date();
    const two = (part: number): string => String(part).padStart(2, '0');
    const today = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
    this.#ask({ make, settings: this.#settings, today });
  }

  #hand({ name, bytes, said, unknown }: Extract<Reply, { file: unknown }>['file']): void {
    this.#said.replaceChildren(...said.slice(0, 200).map((words) => make('li', {}, [words])));
    const units = unknown.map((written, at) => drawUnit(written, at, 'unit-names', this.#changes()));
    byId('import-units', HTMLElement).replaceChildren(...units);
    if (name === '') {
      say(this.#status, '没有生成：一个项目也写不成，原因在「取走结果」下面。');
      return;
    }
    const link = make('a', { href: URL.createObjectURL(new Blob([bytes])), download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    say(this.#status, `已生成「${name}」，存到这台电脑的下载文件夹。`);
  }
}

const root = document.getElementById('import');
if (root) {
  root.hidden = false;
  const { settings = '', repository, api } = root.dataset;
  new ImportPage(settings, {
    repository: repository === undefined ? undefined : (JSON.parse(repository) as Repository),
    api,
  });
}
