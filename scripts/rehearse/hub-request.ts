import type { Account } from './git-http.ts';
import type { HubState } from './hub-state.ts';

/** A request to the interface, with what the routes need. */
export interface HubRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly account: Account | undefined;
  readonly authorization: string | undefined;
  readonly state: HubState;
  readonly origin: string;
  readonly registry: string;
  readonly writers: readonly string[];
  /** Asks the emulator. */
  forward(
    request: Pick<HubRequest, 'method' | 'path' | 'query' | 'body' | 'authorization'>,
  ): Promise<HubAnswer>;
}

export interface HubAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

export type Json = Record<string, unknown>;
export type Run = (request: HubRequest, parts: readonly string[]) => Promise<HubAnswer>;

/** What GitHub says of a repository, and the emulator leaves out. */
export const COUNTS = { network_count: 0, subscribers_count: 0 } as const;

export const ok = (
  body: unknown,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): HubAnswer => ({
  status,
  headers,
  body,
});
export const fault = (status: number, message: string): HubAnswer =>
  ok({ message, documentation_url: 'https://docs.github.com/rest', status: String(status) }, status);

/** All items of a list of the emulator. */
export async function allOf(request: HubRequest, path: string, query: string): Promise<readonly Json[]> {
  const all: Json[] = [];
  for (let page = 1; ; page++) {
    const found = await request.forward({
      ...request,
      method: 'GET',
      path,
      query: new URLSearchParams(`${query}&per_page=100&page=${page}`),
      body: undefined,
    });
    const items = Array.isArray(found.body) ? (found.body as Json[]) : [];
    all.push(...items);
    if (items.length < 100) return all;
  }
}
