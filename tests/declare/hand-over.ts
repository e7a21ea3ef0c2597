import type { BrowserContext, Route } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Story } from '../support/declare-form.ts';
import { LONG, place, REPOSITORY, withClerk } from '../support/declare-place.ts';
import { STORIES } from '../support/declare-stories.ts';
import { forward, startGitHub } from '../support/emulated-github.ts';
import { SmallGitea } from '../support/small-gitea.ts';

const FIRST = STORIES['6.1'] as Story;
const GITEA = 'https://git.example.cn';
const OPEN = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': '*, Authorization, Content-Type',
  'access-control-allow-methods': '*',
};

/** The same page as it is built for a registry on Gitea. */
async function onGitea(context: BrowserContext, web: string): Promise<void> {
  await context.route('**/declare/', async (route) => {
    const response = await route.fetch();
    const text = (await response.text())
      .replaceAll('https://api.github.com', `${GITEA}/api/v1`)
      .replace(`connect-src 'self' ${GITEA}/api/v1`, `connect-src 'self' ${GITEA}`)
      .replaceAll(REPOSITORY, web)
      .replaceAll('&quot;platform&quot;:&quot;GitHub&quot;', '&quot;platform&quot;:&quot;Gitea&quot;')
      .replaceAll('&#34;platform&#34;:&#34;GitHub&#34;', '&#34;platform&#34;:&#34;Gitea&#34;');
    await route.fulfill({ response, body: text });
  });
}

async function asGitea(gitea: SmallGitea, route: Route): Promise<void> {
  const request = route.request();
  if (request.method() === 'OPTIONS') return route.fulfill({ status: 204, headers: OPEN });
  const { authorization = '' } = request.headers();
  const body = JSON.parse(request.postData() ?? '{}') as Record<string, string>;
  const [status, given] = gitea.answer(request.method(), new URL(request.url()), authorization, body);
  return route.fulfill({ status, headers: OPEN, json: given ?? {} });
}

/** The page opens the request itself. */
export function handOverStories(): void {
  describe.concurrent('handing over', { timeout: LONG }, () => {
    it.each([
      ['with its own branch, where it may write', 'dsj'],
      ['from a copy of its own, where it may not', 'clerk'],
    ])('opens the request on GitHub %s, and once only', (_, login) =>
      withClerk(async (clerk) => {
        const { form, page, context } = clerk;
        const hub = await startGitHub(REPOSITORY, ['dsj', 'clerk']);
        const tokens = await forward(context, 'https://api.github.com', hub);
        await clerk.brings(FIRST, 'send');
        const { name, bytes } = await form.download('#download-file', place().scratch);
        // The network stops half-way: a request is not there yet, the branch is.
        await context.route('**/pulls?**', (route) => route.abort('internetdisconnected'), { times: 1 });
        await page.fill('#token', hub.tokenOf(login));
        await page.click('#open-request');
        await page.getByText('连不上 GitHub：网络断了').waitFor();
        await page.click('#open-request');
        await page.getByText('打开送件单').waitFor();
        expect(await page.getAttribute('#request-state a', 'href')).toMatch(/\/pull\/1$/);
        const [pull] = (await hub.get('/pulls?state=open')) as { head: { label: string; ref: string } }[];
        const stem = `shili/${name.replace('.md', '')}`;
        expect(pull?.head).toMatchObject({ label: `${login}:filing/${stem}`, ref: `filing/${stem}` });
        const path = `/contents/registry/projects/${stem}.md?ref=filing/${stem}`;
        const kept = (await hub.get(path, login)) as { content: string };
        expect(Buffer.from(kept.content, 'base64')).toEqual(bytes);
        // Given in once more, the same request is brought up to date.
        await page.fill('#token', hub.tokenOf(login));
        await page.click('#open-request');
        await page.waitForFunction(() => document.querySelector('#request-state a') === null);
        await page.getByText('打开送件单').waitFor();
        expect(await hub.get('/pulls?state=open')).toHaveLength(1);
        expect([...tokens]).toEqual([`token ${hub.tokenOf(login)}`]);
        expect(await clerk.stored()).not.toContain(hub.tokenOf(login));
        expect(await page.inputValue('#token')).toBe('');
        expect(await page.getAttribute('#new-file-page', 'href')).toContain(`${REPOSITORY}/new/main/`);
        await page.fill('#token', 'gho_wrong');
        await page.click('#open-request');
        await page.getByText('令牌不对，或者已经过期').waitFor();
        await hub.close();
      })(),
    );

    it(
      'opens the request on Gitea from a copy, tells a wrong token from a stopped network, and goes on',
      withClerk(async (clerk) => {
        const { page, context } = clerk;
        const gitea = new SmallGitea(`${GITEA}/dsj/dengji`);
        await onGitea(context, gitea.web);
        let dead = false;
        await context.route(`${GITEA}/api/v1/**`, (route) =>
          dead ? route.abort('internetdisconnected') : asGitea(gitea, route),
        );
        await clerk.brings(FIRST, 'send');
        await page.fill('#token', 'nobody');
        await page.click('#open-request');
        await page.getByText('令牌不对，或者已经过期').waitFor();
        dead = true;
        await page.fill('#token', 'of-clerk');
        await page.click('#open-request');
        await page.getByText('连不上 Gitea：网络断了').waitFor();
        dead = false;
        await page.click('#open-request');
        await page.getByText('打开送件单').waitFor();
        expect(await page.getAttribute('#request-state a', 'href')).toBe(`${gitea.web}/pulls/1`);
        expect([...gitea.files.keys()]).toEqual([
          expect.stringMatching(/^clerk\/filing\/shili\/.*\/registry\/projects\/shili\/.*\.md$/),
        ]);
        expect(await clerk.stored()).not.toContain('of-clerk');
      }),
    );
  });
}
