import type { OctokitOptions } from '@octokit/core/types';
import { type Octokit, RequestError } from 'octokit';
import { ForgeError } from './forge.ts';

/** How often a request that met a limit is made again, and the longest wait for one that is worth it. */
const MOST_TURNS = 2;
const LONGEST_WAIT = 300;

/**
 * How the API is asked: octokit's own plugins keep a second between two writes (three between two that notify people),
 * which stays below GitHub's 80 a minute, wait when told to, and try again when the server falls over.
 * https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api
 */
export function patience(second = 1_000): OctokitOptions {
  const again = (
    seconds: number,
    options: { readonly request?: { readonly retryCount?: number } },
  ): boolean => seconds <= LONGEST_WAIT && (options.request?.retryCount ?? 0) < MOST_TURNS;
  const quick = second < 1_000;
  return {
    userAgent: 'shuzhi-registry',
    // Nothing of a request is printed: addresses and answers are foreign text, headers are secret.
    log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
    // Limits are the throttle's alone: retried by both, a request would be made more often than it says.
    retry: { retryAfterBaseValue: second, doNotRetry: [400, 401, 403, 404, 410, 422, 429, 451] },
    throttle: {
      enabled: !quick,
      onRateLimit: again,
      onSecondaryRateLimit: again,
    },
  };
}

/**
 * Waits where an answer says how long, for what octokit's plugins do not know as a limit: a 429 in other words, a proxy
 * before an office's own server.
 */
export function waitWhenTold(hub: Octokit, second = 1_000): void {
  hub.hook.wrap('request', async (request, options) => {
    for (let turn = 0; ; turn++) {
      try {
        return await request(options);
      } catch (error) {
        const seconds = toldToWait(error);
        if (seconds === undefined || seconds > LONGEST_WAIT || turn >= MOST_TURNS) throw error;
        await new Promise((done) => setTimeout(done, seconds * second));
      }
    }
  });
}

/** Seconds to wait; undefined where nothing is said, or the plugins have waited already. */
function toldToWait(error: unknown): number | undefined {
  if (!(error instanceof RequestError) || ![403, 429, 503].includes(error.status)) return undefined;
  const { headers = {} } = error.response ?? {};
  if (headers['x-ratelimit-remaining'] === '0' || /\bsecondary rate\b/i.test(error.message)) return undefined;
  const seconds = Number(headers['retry-after']);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : undefined;
}

/** Whether a fault is an answer with one of these codes. */
export function isStatus(error: unknown, ...codes: readonly number[]): boolean {
  return error instanceof RequestError && codes.includes(error.status);
}

const WORDS: readonly (readonly [number, string])[] = [
  [401, 'GitHub 不认这个访问令牌：核对环境变量 REGISTRY_TOKEN 有没有写错、过期。'],
  [403, 'GitHub 不让这个账号做这件事，或者请求太多：核对令牌的权限，过一会儿再试。'],
  [404, 'GitHub 上没有这个登记库或这张送件单，或者令牌看不到它。'],
  [405, '现在不能并入：有要求的核对还没有通过，或者与主分支有冲突。'],
  [409, '核对以后又有新的提交，没有并入。'],
  [422, 'GitHub 没有接受：内容不合要求，或者要求的核对和审阅还没有通过。'],
  [429, '请求太多：过一会儿再试。'],
];

/** A fault in a sentence for people; nothing of the request is repeated. */
export function faultOf(error: unknown): ForgeError {
  if (!(error instanceof RequestError)) {
    const why = error instanceof Error && 'code' in error ? `（${String(error.code)}）` : '';
    return new ForgeError(`连不上 GitHub${why}：检查网络，再试一次。`);
  }
  const limited = error.response?.headers['x-ratelimit-remaining'] === '0';
  if (limited) return new ForgeError('这个小时的请求额度用完了：一小时以后再试。', true);
  const isLimit = error.status === 429 || error.response?.headers['retry-after'] !== undefined;
  const said = WORDS.find(([code]) => code === error.status)?.[1];
  return new ForgeError(said ?? `GitHub 出错（${error.status}）：过一会儿再试。`, isLimit);
}
