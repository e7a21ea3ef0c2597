/** Hands the drafts of a ledger to the registry: by the platform's pages unit by unit, or as one request. */
import type { Repository } from '../../../registry/repository.ts';
import { newFilingPage, uploadPage } from '../../../registry/repository-pages.ts';
import { type Prepared, takeTokenBox } from '../declare/token-box.ts';
import { byId, make } from '../elements.ts';
import type { Parcel, UnitParcel } from './messages.ts';

/** A request with more files than this is made in parts: the platforms count what a page writes in a minute. */
const MOST = 50;

export interface SendPlace {
  readonly repository: Repository | undefined;
  readonly api: string | undefined;
}

/** Takes over the section; `made` asks for the drafts as the ledger is read now. */
export class ImportSend {
  readonly #place: SendPlace;
  readonly #made: () => Promise<Parcel | undefined>;
  readonly #box = byId('send-ledger', HTMLDetailsElement);
  readonly #units = byId('send-units', HTMLElement);
  readonly #which = document.getElementById('send-which');

  constructor(place: SendPlace, made: () => Promise<Parcel | undefined>) {
    this.#place = place;
    this.#made = made;
    const { repository, api } = place;
    if (repository && api !== undefined)
      takeTokenBox(
        { repository, api },
        () => this.#prepare(),
        () => {},
      );
  }

  /** The ledger is read anew: what is shown here no longer holds. */
  refresh(): void {
    if (this.#box.open) void this.#draw();
  }

  async #draw(): Promise<void> {
    const parcel = await this.#made();
    const units = parcel?.units ?? [];
    const words = units.length === 0 ? ['没有能送的草稿，原因在「取走结果」下面。'] : [];
    this.#units.replaceChildren(
      ...words.map((text) => make('li', {}, [text])),
      ...units.map((unit) => this.#line(unit)),
    );
    if (this.#which instanceof HTMLSelectElement) {
      const chosen = this.#which.value;
      const all = units.reduce((sum, { files }) => sum + files.length, 0);
      const options = [
        make('option', { value: '' }, [`全部单位（${all} 份）`]),
        ...units.map(({ code, name, files }) =>
          make('option', { value: code }, [`${name}（${files.length} 份）`]),
        ),
      ];
      this.#which.replaceChildren(...options);
      if (units.some(({ code }) => code === chosen)) this.#which.value = chosen;
    }
  }

  #line({ code, name, files }: UnitParcel): HTMLElement {
    const { repository } = this.#place;
    const words = [
      make('strong', {}, [name]),
      `：${files.length} 份草稿，在压缩包的 projects/${code} 文件夹里。`,
    ];
    if (!repository) return make('li', {}, words);
    const [only, ...others] = files;
    const page = only && others.length === 0 ? newFilingPage(repository, only.id, only.text) : undefined;
    const upload = uploadPage(repository, code);
    const links = [
      ...(page?.filled ? [link(page.url, '打开填好的新建文件页面', name)] : []),
      ...(upload === undefined ? [] : [link(upload, '打开上传文件的页面', name)]),
    ];
    return make('li', {}, [...words, ...links.flatMap((one) => [' ', one])]);
  }

  async #prepare(): Promise<Prepared> {
    const parcel = await this.#made();
    const code = this.#which instanceof HTMLSelectElement ? this.#which.value : '';
    const units = (parcel?.units ?? []).filter((unit) => code === '' || unit.code === code);
    const files = units.flatMap((unit) => unit.files);
    if (!parcel || files.length === 0) return { notYet: '没有能送的草稿，原因在「取走结果」下面。' };
    if (files.length > MOST)
      return {
        notYet: `一次最多送 ${MOST} 份，这里有 ${files.length} 份：在「送哪个单位的」里选一个单位，一个单位一个单位地送；或者下载「备案草稿」，交办公室。`,
      };
    const bytes = new TextEncoder();
    return {
      id: `${code === '' ? 'taizhang' : code}/${parcel.slug}`,
      title: `台账导入：${parcel.stem}（${files.length} 份待补全的备案草稿）`,
      from: '台账导入页',
      files: files.map(({ file, text }) => ({ file, bytes: bytes.encode(text) })),
    };
  }
}

function link(url: string, words: string, unit: string): HTMLElement {
  const attributes = { href: url, target: '_blank', rel: 'noopener', 'aria-label': `${words}（${unit}）` };
  return make('a', attributes, [words]);
}
