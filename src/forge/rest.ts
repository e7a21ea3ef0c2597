import { ForgeError } from './forge.ts';

/** How an interface without a library of its own is reached. */
export interface RestOptions {
  /** Address of the interface, without a slash at the end. */
  readonly api: string;
  /** Name of the product, for sentences about faults. */
  readonly name: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Milliseconds that stand for a second when waiting; 1,000 outside of tests. */
  readonly second?: number;
}

/** An answer that is not one of success. */
export class RestError extends ForgeError {
  readonly status: number;

  constructor(message: string, status: number) {
    super(message);
    this.status = status;
  }
}

const TIMEOUT = 60_000;
const TURNS = 3;
const LONGEST_WAIT = 300;
/** Nothing that is listed here runs to more pages; a server that never ends its list is not followed for ever. */
const MOST_PAGES = 200;
const PER_PAGE = 50;

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** JSON over HTTP, patient with servers that are busy; nothing of request or answer gets into a message. */
export class Rest {
  readonly #options: RestOptions;

  constructor(options: RestOptions) {
    this.#options = options;
  }

  async get<T>(path: string): Promise<T> {
    return (await this.#send('GET', path)).body as T;
  }

  async send<T>(method: Exclude<Method, 'GET'>, path: string, body?: unknown): Promise<T> {
    return (await this.#send(method, path, body)).body as T;
  }

  /** All pages of a list. */
  async list<T>(path: string): Promise<readonly T[]> {
    const all: T[] = [];
    const mark = path.includes('?') ? '&' : '?';
    for (let page = 1; page <= MOST_PAGES; page++) {
      // Gitea takes `limit`, GitLab `per_page`; each leaves the other's alone.
      const { body } = await this.#send(
        'GET',
        `${path}${mark}page=${page}&limit=${PER_PAGE}&per_page=${PER_PAGE}`,
      );
      const items = Array.isArray(body) ? (body as T[]) : [];
      all.push(...items);
      if (items.length < PER_PAGE) return all;
    }
    throw new ForgeError(`${this.#options.name} 的清单太长，没有读完。`);
  }

  async #send(method: Method, path: string, body?: unknown): Promise<{ readonly body: unknown }> {
    for (let turn = 1; ; turn++) {
      const answer = await this.#once(method, path, body);
      if (answer.ok) {
        const text = await answer.text();
        return { body: text === '' ? undefined : this.#parse(text) };
      }
      await answer.body?.cancel();
      const wait = waitOf(answer, turn);
      if (wait === undefined || turn >= TURNS) throw this.#fault(answer.status);
      await new Promise((done) => setTimeout(done, wait * (this.#options.second ?? 1_000)));
    }
  }

  #parse(text: string): unknown {
    try {
      return JSON.parse(text);
    } catch {
      // A page of a proxy or of a login, with the code of success.
      throw new ForgeError(`${this.#options.name} 的回答读不懂：核对登记库网址，是不是先要登录。`);
    }
  }

  async #once(method: Method, path: string, body: unknown): Promise<Response> {
    const { api, name, headers } = this.#options;
    try {
      return await fetch(`${api}${path}`, {
        method,
        // A server that leads elsewhere would be handed the token too.
        redirect: 'error',
        signal: AbortSignal.timeout(TIMEOUT),
        headers: {
          accept: 'application/json',
          'user-agent': 'shuzhi-registry',
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    } catch {
      throw new ForgeError(`连不上 ${name}：检查网络和登记库网址，再试一次。`);
    }
  }

  #fault(status: number): RestError {
    const { name } = this.#options;
    const words: Readonly<Record<number, string>> = {
      401: `${name} 不认这个访问令牌：核对环境变量 REGISTRY_TOKEN 有没有写错、过期。`,
      403: `${name} 不让这个账号做这件事：核对令牌的权限。`,
      404: `${name} 上没有这个登记库或这张送件单，或者令牌看不到它。`,
      405: '现在不能并入：有要求的核对还没有通过，或者与主分支有冲突。',
      409: '核对以后又有新的提交，没有并入。',
      422: `${name} 没有接受：内容不合要求，或者要求的核对和审阅还没有通过。`,
      429: '请求太多：过一会儿再试。',
    };
    return new RestError(words[status] ?? `${name} 出错（${status}）：过一会儿再试。`, status);
  }
}

/** Seconds after which the same request may succeed; undefined when it will not. */
function waitOf({ status, headers }: Response, turn: number): number | undefined {
  if (status !== 429 && status < 500) return undefined;
  const told = Number(headers.get('retry-after'));
  if (Number.isFinite(told) && told > 0) return told <= LONGEST_WAIT ? told : undefined;
  return turn * turn;
}
