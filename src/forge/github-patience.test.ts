import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { ForgeError } from './forge.ts';
import { githubForge } from './github.ts';

/** An answer of GitHub, and when by the clock of the test the question came. */
interface Asked {
  readonly method: string;
  readonly path: string;
  readonly at: number;
}

const NOW = new Date('2026-11-24T03:00:00Z');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
let asked: Asked[] = [];
let answers: (() => Response)[] = [];

const json = (body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  });
const refusal =
  (status: number, message: string, headers: () => Readonly<Record<string, string>>) => (): Response =>
    json({ message, documentation_url: 'https://docs.github.com/rest' }, status, headers());
const told = (seconds: string) => () => ({ 'retry-after': seconds });
const usedUp = (seconds: number) => () => ({
  'x-ratelimit-remaining': '0',
  'x-ratelimit-reset': inSeconds(seconds),
});

// One clock for all: octokit keeps the pace of the whole process, and time never goes back.
beforeAll(() => {
  vi.useFakeTimers({
    now: NOW,
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'],
  });
  vi.stubGlobal('fetch', async (url: string, { method = 'GET' }: { readonly method?: string } = {}) => {
    asked.push({ method, path: new URL(url).pathname, at: Date.now() });
    return (answers.shift() ?? (() => json([])))();
  });
});
beforeEach(async () => {
  asked = [];
  answers = [];
  await vi.advanceTimersByTimeAsync(HOUR);
});
afterAll(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** As GitHub gives the end of an hour: seconds since 1970. */
const inSeconds = (seconds: number): string => String(Math.ceil(Date.now() / 1_000) + seconds);

const forge = () =>
  githubForge({
    api: 'https://api.github.com',
    owner: 'dsj',
    name: 'registry',
    remote: 'https://github.com/dsj/registry.git',
    branch: 'main',
    token: 'ghp_SecretSecretSecret',
    botId: 4,
  });
/** What came of it, without letting a refusal go by unhandled. */
const settled = <T>(run: Promise<T>) =>
  run.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );

describe('a limit', () => {
  it.each([
    ['too many requests at once', refusal(429, 'Too many requests', told('60'))],
    ['the same in other words', refusal(429, 'You have exceeded a secondary rate limit.', told('60'))],
    ['a secondary limit', refusal(403, 'You have exceeded a secondary rate limit.', told('60'))],
    ['the hour used up, and soon over', refusal(403, 'API rate limit exceeded', usedUp(60))],
  ])('is waited for, and not asked into: %s', async (_, refused) => {
    answers = [refused];
    const run = settled(forge().listOpen());
    await vi.advanceTimersByTimeAsync(59_000);
    expect(asked).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(asked).toHaveLength(2);
    expect(await run).toEqual({ value: [] });
  });

  it('of which the end is far is not waited for, but said', async () => {
    answers = [refusal(403, 'API rate limit exceeded', usedUp(1_800))];
    const run = settled(forge().listOpen());
    await vi.advanceTimersByTimeAsync(MINUTE);
    const { error } = (await run) as { readonly error: unknown };
    expect(error).toBeInstanceOf(ForgeError);
    expect(error).toMatchObject({ isLimit: true, message: expect.stringContaining('请求额度用完了') });
    expect(asked).toHaveLength(1);
    expect(String(error)).not.toContain('Secret');
  });

  it('that does not end is given up after two more tries', async () => {
    answers = Array.from({ length: 9 }, () => refusal(429, 'Too many requests', told('10')));
    const run = settled(forge().listOpen());
    await vi.advanceTimersByTimeAsync(5 * MINUTE);
    expect(await run).toMatchObject({ error: { isLimit: true } });
    expect(asked).toHaveLength(3);
  });
});

describe('what is written', () => {
  it('goes out a second apart, and what people are told of three', async () => {
    const bot = forge();
    const head = 'a'.repeat(40);
    const status = (description: string) =>
      settled(bot.setStatus(head, { context: 'registry/gate', state: 'failure', description }));
    const runs = [status('一'), status('二')];
    await vi.advanceTimersByTimeAsync(MINUTE);
    await Promise.all(runs);
    const statuses = asked.filter(({ method }) => method === 'POST').map(({ at }) => at);
    expect(statuses).toHaveLength(2);
    expect((statuses[1] ?? 0) - (statuses[0] ?? 0)).toBeGreaterThanOrEqual(999);
    asked = [];
    const comments = [settled(bot.comment('1', 'gate', '一')), settled(bot.comment('2', 'gate', '二'))];
    await vi.advanceTimersByTimeAsync(MINUTE);
    await Promise.all(comments);
    const said = asked.filter(({ method }) => method === 'POST').map(({ at }) => at);
    expect(said).toHaveLength(2);
    expect((said[1] ?? 0) - (said[0] ?? 0)).toBeGreaterThanOrEqual(2_999);
  });

  it('is tried again when the server falls over, and said when it stays down', async () => {
    answers = [() => json({ message: 'Bad gateway' }, 502)];
    const once = settled(forge().listOpen());
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(await once).toEqual({ value: [] });
    expect(asked).toHaveLength(2);
    answers = Array.from({ length: 9 }, () => () => json({ message: 'Bad gateway' }, 502));
    const never = settled(forge().listOpen());
    await vi.advanceTimersByTimeAsync(5 * MINUTE);
    expect(await never).toMatchObject({
      error: { message: 'GitHub 出错（502）：过一会儿再试。', isLimit: false },
    });
  });
});
